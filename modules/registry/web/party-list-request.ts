// What the list of parties asks the server: filters of the address as the server reads them, amounts turned from 万元 into yuan.
import { shift } from '#ui/decimal.ts';
import type { PageRequest } from '#ui/list/list-page.tsx';
import { type Filters, isRange, listQuery, type Sort, writeFilters, writeSort } from '#ui/url-state.ts';

const yuan = (wan: string | null): string | null => (wan === null ? null : (shift(wan, 4) ?? null));

function inYuan(filters: Filters): Filters {
  const { sales } = filters;
  if (sales === undefined || !isRange(sales)) return filters;
  return { ...filters, sales: { from: yuan(sales.from), to: yuan(sales.to) } };
}

export const partyRequest = (request: Omit<PageRequest, 'signal'>): Record<string, string> =>
  listQuery({ ...request, filters: inYuan(request.filters) });

export const exportRequest = (filters: Filters, sort: Sort | undefined, columns: readonly string[]): Record<string, string> => ({
  ...writeFilters(inYuan(filters)),
  ...(sort === undefined ? {} : { sort: writeSort(sort) }),
  columns: columns.join(','),
});
