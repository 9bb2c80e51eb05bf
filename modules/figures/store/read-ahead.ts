// Reads the ends of what is known: titles that will leave a stock, and the first day of which anything was posted.
import { sql, type Transaction } from 'kysely';

/** How much leaves each measure between two days, both included: entries that take away, less those of them that were taken back. */
export async function readLeaving(
  db: Transaction<unknown>,
  root: string,
  measures: readonly string[],
  regions: readonly string[],
  from: string,
  to: string,
): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ measure: string; leaving: string }>`
    select measure, sum(-value)::text as leaving from figures.entry
    where root = ${root} and measure = any(${[...measures]}::text[]) and region = any(${[...regions]}::text[])
      and day between ${from}::date and ${to}::date and (value < 0) = (reverses is null)
    group by measure`.execute(db);
  return new Map(rows.map(({ measure, leaving }) => [measure, leaving]));
}

/** First day of entries by measure; `known` asks for what had been posted by the end of that day. One step into the index for each place. */
export async function firstDays(
  db: Transaction<unknown>,
  root: string,
  measures: readonly string[],
  known: string | null,
): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ measure: string; day: string }>`
    select p.measure, min(f.day)::text as day
    from (select distinct measure, region from figures.year_sums where root = ${root} and measure = any(${[...measures]}::text[])) p
    cross join lateral (
      select e.day from figures.entry e
      where e.root = ${root} and e.measure = p.measure and e.region = p.region
        and (${known}::date is null or e.posted_at < ((${known}::date + 1)::timestamp at time zone 'Asia/Shanghai'))
      order by e.day limit 1) f
    group by p.measure`.execute(db);
  return new Map(rows.map(({ measure, day }) => [measure, day]));
}
