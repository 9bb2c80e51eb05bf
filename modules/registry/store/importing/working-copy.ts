// Copies rows that a step works on into a temporary table with statistics: about a batch just read the planner knows nothing, and would loop.
import { sql, type Transaction } from 'kysely';

let copies = 0;

/**
 * Name of a temporary table that holds what the query selects and ends with the transaction. Statistics are taken of the columns by which it
 * is joined or narrowed: of wide values they would cost more than the step itself.
 */
export async function workingCopy(
  db: Transaction<unknown>,
  query: ReturnType<typeof sql>,
  joinedBy: readonly string[],
): Promise<ReturnType<typeof sql>> {
  copies += 1;
  const name = `import_work_${copies}`;
  await sql`create temporary table ${sql.raw(name)} on commit drop as ${query}`.execute(db);
  await sql`analyze ${sql.raw(name)} (${sql.raw(joinedBy.join(', '))})`.execute(db);
  return sql.raw(`pg_temp.${name}`);
}

/** A UUID as SQL text: a statement that makes a table takes no parameters. */
export function literal(uuid: string): ReturnType<typeof sql> {
  if (!/^[0-9a-f-]{36}$/i.test(uuid)) throw new Error('not a uuid');
  return sql.raw(`'${uuid}'::uuid`);
}

/**
 * The batch as a condition compares with it. Of a value that it sees and that no statistics know yet, the planner believes that it has one row,
 * and loops over tens of thousands; behind a select it sees none and reckons with a batch of common size.
 */
export const ofBatch = (batch: string): ReturnType<typeof sql> => sql`(select ${literal(batch)})`;

/** Rows of a batch that are to be written: row, values, outcome, party, diff. */
export const rowsToWrite = (db: Transaction<unknown>, batch: string): Promise<ReturnType<typeof sql>> =>
  workingCopy(
    db,
    sql`select row, values, outcome, party, diff from registry.import_row where batch = ${ofBatch(batch)} and outcome in ('new', 'change')`,
    ['row', 'outcome', 'party'],
  );

/** Records of a kind that undoing a batch puts back: row, key, party, before, version. */
export async function recordsToUndo(
  db: Transaction<unknown>,
  batch: string,
  target: string,
  except: readonly string[],
): Promise<ReturnType<typeof sql>> {
  const kept = await workingCopy(db, sql`select key from registry.import_undo where false`, ['key']);
  if (except.length > 0) await sql`insert into ${kept} select unnest(${except}::text[])`.execute(db);
  return workingCopy(
    db,
    sql`select u.row, u.key, u.party, u.before, u.version from registry.import_undo u
      where u.batch = ${ofBatch(batch)} and u.target = ${sql.lit(target)} and not exists (select 1 from ${kept} k where k.key = u.key)`,
    ['row', 'key', 'party'],
  );
}
