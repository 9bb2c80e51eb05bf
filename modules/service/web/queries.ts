// The questions that several pages of service ask the server.
import { queryOptions } from '@tanstack/react-query';
import { call } from '#ui/api.ts';
import type { FollowUp, ItemGuide, ItemSummary, RatingView, ServiceStatistics, WallBoard } from '../wire.ts';

/** Often enough for a wall, seldom enough not to be noticed. */
const refreshMs = 60_000;

export const itemsQuery = queryOptions({
  queryKey: ['service', 'items'],
  queryFn: async ({ signal }) => (await call<{ rows: ItemSummary[] }>('GET', '/service/items', { signal })).rows,
  staleTime: Number.POSITIVE_INFINITY,
});

export const itemQuery = (programme: string, id: string) =>
  queryOptions({
    queryKey: ['service', 'item', programme, id],
    queryFn: ({ signal }) => call<ItemGuide>('GET', `/service/items/${programme}/${id}`, { signal }),
  });

export const boardQuery = queryOptions({
  queryKey: ['service', 'board'],
  queryFn: ({ signal }) => call<WallBoard>('GET', '/service/board', { signal }),
  refetchInterval: refreshMs,
  refetchIntervalInBackground: true,
});

export const statisticsQuery = (query: Readonly<Record<string, string>>) =>
  queryOptions({
    queryKey: ['service', 'statistics', query],
    queryFn: ({ signal }) => call<ServiceStatistics>('GET', '/service/statistics', { query, signal }),
  });

export const ratingsQuery = (query: Readonly<Record<string, string>>) =>
  queryOptions({
    queryKey: ['service', 'ratings', query],
    queryFn: async ({ signal }) => (await call<{ rows: RatingView[] }>('GET', '/service/ratings', { query, signal })).rows,
  });

export const followUpsQuery = queryOptions({
  queryKey: ['service', 'follow-ups'],
  queryFn: async ({ signal }) => (await call<{ rows: FollowUp[] }>('GET', '/service/follow-ups', { signal })).rows,
});
