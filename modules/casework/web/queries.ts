// The questions that several pages of casework ask the server, each under one name so that an answer is shared.
import { queryOptions } from '@tanstack/react-query';
import type { DocumentView, InboxView } from '#modules/correspondence/wire.ts';
import { call } from '#ui/api.ts';
import type { BoardView, CallView, CaseDetail, CaseSummary, KnownView } from '../wire.ts';

export interface CasePageView {
  readonly rows: readonly CaseSummary[];
  readonly next: string | null;
  readonly total: number;
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

export const boardQuery = queryOptions({
  queryKey: ['casework', 'board'],
  queryFn: async ({ signal }) => (await call<{ rows: BoardView[] }>('GET', '/casework/board', { signal })).rows,
});

export const boardItemQuery = (id: string) =>
  queryOptions({
    queryKey: ['casework', 'board', id],
    queryFn: ({ signal }) => call<BoardView>('GET', `/casework/board/${id}`, { signal }),
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

/** The latest messages, as the bell has them. */
export const messagesQuery = queryOptions({
  queryKey: ['inbox', 'latest'],
  queryFn: ({ signal }) => call<InboxView>('GET', '/correspondence/messages', { query: { limit: 5 }, signal }),
});

export const caseDocumentsQuery = (id: string) =>
  queryOptions({
    // Under the cases, because a move makes documents.
    queryKey: ['casework', 'documents', id],
    queryFn: async ({ signal }) =>
      (await call<{ rows: DocumentView[] }>('GET', '/correspondence/documents', { query: { case: id, limit: 50 }, signal })).rows,
  });
