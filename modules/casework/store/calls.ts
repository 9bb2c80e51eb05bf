// Calls (批次): the windows in which a programme is open, edited by staff.
import { sql, type Transaction } from 'kysely';
import { tables } from '#platform/http/action.ts';
import { notFound, staleWrite } from '#platform/refusal.ts';
import type { CallInput } from '../wire.ts';
import type { CallRow, CaseworkTables } from './tables.ts';

/** Applications handed in, as far as the asker may see them. */
const handedIn = sql<number>`(select count(*)::int from casework.cases c where c.root = k.root and c.call = k.id and c.status <> 'draft')`;

export type CallWithCount = CallRow & { cases: number };

/** Calls newest first; a call that is still a draft is seen by staff only, as the database's bounds say. */
export async function listCalls(
  db: Transaction<unknown>,
  root: string,
  filters: { programme?: string | undefined; status?: string | undefined; year?: number | undefined },
): Promise<CallWithCount[]> {
  let query = tables<CaseworkTables>(db)
    .selectFrom('casework.call as k')
    .selectAll('k')
    .select(handedIn.as('cases'))
    .where('k.root', '=', root);
  if (filters.programme !== undefined) query = query.where('k.programme', '=', filters.programme);
  if (filters.status !== undefined) query = query.where('k.status', '=', filters.status as CallRow['status']);
  if (filters.year !== undefined) query = query.where('k.year', '=', filters.year);
  return query.orderBy('k.opens_at', 'desc').orderBy('k.id').limit(200).execute();
}

export async function getCall(db: Transaction<unknown>, id: string): Promise<CallWithCount> {
  const row = await tables<CaseworkTables>(db)
    .selectFrom('casework.call as k')
    .selectAll('k')
    .select(handedIn.as('cases'))
    .where('k.id', '=', id)
    .executeTakeFirst();
  if (row === undefined) throw notFound('该批次');
  return row;
}

/** What the calls of some cases have set, by call. */
export async function parametersOfCalls(
  db: Transaction<unknown>,
  rows: readonly { readonly call: string }[],
): Promise<ReadonlyMap<string, Record<string, string>>> {
  const ids = [...new Set(rows.map(({ call }) => call))];
  if (ids.length === 0) return new Map();
  const calls = await tables<CaseworkTables>(db).selectFrom('casework.call').select(['id', 'parameters']).where('id', 'in', ids).execute();
  return new Map(calls.map(({ id, parameters }) => [id, parameters]));
}

const valuesOf = (input: CallInput) => ({
  programme: input.programme,
  dossier: input.dossier,
  year: input.year,
  name: input.name,
  opens_at: new Date(input.opensAt),
  closes_at: new Date(input.closesAt),
  budget: input.budget ?? null,
  quota: input.quota ?? null,
  parameters: JSON.stringify(input.parameters ?? {}) as never,
  guide: input.guide ?? '',
});

export async function insertCall(db: Transaction<unknown>, id: string, root: string, input: CallInput, now: Date): Promise<void> {
  await tables<CaseworkTables>(db)
    .insertInto('casework.call')
    .values({ id, root, status: 'draft', version: 1, created_at: now, updated_at: now, ...valuesOf(input) })
    .execute();
}

/** Changes a call over the version that the writer saw. */
export async function updateCall(
  db: Transaction<unknown>,
  id: string,
  version: number,
  change: CallInput | { status: CallRow['status'] },
  now: Date,
): Promise<void> {
  const set = 'status' in change ? { status: change.status } : valuesOf(change);
  const { numUpdatedRows } = await tables<CaseworkTables>(db)
    .updateTable('casework.call')
    .set({ ...set, version: version + 1, updated_at: now })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) throw staleWrite('这个批次');
}
