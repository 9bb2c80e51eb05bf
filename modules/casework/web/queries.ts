// The questions that several pages of casework ask the server, each under one name so that an answer is shared.
import { queryOptions } from '@tanstack/react-query';
import { call } from '#ui/api.ts';
import type { CallView, CaseDetail, CaseSummary, KnownView } from '../wire.ts';

export interface CasePageView {
  readonly rows: readonly CaseSummary[];
  readonly next: string | null;
  readonly total: number;
}

export interface NoticeView {
  readonly id: string;
  readonly caseId: string;
  readonly title: string;
  readonly body: string;
  readonly at: string;
  readonly readAt: string | null;
}

export interface NoticesView {
  readonly rows: readonly NoticeView[];
  readonly unread: number;
}

export const caseQuery = (id: string) =>
  queryOptions({
    queryKey: ['casework', 'case', id],
    queryFn: ({ signal }) => call<CaseDetail>('GET', `/casework/cases/${id}`, { signal }),
  });

export const casesQuery = (query: Readonly<Record<string, string>>) =>
  queryOptions({
    queryKey: ['casework', 'cases', query],
    queryFn: ({ signal }) => call<CasePageView>('GET', '/casework/cases', { query, signal }),
  });

export const countsQuery = queryOptions({
  queryKey: ['casework', 'counts'],
  queryFn: ({ signal }) => call<Readonly<Record<string, number>>>('GET', '/casework/case-counts', { signal }),
});

export const callsQuery = queryOptions({
  queryKey: ['casework', 'calls'],
  queryFn: async ({ signal }) => (await call<{ rows: CallView[] }>('GET', '/casework/calls', { signal })).rows,
});

export const callQuery = (id: string) =>
  queryOptions({
    queryKey: ['casework', 'call', id],
    queryFn: ({ signal }) => call<CallView>('GET', `/casework/calls/${id}`, { signal }),
  });

export const knownQuery = queryOptions({
  queryKey: ['casework', 'known'],
  queryFn: ({ signal }) => call<KnownView>('GET', '/casework/known', { signal }),
});

export const noticesQuery = queryOptions({
  queryKey: ['casework', 'notices'],
  queryFn: ({ signal }) => call<NoticesView>('GET', '/casework/notices', { signal }),
});
