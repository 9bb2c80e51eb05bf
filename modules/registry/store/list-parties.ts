// Pages, counts and streams of parties under a filter.
import { type SelectQueryBuilder, sql, type Transaction } from 'kysely';
import { allowedColumn, exactTotal, type Page, page, type SortColumn } from '#platform/db/keyset.ts';
import { tables } from '#platform/http/action.ts';
import { type ListTables, type PartyFilter, partyConditions } from './party-filter.ts';
import type { RegistryTables, TitleRow } from './tables.ts';

export const sortColumns = {
  name: { ref: 'p.name', type: 'text' },
  uscc: { ref: 'p.uscc', type: 'text', nullable: true },
  foundedOn: { ref: 'p.founded_on', type: 'date', nullable: true },
  updatedAt: { ref: 'p.updated_at', type: 'timestamptz' },
  sales: { ref: 'f.sales', type: 'numeric', nullable: true },
  rdExpense: { ref: 'f.rd_expense', type: 'numeric', nullable: true },
} as const satisfies Readonly<Record<string, SortColumn>>;

export interface ListRequest {
  readonly filter: PartyFilter;
  readonly sort?: string | undefined;
  readonly after?: string | undefined;
  readonly limit?: number | undefined;
}

/**
 * Every party has a summary, so both joins give the same rows. Sorted by figures the inner one lets their index give the order; otherwise the
 * outer one can be left out where only rows are counted.
 */
function listed(db: Transaction<unknown>, filter: PartyFilter, today: string, sort: string | undefined) {
  const from = tables<RegistryTables>(db).selectFrom('registry.party as p');
  const joined = /sales|rdExpense/.test(sort ?? '')
    ? from.innerJoin('registry.finance_summary as f', (join) => join.onRef('f.root', '=', 'p.root').onRef('f.party', '=', 'p.id'))
    : (from.leftJoin('registry.finance_summary as f', (join) =>
        join.onRef('f.root', '=', 'p.root').onRef('f.party', '=', 'p.id'),
      ) as never as ReturnType<typeof from.innerJoin<'registry.finance_summary as f', 'f.root', 'p.root'>>);
  return joined
    .where(partyConditions(filter, today) as never)
    .select([
      'p.id',
      'p.name',
      'p.uscc',
      'p.uscc_check as usccCheck',
      'p.kind',
      'p.region',
      'p.industry',
      'p.field',
      'p.scale',
      'p.status',
      'p.legal_person as legalPerson',
      'p.founded_on as foundedOn',
      'p.registered_capital as registeredCapital',
      'p.updated_at as updatedAt',
      'f.year as financeYear',
      'f.sales',
      'f.rd_expense as rdExpense',
      'f.staff',
      'f.conflicts',
    ]);
}

export type ListedParty = Awaited<ReturnType<ReturnType<typeof listed>['execute']>>[number];

export interface HeldTitle {
  readonly id: string;
  readonly party: string;
  readonly kind: string;
  readonly name: string;
  readonly label: string;
  readonly level: TitleRow['level'];
  readonly from: string;
  readonly until: string | null;
}

/** Titles that the parties hold on a day, in one statement for a whole page. */
export async function titlesHeld(db: Transaction<unknown>, parties: readonly string[], day: string): Promise<Map<string, HeldTitle[]>> {
  const held = new Map<string, HeldTitle[]>();
  if (parties.length === 0) return held;
  const { rows } = await sql<HeldTitle>`
    select t.id, t.party, t.kind, t.name, t.label, t.level, t.from_on as "from", t.until_on as until
    from registry.title t
    where t.party = any(${parties}::uuid[]) and t.from_on <= ${day} and t.held_until >= ${day}
    order by array_position(array['NATIONAL', 'PROVINCIAL', 'MUNICIPAL', 'COUNTY'], t.level), t.name`.execute(db);
  for (const row of rows) {
    const own = held.get(row.party);
    if (own === undefined) held.set(row.party, [row]);
    else own.push(row);
  }
  return held;
}

export type ListedPage = Page<ListedParty & { titles: readonly HeldTitle[] }>;

export async function listParties(db: Transaction<unknown>, request: ListRequest, today: string): Promise<ListedPage> {
  const found = await page(tables<RegistryTables>(db), listed(db, request.filter, today, request.sort) as never, {
    columns: sortColumns,
    id: 'p.id',
    sort: request.sort,
    defaultSort: 'name',
    after: request.after,
    limit: request.limit,
  });
  const rows = found.rows as unknown as ListedParty[];
  const titles = await titlesHeld(
    db,
    rows.map((row) => row.id),
    today,
  );
  return { ...found, rows: rows.map((row) => ({ ...row, titles: titles.get(row.id) ?? [] })) };
}

export function countParties(db: Transaction<unknown>, filter: PartyFilter, today: string): Promise<number> {
  const query = tables<RegistryTables>(db)
    .selectFrom('registry.party as p')
    .leftJoin('registry.finance_summary as f', (join) => join.onRef('f.root', '=', 'p.root').onRef('f.party', '=', 'p.id'))
    .where(partyConditions(filter, today) as never)
    .select('p.id');
  return exactTotal(db, query as unknown as SelectQueryBuilder<never, never, unknown>);
}

type WithTitles = ListedParty & { readonly titles: readonly HeldTitle[] };

const CHUNK = 500;

/** Every party of the filter in the order asked for, by one cursor; titles are fetched for each chunk. */
export async function* streamParties(
  db: Transaction<unknown>,
  filter: PartyFilter,
  sort: string | undefined,
  today: string,
): AsyncGenerator<WithTitles, void, undefined> {
  const text = sort === undefined || sort === '' ? 'name' : sort;
  const name = text.startsWith('-') ? text.slice(1) : text;
  const { ref } = allowedColumn<SortColumn>(name, sortColumns);
  const order = sql`${sql.ref(ref)} ${sql.raw(text.startsWith('-') ? 'desc' : 'asc')} nulls last`;
  const query = listed(db, filter, today, sort).orderBy(order).orderBy('p.id');
  let chunk: ListedParty[] = [];
  const flush = async (): Promise<WithTitles[]> => {
    const titles = await titlesHeld(
      db,
      chunk.map((row) => row.id),
      today,
    );
    const full = chunk.map((row) => ({ ...row, titles: titles.get(row.id) ?? [] }));
    chunk = [];
    return full;
  };
  for await (const row of query.stream(CHUNK)) {
    chunk.push(row);
    if (chunk.length === CHUNK) yield* await flush();
  }
  yield* await flush();
}

export type { ListTables };
