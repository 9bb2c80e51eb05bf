// What the list of cases asks the server: filters of the address written as the server reads them, and every row of a selection.
import { call } from '#ui/api.ts';
import type { PageRequest } from '#ui/list/list-page.tsx';
import { type Filters, isRange, listQuery, type Sort, writeFilters, writeSort } from '#ui/url-state.ts';
import type { CaseSummary } from '../wire.ts';
import type { CasePageView } from './queries.ts';

const range = (value: Filters[string] | undefined) => (value !== undefined && isRange(value) ? value : { from: null, to: null });

/** Ranges become two bounds; everything else keeps its name. */
export function caseFilters(filters: Filters): Record<string, string> {
  const { submitted, due, ...rest } = filters;
  const query = writeFilters(rest);
  const [sent, until] = [range(submitted), range(due)];
  if (sent.from !== null) query.submittedFrom = sent.from;
  if (sent.to !== null) query.submittedTo = sent.to;
  if (until.from !== null) query.dueFrom = until.from;
  if (until.to !== null) query.dueBy = until.to;
  return query;
}

export const caseRequest = (request: Omit<PageRequest, 'signal'>): Record<string, string> => ({
  ...caseFilters(request.filters),
  ...listQuery({ ...request, filters: {} }),
});

export const exportRequest = (filters: Filters, sort: Sort | undefined): Record<string, string> => ({
  ...caseFilters(filters),
  ...(sort === undefined ? {} : { sort: writeSort(sort) }),
});

/** The server moves at most so many at once. */
export const mostAtOnce = 2000;

/** Every case that the filters show, page by page, up to what can be moved at once. */
export async function everyCase(filters: Filters, signal: AbortSignal): Promise<readonly CaseSummary[]> {
  const rows: CaseSummary[] = [];
  let after: string | undefined;
  do {
    const query = caseRequest({ filters, sort: undefined, after, limit: 200 });
    const page: CasePageView = await call<CasePageView>('GET', '/casework/cases', { query, signal });
    rows.push(...page.rows);
    after = page.next ?? undefined;
  } while (after !== undefined && rows.length < mostAtOnce);
  return rows;
}
