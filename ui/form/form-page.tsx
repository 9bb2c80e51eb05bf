// The form page: a list of pages with progress, one column of fields, saving as one types, and a check of all answers before sending.
import { Button } from 'antd';
import { useMemo, useState } from 'react';
import { FieldRow } from '../fields/field-row.tsx';
import { useFieldSources, withRegions } from '../fields/field-sources.tsx';
import { useIsPhone } from '../media.ts';
import { PageHead } from '../page/page-head.tsx';
import { CheckStep } from './check-step.tsx';
import { KeptDraft, ProblemList, SaveStatus, StepButtons, TaskList } from './form-parts.tsx';
import { fieldOfPath, problemsOfField, problemsOfPage, progressOf, progressWords } from './form-progress.ts';
import { useJump, useStep } from './form-steps.ts';
import type { FormPageProps, StepProps } from './form-types.ts';
import { useFilling } from './use-filling.ts';
import './form.css';

export type { FormPageProps, FormSubmit } from './form-types.ts';

function FieldsStep({ props, filling, step, jump, isLeft, onLeave }: StepProps & { isLeft: boolean; onLeave: () => void }) {
  const { pages } = props.form;
  const page = pages[step.index];
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set());
  if (!page) return null;
  // While a page is being filled in for the first time only what is typed wrongly is said; what is missing, once one has moved on.
  const told = [
    ...(isLeft ? filling.complete : filling.draft.filter((problem) => touched.has(fieldOfPath(problem.path)))),
    ...filling.refused,
    ...filling.unread,
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
          onProblem={(problem, path) => filling.mark(field.key, problem, path)}
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

export function FormPage(given: FormPageProps) {
  const { regions } = useFieldSources();
  const form = useMemo(() => withRegions(given.form, regions), [given.form, regions]);
  const props = { ...given, form };
  const { pages } = form;
  const isPhone = useIsPhone();
  const filling = useFilling(props);
  const step = useStep(pages.length);
  const jump = useJump(pages, step);
  const [left, setLeft] = useState<ReadonlySet<number>>(new Set());
  const progress = progressOf(pages, filling.answers, [...filling.draft, ...filling.unread]);
  const leave = () => setLeft((before) => new Set(before).add(step.index));
  const shared = { props, filling, step, jump };
  const { kept, state, dropKept } = filling.saver;
  const aside = props.aside && <aside className="kc-form-aside">{props.aside(filling.answers)}</aside>;
  return (
    <div className="kc-page kc-form">
      <PageHead title={props.title} lead={props.lead ?? progressWords(progress)} {...(props.parent ? { parent: props.parent } : {})} />
      {props.notice && <div className="kc-form-notice">{props.notice}</div>}
      {kept && <KeptDraft count={Object.keys(kept).length} onUse={filling.restoreKept} onDrop={dropKept} />}
      <div className="kc-form-columns">
        <div className="kc-form-side">
          <SaveStatus state={state} />
          <TaskList pages={progress} current={step.index} hrefOf={step.hrefOf} checkLabel={`核对并${props.submit.label}`} />
          {!isPhone && aside}
        </div>
        <div className="kc-form-body">
          {step.index === -1 ? (
            <CheckStep {...shared} />
          ) : (
            <FieldsStep key={step.index} {...shared} isLeft={left.has(step.index)} onLeave={leave} />
          )}
        </div>
        {isPhone && aside}
      </div>
    </div>
  );
}
