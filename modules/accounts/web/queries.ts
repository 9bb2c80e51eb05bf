// What the pages of accounts ask the server.
import { queryOptions } from '@tanstack/react-query';
import { call } from '#ui/api.ts';
import type {
  AccountView,
  ColleaguesView,
  MyAccountView,
  OfficeListView,
  PartyAccountsView,
  RoleTableView,
  SettingsView,
  VerificationView,
} from '../wire.ts';

export const accountQuery = (id: string) =>
  queryOptions({
    queryKey: ['accounts', 'account', id],
    queryFn: ({ signal }) => call<AccountView>('GET', `/accounts/accounts/${id}`, { signal }),
  });

export const officesQuery = queryOptions({
  queryKey: ['accounts', 'offices'],
  queryFn: ({ signal }) => call<OfficeListView>('GET', '/accounts/offices', { query: { withClosed: true }, signal }),
});

export const roleTableQuery = queryOptions({
  queryKey: ['accounts', 'roles'],
  queryFn: ({ signal }) => call<RoleTableView>('GET', '/accounts/roles', { signal }),
});

export const myAccountQuery = queryOptions({
  queryKey: ['accounts', 'my-account'],
  queryFn: ({ signal }) => call<MyAccountView>('GET', '/accounts/my-account', { signal }),
});

export const colleaguesQuery = queryOptions({
  queryKey: ['accounts', 'colleagues'],
  queryFn: ({ signal }) => call<ColleaguesView>('GET', '/accounts/colleagues', { signal }),
});

export const settingsQuery = queryOptions({
  queryKey: ['accounts', 'settings'],
  queryFn: ({ signal }) => call<SettingsView>('GET', '/accounts/settings', { signal }),
});

export const verificationQuery = queryOptions({
  queryKey: ['accounts', 'trail-verification'],
  queryFn: ({ signal }) => call<VerificationView>('GET', '/accounts/trail/verification', { signal }),
  // Walks the whole trail: only when asked, and not again by itself.
  enabled: false,
  staleTime: Number.POSITIVE_INFINITY,
});

export const partyAccountsQuery = (party: string) =>
  queryOptions({
    queryKey: ['accounts', 'party', party],
    queryFn: ({ signal }) => call<PartyAccountsView>('GET', '/accounts/enterprise-accounts', { query: { party }, signal }),
  });
