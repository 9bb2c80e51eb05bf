// The questions that pages of registers ask the server, and which of them are asked anew after a change.
import { type QueryClient, queryOptions } from '@tanstack/react-query';
import type { FormView } from '#kernel/faces/form-view.ts';
import { call } from '#ui/api.ts';
import type { RegisterSummary, RegisterView, RowDetail } from '../wire.ts';

/** The forms of a register as the browser reads them. */
export type ShownRegister = Omit<RegisterView, 'form' | 'yearly'> & {
  readonly form: FormView;
  readonly yearly: { readonly name: string; readonly form: FormView } | null;
};

export const registersQuery = queryOptions({
  queryKey: ['registers', 'lists'],
  queryFn: async ({ signal }) => (await call<{ rows: readonly RegisterSummary[] }>('GET', '/registers/lists', { signal })).rows,
});

export const registerQuery = (id: string) =>
  queryOptions({
    queryKey: ['registers', 'register', id],
    queryFn: ({ signal }) => call<ShownRegister>('GET', `/registers/lists/${id}`, { signal }),
    staleTime: 3_600_000,
    enabled: id !== '',
  });

export const rowQuery = (id: string) =>
  queryOptions({
    queryKey: ['registers', 'row', id],
    queryFn: ({ signal }) => call<RowDetail>('GET', `/registers/rows/${id}`, { signal }),
  });

export function refreshRegisters(client: QueryClient): Promise<void> {
  return client.invalidateQueries({
    predicate: ({ queryKey: [first, second] }) =>
      (first === 'registers' && second !== 'register') || (first === 'list' && String(second).startsWith('registers.')),
  });
}
