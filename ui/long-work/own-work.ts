// Long work on the server: a request carries an id, others may watch it, and an answer that was lost on the way is asked for afterwards.
import { type QueryClient, queryOptions } from '@tanstack/react-query';
import { ApiError, call } from '../api.ts';

export interface OwnWork {
  readonly id: string;
  readonly title: string;
  /** Address of the page where its outcome is shown. */
  readonly href: string;
  readonly says: string;
  readonly share: number | null;
  readonly state: 'running' | 'done' | 'refused' | 'lost';
  readonly startedAt: string;
  readonly endedAt: string | null;
  readonly ref: string | null;
}

/** What a call sends with itself to be watched. `{ref}` in the page becomes the id of what came of it. */
export interface WorkTicket {
  readonly id: string;
  readonly page: string;
}

/** A random id; browsers give no UUIDs to pages without a certificate, as those inside an office network. */
export function newTicket(page: string): WorkTicket {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return { id: hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5'), page };
}

export const ticketHeaders = ({ id, page }: WorkTicket): Record<string, string> => ({ 'x-work': id, 'x-work-page': encodeURI(page) });

type Row = Omit<OwnWork, 'href'> & { readonly page: string };

const hrefOf = ({ page, ref }: Row): string => decodeURI(page).replace('{ref}', ref ?? '');

/** Begun on this page, whether or not the server has heard of it yet; and those whose answer is still awaited. */
const begun = new Set<string>();
const awaited = new Set<string>();

export const wasBegunHere = (id: string): boolean => begun.has(id);

/** Asked every second while something runs, and not at all otherwise. */
export const ownWorkQuery = queryOptions({
  queryKey: ['own-work'],
  queryFn: async ({ signal }): Promise<readonly OwnWork[]> => {
    const { rows } = await call<{ rows: readonly Row[] }>('GET', '/accounts/my-work', { signal });
    return rows.map((row) => ({ ...row, href: hrefOf(row) }));
  },
  refetchInterval: ({ state }) => (awaited.size > 0 || state.data?.some((work) => work.state === 'running') ? 1_000 : false),
});

const attended = new Set<string>();

/** Whoever has stayed and seen what came of it need not be told again in the head of the page. */
export const attend = ({ id }: WorkTicket): void => {
  attended.add(id);
};

export const wasAttended = (id: string): boolean => attended.has(id);

const pause = (ms: number): Promise<void> => new Promise((resolve) => window.setTimeout(resolve, ms));

/** Waits for the end of work whose answer did not arrive; undefined when the server never heard of it. */
async function endOf(client: QueryClient, id: string): Promise<OwnWork | undefined> {
  for (let tries = 0; tries < 600; tries += 1) {
    const rows = await client.fetchQuery({ ...ownWorkQuery, staleTime: 0 }).catch(() => undefined);
    const work = rows?.find((each) => each.id === id);
    if (rows !== undefined && work?.state !== 'running') return work;
    await pause(2_000);
  }
  return undefined;
}

/**
 * Sends long work and shows it among the own work meanwhile. When the connection breaks in between, the outcome is waited for and fetched: the
 * server goes on without its client.
 */
export async function throughWork<Reply>(
  client: QueryClient,
  ticket: WorkTicket,
  send: () => Promise<Reply>,
  fetch: (work: OwnWork) => Promise<Reply>,
): Promise<Reply> {
  const look = () => void client.invalidateQueries({ queryKey: ownWorkQuery.queryKey });
  begun.add(ticket.id);
  awaited.add(ticket.id);
  const soon = window.setTimeout(look, 600);
  try {
    return await send();
  } catch (error) {
    if (!(error instanceof ApiError) || !error.isLost) throw error;
    const work = await endOf(client, ticket.id);
    if (work?.state === 'refused') throw new ApiError(422, 'WORK_REFUSED', work.says);
    if (work?.state !== 'done') throw error;
    return await fetch(work);
  } finally {
    window.clearTimeout(soon);
    awaited.delete(ticket.id);
    look();
  }
}
