// What the pages of funds ask the server.
import { type QueryClient, queryOptions } from '@tanstack/react-query';
import { call } from '#ui/api.ts';
import type {
  AccountPage,
  CommitmentPage,
  CommitmentView,
  FundsKnown,
  JournalView,
  LineDetail,
  ParametersView,
  PaymentPage,
  RecoveryPage,
} from '../wire.ts';

export const knownQuery = queryOptions({
  queryKey: ['funds', 'known'],
  queryFn: ({ signal }) => call<FundsKnown>('GET', '/funds/known', { signal }),
});

export const lineQuery = (id: string) =>
  queryOptions({ queryKey: ['funds', 'line', id], queryFn: ({ signal }) => call<LineDetail>('GET', `/funds/lines/${id}`, { signal }) });

export const journalQuery = (id: string, pocket: string | undefined, before: string | undefined) =>
  queryOptions({
    queryKey: ['funds', 'journal', id, pocket ?? '', before ?? ''],
    queryFn: ({ signal }) => call<JournalView>('GET', `/funds/lines/${id}/journal`, { query: { pocket, before }, signal }),
  });

export const commitmentQuery = (id: string) =>
  queryOptions({
    queryKey: ['funds', 'commitment', id],
    queryFn: ({ signal }) => call<CommitmentView>('GET', `/funds/commitments/${id}`, { signal }),
  });

export const commitmentsQuery = (query: Readonly<Record<string, string>>) =>
  queryOptions({
    queryKey: ['funds', 'commitments', query],
    queryFn: ({ signal }) => call<CommitmentPage>('GET', '/funds/commitments', { query, signal }),
  });

export const paymentsQuery = (query: Readonly<Record<string, string>>) =>
  queryOptions({
    queryKey: ['funds', 'payments', query],
    queryFn: ({ signal }) => call<PaymentPage>('GET', '/funds/payments', { query, signal }),
  });

export const accountsQuery = (query: Readonly<Record<string, string>>) =>
  queryOptions({
    queryKey: ['funds', 'accounts', query],
    queryFn: ({ signal }) => call<AccountPage>('GET', '/funds/accounts', { query, signal }),
  });

export const parametersQuery = queryOptions({
  queryKey: ['funds', 'parameters'],
  queryFn: ({ signal }) => call<ParametersView>('GET', '/funds/parameters', { signal }),
});

export const recoveriesQuery = queryOptions({
  queryKey: ['funds', 'recoveries'],
  queryFn: ({ signal }) => call<RecoveryPage>('GET', '/funds/recoveries', { signal }),
});

/** Money moved: every number of funds on screen is asked again. */
export async function refreshFunds(client: QueryClient): Promise<void> {
  await client.invalidateQueries({ queryKey: ['funds'] });
  await client.invalidateQueries({ queryKey: ['list'] });
  void client.invalidateQueries({ queryKey: ['counts'] });
}
