// Duel: 60 indicators × 24 months × 40 areas right after a write, against the same by one hand-written statement over the entries; and what posting costs.
import type { Formula } from '#kernel/declare/indicator.ts';
import { decimal } from '#kernel/exact/decimal.ts';
import { Rational } from '#kernel/exact/rational.ts';
import { evaluate, type Period } from '#modules/figures/model/evaluate.ts';
import { postEntries } from '#modules/figures/store/post-entries.ts';
import { readCumulative } from '#modules/figures/store/read-figures.ts';
import { systemActor } from '#platform/actor.ts';
import type { Database } from '#platform/db/database.ts';
import { median, withBenchDatabase } from '../bench-database.ts';
import { areas, fill, flows, measures, root, stocks } from './ledger.ts';
import { postingCost } from './posting.ts';

const rounds = 5;
const months: readonly Period[] = Array.from({ length: 24 }, (_, i) => {
  const [year, month] = [2023 + Math.floor(i / 12), i % 12];
  const day = (at: number): string => new Date(at).toISOString().slice(0, 10);
  return { from: day(Date.UTC(year, month, 1)), to: day(Date.UTC(year, month + 1, 0)) };
});
const formulas: readonly Formula[] = [
  ...flows.map((measure) => ({ kind: 'sum' as const, measure })),
  ...stocks.map((measure) => ({ kind: 'stock' as const, measure })),
];

/** What a good engineer writes over the records: months summed once, stocks by a window. Flows have a value for each month, stocks a level. */
const byHand = `
with monthly as (
  select measure, region, date_trunc('month', day)::date as month, sum(value) as value from figures.entry
  where root = $1 and measure = any ($2) and day <= $3 group by 1, 2, 3)
select * from (
  select measure, region, month,
    case when measure like 'bench.stock%' then sum(value) over (partition by measure, region order by month) else value end::text as value
  from monthly) v where month >= $4`;

const before = (day: string): string => new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);
const days = [before(months[0]?.from ?? ''), ...months.map((month) => month.to)];
const actor = systemActor(root);
let written = 0;

/** One more entry, so that nothing kept from the last reading can be right. */
const write = (database: Database): Promise<void> =>
  database.withActor(actor, {}, (db) =>
    postEntries(db, { root, account: actor.accountId }, [
      {
        measure: measures[written++ % 60] ?? '',
        region: areas[written % 40] ?? '',
        day: '2024-06-15',
        value: '1.25',
        sourceKind: 'bench',
        sourceId: 'write',
      },
    ]),
  );

type Cells = Map<string, Rational>;

async function ours(database: Database): Promise<Cells> {
  const cumulative = await database.withActor(actor, { readOnly: true }, (db) => readCumulative(db, measures, days, null));
  const territory = { root, counties: areas };
  const cells: Cells = new Map();
  for (const [i, formula] of formulas.entries()) {
    for (const area of areas) {
      for (const period of months) {
        const { value } = evaluate(formula, area, period, territory, cumulative);
        if ('known' in value) cells.set(`${measures[i]}|${area}|${period.from}`, value.known);
      }
    }
  }
  return cells;
}

async function raw(database: Database): Promise<Cells> {
  const { rows } = await database.pool.query<{ measure: string; region: string; month: string; value: string }>(byHand, [
    root,
    measures,
    months.at(-1)?.to,
    months[0]?.from,
  ]);
  return new Map(rows.map((row) => [`${row.measure}|${row.region}|${row.month}`, decimal(row.value)]));
}

async function duel(database: Database, entries: number): Promise<string> {
  const ratios: number[] = [];
  const best = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY] as [number, number];
  for (let round = 0; round < rounds; round++) {
    await write(database);
    const t0 = performance.now();
    const theirs = await raw(database);
    const t1 = performance.now();
    await write(database);
    const t2 = performance.now();
    const mine = await ours(database);
    const t3 = performance.now();
    const wrong = [...mine].filter(([cell, value]) => !(theirs.get(cell) ?? Rational.zero).equals(value)).length;
    // The one entry written between the two readings moves its cell, and a stock's later months.
    if (mine.size !== 60 * 24 * 40 || wrong > 7) throw new Error(`the two sides differ in ${wrong} of ${mine.size} cells`);
    ratios.push((t1 - t0) / (t3 - t2));
    best[0] = Math.min(best[0], t1 - t0);
    best[1] = Math.min(best[1], t3 - t2);
  }
  return `${(entries / 1e6).toFixed(0)} million entries, ${60 * 24 * 40} cells: by hand ${best[0].toFixed(0)} ms, ours ${best[1].toFixed(0)} ms, ${median(ratios).toFixed(1)}× faster (median of ${rounds})`;
}

export async function run(): Promise<void> {
  await withBenchDatabase(async (database) => {
    let filled = 0;
    for (const entries of [1_000_000, 10_000_000]) {
      await fill(database, filled, entries);
      filled = entries;
      console.log(await duel(database, entries));
    }
    console.log(await postingCost(database));
    console.log('goals: at least 10× faster, posting at most 20 % of a case write');
  });
}
