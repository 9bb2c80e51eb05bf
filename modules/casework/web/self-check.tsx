// The self-check: at the left what conditions read, at the right what follows, as one types; nothing is sent until one applies with it.
import { useQuery } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useDeferredValue, useMemo, useState } from 'react';
import type { Known } from '#kernel/declare/dossier.ts';
import { checkAnswers } from '#kernel/faces/answers.ts';
import { formView } from '#kernel/faces/form-view.ts';
import { messageOf } from '#ui/api.ts';
import { FieldRow } from '#ui/fields/field-row.tsx';
import { useFieldSources, withRegions } from '#ui/fields/field-sources.tsx';
import type { FieldView, Prefilled } from '#ui/fields/field-view.ts';
import { fieldOfPath, withPatch } from '#ui/form/form-progress.ts';
import { formatDayText } from '#ui/format.ts';
import { PageHead } from '#ui/page/page-head.tsx';
import { EmptyState, ErrorState, PageSkeleton } from '#ui/page/states.tsx';
import { Section } from '#ui/record/fact-list.tsx';
import { usePathParam, useSearchState } from '#ui/use-search.ts';
import type { CallView, KnownView } from '../wire.ts';
import { type Answers, assessLive, crossLive, neededKeys, verdictOf, withChange } from './assess.ts';
import { CaseSources } from './case-sources.tsx';
import { CrossFindings, crossOfKernel, LiveFindings } from './findings.tsx';
import { type Declared, declaredIn, today, useCatalogue } from './knowledge.tsx';
import { prefilledOf, startingAnswers } from './prefill.ts';
import { callsQuery, knownQuery } from './queries.ts';
import { useStartApplication } from './start-application.ts';
import './casework.css';

const parent = { label: '自测', href: '/desk/self-check' };
const storeKey = (declared: Declared) => `kechuang.self-check.${declared.programme.id}.${declared.dossier.id}`;

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

function Apply({ declared, answers, calls }: { declared: Declared; answers: Answers; calls: readonly CallView[] }) {
  const { message } = App.useApp();
  const [search] = useSearchState();
  const start = useStartApplication();
  const open = calls.filter(
    (each) =>
      each.programme === declared.programme.id &&
      each.dossier === declared.dossier.id &&
      (each.phase === '受理中' || each.phase === '未开始'),
  );
  const chosen = open.find((each) => each.id === search.call) ?? open.find((each) => each.phase === '受理中') ?? open[0];
  if (chosen === undefined) return <small>目前没有受理中的批次，批次发布后可用这些数据申报。</small>;
  const begin = () =>
    start.mutate({ call: chosen, dossier: declared.dossier, answers }, { onError: (error) => void message.error(messageOf(error)) });
  return (
    <>
      <Button type="primary" loading={start.isPending} onClick={begin}>
        用这些数据开始申报
      </Button>
      <small>{chosen.name}</small>
    </>
  );
}

function Checking({ declared, known, calls }: { declared: Declared; known: KnownView; calls: readonly CallView[] }) {
  const { dossier } = declared;
  const [search] = useSearchState();
  const prefilled = useMemo(() => prefilledOf(dossier.form, known.facts), [dossier, known]);
  const [answers, setAnswers] = useState<Answers>(() => kept(declared) ?? startingAnswers(prefilled));
  // Typing comes first: findings follow when the machine has time.
  const settled = useDeferredValue(answers);
  const day = today();
  const parameters = calls.find((each) => each.id === search.call)?.parameters;
  const findings = useMemo(
    () => assessLive(dossier, settled, { day, ...(parameters === undefined ? {} : { parameters }) }),
    [dossier, settled, day, parameters],
  );
  const cross = useMemo(() => crossLive(dossier, settled, known as Known, day), [dossier, settled, known, day]);
  const put = (next: Answers) => {
    setAnswers(next);
    keep(declared, next);
  };
  const verdict = verdictOf(findings);
  return (
    <div className="kc-page">
      <PageHead
        title={`自测：${dossier.name}`}
        parent={parent}
        lead="只填条件用到的数据；在档数据已带入并注明来源，可以改动试算，不会改变档案。"
        actions={<Button onClick={() => put(startingAnswers(prefilled))}>恢复为在档数据</Button>}
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
              <Apply declared={declared} answers={answers} calls={calls} />
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

export default function SelfCheck() {
  const declared = declaredIn(useCatalogue(), usePathParam('programme'), usePathParam('dossier'));
  const known = useQuery(knownQuery);
  const calls = useQuery(callsQuery);
  if (declared === undefined)
    return (
      <div className="kc-page">
        <PageHead title="没有这个事项" parent={parent} />
        <EmptyState title="没有找到要自测的事项" how="请从“自测”中重新选择。" />
      </div>
    );
  const error = known.error ?? calls.error;
  if (error)
    return (
      <div className="kc-page">
        <PageHead title={`自测：${declared.dossier.name}`} parent={parent} />
        <ErrorState error={error} onRetry={() => void Promise.all([known.refetch(), calls.refetch()])} />
      </div>
    );
  if (!known.data || !calls.data) return <PageSkeleton />;
  return (
    <CaseSources>
      <Checking key={storeKey(declared)} declared={declared} known={known.data} calls={calls.data} />
    </CaseSources>
  );
}
