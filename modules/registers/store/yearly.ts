// Writes the record of a row for a year, with its version.
import { sql, type Transaction } from 'kysely';
import type { By } from '#modules/registry/contract.ts';
import type { RowRow, VersionRow } from './tables.ts';

export interface YearlyChange {
  readonly row: RowRow;
  readonly year: number;
  /** Null takes the record away. */
  readonly answers: Readonly<Record<string, unknown>> | null;
  readonly reason: string | null;
}

/** Refuses nothing itself: false when the record is no longer at `version` (0: there is none yet). */
export async function writeYearly(db: Transaction<unknown>, by: By, change: YearlyChange, version: number): Promise<boolean> {
  const { row, year, answers, reason } = change;
  const { root, region, register, circle, shared, id } = row;
  // A record that was taken away and is written again goes on counting where it stopped.
  const { rows } = await sql<{ last: number; there: number | null }>`
    select coalesce(max(v.version), 0)::int as last, (select y.version from registers.yearly y where y.row_id = ${id}::uuid and y.year = ${year}) as there
    from registers.version v where v.row_id = ${id}::uuid and v.year = ${year}`.execute(db);
  if ((rows[0]?.there ?? 0) !== version) return false;
  const next = (rows[0]?.last ?? 0) + 1;
  const verb: VersionRow['verb'] = answers === null ? 'remove' : version === 0 ? 'add' : 'edit';
  if (answers === null) await sql`delete from registers.yearly where row_id = ${id}::uuid and year = ${year}`.execute(db);
  else
    await sql`
      insert into registers.yearly (root, region, register, circle, shared, row_id, year, answers, version, updated_at, updated_by)
      values (${root}, ${region}, ${register}, ${circle}, ${shared}, ${id}::uuid, ${year}, ${JSON.stringify(answers)}::jsonb, ${next}, ${by.now}, ${by.name})
      on conflict (row_id, year) do update set answers = excluded.answers, version = excluded.version, updated_at = excluded.updated_at,
        updated_by = excluded.updated_by`.execute(db);
  await sql`
    insert into registers.version (root, region, register, circle, shared, row_id, year, version, verb, answers, at, account, account_name, reason)
    values (${root}, ${region}, ${register}, ${circle}, ${shared}, ${id}::uuid, ${year}, ${next}, ${verb},
      ${answers === null ? null : JSON.stringify(answers)}::jsonb, ${by.now}, ${by.account}::uuid, ${by.name}, ${reason})`.execute(db);
  return true;
}
