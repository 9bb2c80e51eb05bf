// What drawing by lot and assigning by fit have in common on screen: the questions, the look before anything is written, and where no case waits.
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { addDays, dayOf } from '#kernel/declare/calendar.ts';
import { f } from '#kernel/declare/form.ts';
import { checkAnswers, type Problem } from '#kernel/faces/answers.ts';
import { type FieldView, fieldOfView } from '#kernel/faces/form-view.ts';
import { messageOf } from '#ui/api.ts';
import { FieldRow } from '#ui/fields/field-row.tsx';
import { PageHead } from '#ui/page/page-head.tsx';
import { EmptyState, ErrorState, PageSkeleton } from '#ui/page/states.tsx';
import { titleLevels } from '../model/expert.ts';
import { undrawnQuery, type WaitingCase } from './queries.ts';

export type Answers = Readonly<Record<string, unknown>>;

export const levelsField = f.choices(
  '职称',
  Object.entries(titleLevels).map(([code, name]) => ({ code, name })),
  { optional: true, help: '不选为不限' },
);

export const dayFields = { reviewDay: f.date('评审日期'), dueDay: f.date('评分截止日期', { help: '当日 18:00 截止' }) };

const listOf = (value: unknown): readonly string[] => (Array.isArray(value) ? (value as string[]) : []);

/** What both requests say of experts and days. */
export const wishesOf = (answers: Answers) => ({
  disciplines: listOf(answers.disciplines),
  levels: listOf(answers.levels),
  reviewDay: answers.reviewDay,
  dueAt: `${String(answers.dueDay)}T18:00:00+08:00`,
});

/** A preview stands until an answer changes; nothing runs while an answer is wrong. */
export function usePanelForm<Preview>(fields: readonly FieldView[], more: Answers = {}) {
  const today = dayOf(new Date());
  const [answers, setAnswers] = useState<Answers>({ ...more, reviewDay: addDays(today, 1), dueDay: addDays(today, 3) });
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [failure, setFailure] = useState<string | undefined>();
  const [preview, setPreview] = useState<Preview | undefined>();
  const [isBusy, setBusy] = useState(false);
  const run = async (work: () => Promise<void>) => {
    const own = Object.fromEntries(fields.map((field) => [field.key, fieldOfView(field)]));
    const found = checkAnswers({ pages: [{ title: '', fields: own }], fields: own }, answers, { complete: true });
    setProblems(found);
    if (found.length > 0) return;
    setBusy(true);
    setFailure(undefined);
    try {
      await work();
    } catch (error) {
      setFailure(messageOf(error));
    } finally {
      setBusy(false);
    }
  };
  const answer = (key: string, value: unknown) => {
    setAnswers((before) => ({ ...before, [key]: value }));
    setPreview(undefined);
  };
  return { answers, answer, problems, failure, preview, setPreview, isBusy, run, forget: () => setPreview(undefined) };
}

interface PanelFormProps {
  readonly fields: readonly FieldView[];
  readonly form: Pick<ReturnType<typeof usePanelForm>, 'answers' | 'answer' | 'problems' | 'failure'>;
  /** What the last look showed. */
  readonly preview: ReactNode;
  /** The one button that can be pressed next. */
  readonly next: ReactNode;
}

export function PanelForm({ fields, form, preview, next }: PanelFormProps) {
  return (
    <>
      <div className="rv-form">
        {fields.map((field) => (
          <FieldRow
            key={field.key}
            field={field}
            value={form.answers[field.key]}
            errors={form.problems.filter(({ path }) => path === field.key).map(({ message }) => message)}
            onChange={(value) => form.answer(field.key, value)}
          />
        ))}
      </div>
      {preview}
      {form.failure && (
        <p className="kc-failure" role="alert">
          {form.failure}
        </p>
      )}
      <div className="rv-buttons">{next}</div>
    </>
  );
}

interface PanelPageProps {
  readonly title: string;
  readonly lead: string;
  readonly children: (cases: readonly WaitingCase[]) => ReactNode;
}

/** The page around it: cases that wait for a panel, or a word that none does. */
export function PanelPage({ title, lead, children }: PanelPageProps) {
  const waiting = useQuery(undrawnQuery);
  return (
    <div className="kc-page">
      <PageHead title={title} parent={{ label: '评审组', href: '/panels' }} lead={lead} />
      {waiting.error ? (
        <ErrorState error={waiting.error} onRetry={() => void waiting.refetch()} />
      ) : waiting.data === undefined ? (
        <PageSkeleton />
      ) : waiting.data.length === 0 ? (
        <EmptyState title="没有等待组建评审组的办件" how="办件进入专家评审环节后，会出现在这里。" />
      ) : (
        children(waiting.data)
      )}
    </div>
  );
}
