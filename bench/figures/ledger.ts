// A ledger for the duel: entries of 60 measures in 40 areas over three years, filled by the database in parts of a million.
import type { Database } from '#platform/db/database.ts';

export const root = '990100';
export const areas: readonly string[] = Array.from({ length: 40 }, (_, i) => String(990_201 + i));
export const flows: readonly string[] = Array.from({ length: 40 }, (_, i) => `bench.flow-${i + 1}`);
export const stocks: readonly string[] = Array.from({ length: 20 }, (_, i) => `bench.stock-${i + 1}`);
export const measures: readonly string[] = [...flows, ...stocks];
const part = 1_000_000;

/** Adds entries until there are `total`; amounts have two places and are now and then negative. */
export async function fill(database: Database, from: number, total: number): Promise<void> {
  await database.withOwner(async (client) => {
    for (let n = from; n < total; n += part) {
      await client.query(
        `insert into figures.entry (root, measure, region, day, value, party, source_kind, source_id, posted_by)
         select $1, ($2::text[])[1 + n % 60], ($3::text[])[1 + (n / 60) % 40], date '2022-01-01' + (n::bigint * 7919 % 1096)::integer,
           ((n::bigint * 104729 % 900001) - 50000) / 100.0, null, 'bench', n::text, '00000000-0000-0000-0000-000000000000'
         from generate_series($4::integer, $5::integer) n`,
        [root, measures, areas, n, Math.min(n + part, total) - 1],
      );
    }
    await client.query('vacuum analyze figures.entry');
    await client.query('vacuum analyze figures.monthly');
  });
}
