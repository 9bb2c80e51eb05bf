// The questions that several pages of the registry ask the server, each under one name so that an answer is shared.
import { type QueryClient, queryOptions } from '@tanstack/react-query';
import { call } from '#ui/api.ts';
import type { Duplicates, Known, MergePreview, PartyProfile, Revisions, Timeline, TitleKinds } from '../wire.ts';

const HOUR = 3_600_000;

export const knownQuery = queryOptions({
  queryKey: ['registry', 'known'],
  queryFn: ({ signal }) => call<Known>('GET', '/registry/known', { signal }),
  staleTime: HOUR,
});

export const partyQuery = (id: string) =>
  queryOptions({
    queryKey: ['registry', 'party', id],
    queryFn: ({ signal }) => call<PartyProfile>('GET', `/registry/parties/${id}`, { signal }),
  });

export const ownQuery = queryOptions({
  queryKey: ['registry', 'own'],
  queryFn: ({ signal }) => call<PartyProfile>('GET', '/registry/own', { signal }),
});

export const timelineQuery = (id: string) =>
  queryOptions({
    queryKey: ['registry', 'timeline', id],
    queryFn: ({ signal }) => call<Timeline>('GET', `/registry/parties/${id}/timeline`, { signal }),
  });

export const titleKindsQuery = queryOptions({
  queryKey: ['registry', 'title-kinds'],
  queryFn: async ({ signal }) => (await call<TitleKinds>('GET', '/registry/title-kinds', { signal })).kinds,
});

export const revisionsQuery = (party: string, year: number, source: string) =>
  queryOptions({
    queryKey: ['registry', 'revisions', party, year, source],
    queryFn: async ({ signal }) =>
      (await call<Revisions>('GET', `/registry/parties/${party}/finance/${year}/${source}/revisions`, { signal })).rows,
  });

export const duplicatesQuery = (party?: string) =>
  queryOptions({
    queryKey: ['registry', 'duplicates', party ?? ''],
    queryFn: async ({ signal }) =>
      (await call<Duplicates>('GET', '/registry/duplicates', { query: { ...(party === undefined ? {} : { party }), limit: 100 }, signal }))
        .rows,
  });

export const mergerQuery = (absorbed: string, survivor: string) =>
  queryOptions({
    queryKey: ['registry', 'merger', absorbed, survivor],
    queryFn: ({ signal }) => call<MergePreview>('GET', '/registry/mergers/preview', { query: { absorbed, survivor }, signal }),
  });

/** After a change everything that is shown of parties is asked again; names of places and fields stay. */
export function refreshParties(client: QueryClient): Promise<void> {
  return client.invalidateQueries({
    predicate: ({ queryKey: [first, second] }) =>
      (first === 'registry' && second !== 'known') || (first === 'list' && String(second).startsWith('registry.')),
  });
}
