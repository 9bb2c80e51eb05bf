// What casework adds around the pages: the count beside its entry, cases in the search box.
import { call } from '#ui/api.ts';
import type { SearchSource } from '#ui/shell/search-sources.ts';
import type { CasePageView } from './queries.ts';

export async function waitingCounts(signal: AbortSignal): Promise<Readonly<Record<string, number>>> {
  const counts = await call<Readonly<Record<string, number>>>('GET', '/casework/case-counts', { signal });
  return counts.mine === undefined ? {} : { 'casework.mine': counts.mine };
}

export const caseSource: SearchSource = {
  key: 'cases',
  label: '办件',
  search: async (text, signal) => {
    const { rows } = await call<CasePageView>('GET', '/casework/cases', { query: { text, limit: 8 }, signal });
    return rows.map((row) => ({
      key: row.id,
      title: `${row.partyName} ${row.dossierName}`,
      hint: `${row.number ?? ''} ${row.stageName ?? row.statusName}`.trim(),
      href: `/casework/cases/${row.id}`,
    }));
  },
};
