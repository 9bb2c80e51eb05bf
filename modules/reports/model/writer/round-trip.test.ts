// What the writer writes the reader reads back equal, and the auditor finds nothing wrong in it: over generated ledgers.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compose, plainText } from './compose.ts';
import { composingOf, counties, indicators, type LedgerNumbers, publishedPlaces } from './generated-ledger.ts';
import { readBack } from './reading-back.ts';
import type { Item, Outline } from './shapes.ts';

const item = (id: string, kind: Item['kind'], more: Partial<Item> = {}): Item => ({
  id,
  kind,
  indicators: [],
  without: [],
  caption: '',
  prompt: '',
  ...more,
});
const all = indicators.map(({ id }) => id);
const outline: Outline = [
  {
    id: 'main',
    title: '主要指标完成情况',
    level: 1,
    items: [
      item('table', 'table', { indicators: all, caption: '主要指标完成情况' }),
      item('history', 'history', { indicators: all, caption: '近五年主要指标' }),
    ],
  },
  { id: 'work', title: '企业培育', level: 2, items: [item('figures', 'figures', { indicators: all }), item('own', 'own')] },
  { id: 'counties', title: '县区情况', level: 2, items: [item('county', 'counties', { indicators: ['firms'], caption: '各县区情况' })] },
  { id: 'problems', title: '存在问题', level: 1, items: [item('short', 'shortfalls')] },
  { id: 'next', title: '下一年目标和重点任务', level: 1, items: [item('aims', 'aims')] },
];

// Few small numbers beside any: ties of places and bases of nought come often. Amounts go from a fen to ten trillion.
const count = fc.oneof(
  fc.constant('0'),
  fc.constantFrom('1', '2', '5', '99', '100', '101'),
  fc.integer({ min: 1, max: 30 }).map(String),
  fc.integer({ min: 0, max: 20_000 }).map(String),
);
const yuan = fc.oneof(
  fc.constant('0'),
  fc.constantFrom('0.01', '1', '9999.99', '10000', '99999999.99', '100000000'),
  fc.integer({ min: 1, max: 20_000 }).map(String),
  fc.bigInt({ min: 0n, max: 5_000_000_000_000n }).map((value) => `${value / 100n}.${String(value % 100n).padStart(2, '0')}`),
  fc.bigInt({ min: 10n ** 12n, max: 10n ** 13n }).map(String),
);
const years = (value: fc.Arbitrary<string>) =>
  fc.oneof(
    fc.tuple(value, value, value).map(([a, b, c]) => ({ 2023: a, 2024: b, 2025: c }) as Record<number, string>),
    // A fall year by year, down to nothing.
    value.map((a) => ({ 2023: a, 2024: a, 2025: '0' }) as Record<number, string>),
  );
const places = (value: fc.Arbitrary<string>) =>
  fc.oneof(
    fc.tuple(...counties.map(() => years(value))).map((each) => Object.fromEntries(counties.map((county, at) => [county, each[at] ?? {}]))),
    // All counties alike: every place is shared.
    years(value).map((each) => Object.fromEntries(counties.map((county) => [county, each]))),
  );
const bounds = fc.constantFrom('达到', '突破', '以上', '左右', '不低于', '不超过');
const aim = (value: fc.Arbitrary<string>) => fc.record({ value, bound: bounds, year: fc.constantFrom(2025, 2026) });

/** Of the year itself known or not yet; a province has more than its cities. */
const publishedOf = (least: string) =>
  fc
    .record({
      first: fc.bigInt({ min: BigInt(least), max: BigInt(least) * 1_000_000n }),
      steps: fc.array(fc.integer({ min: 60, max: 140 }), { minLength: 4, maxLength: 4 }),
      isKnown: fc.boolean(),
    })
    .map(
      ({ first, steps, isKnown }) =>
        Object.fromEntries(
          publishedPlaces.map((place, at) => {
            const isProvince = place === '990000';
            const base = isProvince ? first * 9n : (first * BigInt(steps[at] ?? 100)) / 100n;
            const percent = (year: number): number => (isProvince ? 100 : 100 + (year - 2023) * ((steps[(at + year) % 4] ?? 100) - 95));
            const value = (year: number) => String((base * BigInt(percent(year))) / 100n);
            return [place, { 2023: value(2023), 2024: value(2024), ...(isKnown ? { 2025: value(2025) } : {}) }];
          }),
        ) as Record<string, Record<number, string>>,
    );

/** No more firms pass than have applied. */
const passed = (filed: LedgerNumbers['values'][string], hundredths: number): LedgerNumbers['values'][string] =>
  Object.fromEntries(
    Object.entries(filed).map(([county, years]) => [
      county,
      Object.fromEntries(Object.entries(years).map(([year, value]) => [year, String((BigInt(value) * BigInt(hundredths)) / 100n)])),
    ]),
  );

const drawn = fc.record({
  values: fc.record({
    firms: places(count),
    labs: places(count),
    filed: places(count),
    contracts: places(yuan),
    paid: places(yuan),
  }),
  province: fc.record({
    firms: fc.record({ others: fc.array(count, { minLength: 1, maxLength: 5 }), rest: count }),
    contracts: fc.record({ others: fc.array(yuan, { minLength: 1, maxLength: 5 }), rest: yuan }),
  }),
  published: fc.record({ research: publishedOf('1000000'), output: publishedOf('30000000000000') }),
  aims: fc.record({ firms: aim(count), contracts: aim(yuan), labs: aim(count) }),
  firstDay: fc.constantFrom('2020-01-01', '2025-01-01'),
  hundredths: fc.constantFrom(0, 1, 33, 50, 99, 100),
});
const ledgers: fc.Arbitrary<LedgerNumbers> = drawn.map(({ hundredths, values, ...rest }) => ({
  ...rest,
  values: { ...values, granted: passed(values.filed, hundredths) },
}));

const spans = {
  'a year': {},
  'half a year': { isHalf: true },
  'eleven months': { until: '2025-11-30' },
  'part of a month': { until: '2025-11-29' },
};

const faultsOf = (numbers: LedgerNumbers, span: object): string[] => {
  const composed = compose(composingOf(numbers, { outline, ...span }));
  expect(plainText(composed)).not.toMatch(/NaN|Infinity|undefined|null/);
  const { differences, inconsistent } = readBack(composed, 2025);
  return [...differences, ...inconsistent];
};

describe('what is written is read back', () => {
  test.each(Object.entries(spans))(
    'over any ledger, of %s',
    (_name, span) => {
      fc.assert(
        fc.property(ledgers, (numbers) => {
          expect(faultsOf(numbers, span)).toEqual([]);
        }),
        { numRuns: Number(process.env.RUNS ?? 20) },
      );
    },
    120_000,
  );
});
