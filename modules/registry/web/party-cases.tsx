// Cases of a party on its profile, the latest few, for those who may read cases; casework itself tells the rest.
import { queryOptions, useQuery } from '@tanstack/react-query';
import { call } from '#ui/api.ts';
import { ErrorState, TableSkeleton } from '#ui/page/states.tsx';
import { Section } from '#ui/record/fact-list.tsx';
import { RelatedList } from '#ui/record/related-list.tsx';
import { useMay } from '#ui/session.ts';

const SHOWN = 5;

/** What a profile needs of a case: the rest is casework's. */
interface CasesOfParty {
  readonly rows: readonly {
    readonly id: string;
    readonly dossierName: string;
    readonly number: string | null;
    readonly status: string;
    readonly statusName: string;
    readonly stageName: string | null;
    readonly submittedOn: string | null;
  }[];
  readonly total: number;
}

/** Where a running case stands, or how it ended. */
const standing = ({ status, statusName, stageName }: CasesOfParty['rows'][number]): string =>
  status === 'open' ? (stageName ?? statusName) : statusName;

const casesQuery = (party: string) =>
  queryOptions({
    queryKey: ['registry', 'cases', party],
    queryFn: ({ signal }) => call<CasesOfParty>('GET', '/casework/cases', { query: { party, sort: '-submittedOn', limit: SHOWN }, signal }),
  });

function Listed({ party }: { party: { readonly id: string; readonly name: string; readonly uscc: string | null } }) {
  const query = useQuery(casesQuery(party.id));
  if (query.data === undefined) {
    return (
      <Section title="办件">
        {query.error ? <ErrorState error={query.error} onRetry={() => void query.refetch()} /> : <TableSkeleton rows={2} />}
      </Section>
    );
  }
  const { rows, total } = query.data;
  return (
    <RelatedList
      title="办件"
      shown={SHOWN}
      total={total}
      allHref={`/casework/cases?${new URLSearchParams({ view: 'all', text: party.uscc ?? party.name })}`}
      empty="没有提交过申请"
      items={rows.map((row) => ({
        id: row.id,
        title: row.dossierName,
        href: `/casework/cases/${row.id}`,
        hint: [row.submittedOn, row.number, standing(row)].filter(Boolean).join('　'),
      }))}
    />
  );
}

export function PartyCases({ party }: Parameters<typeof Listed>[0]) {
  return useMay('casework/case:read') ? <Listed party={party} /> : null;
}
