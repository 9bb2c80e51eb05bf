// Keeps spot checks: drawings with their counts, what was drawn, and what came of each.
import { sql, type Transaction } from 'kysely';
import { copyRows } from '#platform/db/copy.ts';
import { type Page, type PageOptions, page } from '#platform/db/keyset.ts';
import { tables } from '#platform/http/action.ts';
import { notFound, staleWrite } from '#platform/refusal.ts';
import type { SpotOutcome } from '../model/spot-check-words.ts';

export interface SpotItemRow {
  id: string;
  root: string;
  spot_check: string;
  region: string;
  party: string;
  party_name: string;
  uscc: string | null;
  title: string;
  number: string | null;
  case_id: string | null;
  picked_by: 'risk' | 'seed';
  risks: string[];
  outcome: SpotOutcome;
  note: string | null;
  checked_by: string | null;
  checked_on: string | null;
  version: number;
}

export interface SpotCheckRow {
  readonly id: string;
  readonly programme: string;
  readonly year: number;
  readonly share: string;
  readonly seed: string;
  readonly risk_share: string;
  /** How many were suspect when it was drawn; null for draws that did not keep it. */
  readonly risky: number | null;
  readonly digest: string | null;
  readonly holders: number;
  readonly drawn_at: Date;
  readonly drawn_by: string;
}

interface SpotTables {
  'casework.spot_item': SpotItemRow;
}

export type CountedSpotCheck = SpotCheckRow & Record<'drawn' | 'by_risk' | Exclude<SpotOutcome, never>, number>;

/** Counts are of what the asker may see: a county's own. */
export async function listSpotChecks(db: Transaction<unknown>, root: string, id?: string): Promise<readonly CountedSpotCheck[]> {
  const one = id === undefined ? sql`` : sql`and s.id = ${id}::uuid`;
  const { rows } = await sql<CountedSpotCheck>`
    select s.id, s.programme, s.year, trim_scale(s.share)::text as share, s.seed, trim_scale(s.risk_share)::text as risk_share, s.risky, s.digest, s.holders, s.drawn_at, s.drawn_by,
      count(i.id)::int as drawn, count(*) filter (where i.picked_by = 'risk')::int as by_risk,
      count(*) filter (where i.outcome = 'waiting')::int as waiting, count(*) filter (where i.outcome = 'passed')::int as passed,
      count(*) filter (where i.outcome = 'problem')::int as problem, count(*) filter (where i.outcome = 'revoked')::int as revoked
    from casework.spot_check s left join casework.spot_item i on i.root = s.root and i.spot_check = s.id
    where s.root = ${root} ${one}
    group by s.root, s.id order by s.year desc, s.drawn_at desc limit 200`.execute(db);
  return rows;
}

export async function insertSpotCheck(
  db: Transaction<unknown>,
  root: string,
  { id, programme, year, share, seed, risk_share, risky, digest, holders, drawn_at, drawn_by }: SpotCheckRow,
  items: readonly Omit<SpotItemRow, 'root' | 'spot_check' | 'outcome' | 'note' | 'checked_by' | 'checked_on' | 'version'>[],
): Promise<void> {
  await sql`insert into casework.spot_check (root, id, programme, year, share, seed, risk_share, risky, digest, holders, drawn_at, drawn_by)
    values (${root}, ${id}::uuid, ${programme}, ${year}, ${share}::numeric, ${seed}, ${risk_share}::numeric, ${risky}, ${digest}, ${holders},
      ${drawn_at}, ${drawn_by})`.execute(db);
  await copyRows(
    db,
    'casework.spot_item',
    ['root', 'id', 'spot_check', 'region', 'party', 'party_name', 'uscc', 'title', 'number', 'case_id', 'picked_by', 'risks'],
    items.map((item) => [
      root,
      item.id,
      id,
      item.region,
      item.party,
      item.party_name,
      item.uscc,
      item.title,
      item.number,
      item.case_id,
      item.picked_by,
      item.risks,
    ]),
  );
}

const escapeLike = (text: string): string => text.replaceAll(/[\\%_]/g, (char) => `\\${char}`);

export interface SpotItemFilters {
  readonly outcome?: readonly string[] | undefined;
  readonly pickedBy?: readonly string[] | undefined;
  readonly region?: readonly string[] | undefined;
  readonly text?: string | undefined;
}

export async function listSpotItems(
  db: Transaction<unknown>,
  root: string,
  spotCheck: string,
  filters: SpotItemFilters,
  paging: Pick<PageOptions, 'sort' | 'after' | 'limit'>,
): Promise<Page<SpotItemRow>> {
  let query = tables<SpotTables>(db).selectFrom('casework.spot_item as i').selectAll().where('i.root', '=', root);
  query = query.where('i.spot_check', '=', spotCheck);
  if (filters.outcome !== undefined) query = query.where('i.outcome', 'in', filters.outcome as SpotOutcome[]);
  if (filters.pickedBy !== undefined) query = query.where('i.picked_by', 'in', filters.pickedBy as SpotItemRow['picked_by'][]);
  if (filters.region !== undefined) query = query.where('i.region', 'in', filters.region);
  if (filters.text !== undefined) query = query.where('i.party_name', 'like', `%${escapeLike(filters.text)}%`);
  return (await page(tables<SpotTables>(db), query as never, {
    columns: { partyName: { ref: 'i.party_name', type: 'text' } },
    id: 'i.id',
    defaultSort: 'partyName',
    ...paging,
  })) as unknown as Page<SpotItemRow>;
}

/** The item, locked for its outcome. */
export async function lockSpotItem(db: Transaction<unknown>, id: string, version: number): Promise<SpotItemRow> {
  const row = await tables<SpotTables>(db).selectFrom('casework.spot_item').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
  if (row === undefined) throw notFound('这条抽查');
  if (row.version !== version) throw staleWrite(`“${row.party_name}”的抽查`);
  return row;
}

export async function recordOutcome(
  db: Transaction<unknown>,
  row: SpotItemRow,
  { outcome, note, by, on }: { outcome: SpotOutcome; note: string; by: string; on: string },
): Promise<void> {
  await sql`update casework.spot_item set outcome = ${outcome}, note = ${note}, checked_by = ${by}, checked_on = ${on}, version = version + 1
    where root = ${row.root} and id = ${row.id}::uuid`.execute(db);
}

export interface AnsweredCase {
  readonly id: string;
  readonly party: string;
  readonly answers: Readonly<Record<string, unknown>>;
  readonly submitted_on: string;
}

/** The last granted case of each party in a dossier that was handed in within the year. */
export async function answeredCases(
  db: Transaction<unknown>,
  of: { readonly root: string; readonly programme: string; readonly dossier: string; readonly year: number },
): Promise<readonly AnsweredCase[]> {
  const { rows } = await sql<AnsweredCase>`
    select distinct on (party) id, party, answers, submitted_on from casework.cases
    where root = ${of.root} and programme = ${of.programme} and dossier = ${of.dossier} and status = 'granted'
      and submitted_on between ${`${of.year}-01-01`} and ${`${of.year}-12-31`}
    order by party, submitted_on desc`.execute(db);
  return rows;
}
