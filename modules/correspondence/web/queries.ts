// The questions that pages of correspondence ask the server, and the addresses that depend on whose desk it is.
import { queryOptions } from '@tanstack/react-query';
import { call } from '#ui/api.ts';
import type { Session } from '#ui/session.ts';
import type { DocumentDetail, InboxView, MyMailView, Paper, WordingsView } from '../wire.ts';

export type PaperDetail = Omit<DocumentDetail, 'paper'> & { readonly paper: Paper };

/** Where a face begins: pages of the same name stand under it. */
export const baseOf = (session: Pick<Session, 'scope'> | null): string =>
  session?.scope === 'party' ? '/desk' : session?.scope === 'expert' ? '/review' : '';

export const inboxQuery = (unread: boolean, before?: string) =>
  queryOptions({
    queryKey: ['inbox', 'list', unread, before ?? ''],
    queryFn: ({ signal }) =>
      call<InboxView>('GET', '/correspondence/messages', { query: { unread: unread ? 'yes' : undefined, before }, signal }),
  });

export const myMailQuery = queryOptions({
  queryKey: ['correspondence', 'my-mail'],
  queryFn: ({ signal }) => call<MyMailView>('GET', '/correspondence/my-mail', { signal }),
});

export const documentQuery = (id: string) =>
  queryOptions({
    queryKey: ['correspondence', 'document', id],
    queryFn: ({ signal }) => call<PaperDetail>('GET', `/correspondence/documents/${id}`, { signal }),
  });

export const wordingsQuery = queryOptions({
  queryKey: ['correspondence', 'wordings'],
  queryFn: ({ signal }) => call<WordingsView>('GET', '/correspondence/wordings', { signal }),
});
