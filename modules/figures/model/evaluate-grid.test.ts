// A grid and single values are one truth: random ledgers, formulas and published values, held to each other cell by cell; and what a grid says where nothing can be told.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, addMonths } from '#kernel/declare/calendar.ts';
import type { Formula } from '#kernel/declare/indicator.ts';
import { decimal, formatPlain } from '#kernel/exact/decimal.ts';
import { Rational } from '#kernel/exact/rational.ts';
import { type Cumulative, daysNeeded, evaluate, nothingPublished, type Observations, type Period } from './evaluate.ts';
import { gridsOf } from './evaluate-grid.ts';
import { cumulativeOf, type MeasureLines, sumsOf } from './ledger-sums.ts';

const territory = { root: 'city', counties: ['a', 'b', 'c'], parent: 'province', sisters: ['sister'] };
const regions = ['city', 'a', 'b', 'c', 'province', 'sister', 'elsewhere'];
const measures = ['flow', 'stock', 'money'];
const periods: readonly Period[] = [
  { from: '2024-01-01', to: '2024-12-31' },
  { from: '2024-02-01', to: '2024-02-29' },
  { from: '2023-05-04', to: '2024-03-17' },
];

interface Entry {
  readonly measure: string;
  readonly region: string;
  readonly day: string;
  readonly value: string;
}

const money = fc.oneof(
  fc.integer({ min: -3, max: 3 }).map(String),
  fc.integer({ min: -90_000_001, max: 90_000_001 }).map((fen) => formatPlain(Rational.of(fen, 100), 2)),
  fc.bigInt({ min: -(10n ** 22n), max: 10n ** 22n }).map((n) => formatPlain(Rational.of(n, 1000), 3)),
);
const entry: fc.Arbitrary<Entry> = fc.record({
  measure: fc.constantFrom(...measures),
  region: fc.constantFrom('city', 'a', 'b', 'c'),
  day: fc.integer({ min: 0, max: 1500 }).map((days) => addDays('2021-01-01', days)),
  value: money,
});
const { formula } = fc.letrec<{ formula: Formula; leaf: Formula }>((tie) => ({
  leaf: fc.oneof(
    fc.record({ kind: fc.constantFrom('sum', 'stock', 'change'), measure: fc.constantFrom(...measures) }) as fc.Arbitrary<Formula>,
    fc.record({ kind: fc.constant('observed'), indicator: fc.constantFrom('gdp', 'intensity', 'loop') }) as fc.Arbitrary<Formula>,
  ),
  formula: fc.oneof(
    { maxDepth: 3 },
    tie('leaf'),
    fc.record({ kind: fc.constant('ratio' as const), part: tie('formula'), whole: tie('formula') }),
    fc.record({ kind: fc.constant('difference' as const), minuend: tie('formula'), subtrahend: tie('formula') }),
    fc.record({ kind: fc.constantFrom('growth', 'share-of-parent', 'rank'), of: tie('formula') }) as fc.Arbitrary<Formula>,
  ),
}));

/** Lines as the database gives them: years, months and days in turn, so that each form is read. It is asked for each day once. */
function linesOf(entries: readonly Entry[], wanted: readonly string[]): MeasureLines[] {
  const days = [...new Set(wanted)];
  if (days.length === 0) return [];
  const firstYear = addDays([...days].sort()[0] ?? '', 1).slice(0, 4);
  return measures.flatMap((measure) => {
    const lines = entries
      .filter((one) => one.measure === measure)
      .flatMap(({ region, day, value }, i) => {
        const inside = days
          .filter((asked) => asked >= day && `${addDays(asked, 1).slice(0, 7)}` === day.slice(0, 7))
          .map((asked) => `${region},${asked},${value}`);
        if (day.slice(0, 4) < firstYear) return [i % 2 === 0 ? `${region},${value}` : `${region},${day.slice(0, 7)},${value}`];
        const months = Array.from({ length: 12 }, (_, month) => (month + 1 === Number(day.slice(5, 7)) ? value : '0'));
        return [i % 2 === 0 ? `${region},${day.slice(0, 4)},${months.join(',')}` : `${region},${day.slice(0, 7)},${value}`, ...inside];
      });
    return lines.length === 0 ? [] : [{ measure, lines: oneADay(lines).join('\n') }];
  });
}

/** The database gives one line for a region and an asked day. */
function oneADay(lines: readonly string[]): string[] {
  const days = new Map<string, Rational>();
  const others = lines.filter((line) => {
    const [region, day = '', value = ''] = line.split(',');
    if (day.length !== 10 || !day.startsWith('20') || day[4] !== '-') return true;
    const key = `${region},${day}`;
    days.set(key, (days.get(key) ?? Rational.zero).plus(decimal(value)));
    return false;
  });
  return [...others, ...[...days].map(([key, value]) => `${key},${formatPlain(value, 3)}`)];
}

const intensity: Formula = { kind: 'ratio', part: { kind: 'observed', indicator: 'rd' }, whole: { kind: 'observed', indicator: 'gdp' } };
const definitions: Readonly<Record<string, Formula>> = { intensity, loop: { kind: 'growth', of: { kind: 'observed', indicator: 'loop' } } };
const publishedOf = (values: Readonly<Record<string, string>>): Observations => ({
  isTold: ({ kind }) => kind === 'observed',
  seen: (one, region, period) => {
    const value = one.kind === 'observed' ? values[`${one.indicator} ${region} ${period.to.slice(0, 4)}`] : undefined;
    return value === undefined ? undefined : { value: decimal(value), document: '公报' };
  },
  definition: (id) => definitions[id],
});
const published = fc.dictionary(
  fc
    .tuple(fc.constantFrom('gdp', 'rd', 'loop'), fc.constantFrom(...regions), fc.constantFrom('2022', '2023', '2024'))
    .map((key) => key.join(' ')),
  money,
);

const daysOf = (formulas: readonly Formula[]): readonly string[] =>
  daysNeeded(
    formulas.map((formula) => ({ formula, periods })),
    publishedOf({}).definition,
  );

describe('a grid', () => {
  it('gives what the entries give one by one, for any ledger, formula and published values', () => {
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 40 }), formula, published, (entries, asked, values) => {
        const sums = sumsOf(linesOf(entries, daysOf([asked])), daysOf([asked]));
        const plainly: Cumulative = (measure, region, day) =>
          Rational.sum(
            entries.filter((one) => one.measure === measure && one.region === region && one.day <= day).map(({ value }) => decimal(value)),
          );
        const grid = gridsOf(regions, periods, territory, sums, publishedOf(values))(asked);
        regions.forEach((region, r) => {
          periods.forEach((period, p) => {
            const { value } = evaluate(asked, region, period, territory, plainly, publishedOf(values));
            expect(grid.value(r, p)).toEqual(value);
            expect(grid.text(r, p, 12)).toBe('known' in value ? formatPlain(value.known, 12) : null);
            expect(grid.why(r, p)).toBe('known' in value ? null : value.unknown);
            expect(evaluate(asked, region, period, territory, cumulativeOf(sums), publishedOf(values)).value).toEqual(value);
          });
        });
      }),
      { numRuns: Number(process.env.RUNS ?? 120) },
    );
  });

  it('stays exact where a machine number would not', () => {
    const huge = '9007199254740993.01';
    const sums = sumsOf([{ measure: 'money', lines: `a,2024-01,${huge}\nb,2024-01,0.000000001` }], ['2023-12-31', '2024-12-31']);
    const grid = gridsOf(['a', 'b'], periods.slice(0, 1), territory, sums)({ kind: 'sum', measure: 'money' });
    expect([grid.text(0, 0, 12), grid.text(1, 0, 12)]).toEqual([huge, '0.000000001']);
  });

  it('prints money and counts as every other number is printed', () => {
    const values = ['0', '7', '-7', '0.05', '-0.05', '0.5', '-0.5', '12.34', '-12.3', '100', '99.99'];
    const lines = values.map((value, i) => `p${i},2024-01,${value}`).join('\n');
    const sums = sumsOf([{ measure: 'money', lines }], ['2023-12-31', '2024-12-31']);
    const places = values.map((_, i) => `p${i}`);
    const ground = { root: 'city', counties: places };
    const grid = gridsOf(places, periods.slice(0, 1), ground, sums)({ kind: 'sum', measure: 'money' });
    expect(values.map((_, i) => grid.text(i, 0, 2))).toEqual(values);
    expect(values.map((_, i) => grid.text(i, 0, 1))).toEqual(values.map((value) => formatPlain(decimal(value), 1)));
  });

  it('says why nothing can be told: no base, nothing to divide by, a formula that comes back to itself, nothing published', () => {
    const stock: Formula = { kind: 'stock', measure: 'stock' };
    const growth: Formula = { kind: 'growth', of: stock };
    const ratio: Formula = { kind: 'ratio', part: stock, whole: { kind: 'sum', measure: 'flow' } };
    const sums = sumsOf([{ measure: 'stock', lines: 'a,2024-06,3' }], daysOf([growth, ratio]));
    const grids = gridsOf(['a', 'sister'], periods.slice(0, 1), territory, sums, publishedOf({}));
    const why = (one: Formula, region = 0): string | null => grids(one).why(region, 0);
    expect(why(growth)).toBe('上年同期为零或负数，不计算增速');
    expect(why(ratio)).toBe('分母为零，无法计算');
    expect(why({ kind: 'observed', indicator: 'loop' })).toBe('指标的公式相互引用，无法计算，请核对指标定义');
    expect(why({ kind: 'observed', indicator: 'intensity' })).toBe('没有登记这一年公布的数');
    expect(why(stock, 1)).toBe('没有登记该地区公布的数');
    expect(grids(growth).text(0, 0, 12)).toBeNull();
  });

  it('refuses a day that was not read instead of taking it for zero', () => {
    const sums = sumsOf([], ['2024-12-31']);
    expect(() =>
      gridsOf(['a'], [{ from: addMonths('2025-01-01', 0), to: '2025-12-31' }], territory, sums)({ kind: 'stock', measure: 'stock' }),
    ).toThrow(RangeError);
    expect(() =>
      evaluate(
        { kind: 'stock', measure: 'stock' },
        'a',
        { from: '2025-01-01', to: '2025-12-31' },
        territory,
        cumulativeOf(sums),
        nothingPublished,
      ),
    ).toThrow(RangeError);
  });
});
