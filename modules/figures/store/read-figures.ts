// Reads cumulative sums for formulas, and the entries that stand behind a sum.
import { sql, type Transaction } from 'kysely';
import { type Page, page } from '#platform/db/keyset.ts';
import { tables } from '#platform/http/action.ts';
import { type LedgerSums, type MeasureLines, sumsOf } from '../model/ledger-sums.ts';

/** All sums that a page or a grid needs, in one statement. `known` asks for what had been posted by the end of that day. */
export async function readSums(
  db: Transaction<unknown>,
  measures: readonly string[],
  days: readonly string[],
  known: string | null,
): Promise<LedgerSums> {
  const asked = [...new Set(days)];
  if (measures.length === 0 || asked.length === 0) return sumsOf([], asked);
  const { rows } = await sql<MeasureLines>`
    select measure, lines from figures.sums(${[...new Set(measures)]}::text[], ${asked}::date[], ${known}::date)`.execute(db);
  return sumsOf(rows, asked);
}

export interface EntryRow {
  id: string;
  root: string;
  measure: string;
  region: string;
  day: string;
  value: string;
  party: string | null;
  source_kind: string;
  source_id: string;
  note: string | null;
  posted_at: Date;
  posted_by: string;
  reverses: string | null;
}

export interface FiguresTables {
  'figures.entry': EntryRow;
}

export interface EntryFilter {
  readonly measure: string;
  readonly regions: readonly string[];
  readonly from: string | null;
  readonly to: string;
  readonly known: string | null;
}

export type ListedEntry = EntryRow & { reversed_by: string | null };

/** Sum of the entries that the asker may see. */
export async function sumEntries(db: Transaction<unknown>, root: string, { measure, regions, from, to }: EntryFilter): Promise<string> {
  const { rows } = await sql<{ sum: string }>`
    select coalesce(sum(value), 0)::text as sum from figures.entry
    where root = ${root} and measure = ${measure} and region = any(${[...regions]}::text[])
      and day <= ${to}::date and (${from}::date is null or day >= ${from}::date)`.execute(db);
  return rows[0]?.sum ?? '0';
}

/** Entries behind a sum, newest day first, within the asker's own bounds. */
export async function listEntries(
  db: Transaction<unknown>,
  root: string,
  filter: EntryFilter,
  paging: { after?: string | undefined; limit?: number | undefined },
): Promise<Page<ListedEntry>> {
  const own = tables<FiguresTables>(db);
  let query = own
    .selectFrom('figures.entry as e')
    .selectAll('e')
    .select(sql<string | null>`(select r.id from figures.entry r where r.reverses = e.id)`.as('reversed_by'))
    .where('e.root', '=', root)
    .where('e.measure', '=', filter.measure)
    .where('e.region', 'in', filter.regions)
    .where('e.day', '<=', filter.to);
  if (filter.from !== null) query = query.where('e.day', '>=', filter.from);
  if (filter.known !== null)
    query = query.where(sql<boolean>`e.posted_at < ((${filter.known}::date + 1)::timestamp at time zone 'Asia/Shanghai')`);
  const columns = { day: { ref: 'e.day', type: 'date' as const } };
  return page(own, query as never, { columns, id: 'e.id', idType: 'bigint', defaultSort: '-day', ...paging }) as unknown as Promise<
    Page<ListedEntry>
  >;
}

export async function findEntry(db: Transaction<unknown>, id: string): Promise<ListedEntry | undefined> {
  return tables<FiguresTables>(db)
    .selectFrom('figures.entry as e')
    .selectAll('e')
    .select(sql<string | null>`(select r.id from figures.entry r where r.reverses = e.id)`.as('reversed_by'))
    .where('e.id', '=', id)
    .executeTakeFirst();
}

/** Those of the measures of which anything has ever been posted. */
export async function postedMeasures(db: Transaction<unknown>, root: string, measures: readonly string[]): Promise<ReadonlySet<string>> {
  if (measures.length === 0) return new Set();
  const { rows } = await sql<{ measure: string }>`
    select distinct measure from figures.year_sums where root = ${root} and measure = any(${[...measures]}::text[])`.execute(db);
  return new Set(rows.map(({ measure }) => measure));
}
