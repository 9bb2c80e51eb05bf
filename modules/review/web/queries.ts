// The questions that the pages of review ask the server, each under one name so that an answer is shared.
import { type QueryClient, queryOptions } from '@tanstack/react-query';
import { call } from '#ui/api.ts';
import type { CasePanels, ExpertDetail, MySheet, MySheetHead, PanelDetail, RulesView } from '../wire.ts';

export const mySheetsQuery = queryOptions({
  queryKey: ['review', 'my-sheets'],
  queryFn: async ({ signal }) => (await call<{ rows: MySheetHead[] }>('GET', '/review/my-sheets', { signal })).rows,
});

export const mySheetQuery = (id: string) =>
  queryOptions({
    queryKey: ['review', 'my-sheet', id],
    queryFn: ({ signal }) => call<MySheet>('GET', `/review/my-sheets/${id}`, { signal }),
  });

export const panelQuery = (id: string) =>
  queryOptions({
    queryKey: ['review', 'panel', id],
    queryFn: ({ signal }) => call<PanelDetail>('GET', `/review/panels/${id}`, { signal }),
  });

export const expertQuery = (id: string) =>
  queryOptions({
    queryKey: ['review', 'expert', id],
    queryFn: ({ signal }) => call<ExpertDetail>('GET', `/review/experts/${id}`, { signal }),
  });

export const rulesQuery = queryOptions({
  queryKey: ['review', 'rules'],
  queryFn: ({ signal }) => call<RulesView>('GET', '/review/rules', { signal }),
});

export const casePanelsQuery = (id: string) =>
  queryOptions({
    queryKey: ['review', 'case', id],
    queryFn: ({ signal }) => call<CasePanels>('GET', `/review/cases/${id}/panels`, { signal }),
  });

export const expertAccountsQuery = queryOptions({
  queryKey: ['review', 'expert-accounts'],
  queryFn: async ({ signal }) =>
    (await call<{ rows: { id: string; login: string; name: string }[] }>('GET', '/review/expert-accounts', { signal })).rows,
});

export interface WaitingCase {
  readonly id: string;
  readonly partyName: string;
  readonly number: string | null;
  readonly dossierName: string;
  readonly waitsFor: string;
}

export const undrawnQuery = queryOptions({
  queryKey: ['review', 'undrawn'],
  queryFn: async ({ signal }) => (await call<{ rows: WaitingCase[] }>('GET', '/review/undrawn-cases', { signal })).rows,
});

/** After panels have been made or changed: their lists and the cases that stand before them. */
export async function panelsChanged(client: QueryClient): Promise<void> {
  await Promise.all([
    client.invalidateQueries({ queryKey: ['list', 'review.panels'] }),
    client.invalidateQueries({ queryKey: ['review', 'case'] }),
    client.invalidateQueries({ queryKey: ['review', 'undrawn'] }),
    client.invalidateQueries({ queryKey: ['casework'] }),
    client.invalidateQueries({ queryKey: ['counts'] }),
  ]);
}

/** After a panel has changed: its lists and the case that stands before it. */
export async function panelChanged(client: QueryClient, panel: PanelDetail): Promise<void> {
  client.setQueryData(panelQuery(panel.id).queryKey, panel);
  await panelsChanged(client);
}
