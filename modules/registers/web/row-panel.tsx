// A row in the side panel: what it says and what happened to it last, without leaving the list.
import { useQuery } from '@tanstack/react-query';
import { formOfView } from '#kernel/faces/form-view.ts';
import { printAnswers } from '#kernel/faces/print.ts';
import { AnswerSheet } from '#ui/form/answer-sheet.tsx';
import { ErrorState, TableSkeleton } from '#ui/page/states.tsx';
import { Section } from '#ui/record/fact-list.tsx';
import { Timeline } from '#ui/record/timeline.tsx';
import type { RowDetail } from '../wire.ts';
import { rowQuery, type ShownRegister } from './queries.ts';
import './registers.css';

export function RowTitle({ id }: { id: string }) {
  return <>{useQuery(rowQuery(id)).data?.title ?? '台账记录'}</>;
}

/** What changed, before struck through and after. */
function Changes({ changes }: { changes: RowDetail['history'][number]['changes'] }) {
  if (changes.length === 0) return null;
  return (
    <div className="rs-changes">
      {changes.map(({ path, label, before, after }) => (
        <p key={path}>
          {label}：<del>{before || '空'}</del> → {after || '空'}
        </p>
      ))}
    </div>
  );
}

export const historyItems = (history: RowDetail['history']) =>
  history.map(({ year, version, at, who, says, reason, changes }) => ({
    id: `${year}-${version}`,
    at,
    who,
    what: (
      <>
        {says}
        <Changes changes={changes} />
      </>
    ),
    ...(reason === null ? {} : { note: reason }),
  }));

export function RowPanel({ id, register }: { id: string; register: ShownRegister }) {
  const query = useQuery(rowQuery(id));
  if (query.error) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  if (query.data === undefined) return <TableSkeleton rows={6} />;
  return (
    <>
      <AnswerSheet pages={printAnswers(formOfView(register.form), query.data.answers)} />
      <Section title="修改经过">
        <Timeline items={historyItems(query.data.history).slice(0, 5)} />
      </Section>
    </>
  );
}
