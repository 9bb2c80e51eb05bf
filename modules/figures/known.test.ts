// «As known on a day» on a real database: random ledgers with corrections and reversals, held to the plain sum of the entries, whatever day is asked.
import fc from 'fast-check';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { addDays } from '#kernel/declare/calendar.ts';
import { formatPlain } from '#kernel/exact/decimal.ts';
import { Rational } from '#kernel/exact/rational.ts';
import { countyActor, makeActor } from '#testing/actors.ts';
import { makeDatabase, type TestDatabase } from '#testing/database.ts';
import { cumulativeOf } from './model/ledger-sums.ts';
import { firstDays } from './store/read-ahead.ts';
import { readSums } from './store/read-figures.ts';
import { verifySums } from './store/verify-sums.ts';

const measures = ['known.count', 'known.money'];
const regions = ['a', 'b', 'c'];

let database: TestDatabase;
/** The owner, who may date a posting and see all roots. */
let owner: pg.Client;
beforeAll(async () => {
  database = await makeDatabase();
  owner = new pg.Client(database.direct);
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await database.close();
});

const day = (most: number): fc.Arbitrary<string> => fc.integer({ min: 0, max: most }).map((days) => addDays('2021-11-20', days));
/** Evenings of a month's last day are where Shanghai and the rest of the world differ. */
const instant = fc
  .tuple(day(1200), fc.constantFrom('00:00:00', '09:30:00', '15:59:59.999', '16:00:00', '23:59:59'))
  .map(([on, at]) => `${on}T${at}Z`);
const value = fc.oneof(
  fc.integer({ min: -3, max: 3 }).map(String),
  fc.integer({ min: -90_000_001, max: 90_000_001 }).map((fen) => formatPlain(Rational.of(fen, 100), 2)),
  fc.bigInt({ min: -(10n ** 22n), max: 10n ** 22n }).map((n) => formatPlain(Rational.of(n, 1000), 3)),
);
/** An entry, and for some when they were taken back and what was posted in their place. */
const posting = fc.record({
  measure: fc.constantFrom(...measures),
  region: fc.constantFrom(...regions),
  day: day(1500),
  value,
  posted: instant,
  taken: fc.option(fc.integer({ min: 0, max: 500 }), { freq: 2 }),
  instead: fc.option(value, { freq: 2 }),
});
type Posting = typeof posting extends fc.Arbitrary<infer T> ? T : never;

const columns = 'root, measure, region, day, value, source_kind, source_id, posted_at, posted_by, reverses';
const nobody = `'00000000-0000-0000-0000-000000000000'`;

/** Posts, takes back, posts anew, each in one statement for all as a load does, or one by one as offices do. */
async function post(root: string, postings: readonly Posting[], atOnce: boolean): Promise<void> {
  const numbered = postings.map((one, n) => ({ ...one, n: String(n) }));
  const statements = [
    `insert into figures.entry (${columns})
     select $1, measure, region, day, value, 'test', n, posted, ${nobody}, null
     from jsonb_to_recordset($2) as p(measure text, region text, day date, value numeric, n text, posted timestamptz)`,
    `insert into figures.entry (${columns})
     select e.root, e.measure, e.region, e.day, -e.value, 'test', e.source_id, e.posted_at + taken * interval '1 day', ${nobody}, e.id
     from jsonb_to_recordset($2) as p(n text, taken integer) join figures.entry e on e.root = $1 and e.source_kind = 'test' and e.source_id = n
     where taken is not null and e.reverses is null`,
    `insert into figures.entry (${columns})
     select $1, measure, region, day, instead, 'instead', n, posted + taken * interval '1 day', ${nobody}, null
     from jsonb_to_recordset($2) as p(measure text, region text, day date, instead numeric, n text, posted timestamptz, taken integer)
     where taken is not null and instead is not null`,
  ];
  for (const rows of atOnce ? [numbered] : numbered.map((one) => [one])) {
    for (const statement of statements) await owner.query(statement, [root, JSON.stringify(rows)]);
  }
}

async function plainly(root: string, days: readonly string[], known: string | null): Promise<Map<string, string>> {
  const { rows } = await owner.query<{ key: string; sum: string }>(
    `select concat_ws(' ', measure, region, asked) as key, trim_scale(sum(value))::text as sum
     from unnest($2::date[]) asked join figures.entry e on e.root = $1 and e.day <= asked
       and ($3::date is null or e.posted_at < ($3::date + 1)::timestamp at time zone 'Asia/Shanghai')
     group by measure, region, asked`,
    [root, [...new Set(days)], known],
  );
  return new Map(rows.map(({ key, sum }) => [key, sum]));
}

async function bySums(root: string, days: readonly string[], known: string | null): Promise<Map<string, string>> {
  const actor = { ...makeActor('市科技', {}), root };
  const sums = await database.withActor(actor, { readOnly: true }, (db) => readSums(db, measures, days, known));
  const at = cumulativeOf(sums);
  const cells = measures.flatMap((measure) => regions.flatMap((region) => days.map((one) => [measure, region, one] as const)));
  return new Map(cells.map(([measure, region, one]) => [`${measure} ${region} ${one}`, formatPlain(at(measure, region, one), 3)]));
}

/** First days as they are read, and as the entries say. */
async function firsts(root: string, known: string | null): Promise<readonly [Record<string, string>, Record<string, string>]> {
  const actor = { ...makeActor('市科技', {}), root };
  const read = await database.withActor(actor, { readOnly: true }, (db) => firstDays(db, root, measures, known));
  const { rows } = await owner.query<{ measure: string; day: string }>(
    `select measure, min(day)::text as day from figures.entry
     where root = $1 and ($2::date is null or posted_at < ($2::date + 1)::timestamp at time zone 'Asia/Shanghai') group by measure`,
    [root, known],
  );
  return [Object.fromEntries(read), Object.fromEntries(rows.map((row) => [row.measure, row.day]))];
}

async function derived(root: string): Promise<unknown> {
  const { rows } = await owner.query(
    `select (select jsonb_agg(to_jsonb(y) - 'lane' order by measure, region, year, posted, lane)::text from figures.year_sums y where root = $1) as years,
            (select jsonb_agg(to_jsonb(p) - 'lane' order by measure, posted, region, month, lane)::text from figures.posted_sums p where root = $1) as posted`,
    [root],
  );
  return rows[0];
}

const verify = (root: string) => database.withSystem(root, verifySums);

let roots = 0;

it('gives what the entries give, on any day asked and as known on any day, and sums that are made anew are the same', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(posting, { maxLength: 30 }),
      fc.array(day(1700), { minLength: 1, maxLength: 6 }),
      fc.array(fc.oneof(day(1800), fc.constantFrom('2022-01-31', '2022-12-31', '2023-06-15', '2024-02-29')), {
        minLength: 1,
        maxLength: 4,
      }),
      fc.boolean(),
      async (postings, days, knownDays, atOnce) => {
        roots += 1;
        const root = `known-${roots}`;
        await post(root, postings, atOnce);
        for (const known of [null, ...knownDays]) {
          const [sums, plain] = [await bySums(root, days, known), await plainly(root, days, known)];
          for (const [cell, sum] of sums)
            expect(`${cell} as known ${known}: ${sum}`).toBe(`${cell} as known ${known}: ${plain.get(cell) ?? '0'}`);
        }
        for (const known of [null, ...knownDays]) {
          const [read, said] = await firsts(root, known);
          expect(read).toEqual(said);
        }
        expect((await verify(root)).differing).toBe(0);
        const before = await derived(root);
        await owner.query('select figures.derive_sums($1)', [root]);
        expect(await derived(root)).toEqual(before);
      },
    ),
    { numRuns: Number(process.env.RUNS ?? 25) },
  );
});

it('gives the sums of every month of posting to offices of the root alone, and to nobody the rows', async () => {
  const county = { ...countyActor('县科技', 'a', []), root: 'known-bounds' };
  await post(
    'known-bounds',
    [{ measure: 'known.count', region: 'b', day: '2022-05-01', value: '2', posted: '2022-05-03T00:00:00Z', taken: null, instead: null }],
    true,
  );
  const read = (root: string) =>
    database.withActor({ ...county, root }, { readOnly: true }, async (db) => {
      const sums = await readSums(db, measures, ['2022-12-31'], '2022-05-10');
      return formatPlain(cumulativeOf(sums)('known.count', 'b', '2022-12-31'), 0);
    });
  expect([await read('known-bounds'), await read('known-elsewhere')]).toEqual(['2', '0']);
});

it('tells kept sums that were written past the ledger, and makes them anew', async () => {
  const one = {
    measure: 'known.money',
    region: 'a',
    day: '2022-05-01',
    value: '2',
    posted: '2022-05-03T00:00:00Z',
    taken: null,
    instead: null,
  };
  await post('known-mended', [one, { ...one, day: '2023-01-01' }], true);
  await owner.query(`update figures.year_sums set m5 = m5 + 1 where root = 'known-mended' and year = 2022`);
  await owner.query(`delete from figures.posted_sums where root = 'known-mended' and month = '2023-01-01'`);
  expect(await verify('known-mended')).toEqual({ entries: 2, differing: 2 });
  await owner.query(`select figures.derive_sums('known-mended')`);
  expect(await verify('known-mended')).toEqual({ entries: 2, differing: 0 });
});
