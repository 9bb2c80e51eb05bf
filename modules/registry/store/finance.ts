// Reads and records yearly figures by source; what a correction replaces is kept.
import { sql, type Transaction } from 'kysely';
import { tables } from '#platform/http/action.ts';
import { Refusal, staleWrite } from '#platform/refusal.ts';
import { type FinanceKey, type FinanceSourceCode, type FinanceValues, financeItems } from '../model/finance-items.ts';
import type { By } from './by.ts';
import type { RegistryTables } from './tables.ts';

export interface FinanceRecord {
  readonly party: string;
  readonly year: number;
  readonly source: FinanceSourceCode;
  readonly values: Partial<FinanceValues>;
  readonly note?: string | null;
}

export interface KnownFigures {
  readonly year: number;
  readonly source: FinanceSourceCode;
  readonly values: FinanceValues;
  readonly version: number;
  readonly recordedAt: Date;
  readonly recordedBy: string;
  readonly note: string | null;
}

const names = financeItems.map((item) => item.column);
const columns = sql.raw(names.join(', '));
const typed = sql.raw(financeItems.map((item) => `${item.column} ${item.unit === '元' ? 'numeric(18,2)' : 'numeric(9,0)'}`).join(', '));

/** The figures of a row as JSON; amounts as text, because a number in JSON is read as a float. */
export const figuresJson = (alias: string) =>
  sql.raw(`jsonb_strip_nulls(jsonb_build_object(${names.map((name) => `'${name}', ${alias}.${name}::text`).join(', ')}))`);

/** The figures of a stored row by item key. */
export function valuesOf(row: Readonly<Record<string, unknown>>): FinanceValues {
  return Object.fromEntries(
    financeItems.map((item) => [item.key, (row[item.column] as string | null | undefined) ?? null]),
  ) as FinanceValues;
}

export async function financeOf(db: Transaction<unknown>, party: string): Promise<readonly KnownFigures[]> {
  return (await financeOfMany(db, [party])).get(party) ?? [];
}

/** Figures of many parties, by party. */
export async function financeOfMany(db: Transaction<unknown>, parties: readonly string[]): Promise<ReadonlyMap<string, KnownFigures[]>> {
  const known = new Map<string, KnownFigures[]>();
  if (parties.length === 0) return known;
  const rows = await tables<RegistryTables>(db)
    .selectFrom('registry.finance')
    .selectAll()
    .where('party', 'in', parties)
    .orderBy('year', 'desc')
    .orderBy('source')
    .execute();
  for (const row of rows) {
    const line = {
      year: row.year,
      source: row.source,
      values: valuesOf(row as unknown as Record<string, unknown>),
      version: row.version,
      recordedAt: row.recorded_at,
      recordedBy: row.recorded_by_name,
      note: row.note,
    };
    const lines = known.get(row.party);
    if (lines === undefined) known.set(row.party, [line]);
    else lines.push(line);
  }
  return known;
}

/**
 * How incoming figures meet recorded ones. `replace`: a form that shows all of them, an emptied one becomes unknown. `fill`: a sheet that
 * holds some of them, an empty cell says nothing.
 */
export type FinanceMode = 'replace' | 'fill';

const assigned = (mode: FinanceMode) =>
  sql.raw(names.map((name) => `${name} = ${mode === 'replace' ? `excluded.${name}` : `coalesce(excluded.${name}, f.${name})`}`).join(', '));

/**
 * Writes what `incoming` selects (party, year, source, the figures, note) over what is recorded, and keeps a revision for each line. Lines that
 * change nothing must have been left out by the caller.
 */
export async function writeFinance(
  db: Transaction<unknown>,
  by: By,
  incoming: ReturnType<typeof sql>,
  options: { readonly mode: FinanceMode; readonly reason: string | null; readonly batch: string | null },
): Promise<number> {
  const { numAffectedRows } = await sql`
    with incoming as materialized (${incoming}),
    replaced as materialized (
      select f.* from registry.finance f join incoming i on i.party = f.party and i.year = f.year and i.source = f.source
    ),
    written as (
      insert into registry.finance as f (root, party, region, year, source, ${columns}, batch, recorded_at, recorded_by, recorded_by_name, note)
      select ${by.root}, i.party, p.region, i.year, i.source, ${sql.raw(names.map((name) => `i.${name}`).join(', '))},
        ${options.batch}::uuid, ${by.now}, ${by.account}::uuid, ${by.name}, i.note
      from incoming i join registry.party p on p.id = i.party
      on conflict (root, party, year, source) do update set ${assigned(options.mode)}, version = f.version + 1, batch = excluded.batch,
        recorded_at = excluded.recorded_at, recorded_by = excluded.recorded_by, recorded_by_name = excluded.recorded_by_name,
        note = coalesce(excluded.note, f.note)
      returning f.*
    )
    insert into registry.finance_revision (root, id, region, party, year, source, version, before, after, at, account, account_name, reason, batch)
    select w.root, gen_random_uuid(), w.region, w.party, w.year, w.source, w.version,
      case when r.party is not null then ${figuresJson('r')} end, ${figuresJson('w')},
      ${by.now}, ${by.account}::uuid, ${by.name}, ${options.reason}, ${options.batch}::uuid
    from written w left join replaced r on r.party = w.party and r.year = w.year and r.source = w.source`.execute(db);
  return Number(numAffectedRows ?? 0n);
}

/** Figures of known parties, for other modules and forms: an application that was approved, a return that was accepted. */
export async function recordFinance(
  db: Transaction<unknown>,
  by: By,
  records: readonly FinanceRecord[],
  options: { readonly mode: FinanceMode; readonly reason?: string; readonly batch?: string },
): Promise<number> {
  if (records.length === 0) return 0;
  const rows = records.map(({ party, year, source, values, note }) => ({
    party,
    year,
    source,
    note: note ?? null,
    ...Object.fromEntries(financeItems.map((item) => [item.column, values[item.key as FinanceKey] ?? null])),
  }));
  const incoming = sql`select party, year, source, ${columns}, note
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(party uuid, year smallint, source text, ${typed}, note text)`;
  return writeFinance(db, by, incoming, { mode: options.mode, reason: options.reason ?? null, batch: options.batch ?? null });
}

/** Refuses when someone else has recorded the same year and source since the person looked; version 0 means that there was nothing. */
export async function requireFinanceVersion(
  db: Transaction<unknown>,
  key: Omit<FinanceRecord, 'values' | 'note'>,
  version: number,
): Promise<void> {
  const row = await tables<RegistryTables>(db)
    .selectFrom('registry.finance')
    .select('version')
    .where('party', '=', key.party)
    .where('year', '=', key.year)
    .where('source', '=', key.source)
    .forUpdate()
    .executeTakeFirst();
  if ((row?.version ?? 0) !== version) throw staleWrite(`${key.year} 年的数据`);
}

export const noFigures = (): Refusal => new Refusal('NO_FIGURES', '没有填写任何数据。没有的项目可以留空，但至少要填一项。');
