// The documents of a case, each to be looked at and taken away.
import { useQuery } from '@tanstack/react-query';
import { formatDay } from '#ui/format.ts';
import { ErrorState, TableSkeleton } from '#ui/page/states.tsx';
import { Status } from '#ui/page/status.tsx';
import { Section } from '#ui/record/fact-list.tsx';
import { RelatedList } from '#ui/record/related-list.tsx';
import { caseDocumentsQuery } from './queries.ts';

/** `base` is where the reader's pages of documents stand. */
export function CaseDocuments({ id, base }: { id: string; base: '/correspondence/documents' | '/desk/documents' }) {
  const query = useQuery(caseDocumentsQuery(id));
  if (query.error || !query.data)
    return (
      <Section title="文书">
        {query.error ? <ErrorState error={query.error} onRetry={() => void query.refetch()} /> : <TableSkeleton rows={2} />}
      </Section>
    );
  return (
    <RelatedList
      title="文书"
      empty="还没有文书。退回补正、受理、不予通过和公示时，系统自动编号并生成。"
      shown={20}
      items={query.data.map((document) => ({
        id: document.id,
        title: document.title,
        href: `${base}/${document.id}`,
        hint: `${document.number}，${formatDay(document.issuedOn)}`,
        ...(document.voided ? { mark: <Status tone="off">已作废</Status> } : {}),
      }))}
    />
  );
}
