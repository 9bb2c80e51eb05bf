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
}

export interface OutsideRow extends OutsideValue {
  readonly id: string;
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
  values: readonly OutsideValue[],
): Promise<void> {
  if (values.length === 0) return;
  const rows = values.map((value) => ({ ...value, id: uuidv7() }));
  await sql`
    insert into figures.observation (id, root, indicator, indicator_name, region, place, period, year, value, unit, kind, bound, status,
      document_name, accepted_at, accepted_by, accepted_by_name, supersedes)
    select v.id, ${by.root}, null, v.name, v.region, v.place, v.year || '年', v.year, v.value, v.unit, 'value', 'exact', 'actual',
      ${documentName}, ${by.now}, ${by.account}::uuid, ${by.name},
      (select o.id from figures.observation o
        where o.root = ${by.root} and o.indicator_name = v.name and o.region = v.region and o.year = v.year
          and not exists (select 1 from figures.observation n where n.supersedes = o.id) limit 1)
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as v(id uuid, name text, region text, place text, year integer, value numeric, unit text)`.execute(
    db,
  );
}

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
    select distinct on (o.indicator_name, o.region, o.year) o.id, o.indicator_name as name, o.region, o.place, o.year, o.value::text as value, o.unit,
      o.document_name, o.accepted_at, o.accepted_by_name
    from figures.observation o
    where o.root = ${root} and o.region is not null and o.year is not null ${named} ${until}
    order by o.indicator_name, o.region, o.year, o.accepted_at desc, o.id desc`.execute(db);
  return rows;
}
