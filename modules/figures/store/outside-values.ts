// Values of regions that come from outside (GDP, R&D spending): observations by name, region and year, the newest of which counts.
import { sql, type Transaction } from 'kysely';
import { uuidv7 } from '#platform/db/uuid.ts';

export interface OutsideValue {
  readonly name: string;
  readonly region: string;
  readonly place: string;
  readonly year: number;
  /** In base unit. */
  readonly value: string;
  readonly unit: string;
  /** Indicator of the catalogue where the name is known there. */
  readonly indicator?: string | null;
  /** Why it differs from what stood before. */
  readonly reason?: string | null;
  /** The import that it came with. */
  readonly batch?: string | null;
}

export interface OutsideRow extends OutsideValue {
  readonly id: string;
  readonly supersedes: string | null;
  /** `withdrawn` where the value was taken back and nothing stands. */
  readonly status: string;
  readonly document_name: string;
  readonly accepted_at: Date;
  readonly accepted_by_name: string;
}

export interface RecordedBy {
  readonly root: string;
  readonly account: string;
  readonly name: string;
  readonly now: Date;
}

/** A value that is given again follows the one before; both stay. */
export async function recordOutside(
  db: Transaction<unknown>,
  by: RecordedBy,
  documentName: string,
  values: readonly (OutsideValue & { readonly documentName?: string; readonly status?: 'actual' | 'withdrawn' })[],
): Promise<void> {
  if (values.length === 0) return;
  const rows = values.map((value) => ({ ...value, id: uuidv7() }));
  await sql`
    insert into figures.observation (id, root, indicator, indicator_name, region, place, period, year, value, unit, kind, bound, status,
      document_name, accepted_at, accepted_by, accepted_by_name, reason, batch, supersedes)
    select v.id, ${by.root}, v.indicator, v.name, v.region, v.place, v.year || '年', v.year, v.value, v.unit, 'value', 'exact',
      coalesce(v.status, 'actual'), coalesce(v."documentName", ${documentName}), ${by.now}, ${by.account}::uuid, ${by.name}, v.reason, v.batch,
      (select o.id from figures.observation o
        where o.root = ${by.root} and o.indicator_name = v.name and o.region = v.region and o.year = v.year
          and not exists (select 1 from figures.observation n where n.supersedes = o.id) limit 1)
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as v(id uuid, name text, region text, place text, year integer, value numeric, unit text,
      indicator text, reason text, batch uuid, "documentName" text, status text)`.execute(db);
}

const shownColumns = sql.raw(
  'o.id, o.indicator_name as name, o.region, o.place, o.year, o.value::text as value, o.unit, o.indicator, o.reason, o.batch, o.status, o.supersedes, ' +
    'o.document_name, o.accepted_at, o.accepted_by_name',
);

/** Current values by name; `known` asks for what had been recorded by the end of that day. */
export async function readOutside(
  db: Transaction<unknown>,
  root: string,
  names: readonly string[] | null,
  known: string | null = null,
): Promise<OutsideRow[]> {
  const named = names === null ? sql`` : sql`and o.indicator_name = any(${[...names]}::text[])`;
  const until = known === null ? sql`` : sql`and o.accepted_at < ((${known}::date + 1)::timestamp at time zone 'Asia/Shanghai')`;
  const { rows } = await sql<OutsideRow>`
    select distinct on (o.indicator_name, o.region, o.year) ${shownColumns}
    from figures.observation o
    where o.root = ${root} and o.region is not null and o.year is not null ${named} ${until}
    order by o.indicator_name, o.region, o.year, o.accepted_at desc, o.id desc`.execute(db);
  return rows.filter(({ status }) => status !== 'withdrawn');
}

/** Every value that was ever recorded, revised ones too, newest first. */
export async function listRevisions(
  db: Transaction<unknown>,
  root: string,
  name: string,
  region: string,
  year: number,
): Promise<OutsideRow[]> {
  const { rows } = await sql<OutsideRow>`
    select ${shownColumns}
    from figures.observation o
    where o.root = ${root} and o.indicator_name = ${name} and o.region = ${region} and o.year = ${year}
    order by o.accepted_at desc, o.id desc limit 100`.execute(db);
  return rows;
}

export interface PublishedRow {
  readonly indicator: string;
  readonly region: string;
  readonly year: number;
  readonly value: string;
  readonly document_name: string;
}

/** Current published values of indicators; `known` as above. */
export async function readPublished(
  db: Transaction<unknown>,
  root: string,
  indicators: readonly string[],
  known: string | null,
): Promise<readonly PublishedRow[]> {
  if (indicators.length === 0) return [];
  const until = known === null ? sql`` : sql`and o.accepted_at < ((${known}::date + 1)::timestamp at time zone 'Asia/Shanghai')`;
  const { rows } = await sql<PublishedRow & { readonly status: string }>`
    select distinct on (o.indicator, o.region, o.year) o.indicator, o.region, o.year, o.value::text as value, o.document_name, o.status
    from figures.observation o
    where o.root = ${root} and o.indicator = any(${[...indicators]}::text[]) and o.region is not null and o.year is not null ${until}
    order by o.indicator, o.region, o.year, o.accepted_at desc, o.id desc`.execute(db);
  return rows.filter(({ status }) => status !== 'withdrawn');
}

export interface BatchValue {
  readonly row: OutsideRow;
  /** What stood before it. */
  readonly before: OutsideRow | null;
  /** Who has recorded anew since; null while it stands. */
  readonly followedBy: string | null;
}

/** What a batch wrote, each with what stood before it and whether it still stands. */
export async function valuesOfBatch(db: Transaction<unknown>, root: string, batch: string): Promise<readonly BatchValue[]> {
  const { rows } = await sql<{ row: OutsideRow; before: OutsideRow | null; followed: string | null }>`
    select to_jsonb(mine) as row, (select to_jsonb(b) from (select ${shownColumns} from figures.observation o where o.id = mine.supersedes) b) as before,
      (select n.accepted_by_name from figures.observation n where n.supersedes = mine.id) as followed
    from (select ${shownColumns} from figures.observation o where o.root = ${root} and o.batch = ${batch}::uuid) mine
    order by mine.name, mine.year, mine.region`.execute(db);
  return rows.map(({ row, before, followed }) => ({ row, before, followedBy: followed }));
}
