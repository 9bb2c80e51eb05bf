// What the pages of our own work reports ask of the server, and the address under which a figure opens into its entries.
import { queryOptions } from '@tanstack/react-query';
import { call } from '#ui/api.ts';
import type { WrittenFigure } from '../model/writer/shapes.ts';
import type { Comparison, History, Insertables, OpenWork, SignPreview } from '../model/writer/work-shapes.ts';

export const workKey = (id: string) => ['reports', 'work', id] as const;

export const workQuery = (id: string) =>
  queryOptions({
    queryKey: workKey(id),
    queryFn: ({ signal }) => call<OpenWork>('GET', `/reports/own/${id}`, { signal }),
  });

export const historyQuery = (id: string) =>
  queryOptions({
    queryKey: [...workKey(id), 'history'],
    queryFn: ({ signal }) => call<History>('GET', `/reports/own/${id}/history`, { signal }),
  });

export const comparisonQuery = (id: string) =>
  queryOptions({
    queryKey: [...workKey(id), 'comparison'],
    queryFn: ({ signal }) => call<Comparison>('GET', `/reports/own/${id}/comparison`, { signal }),
  });

export const signingQuery = (id: string) =>
  queryOptions({
    queryKey: [...workKey(id), 'signing'],
    queryFn: ({ signal }) => call<SignPreview>('GET', `/reports/own/${id}/signing`, { signal }),
    staleTime: 0,
    retry: false,
  });

export const insertableQuery = (id: string, q: string) =>
  queryOptions({
    queryKey: [...workKey(id), 'insertable', q],
    queryFn: ({ signal }) => call<Insertables>('GET', `/reports/own/${id}/insertable`, { query: { q }, signal }),
    staleTime: 60_000,
  });

/** The page of the indicator for the same year, place and day of knowledge. */
export function lineageHref({ indicator, region, to }: Pick<WrittenFigure, 'indicator' | 'region' | 'to'>, known: string | null): string {
  const month = to.endsWith('-12-31') ? '' : `&month=${to.slice(5, 7)}`;
  return `/figures/${encodeURIComponent(indicator)}?year=${to.slice(0, 4)}${month}&region=${region}${known === null ? '' : `&known=${known}`}`;
}
