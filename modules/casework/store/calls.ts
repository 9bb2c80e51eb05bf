// Calls (批次): the windows in which a programme is open, edited by staff.
import { sql, type Transaction } from 'kysely';
import { dayOf } from '#kernel/declare/calendar.ts';
import { uuidv7 } from '#platform/db/uuid.ts';
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
  filters: { programme?: string | undefined; status?: string | undefined; year?: number | undefined; standing?: boolean | undefined },
): Promise<CallWithCount[]> {
  let query = tables<CaseworkTables>(db)
    .selectFrom('casework.call as k')
    .selectAll('k')
    .select(handedIn.as('cases'))
    .where('k.root', '=', root)
    .where('k.standing', '=', filters.standing ?? false);
  if (filters.programme !== undefined) query = query.where('k.programme', '=', filters.programme);
  if (filters.status !== undefined) query = query.where('k.status', '=', filters.status as CallRow['status']);
  if (filters.year !== undefined) query = query.where('k.year', '=', filters.year);
  return query.orderBy('k.opens_at', 'desc').orderBy('k.id').limit(200).execute();
}

/** The call of what is always open; undefined before the system has opened it. */
export async function findStandingCall(
  db: Transaction<unknown>,
  root: string,
  of: { readonly programme: string; readonly dossier: string },
): Promise<CallRow | undefined> {
  return tables<CaseworkTables>(db)
    .selectFrom('casework.call')
    .selectAll()
    .where('root', '=', root)
    .where('programme', '=', of.programme)
    .where('dossier', '=', of.dossier)
    .where('standing', '=', true)
    .executeTakeFirst();
}

export interface StandingCall {
  readonly programme: string;
  readonly dossier: string;
  readonly name: string;
}

/** Opens what is not open yet, for good; what stands is left as staff have set it. Returns how many were opened. */
export async function openStandingCalls(
  db: Transaction<unknown>,
  root: string,
  wanted: readonly StandingCall[],
  now: Date,
): Promise<number> {
  if (wanted.length === 0) return 0;
  const rows = wanted.map((each) => ({ ...each, id: uuidv7() }));
  const { numAffectedRows } = await sql`
    insert into casework.call (id, root, programme, dossier, year, name, opens_at, closes_at, status, standing, created_at, updated_at)
    select id, ${root}, programme, dossier, ${Number(dayOf(now).slice(0, 4))}, name, '2000-01-01', '9999-12-31', 'published', true, ${now}, ${now}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as w(id uuid, programme text, dossier text, name text)
    on conflict (root, programme, dossier) where standing do nothing`.execute(db);
  return Number(numAffectedRows ?? 0n);
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
