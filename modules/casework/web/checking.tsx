// What a self-check shows, for an applicant or for anyone: at the left what conditions read, at the right what follows, as one types.
import { Button } from 'antd';
import { type ReactNode, useDeferredValue, useMemo, useState } from 'react';
import type { Known } from '#kernel/declare/dossier.ts';
import type { AssessmentContext } from '#kernel/declare/eligibility.ts';
import { checkAnswers } from '#kernel/faces/answers.ts';
import { formView } from '#kernel/faces/form-view.ts';
import { calculationHref } from '#modules/calculations/contract.ts';
import { FieldRow } from '#ui/fields/field-row.tsx';
import { useFieldSources, withRegions } from '#ui/fields/field-sources.tsx';
import type { FieldView, Prefilled } from '#ui/fields/field-view.ts';
import { fieldOfPath, withPatch } from '#ui/form/form-progress.ts';
import { formatDayText } from '#ui/format.ts';
import { AppLink } from '#ui/link.tsx';
import { PageHead } from '#ui/page/page-head.tsx';
import { Section } from '#ui/record/fact-list.tsx';
import type { CallView, KnownView } from '../wire.ts';
import { type Answers, assessLive, crossLive, neededKeys, verdictOf, withChange } from './assess.ts';
import { CrossFindings, crossOfKernel, LiveFindings } from './findings.tsx';
import { type Declared, today } from './knowledge.tsx';
import { prefilledOf, startingAnswers } from './prefill.ts';

export const storeKey = (declared: Declared) => `kechuang.self-check.${declared.programme.id}.${declared.dossier.id}`;

/** Kept for the visit only: what one tries out is nobody's record. */
function kept(declared: Declared): Answers | null {
  try {
    const parsed: unknown = JSON.parse(sessionStorage.getItem(storeKey(declared)) ?? 'null');
    return typeof parsed === 'object' && parsed !== null ? (parsed as Answers) : null;
  } catch {
    return null;
  }
}

function keep(declared: Declared, answers: Answers): void {
  try {
    sessionStorage.setItem(storeKey(declared), JSON.stringify(answers));
  } catch {
    // A full store only means that a reload begins again from what is known.
  }
}

interface FieldsProps {
  readonly declared: Declared;
  readonly answers: Answers;
  readonly prefilled: Readonly<Record<string, Prefilled>>;
  readonly onChange: (key: string, value: unknown) => void;
}

function Fields({ declared: { dossier }, answers, prefilled, onChange }: FieldsProps) {
  const { regions } = useFieldSources();
  const needed = new Set(neededKeys(dossier, answers));
  const pages = withRegions(formView(dossier.form), regions).pages;
  const problems = checkAnswers(dossier.form, answers, { complete: false });
  const bad = new Set(problems.map((problem) => problem.path));
  const row = (field: FieldView) => (
    <FieldRow
      key={field.key}
      field={{ ...field, required: true }}
      value={answers[field.key]}
      prefilled={prefilled[field.key]}
      errors={problems.filter((problem) => fieldOfPath(problem.path) === field.key).map((problem) => problem.message)}
      badPaths={bad}
      onChange={(value) => onChange(field.key, value)}
    />
  );
  return pages.map((page) => {
    const fields = page.fields.filter((field) => needed.has(field.key));
    return (
      fields.length > 0 && (
        <Section key={page.title} title={page.title}>
          {fields.map(row)}
        </Section>
      )
    );
  });
}

interface BasesProps {
  readonly declared: Declared;
  readonly answers: Answers;
  readonly context: AssessmentContext;
  readonly face: '/desk' | '/public';
}

/** Each opens the calculation with the same inputs, step by step and with its articles. */
function Bases({ declared: { dossier }, answers, context, face }: BasesProps) {
  return (dossier.eligibility.bases ?? []).map(({ calculation, name, input }) => (
    <AppLink key={calculation} href={calculationHref(face, calculation, input(answers, context))} title={name}>
      查看计算依据
    </AppLink>
  ));
}

interface CheckingProps {
  readonly declared: Declared;
  /** What the register knows of the applicant; null for anyone. */
  readonly known: KnownView | null;
  /** The call whose limits hold, where one is meant. */
  readonly call: CallView | undefined;
  readonly parent: { readonly label: string; readonly href: string };
  readonly lead: string;
  /** What stands below the verdict: the way to apply. */
  readonly next: (answers: Answers) => ReactNode;
}

export function Checking({ declared, known, call, parent, lead, next }: CheckingProps) {
  const { dossier } = declared;
  const prefilled = useMemo(() => prefilledOf(dossier.form, known?.facts ?? {}), [dossier, known]);
  const [answers, setAnswers] = useState<Answers>(() => kept(declared) ?? startingAnswers(prefilled));
  // Typing comes first: findings follow when the machine has time.
  const settled = useDeferredValue(answers);
  const day = today();
  const parameters = call?.parameters;
  const context = useMemo(() => ({ day, ...(parameters === undefined ? {} : { parameters }) }), [day, parameters]);
  const findings = useMemo(() => assessLive(dossier, settled, context), [dossier, settled, context]);
  const cross = useMemo(() => (known === null ? [] : crossLive(dossier, settled, known as Known, day)), [dossier, settled, known, day]);
  const put = (changed: Answers) => {
    setAnswers(changed);
    keep(declared, changed);
  };
  const verdict = verdictOf(findings);
  return (
    <div className="kc-page">
      <PageHead
        title={`自测：${dossier.name}`}
        parent={parent}
        lead={lead}
        actions={<Button onClick={() => put(startingAnswers(prefilled))}>{known === null ? '清空' : '恢复为在档数据'}</Button>}
      />
      <div className="cw-check">
        <div>
          <Fields
            declared={declared}
            answers={answers}
            prefilled={prefilled}
            onChange={(key, value) => put(withPatch(answers, { [key]: value }))}
          />
        </div>
        <div className="cw-check-findings">
          <section className={`cw-verdict cw-verdict-${verdict.tone}`} aria-label="自测结论" aria-live="polite">
            <b>{verdict.words}</b>
            <div className="cw-buttons">
              {next(answers)}
              <Bases
                declared={declared}
                answers={settled}
                context={context}
                face={parent.href.startsWith('/public') ? '/public' : '/desk'}
              />
            </div>
          </section>
          <Section title="逐条核对">
            <LiveFindings
              form={dossier.form}
              findings={findings}
              note={`按 ${formatDayText(day)} 申报测算，最终以主管部门认定为准`}
              onTry={(change) => put(withChange(answers, change))}
            />
          </Section>
          {cross.length > 0 && (
            <Section title="三方一致性" note="所填数据与审计、纳税等在档数据比对">
              <CrossFindings findings={cross.map(crossOfKernel)} />
            </Section>
          )}
        </div>
      </div>
    </div>
  );
}
