// Single rows, their versions and their records of a year; and how many rows each register has.
import { sql, type Transaction } from 'kysely';
import { tables } from '#platform/http/action.ts';
import { notFound } from '#platform/refusal.ts';
import type { RegistersTables, RowRow, VersionRow, YearlyRow } from './tables.ts';

export async function getRow(db: Transaction<unknown>, id: string, lock = false): Promise<RowRow> {
  let query = tables<RegistersTables>(db).selectFrom('registers.row').selectAll().where('id', '=', id);
  if (lock) query = query.forUpdate();
  const row = await query.executeTakeFirst();
  if (row === undefined) throw notFound('这条台账记录');
  return row;
}

export async function rowsOf(db: Transaction<unknown>, ids: readonly string[], lock = false): Promise<Map<string, RowRow>> {
  if (ids.length === 0) return new Map();
  let query = tables<RegistersTables>(db).selectFrom('registers.row').selectAll().where('id', 'in', ids).orderBy('id');
  if (lock) query = query.forUpdate();
  return new Map((await query.execute()).map((row) => [row.id, row]));
}

/** All versions of a row and of its records of each year, newest first. */
export const versionsOf = (db: Transaction<unknown>, row: string): Promise<VersionRow[]> =>
  tables<RegistersTables>(db)
    .selectFrom('registers.version')
    .selectAll()
    .where('row_id', '=', row)
    .orderBy('at', 'desc')
    .orderBy('version', 'desc')
    .execute();

export const findVersion = (db: Transaction<unknown>, row: string, version: number): Promise<VersionRow | undefined> =>
  tables<RegistersTables>(db)
    .selectFrom('registers.version')
    .selectAll()
    .where('row_id', '=', row)
    .where('year', '=', 0)
    .where('version', '=', version)
    .executeTakeFirst();

export const yearlyOf = (db: Transaction<unknown>, row: string): Promise<YearlyRow[]> =>
  tables<RegistersTables>(db).selectFrom('registers.yearly').selectAll().where('row_id', '=', row).orderBy('year', 'desc').execute();

export interface RegisterCount {
  readonly register: string;
  readonly rows: number;
  readonly changedAt: Date;
}

export async function registerCounts(db: Transaction<unknown>, root: string): Promise<Map<string, RegisterCount>> {
  const { rows } = await sql<RegisterCount>`
    select register, count(*)::float8 as rows, max(updated_at) as "changedAt" from registers.row where root = ${root} group by register`.execute(
    db,
  );
  return new Map(rows.map((row) => [row.register, row]));
}
