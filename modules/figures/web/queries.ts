// What the pages of figures ask of the server.
import { queryOptions } from '@tanstack/react-query';
import { call } from '#ui/api.ts';
import type { ByRegion, EntryView, ExplainedView, IndicatorView, ObservationView, Series } from '../wire.ts';
import type { PeriodChoice } from './period.tsx';

const ask = ({ from, to, known }: Pick<PeriodChoice, 'from' | 'to' | 'known'>) => ({ from, to, ...(known === '' ? {} : { known }) });

export const indicatorsQuery = queryOptions({
  queryKey: ['figures', 'indicators'],
  queryFn: ({ signal }) => call<{ rows: IndicatorView[] }>('GET', '/figures/indicators', { signal }),
  staleTime: 600_000,
});

export const byRegionQuery = (id: string, period: Pick<PeriodChoice, 'from' | 'to' | 'known'>) =>
  queryOptions({
    queryKey: ['figures', 'regions', id, period.from, period.to, period.known],
    queryFn: ({ signal }) => call<ByRegion>('GET', `/figures/indicators/${id}/regions`, { query: ask(period), signal }),
  });

export const seriesQuery = (id: string, region: string, from: string, to: string, step: 'month' | 'year', known: string) =>
  queryOptions({
    queryKey: ['figures', 'series', id, region, from, to, step, known],
    queryFn: ({ signal }) =>
      call<Series>('GET', `/figures/indicators/${id}/series`, { query: { ...ask({ from, to, known }), region, step }, signal }),
  });

export const explainQuery = (id: string, region: string, period: Pick<PeriodChoice, 'from' | 'to' | 'known'>) =>
  queryOptions({
    queryKey: ['figures', 'explain', id, region, period.from, period.to, period.known],
    queryFn: ({ signal }) =>
      call<{ indicator: IndicatorView; tree: ExplainedView }>('GET', `/figures/indicators/${id}/explain`, {
        query: { ...ask(period), region },
        signal,
      }),
  });

export interface Place {
  readonly place: string;
  readonly own: boolean;
  readonly points: readonly {
    readonly year: number;
    readonly value: string | null;
    readonly why: string | null;
    readonly observation: ObservationView | null;
  }[];
}

export const placesQuery = (id: string, from: number, to: number) =>
  queryOptions({
    queryKey: ['figures', 'places', id, from, to],
    queryFn: ({ signal }) =>
      call<{ indicator: IndicatorView; places: Place[] }>('GET', `/figures/indicators/${id}/places`, { query: { from, to }, signal }),
  });

export const entriesPage = (
  query: { measure: string; region: string; from: string | null; to: string; known: string },
  after: string | undefined,
  signal: AbortSignal,
): Promise<{ rows: EntryView[]; next: string | null; total: number }> =>
  call('GET', '/figures/entries', {
    query: {
      measure: query.measure,
      to: query.to,
      ...(query.region === '' ? {} : { region: query.region }),
      ...(query.from === null ? {} : { from: query.from }),
      ...(query.known === '' ? {} : { known: query.known }),
      ...(after === undefined ? {} : { after }),
      limit: 50,
    },
    signal,
  });
