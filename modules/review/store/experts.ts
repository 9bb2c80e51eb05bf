// The pool of experts in the database: listed, read with ties and credit, written, and gathered as candidates of a draw.
import { sql, type Transaction } from 'kysely';
import { maskPhone } from '#platform/crypto/mask.ts';
import { type Page, type PageOptions, page } from '#platform/db/keyset.ts';
import { uuidv7 } from '#platform/db/uuid.ts';
import { tables } from '#platform/http/action.ts';
import { notFound, staleWrite } from '#platform/refusal.ts';
import type { Candidate, Tie, TitleLevel } from '../model/expert.ts';
import type { Seal } from '../setting.ts';
import type { ExpertRow, ReviewTables, TieRow } from './tables.ts';

type Db = Transaction<unknown>;

export interface ExpertFilter {
  readonly q?: string | undefined;
  readonly discipline?: readonly string[] | undefined;
  readonly level?: readonly string[] | undefined;
  readonly region?: readonly string[] | undefined;
  readonly standing?: readonly string[] | undefined;
  readonly finance?: boolean | undefined;
  readonly account?: boolean | undefined;
}

export interface ListedExpert extends ExpertRow {
  panels: number;
}

const columns: PageOptions['columns'] = {
  name: { ref: 'e.name', type: 'text' },
  unit: { ref: 'e.unit', type: 'text' },
  credit: { ref: 'e.credit', type: 'bigint' },
  updatedAt: { ref: 'e.updated_at', type: 'timestamptz' },
};

const escapeLike = (text: string): string => text.replaceAll(/[\\%_]/g, (char) => `\\${char}`);

function filtered(db: Db, root: string, filter: ExpertFilter) {
  let query = tables<ReviewTables>(db).selectFrom('review.expert as e').where('e.root', '=', root);
  if (filter.q !== undefined && filter.q !== '') {
    const like = `%${escapeLike(filter.q)}%`;
    query = query.where((eb) => eb.or([eb('e.name', 'like', like), eb('e.unit', 'like', like), eb('e.uscc', '=', filter.q ?? '')]));
  }
  if (filter.discipline !== undefined) query = query.where(sql<boolean>`e.disciplines && ${[...filter.discipline]}::text[]`);
  if (filter.level !== undefined) query = query.where('e.level', 'in', filter.level as TitleLevel[]);
  if (filter.region !== undefined) query = query.where('e.region', 'in', filter.region);
  if (filter.standing !== undefined) query = query.where('e.standing', 'in', filter.standing as ExpertRow['standing'][]);
  if (filter.finance !== undefined) query = query.where('e.is_finance', '=', filter.finance);
  if (filter.account !== undefined) query = query.where('e.account', filter.account ? 'is not' : 'is', null);
  return query;
}

export async function listExperts(
  db: Db,
  root: string,
  filter: ExpertFilter,
  year: number,
  paging: Pick<PageOptions, 'sort' | 'after' | 'limit'>,
): Promise<Page<ListedExpert>> {
  const query = filtered(db, root, filter).selectAll('e');
  const found = (await page(tables<ReviewTables>(db), query as never, {
    columns,
    id: 'e.id',
    defaultSort: 'name',
    ...paging,
  })) as unknown as Page<ExpertRow>;
  const counts = await panelCounts(
    db,
    found.rows.map((row) => row.id),
    year,
  );
  return { ...found, rows: found.rows.map((row) => ({ ...row, panels: counts.get(row.id) ?? 0 })) };
}

/** Panels in which each sat or sits in a year; leaving before the end does not count. */
async function panelCounts(db: Db, ids: readonly string[], year: number): Promise<Map<string, number>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<{ expert: string; count: number }>`
    select s.expert, count(*)::int as count from review.seat s join review.panel p on p.id = s.panel
    where s.expert = any(${ids}::uuid[]) and s.status = 'seated' and p.status <> 'cancelled'
      and p.review_day between ${`${year}-01-01`}::date and ${`${year}-12-31`}::date
    group by s.expert`.execute(db);
  return new Map(rows.map((row) => [row.expert, row.count]));
}

export async function getExpert(db: Db, root: string, id: string): Promise<ExpertRow> {
  const row = await tables<ReviewTables>(db)
    .selectFrom('review.expert')
    .selectAll()
    .where('root', '=', root)
    .where('id', '=', id)
    .executeTakeFirst();
  if (row === undefined) throw notFound('这位专家');
  return row;
}

export async function tiesOf(db: Db, experts: readonly string[]): Promise<readonly TieRow[]> {
  if (experts.length === 0) return [];
  return tables<ReviewTables>(db)
    .selectFrom('review.tie')
    .selectAll()
    .where('expert', 'in', experts)
    .orderBy('kind')
    .orderBy('day', 'desc')
    .orderBy('id')
    .execute();
}

export async function creditOf(db: Db, expert: string) {
  return tables<ReviewTables>(db)
    .selectFrom('review.credit')
    .selectAll()
    .where('expert', '=', expert)
    .orderBy('day', 'desc')
    .orderBy('id', 'desc')
    .execute();
}

export interface SeatHistory {
  panel: string;
  number: string;
  name: string;
  status: string;
  seat_status: string;
  review_day: string;
}

export async function seatsOf(db: Db, expert: string): Promise<readonly SeatHistory[]> {
  const { rows } = await sql<SeatHistory>`
    select p.id as panel, p.number, p.name, p.status, s.status as seat_status, p.review_day
    from review.seat s join review.panel p on p.id = s.panel
    where s.expert = ${expert}::uuid and s.status <> 'reserve' order by p.review_day desc, p.id limit 50`.execute(db);
  return rows;
}

export interface ExpertFacts {
  readonly name: string;
  readonly unit: string;
  readonly uscc: string;
  readonly region: string;
  readonly level: TitleLevel;
  readonly title: string;
  readonly disciplines: readonly string[];
  readonly isFinance: boolean;
  readonly isDishonest: boolean;
  readonly standing: ExpertRow['standing'];
  readonly account: string | null;
  /** Undefined leaves what is stored; null takes it away. */
  readonly phone?: string | null | undefined;
  readonly ties: readonly Tie[];
}

/** Binds what is sealed to where it is kept. */
export const PHONE_PLACE = 'review.expert.phone';

const phoneColumns = (phone: string | null | undefined, seal: Seal) =>
  phone === undefined
    ? {}
    : phone === null || phone === ''
      ? { sealed: null, phone_mask: null }
      : { sealed: seal.seal(phone, PHONE_PLACE), phone_mask: maskPhone(phone) };

const columnsOf = (facts: ExpertFacts, seal: Seal, now: Date) => ({
  name: facts.name,
  unit: facts.unit,
  uscc: facts.uscc,
  region: facts.region,
  level: facts.level,
  title: facts.title,
  disciplines: [...facts.disciplines],
  is_finance: facts.isFinance,
  is_dishonest: facts.isDishonest,
  standing: facts.standing,
  account: facts.account,
  updated_at: now,
  ...phoneColumns(facts.phone, seal),
});

async function writeTies(db: Db, root: string, expert: string, ties: readonly Tie[], source: TieRow['source']): Promise<void> {
  await tables<ReviewTables>(db).deleteFrom('review.tie').where('expert', '=', expert).where('source', '<>', 'declared').execute();
  if (ties.length === 0) return;
  await tables<ReviewTables>(db)
    .insertInto('review.tie')
    .values(ties.map((tie) => ({ ...tie, id: uuidv7(), root, expert, source })))
    .execute();
}

export async function insertExpert(
  db: Db,
  root: string,
  facts: ExpertFacts,
  seal: Seal,
  now: Date,
  source: TieRow['source'] = 'recorded',
): Promise<string> {
  const id = uuidv7();
  await tables<ReviewTables>(db)
    .insertInto('review.expert')
    .values({
      id,
      root,
      sealed: null,
      phone_mask: null,
      suspended_until: null,
      credit: 100,
      version: 1,
      created_at: now,
      ...columnsOf(facts, seal, now),
    })
    .execute();
  await writeTies(db, root, id, facts.ties, source);
  return id;
}

/** Over the version that the writer saw. Open sheets follow the account, so that an expert who gets one can begin. */
export async function updateExpert(db: Db, row: ExpertRow, version: number, facts: ExpertFacts, seal: Seal, now: Date): Promise<void> {
  const written = await tables<ReviewTables>(db)
    .updateTable('review.expert')
    .set({ ...columnsOf(facts, seal, now), version: version + 1 })
    .where('id', '=', row.id)
    .where('version', '=', version)
    .executeTakeFirst();
  if (written.numUpdatedRows === 0n) throw staleWrite(`专家${row.name}的档案`);
  await writeTies(db, row.root, row.id, facts.ties, 'recorded');
  if (facts.account === row.account) return;
  await sql`update review.sheet set account = ${facts.account}::uuid
    where status = 'open' and seat in (select id from review.seat where expert = ${row.id}::uuid)`.execute(db);
}

/** Experts of the pool that a list means, by name and unit. */
export async function findExperts(
  db: Db,
  root: string,
  wanted: readonly { readonly name: string; readonly uscc: string }[],
): Promise<ReadonlyMap<string, ExpertRow>> {
  if (wanted.length === 0) return new Map();
  const { rows } = await sql<ExpertRow>`
    select e.* from review.expert e
    join unnest(${wanted.map(({ name }) => name)}::text[], ${wanted.map(({ uscc }) => uscc)}::text[]) as w(name, uscc)
      on w.name = e.name and w.uscc = e.uscc
    where e.root = ${root}`.execute(db);
  return new Map(rows.map((row) => [`${row.name} ${row.uscc}`, row]));
}

/** Active experts whom the filters admit, with what the rules of rotation need to know. */
export async function candidates(
  db: Db,
  root: string,
  filter: { readonly disciplines: readonly string[]; readonly levels: readonly string[] },
  of: { readonly day: string; readonly programme: string },
): Promise<readonly Candidate[]> {
  const year = Number(of.day.slice(0, 4));
  const { rows } = await sql<ExpertRow & { panels: number; years: number[] }>`
    select e.*,
      (select count(*)::int from review.seat s join review.panel p on p.id = s.panel where s.expert = e.id and s.status = 'seated'
        and p.status <> 'cancelled' and extract(year from p.review_day) = ${year}) as panels,
      array(select distinct extract(year from p.review_day)::int from review.seat s join review.panel p on p.id = s.panel
        where s.expert = e.id and s.status = 'seated' and p.status <> 'cancelled' and p.programme = ${of.programme}
        and extract(year from p.review_day) < ${year}) as years
    from review.expert e
    where e.root = ${root} and e.standing = 'active' and (e.suspended_until is null or e.suspended_until < ${of.day}::date)
      and (cardinality(${[...filter.disciplines]}::text[]) = 0 or e.disciplines && ${[...filter.disciplines]}::text[] or e.is_finance)
      and (cardinality(${[...filter.levels]}::text[]) = 0 or e.level = any(${[...filter.levels]}::text[]))
    order by e.id`.execute(db);
  const ties = new Map<string, Tie[]>(rows.map((row) => [row.id, []]));
  for (const { expert, kind, uscc, unit, person, day, generations } of await tiesOf(db, [...ties.keys()]))
    ties.get(expert)?.push({ kind, uscc, unit, person, day, generations });
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    unit: row.unit,
    uscc: row.uscc,
    region: row.region,
    level: row.level,
    disciplines: row.disciplines,
    isFinance: row.is_finance,
    isDishonest: row.is_dishonest,
    ties: ties.get(row.id) ?? [],
    panelsThisYear: row.panels,
    categoryYears: row.years,
  }));
}
