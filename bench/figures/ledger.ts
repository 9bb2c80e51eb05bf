// A ledger for the duel: entries of 60 measures in 40 areas over three years in the order of their posting, filled by the database in parts of a million.
import type { ClientBase } from 'pg';
import type { Database } from '#platform/db/database.ts';

export const root = '990100';
export const areas: readonly string[] = Array.from({ length: 40 }, (_, i) => String(990_201 + i));
export const flows: readonly string[] = Array.from({ length: 40 }, (_, i) => `bench.flow-${i + 1}`);
export const stocks: readonly string[] = Array.from({ length: 20 }, (_, i) => `bench.stock-${i + 1}`);
export const measures: readonly string[] = [...flows, ...stocks];
const part = 1_000_000;

/** Indexes that are not also constraints; they are put aside while the ledger is filled and made again as the product defines them. */
async function withoutIndexes(client: ClientBase, work: () => Promise<void>): Promise<void> {
  const { rows } = await client.query<{ name: string; definition: string }>(
    `select c.oid::regclass::text as name, pg_get_indexdef(c.oid) as definition from pg_index i join pg_class c on c.oid = i.indexrelid
     where i.indrelid = 'figures.entry'::regclass and not i.indisunique`,
  );
  for (const { name } of rows) await client.query(`drop index ${name}`);
  await work();
  // Of this session alone: a sort of ten million keys in few runs.
  await client.query(`set maintenance_work_mem = '512MB'`);
  for (const { name, definition } of rows) {
    console.error(`  ${name} …`);
    await client.query(definition);
  }
}

/** Each entry is posted in the evening of its day, of which there are 1 096; amounts have two places and are now and then negative. */
export async function fill(database: Database, total: number): Promise<void> {
  const started = performance.now();
  await database.withOwner(async (client) => {
    await withoutIndexes(client, async () => {
      for (let n = 0; n < total; n += part) {
        await client.query(
          `insert into figures.entry (root, measure, region, day, value, party, source_kind, source_id, posted_by, posted_at)
           select $1, ($2::text[])[1 + n % 60], ($3::text[])[1 + (n / 60) % 40], date '2022-01-01' + (n::bigint * 1096 / $6)::integer,
             round(((n::bigint * 104729 % 900001) - 50000) / 100.0, 2), null, 'bench', n::text, '00000000-0000-0000-0000-000000000000',
             date '2022-01-01' + (n::bigint * 1096 / $6)::integer + interval '10 hours'
           from generate_series($4::integer, $5::integer) n`,
          [root, measures, areas, n, Math.min(n + part, total) - 1, total],
        );
        console.error(`  ${Math.min(n + part, total)} entries after ${((performance.now() - started) / 1000).toFixed(0)} s`);
      }
    });
    await client.query('vacuum analyze figures.entry');
    await client.query('vacuum analyze figures.year_sums');
    // What was filled is written down before anything is measured, so that neither side pays for it.
    await client.query('checkpoint');
  });
  console.error(`  filled in ${((performance.now() - started) / 1000).toFixed(0)} s`);
}
