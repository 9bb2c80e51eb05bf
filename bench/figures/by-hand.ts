// The other side of the duel: the same sixty indicators by one hand-written statement over the entries, one branch for each kind of indicator.
import type { Formula } from '#kernel/declare/indicator.ts';
import type { Database } from '#platform/db/database.ts';
import { flows, measures, root, stocks } from './ledger.ts';

const sum = (measure: string | undefined): Formula => ({ kind: 'sum', measure: measure ?? '' });
const stock = (measure: string | undefined): Formula => ({ kind: 'stock', measure: measure ?? '' });
const range = (list: readonly string[], from: number, to: number): readonly string[] => list.slice(from, to);

/** What is asked: 24 flows, 12 stocks, and six each of ratios, growth, shares and ranks. */
export const formulas: readonly Formula[] = [
  ...range(flows, 0, 24).map(sum),
  ...range(stocks, 0, 12).map(stock),
  ...range(flows, 24, 30).map((flow, i): Formula => ({ kind: 'ratio', part: sum(flow), whole: stock(stocks[12 + i]) })),
  ...range(flows, 30, 36).map((flow): Formula => ({ kind: 'growth', of: sum(flow) })),
  ...range(stocks, 12, 18).map((one): Formula => ({ kind: 'share-of-parent', of: stock(one) })),
  ...range(flows, 36, 40).map((flow): Formula => ({ kind: 'rank', of: sum(flow) })),
  ...range(stocks, 18, 20).map((one): Formula => ({ kind: 'rank', of: stock(one) })),
];

/** Entries are read once, stocks run up by a window, and each kind takes the measures that it needs. `n` is the place among the formulas. */
const statement = `
with monthly as materialized (
  select measure, region, date_trunc('month', day)::date as month, sum(value) as value from figures.entry
  where root = $1 and measure = any ($2) and day <= $3 and ($5::timestamptz is null or posted_at < $5) group by 1, 2, 3),
level as materialized (
  select measure, region, month, sum(value) over (partition by measure, region order by month) as value
  from monthly where measure = any ($7)),
value as (
  select array_position($6, measure) - 1 as n, region, month, value from monthly where measure = any ($6[1:24])
  union all
  select 23 + array_position($7, measure), region, month, value from level where measure = any ($7[1:12])
  union all
  select 11 + array_position($6, f.measure), region, month, f.value / nullif(s.value, 0)
  from monthly f join level s using (region, month)
  where f.measure = any ($6[25:30]) and s.measure = $7[array_position($6, f.measure) - 12]
  union all
  select 11 + array_position($6, now.measure), now.region, now.month, case when past.value > 0 then now.value / past.value - 1 end
  from monthly now join monthly past on past.measure = now.measure and past.region = now.region and past.month = now.month - interval '1 year'
  where now.measure = any ($6[31:36])
  union all
  select 35 + array_position($7, measure), region, month, value / nullif(sum(value) over (partition by measure, month), 0)
  from level where measure = any ($7[13:18])
  union all
  select 17 + array_position($6, measure), region, month, rank() over (partition by measure, month order by value desc)
  from monthly where measure = any ($6[37:40]) and month >= $4
  union all
  select 39 + array_position($7, measure), region, month, rank() over (partition by measure, month order by value desc)
  from level where measure = any ($7[19:20]) and month >= $4)
select n, region, month::text as month, trim_scale(round(value, 8))::text as value from value where month >= $4`;

export interface HandRow {
  readonly n: number;
  readonly region: string;
  readonly month: string;
  readonly value: string | null;
}

export async function byHand(database: Database, from: string, to: string, knownUntil: string | null): Promise<readonly HandRow[]> {
  const { rows } = await database.pool.query<HandRow>(statement, [root, measures, to, from, knownUntil, flows, stocks]);
  return rows;
}
