// The form page: a list of pages with progress, one column of fields, saving as one types, and a check of all answers before sending.
import { App, Button, Checkbox } from 'antd';
import { type ReactNode, useEffect, useMemo, useState } from 'react';
import { answerWarnings, checkAnswers } from '#kernel/faces/answers.ts';
import { formOfView } from '#kernel/faces/form-view.ts';
import { printAnswers } from '#kernel/faces/print.ts';
import { ApiError, messageOf } from '../api-error.ts';
import { FieldRow } from '../fields/field-row.tsx';
import { useFieldSources, withRegions } from '../fields/field-sources.tsx';
import { type FormView, idOf, type Prefilled } from '../fields/field-view.ts';
import { useGo } from '../link.tsx';
import { PageHead } from '../page/page-head.tsx';
import { useSearchState } from '../use-search.ts';
import { AnswerSheet } from './answer-sheet.tsx';
import type { Patch } from './autosave.ts';
import { KeptDraft, ProblemList, SaveStatus, StepButtons, TaskList } from './form-parts.tsx';
import {
  type Answers,
  fieldOfPath,
  type Problem,
  pageOfPath,
  problemsOfField,
  problemsOfPage,
  progressOf,
  progressWords,
  withPatch,
} from './form-progress.ts';
import { type Autosave, dropDraft, keptDraft, useAutosave } from './use-autosave.ts';
import './form.css';

export interface FormSubmit {
  /** 提交申报. */
  readonly label: string;
  /** What follows, in one sentence, above the button. */
  readonly consequence: string;
  /** Has to be ticked: "我单位承诺所填内容真实……". */
  readonly promise?: string;
  /** Resolves to what happened and what comes next. */
  readonly run: () => Promise<string>;
}

export interface FormPageProps {
  /** Names the draft on this computer, e.g. `case-<id>`. */
  readonly name: string;
  readonly title: string;
  readonly lead?: ReactNode;
  readonly parent?: { readonly label: string; readonly href: string };
  readonly form: FormView;
  readonly answers: Answers;
  readonly prefilled?: Readonly<Record<string, Prefilled>>;
  /** Sends changed answers; null takes one away. A 409 stops the saving and says so. */
  readonly save: (patch: Patch) => Promise<void>;
  readonly submit: FormSubmit;
  /** Beside the fields: findings so far, notes. Told the answers as they are typed. */
  readonly aside?: (answers: Answers) => ReactNode;
  readonly onSubmitted?: () => void;
}

const CHECK = 'check';

function useStep(count: number) {
  const [search] = useSearchState();
  const go = useGo();
  const asked = search.step === CHECK ? -1 : Number(search.step ?? 1) - 1;
  const index = Number.isInteger(asked) && asked < count ? asked : 0;
  const hrefOf = (step: number) => `?${new URLSearchParams({ ...search, step: step === -1 ? CHECK : String(step + 1) })}`;
  const goTo = (step: number) => {
    go(`${window.location.pathname}${hrefOf(step)}`);
    window.scrollTo({ top: 0 });
  };
  return { index, hrefOf, goTo };
}

/** Puts the cursor where the problem is: the box itself, or the nearest thing that contains it. */
function focusPath(path: string): void {
  const exact = document.getElementById(idOf(path)) ?? document.getElementById(idOf(fieldOfPath(path)));
  const field = exact ?? document.getElementById(`${idOf(fieldOfPath(path))}-label`);
  const box = field?.matches('input, textarea, button, select')
    ? field
    : (field?.closest('.kc-field')?.querySelector<HTMLElement>('input, textarea, button') ?? field);
  box?.scrollIntoView({ block: 'center' });
  box?.focus({ preventScroll: true });
}

interface Filling {
  readonly answers: Answers;
  readonly draft: readonly Problem[];
  readonly complete: readonly Problem[];
  readonly warnings: readonly Problem[];
  readonly refused: readonly Problem[];
  readonly saver: Autosave;
  change(key: string, value: unknown): void;
  restore(patch: Patch): void;
  refuse(problems: readonly Problem[]): void;
}

function useFilling(props: FormPageProps): Filling {
  const [answers, setAnswers] = useState<Answers>(props.answers);
  const [refused, setRefused] = useState<readonly Problem[]>([]);
  const saver = useAutosave(props.name, props.save);
  const form = useMemo(() => formOfView(props.form), [props.form]);
  const checked = useMemo(
    () => ({
      draft: checkAnswers(form, answers, { complete: false }),
      complete: checkAnswers(form, answers, { complete: true }),
      warnings: answerWarnings(form, answers),
    }),
    [form, answers],
  );
  return {
    ...checked,
    answers,
    refused,
    saver,
    change: (key, value) => {
      setAnswers((before) => withPatch(before, { [key]: value }));
      setRefused((before) => before.filter((problem) => fieldOfPath(problem.path) !== key));
      saver.change(key, value);
    },
    restore: (patch) => {
      setAnswers((before) => withPatch(before, patch));
      saver.restore(patch);
    },
    refuse: setRefused,
  };
}

interface StepProps {
  readonly props: FormPageProps;
  readonly filling: Filling;
  readonly step: ReturnType<typeof useStep>;
  readonly jump: (path: string) => void;
}

function FieldsStep({ props, filling, step, jump, isLeft, onLeave }: StepProps & { isLeft: boolean; onLeave: () => void }) {
  const { pages } = props.form;
  const page = pages[step.index];
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set());
  if (!page) return null;
  // While a page is being filled in for the first time only what is typed wrongly is said; what is missing, once one has moved on.
  const told = [
    ...(isLeft ? filling.complete : filling.draft.filter((problem) => touched.has(fieldOfPath(problem.path)))),
    ...filling.refused,
  ];
  const here = problemsOfPage(told, page);
  const bad = new Set(here.map((problem) => problem.path));
  const leave = (to: number) => {
    onLeave();
    step.goTo(to);
  };
  const isLast = step.index === pages.length - 1;
  return (
    <>
      <h2 className="kc-form-title">{page.title}</h2>
      {isLeft && <ProblemList title={`本页有 ${here.length} 处需要修改`} problems={here} onJump={jump} />}
      {page.fields.map((field) => (
        <FieldRow
          key={field.key}
          field={field}
          value={filling.answers[field.key]}
          prefilled={props.prefilled?.[field.key]}
          errors={problemsOfField(here, field.key).map((problem) => problem.message)}
          warnings={problemsOfField(filling.warnings, field.key).map((problem) => problem.message)}
          badPaths={bad}
          onChange={(value) => {
            setTouched((before) => new Set(before).add(field.key));
            filling.change(field.key, value);
          }}
        />
      ))}
      <StepButtons>
        {step.index > 0 && <Button onClick={() => leave(step.index - 1)}>上一页</Button>}
        <Button type="primary" onClick={() => leave(isLast ? -1 : step.index + 1)}>
          {isLast ? '去核对' : '下一页'}
        </Button>
      </StepButtons>
    </>
  );
}

function CheckStep({ props, filling, step, jump }: StepProps) {
  const { message } = App.useApp();
  const { submit } = props;
  const [isPromised, setPromised] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | undefined>();
  const printed = useMemo(() => printAnswers(formOfView(props.form), filling.answers), [props.form, filling.answers]);
  const problems = [...filling.complete, ...filling.refused];
  const bad = new Set(problems.map((problem) => fieldOfPath(problem.path)));
  const send = async () => {
    setBusy(true);
    setFailure(undefined);
    try {
      if (!(await filling.saver.flush())) throw new ApiError(0, 'UNSAVED', '还有内容没有保存到服务器，请稍候再提交。');
      message.success(await submit.run());
      dropDraft(props.name);
      props.onSubmitted?.();
    } catch (error) {
      setFailure(messageOf(error));
      if (error instanceof ApiError)
        filling.refuse(
          error.details.map(({ where, message: text }) => ({ path: where.replace(/^answers\./, ''), label: '', message: text })),
        );
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <h2 className="kc-form-title">核对并{submit.label}</h2>
      <ProblemList title={`还有 ${problems.length} 处需要填写或修改，改好后即可${submit.label}`} problems={problems} onJump={jump} />
      <AnswerSheet
        pages={printed}
        bad={bad}
        action={(index) => (
          <a
            href={step.hrefOf(index)}
            onClick={(event) => {
              event.preventDefault();
              step.goTo(index);
            }}
          >
            修改
          </a>
        )}
      />
      <section className="kc-submit kc-no-print" aria-label={submit.label}>
        <p>{submit.consequence}</p>
        {submit.promise && (
          <Checkbox checked={isPromised} onChange={(event) => setPromised(event.target.checked)}>
            {submit.promise}
          </Checkbox>
        )}
        {failure && (
          <p className="kc-action-failure" role="alert">
            {failure}
          </p>
        )}
        <StepButtons>
          <Button onClick={() => step.goTo(props.form.pages.length - 1)}>上一页</Button>
          <Button
            type="primary"
            loading={isBusy}
            disabled={problems.length > 0 || (submit.promise !== undefined && !isPromised)}
            onClick={() => void send()}
          >
            {submit.label}
          </Button>
          <Button type="text" onClick={() => window.print()}>
            打印
          </Button>
        </StepButtons>
      </section>
    </>
  );
}

/** Jumps to the page of a path, then to its box once the page is there. */
function useJump(props: FormPageProps, step: ReturnType<typeof useStep>) {
  const [target, setTarget] = useState<string | undefined>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when the page asked for has been drawn
  useEffect(() => {
    if (target === undefined) return;
    focusPath(target);
    setTarget(undefined);
  }, [target, step.index]);
  return (path: string) => {
    const page = pageOfPath(props.form.pages, path);
    if (page >= 0 && page !== step.index) step.goTo(page);
    setTarget(path);
  };
}

export function FormPage(given: FormPageProps) {
  const { regions } = useFieldSources();
  const form = useMemo(() => withRegions(given.form, regions), [given.form, regions]);
  const props = { ...given, form };
  const { pages } = form;
  const filling = useFilling(props);
  const step = useStep(pages.length);
  const jump = useJump(props, step);
  const [kept, setKept] = useState(() => keptDraft(props.name));
  const [left, setLeft] = useState<ReadonlySet<number>>(new Set());
  const progress = progressOf(pages, filling.answers, filling.draft);
  const leave = () => setLeft((before) => new Set(before).add(step.index));
  const shared = { props, filling, step, jump };
  return (
    <div className="kc-page kc-form">
      <PageHead
        title={props.title}
        lead={props.lead ?? progressWords(progress)}
        {...(props.parent ? { parent: props.parent } : {})}
        actions={<SaveStatus state={filling.saver.state} />}
      />
      {kept && (
        <KeptDraft
          count={Object.keys(kept).length}
          onUse={() => {
            filling.restore(kept);
            setKept(null);
          }}
          onDrop={() => {
            dropDraft(props.name);
            setKept(null);
          }}
        />
      )}
      <div className="kc-form-columns">
        <TaskList pages={progress} current={step.index} hrefOf={step.hrefOf} checkLabel={`核对并${props.submit.label}`} />
        <div className="kc-form-body">
          {step.index === -1 ? (
            <CheckStep {...shared} />
          ) : (
            <FieldsStep key={step.index} {...shared} isLeft={left.has(step.index)} onLeave={leave} />
          )}
        </div>
        {props.aside && <aside className="kc-form-aside">{props.aside(filling.answers)}</aside>}
      </div>
    </div>
  );
}
