// The one door through which rows change: projection, version, marks, match keys and entries of the ledger in the same transaction.
import { sql, type Transaction } from 'kysely';
import { type Held, isInForce, type Register, stateKey } from '#kernel/declare/register.ts';
import { filterMarks, heldOf, longestMark, matchKeys, postingsOf, titleOf } from '#kernel/faces/register-rows.ts';
import { type EntryInput, postEntries, reverseEntriesOf } from '#modules/figures/contract.ts';
import { type By, nameKey } from '#modules/registry/contract.ts';
import type { RowRow, VersionRow } from './tables.ts';

type Answers = Readonly<Record<string, unknown>>;

export interface RowChange {
  readonly id: string;
  /** The row as it stands; null for a new one. */
  readonly before: RowRow | null;
  /** Null takes the row away. */
  readonly answers: Answers | null;
  readonly party: string | null;
  /** Day of its end to be kept as it was, when an undo brings back an older version. */
  readonly endedOn?: string | null;
}

export interface Doing {
  readonly verb: VersionRow['verb'];
  readonly reason: string | null;
  readonly batch: string | null;
}

/** Columns that follow from the answers. */
export function projected(register: Register, change: RowChange, by: Pick<By, 'root' | 'today'>, answers: Answers) {
  const { before } = change;
  const held: Held =
    change.endedOn === undefined
      ? heldOf(register, answers, by.today, before === null ? null : { endedOn: before.ended_on })
      : { ...heldOf(register, answers, by.today, null), endedOn: change.endedOn };
  return {
    held,
    row: {
      id: change.id,
      root: by.root,
      region: register.region === undefined ? by.root : String(answers[register.region] ?? by.root),
      register: register.id,
      circle: register.seenBy ?? '',
      shared: register.region === undefined && register.seenBy === undefined,
      title: titleOf(register, answers),
      state: String(answers[stateKey] ?? ''),
      party: change.party,
      from_on: held.from,
      until_on: held.until,
      ended_on: held.endedOn,
      answers,
      version: (before?.version ?? 0) + 1,
    },
  };
}
export type Projected = ReturnType<typeof projected>['row'];

/** Match keys in the plain form in which names are compared everywhere. */
export const plainKeys = (register: Register, answers: Answers): { readonly field: string; readonly key: string }[] =>
  matchKeys(register, answers).flatMap(({ field, text }) => {
    const key = nameKey(text).slice(0, longestMark);
    return key === '' ? [] : [{ field, key }];
  });

export const entriesOf = (register: Register, row: Projected, held: Held): EntryInput[] =>
  postingsOf(register, row.answers, held).map((posting) => ({
    ...posting,
    region: row.region,
    party: row.party,
    sourceKind: 'register',
    sourceId: row.id,
    note: `${register.name}：${row.title}`,
  }));

/** What hangs on a row carries its bounds. */
export const boundsOf = ({ root, region, register, circle, shared, id }: Projected) => ({
  root,
  region,
  register,
  circle,
  shared,
  row_id: id,
});

const rowType =
  'id uuid, root text, region text, register text, circle text, shared boolean, title text, state text, party uuid, from_on date, until_on date, ended_on date, answers jsonb, version integer';
const columns = rowType.split(', ').map((each) => each.split(' ')[0] ?? '');
const raw = sql.raw;

async function upsertRows(db: Transaction<unknown>, by: By, rows: readonly Projected[], batch: string | null): Promise<number> {
  const changing = columns.filter((column) => !['id', 'root', 'register'].includes(column));
  const { numAffectedRows } = await sql`
    insert into registers.row as r (${raw(columns.join(', '))}, batch, created_at, updated_at, updated_by)
    select ${raw(columns.join(', '))}, ${batch}::uuid, ${by.now}, ${by.now}, ${by.name} from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as n(${raw(rowType)})
    on conflict (id) do update set ${raw(changing.map((column) => `${column} = excluded.${column}`).join(', '))}, batch = excluded.batch,
      updated_at = excluded.updated_at, updated_by = excluded.updated_by
    where r.version = excluded.version - 1`.execute(db);
  return Number(numAffectedRows ?? 0n);
}

async function insertVersions(
  db: Transaction<unknown>,
  by: By,
  doing: Doing,
  rows: readonly (Projected & { gone?: boolean })[],
): Promise<void> {
  const versions = rows.map((row) => ({
    ...boundsOf(row),
    version: row.version,
    answers: row.gone === true ? null : row.answers,
    party: row.party,
    ended_on: row.ended_on,
  }));
  await sql`
    insert into registers.version (root, region, register, circle, shared, row_id, year, version, verb, answers, party, ended_on, batch, at, account, account_name, reason)
    select root, region, register, circle, shared, row_id, 0, version, ${doing.verb}, nullif(answers, 'null'), party, ended_on, ${doing.batch}::uuid, ${by.now}, ${by.account}::uuid,
      ${by.name}, ${doing.reason}
    from jsonb_to_recordset(${JSON.stringify(versions)}::jsonb) as v(root text, region text, register text, circle text, shared boolean, row_id uuid,
      version integer, answers jsonb, party uuid, ended_on date)`.execute(db);
}

/** What anyone may see of rows in force, made anew: the public fields alone. */
async function publishRows(db: Transaction<unknown>, register: Register, rows: readonly Projected[]): Promise<void> {
  const { publicFields, seenBy } = register;
  if (publicFields === undefined || seenBy !== undefined) return;
  const shown = rows
    .filter((row) => isInForce(register, row.answers[stateKey]))
    .map(({ root, register: id, id: row_id, title, until_on, ended_on, answers }) => {
      const given = publicFields.flatMap((key) => (answers[key] === undefined ? [] : [[key, answers[key]] as const]));
      return { root, register: id, row_id, title, until_on, ended_on, answers: Object.fromEntries(given) };
    });
  await sql`delete from registers.public_row where row_id = any(${rows.map((row) => row.id)}::uuid[])`.execute(db);
  await sql`
    insert into registers.public_row (root, register, row_id, title, until_on, ended_on, answers)
    select * from jsonb_to_recordset(${JSON.stringify(shown)}::jsonb) as p(root text, register text, row_id uuid, title text, until_on date, ended_on date, answers jsonb)`.execute(
    db,
  );
}

/** What is found by, and what is public, made anew for these rows. */
export async function markRows(db: Transaction<unknown>, register: Register, rows: readonly Projected[]): Promise<void> {
  const ids = rows.map((row) => row.id);
  const marks = rows.flatMap((row) => filterMarks(register, row.answers).map((mark) => ({ ...boundsOf(row), ...mark })));
  const keys = rows.flatMap((row) => plainKeys(register, row.answers).map((key) => ({ ...boundsOf(row), ...key })));
  const bounds = 'root text, region text, register text, circle text, shared boolean, row_id uuid, field text';
  await publishRows(db, register, rows);
  await sql`delete from registers.mark where row_id = any(${ids}::uuid[])`.execute(db);
  await sql`delete from registers.match_key where row_id = any(${ids}::uuid[])`.execute(db);
  await sql`
    insert into registers.mark (root, region, register, circle, shared, row_id, field, text, number, day)
    select * from jsonb_to_recordset(${JSON.stringify(marks)}::jsonb) as m(${raw(bounds)}, text text, number numeric, day date)`.execute(
    db,
  );
  await sql`
    insert into registers.match_key (root, region, register, circle, shared, row_id, field, key)
    select * from jsonb_to_recordset(${JSON.stringify(keys)}::jsonb) as k(${raw(bounds)}, key text)`.execute(db);
}

const same = (a: readonly EntryInput[], b: readonly EntryInput[]): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Writes all changes or refuses; returns how many were stale and so not written. */
export async function writeRows(
  db: Transaction<unknown>,
  by: By,
  register: Register,
  changes: readonly RowChange[],
  doing: Doing,
): Promise<{ readonly stale: boolean }> {
  if (changes.length === 0) return { stale: false };
  const before = changes.flatMap((change) => (change.before === null ? [] : [{ change, row: change.before }]));
  const old = new Map(
    before.map(({ row }) => [row.id, entriesOf(register, row, { from: row.from_on, until: row.until_on, endedOn: row.ended_on })]),
  );
  const kept = changes.flatMap((change) => (change.answers === null ? [] : [projected(register, change, by, change.answers)]));
  const gone = before.flatMap(({ change, row }) => (change.answers === null ? [{ ...row, version: row.version + 1, gone: true }] : []));
  const rows = kept.map((each) => each.row);
  if (rows.length > 0 && (await upsertRows(db, by, rows, doing.batch)) !== rows.length) return { stale: true };
  await insertVersions(db, by, doing, [...rows, ...gone]);
  if (gone.length > 0) await sql`delete from registers.row where id = any(${gone.map((row) => row.id)}::uuid[])`.execute(db);
  await markRows(db, register, rows);
  const next = new Map(kept.map(({ row, held }) => [row.id, entriesOf(register, row, held)]));
  const turned = before.map(({ row }) => row.id).filter((id) => !same(old.get(id) ?? [], next.get(id) ?? []));
  const back = turned.filter((id) => (old.get(id) ?? []).length > 0);
  if (back.length > 0) await reverseEntriesOf(db, by, { kind: 'register', id: back }, doing.reason ?? '台账内容变更');
  const fresh = rows.filter((row) => !old.has(row.id) || turned.includes(row.id));
  await postEntries(
    db,
    by,
    fresh.flatMap((row) => next.get(row.id) ?? []),
  );
  return { stale: false };
}
