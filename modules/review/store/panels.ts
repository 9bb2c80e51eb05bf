// Panels in the database: numbered, written with their seats and cases, read whole, listed, and locked while they are changed.
import { sql, type Transaction } from 'kysely';
import { type Page, type PageOptions, page } from '#platform/db/keyset.ts';
import { tables } from '#platform/http/action.ts';
import { notFound, staleWrite } from '#platform/refusal.ts';
import type { ExpertRow, PanelCaseRow, PanelRow, ReviewTables, SeatRow } from './tables.ts';

type Db = Transaction<unknown>;

/** 评2026-0007: the next of the year. */
export async function nextNumber(db: Db, root: string, year: number): Promise<string> {
  const { rows } = await sql<{ value: number }>`
    insert into review.counter (root, year, value) values (${root}, ${year}, 1)
    on conflict (root, year) do update set value = review.counter.value + 1 returning value`.execute(db);
  return `评${year}-${String(rows[0]?.value ?? 1).padStart(4, '0')}`;
}

export async function insertPanel(db: Db, panel: PanelRow, seats: readonly SeatRow[], cases: readonly PanelCaseRow[]): Promise<void> {
  const own = tables<ReviewTables>(db);
  const json = {
    filters: JSON.stringify(panel.filters),
    rules: JSON.stringify(panel.rules),
    draw_log: JSON.stringify(panel.draw_log),
    sheet: JSON.stringify(panel.sheet),
  };
  await own
    .insertInto('review.panel')
    .values({ ...panel, ...json } as never)
    .execute();
  if (seats.length > 0)
    await own
      .insertInto('review.seat')
      .values([...seats])
      .execute();
  await own
    .insertInto('review.panel_case')
    .values(cases.map((row) => ({ ...row, result: null })))
    .execute();
}

export async function getPanel(db: Db, root: string, id: string): Promise<PanelRow> {
  const row = await tables<ReviewTables>(db)
    .selectFrom('review.panel')
    .selectAll()
    .where('root', '=', root)
    .where('id', '=', id)
    .executeTakeFirst();
  if (row === undefined) throw notFound('这个评审组');
  return row;
}

/** Locked for a change by the version that the officer saw. */
export async function lockPanel(db: Db, root: string, id: string, version: number): Promise<PanelRow> {
  const row = await tables<ReviewTables>(db)
    .selectFrom('review.panel')
    .selectAll()
    .where('root', '=', root)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (row === undefined) throw notFound('这个评审组');
  if (row.version !== version) throw staleWrite(`评审组${row.number}`);
  return row;
}

export async function changePanel(
  db: Db,
  row: PanelRow,
  change: Partial<Omit<PanelRow, 'draw_log'>> & { draw_log?: unknown },
): Promise<void> {
  const { draw_log: log, ...rest } = change;
  await tables<ReviewTables>(db)
    .updateTable('review.panel')
    .set({ ...rest, ...(log !== undefined && { draw_log: JSON.stringify(log) }), version: row.version + 1 } as never)
    .where('id', '=', row.id)
    .execute();
}

export type SeatedExpert = SeatRow & Pick<ExpertRow, 'name' | 'unit' | 'uscc' | 'region' | 'level' | 'title' | 'account' | 'phone_mask'>;

export async function seatsOfPanel(db: Db, panel: string): Promise<readonly SeatedExpert[]> {
  return tables<ReviewTables>(db)
    .selectFrom('review.seat as s')
    .innerJoin('review.expert as e', 'e.id', 's.expert')
    .selectAll('s')
    .select(['e.name', 'e.unit', 'e.uscc', 'e.region', 'e.level', 'e.title', 'e.account', 'e.phone_mask'])
    .where('s.panel', '=', panel)
    .orderBy(sql`s.status = 'reserve'`)
    .orderBy('s.seat')
    .orderBy('s.lot')
    .execute();
}

export async function casesOfPanel(db: Db, panel: string): Promise<readonly PanelCaseRow[]> {
  return tables<ReviewTables>(db)
    .selectFrom('review.panel_case')
    .selectAll()
    .where('panel', '=', panel)
    .where('is_dropped', '=', false)
    .orderBy('position')
    .execute();
}

export interface PanelFilter {
  readonly q?: string | undefined;
  readonly status?: readonly string[] | undefined;
  readonly programme?: readonly string[] | undefined;
}

export type ListedPanel = PanelRow & { cases: number; sheets: number; submitted: number };

const columns: PageOptions['columns'] = {
  drawnAt: { ref: 'p.drawn_at', type: 'timestamptz' },
  dueAt: { ref: 'p.due_at', type: 'timestamptz' },
  number: { ref: 'p.number', type: 'text' },
};

export async function listPanels(
  db: Db,
  root: string,
  filter: PanelFilter,
  paging: Pick<PageOptions, 'sort' | 'after' | 'limit'>,
): Promise<Page<ListedPanel>> {
  let query = tables<ReviewTables>(db).selectFrom('review.panel as p').where('p.root', '=', root);
  if (filter.status !== undefined) query = query.where('p.status', 'in', filter.status as PanelRow['status'][]);
  if (filter.programme !== undefined) query = query.where('p.programme', 'in', filter.programme);
  if (filter.q !== undefined && filter.q !== '') {
    const like = `%${filter.q.replaceAll(/[\\%_]/g, (char) => `\\${char}`)}%`;
    query = query.where((eb) => eb.or([eb('p.name', 'like', like), eb('p.number', 'like', like)]));
  }
  const options = { columns, id: 'p.id', defaultSort: '-drawnAt', ...paging };
  const found = (await page(tables<ReviewTables>(db), query.selectAll('p') as never, options)) as unknown as Page<PanelRow>;
  const ids = found.rows.map((row) => row.id);
  const { rows: counts } = await sql<{ panel: string; cases: number; sheets: number; submitted: number }>`
    select p.id as panel, (select count(*)::int from review.panel_case c where c.panel = p.id and not c.is_dropped) as cases,
      (select count(*)::int from review.sheet s where s.panel = p.id and s.status <> 'withdrawn') as sheets,
      (select count(*)::int from review.sheet s where s.panel = p.id and s.status = 'submitted') as submitted
    from review.panel p where p.id = any(${ids}::uuid[])`.execute(db);
  const byId = new Map(counts.map((row) => [row.panel, row]));
  return {
    ...found,
    rows: found.rows.map((row) => ({ ...row, cases: 0, sheets: 0, submitted: 0, ...byId.get(row.id) })),
  };
}

/** The panels before which a case stands or stood, newest first. */
export async function panelsOfCase(
  db: Db,
  root: string,
  caseId: string,
): Promise<readonly (PanelRow & { result: PanelCaseRow['result'] })[]> {
  return tables<ReviewTables>(db)
    .selectFrom('review.panel as p')
    .innerJoin('review.panel_case as c', 'c.panel', 'p.id')
    .selectAll('p')
    .select('c.result')
    .where('p.root', '=', root)
    .where('c.case_id', '=', caseId)
    .where('c.is_dropped', '=', false)
    .orderBy('p.drawn_at', 'desc')
    .execute();
}

/** Which of the cases stand before a panel that is not yet concluded. */
export async function drawnCases(db: Db, ids: readonly string[]): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const rows = await tables<ReviewTables>(db)
    .selectFrom('review.panel_case')
    .select('case_id')
    .where('case_id', 'in', ids)
    .where('concluded_at', 'is', null)
    .where('is_dropped', '=', false)
    .execute();
  return new Set(rows.map((row) => row.case_id));
}
