// The board: published cases as anyone reads them, and the answers that each has got.
import { sql, type Transaction } from 'kysely';
import { tables } from '#platform/http/action.ts';
import { notFound } from '#platform/refusal.ts';
import type { BoardRow, CaseRow, CaseworkTables } from './tables.ts';

/** Puts published cases on the board or changes what it says of them. */
export async function writeBoard(db: Transaction<unknown>, rows: readonly BoardRow[]): Promise<void> {
  if (rows.length === 0) return;
  await sql`
    insert into casework.board as b (case_id, root, region, party, party_name, programme, dossier, call, number, headline, opens_on, closes_on,
      status, shown, updated_at)
    select case_id, root, region, party, party_name, programme, dossier, call, number, headline, opens_on, closes_on, status, shown, updated_at
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(
      case_id uuid, root text, region text, party uuid, party_name text, programme text, dossier text, call uuid, number text, headline text,
      opens_on date, closes_on date, status text, shown jsonb, updated_at timestamptz)
    on conflict (case_id) do update set headline = excluded.headline, opens_on = excluded.opens_on, closes_on = excluded.closes_on,
      status = excluded.status, shown = excluded.shown, updated_at = excluded.updated_at`.execute(db);
}

export interface BoardFilters {
  readonly programme?: string | undefined;
  /** Only what takes answers on this day. */
  readonly openOn?: string | undefined;
  readonly text?: string | undefined;
}

export async function listBoard(db: Transaction<unknown>, root: string, filters: BoardFilters): Promise<BoardRow[]> {
  let query = tables<CaseworkTables>(db).selectFrom('casework.board').selectAll().where('root', '=', root);
  if (filters.programme !== undefined) query = query.where('programme', '=', filters.programme);
  if (filters.openOn !== undefined) query = query.where('status', '=', 'open').where('closes_on', '>=', filters.openOn);
  if (filters.text !== undefined && filters.text !== '') {
    const like = `%${filters.text.replaceAll(/[\\%_]/g, (char) => `\\${char}`)}%`;
    query = query.where((eb) => eb.or([eb('headline', 'like', like), eb('party_name', 'like', like)]));
  }
  return query.orderBy('closes_on', 'desc').orderBy('case_id').limit(200).execute();
}

export async function findBoard(db: Transaction<unknown>, caseId: string): Promise<BoardRow | undefined> {
  return tables<CaseworkTables>(db).selectFrom('casework.board').selectAll().where('case_id', '=', caseId).executeTakeFirst();
}

export async function getBoard(db: Transaction<unknown>, caseId: string): Promise<BoardRow> {
  const row = await findBoard(db, caseId);
  if (row === undefined) throw notFound('这个榜单');
  return row;
}

/** Holds the published case, so that two decisions about it wait for each other. */
export async function lockBoard(db: Transaction<unknown>, caseId: string): Promise<void> {
  await sql`select 1 from casework.board where case_id = ${caseId}::uuid for update`.execute(db);
}

/** Closing days of the boards that these cases answer and that still take answers, by the published case. */
export async function boardsTakingAnswers(
  db: Transaction<unknown>,
  cases: readonly Pick<CaseRow, 'about'>[],
  today: string,
): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(cases.flatMap(({ about }) => (about === null ? [] : [about])))];
  if (ids.length === 0) return new Map();
  const { rows } = await sql<{ id: string; until: string }>`
    select case_id as id, closes_on::text as until from casework.board
    where case_id = any(${ids}::uuid[]) and status = 'open' and closes_on >= ${today}`.execute(db);
  return new Map(rows.map(({ id, until }) => [id, until]));
}

/** Sealed cases whose board takes no more answers. */
export async function sealedPastClose(
  db: Transaction<unknown>,
  root: string,
  { stages, today, limit }: { stages: readonly string[]; today: string; limit: number },
): Promise<Pick<CaseRow, 'id' | 'version'>[]> {
  const { rows } = await sql<Pick<CaseRow, 'id' | 'version'>>`
    select c.id, c.version from casework.cases c join casework.board b on b.case_id = c.about
    where c.root = ${root} and c.about is not null and c.status = 'open' and c.stage = any(${stages}::text[])
      and not (b.status = 'open' and b.closes_on >= ${today})
    order by c.id limit ${limit}`.execute(db);
  return rows;
}

/** How many cases about the same case have passed a stage by a verb and were not lost afterwards. */
export async function countWinners(db: Transaction<unknown>, about: string, stage: string, verb: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from casework.cases c where c.about = ${about}::uuid and c.status not in ('refused', 'withdrawn', 'lapsed')
      and exists (select 1 from casework.event e where e.case_id = c.id and e.stage = ${stage} and e.verb = ${verb})`.execute(db);
  return rows[0]?.count ?? 0;
}

export type AnsweringCase = Pick<
  CaseRow,
  'id' | 'number' | 'party_name' | 'status' | 'stage' | 'waits_for' | 'submitted_on' | 'state' | 'programme' | 'dossier'
>;

/** Cases handed in about a case, as far as the asker may see them. */
export async function casesAbout(db: Transaction<unknown>, about: string): Promise<AnsweringCase[]> {
  return tables<CaseworkTables>(db)
    .selectFrom('casework.cases')
    .select(['id', 'number', 'party_name', 'status', 'stage', 'waits_for', 'submitted_on', 'state', 'programme', 'dossier'])
    .where('about', '=', about)
    .where('status', '<>', 'draft')
    .orderBy('submitted_on')
    .orderBy('id')
    .limit(200)
    .execute();
}
