// An index by county and pillar: the handbook's vector, a missing base year, unknown values with their reason, places, and judgements that contradict.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimal, formatDecimal } from '#kernel/exact/decimal.ts';
import { Rational } from '#kernel/exact/rational.ts';
import { composeIndex } from './compose-index.ts';
import { indexNotes } from './index-notes.ts';
import type { IndexItem, IndexSpec } from './index-shapes.ts';

const item = (id: string, pillar: string, weight: string): IndexItem => ({
  id,
  name: id,
  pillar,
  weight,
  source: `outside:${id}`,
  divisor: null,
  direction: 'POSITIVE',
  target: null,
});
const spec: IndexSpec = {
  method: 'BASE_YEAR',
  weighting: 'GIVEN',
  fromYear: 2020,
  toYear: 2021,
  baseYear: 2020,
  scaleFloor: '0',
  matrix: null,
  items: [item('a', '投入', '0.6'), item('b', '产出', '0.4')],
};
const data: Readonly<Record<string, readonly (string | null)[]>> = {
  'a|city': ['2.0', '2.4'],
  'b|city': ['500', '900'],
  'a|x': ['1', '2'],
  'b|x': [null, '5'],
  'a|y': ['1', '1'],
  'b|y': ['1', null],
};
const area = (region: string) => ({ region, name: region });
const compose = (changes: Partial<IndexSpec> = {}, counties = ['x', 'y']) =>
  composeIndex({ ...spec, ...changes }, area('city'), counties.map(area), ({ id }, region, year) => {
    const value = data[`${id}|${region}`]?.[year - 2020] ?? null;
    return value === null ? null : decimal(value);
  });

describe('an index over time', () => {
  it('is the handbook’s 144 for the city, with each pillar by itself', () => {
    const [city] = compose().areas;
    expect(city?.points.map(({ index, growth, pillars }) => [index, growth, pillars.map((one) => one.index)])).toEqual([
      ['100.00', null, ['100.00', '100.00']],
      ['144.00', '0.440000', ['120.00', '180.00']],
    ]);
  });

  it('takes the first year with a value where the base is missing, and says so; what is unknown has its reason', () => {
    const result = compose();
    const [, x, y] = result.areas;
    expect(x?.rebased).toEqual([{ item: 'b', baseYear: 2021 }]);
    expect(x?.points.map(({ index, why }) => [index, why])).toEqual([
      [null, '缺少2020年b'],
      ['160.00', null],
    ]);
    expect(y?.points[1]).toMatchObject({ index: null, why: '缺少2021年b', rank: null });
    expect(indexNotes({ name: '指数', version: 1, spec, revision: '', result })).toContain('x的“b”在2020年无数或为零，改以2021年为基年');
  });

  it('says what is wrong with weights and judgements instead of giving a number', () => {
    expect(compose({ items: [item('a', '投入', '0.6')] }).problems).toHaveLength(1);
    const third = item('c', '产出', '0');
    const matrix = [
      ['1', '2', '1/2'],
      ['1/2', '1', '2'],
      ['2', '1/2', '1'],
    ];
    const contradictory = compose({ weighting: 'AHP', matrix, items: [...spec.items, third] });
    expect(contradictory.problems[0]).toContain('CR＝0.4310');
  });
});

it('compares counties within a year by range, whatever their order', () => {
  const between = (counties: string[]) => {
    const result = compose({ method: 'MIN_MAX', toYear: 2020, items: [item('a', '投入', '1')] }, counties);
    return new Map(result.areas.map(({ region, points }) => [region, [points[0]?.index, points[0]?.rank]]));
  };
  expect(between(['x', 'city'])).toEqual(
    new Map([
      ['x', ['0.00', 2]],
      ['city', ['100.00', 1]],
    ] as const),
  );
  expect(between(['city', 'x']).get('x')).toEqual(['0.00', 2]);
});

describe('contributions of pillars', () => {
  const sumOf = (points: readonly { points?: string | null }[]): string =>
    formatDecimal(Rational.sum(points.map((one) => decimal(one.points ?? '0'))), 2);

  it('add up to the index exactly: 60 and 40 in the base year, 72 and 72 of 144', () => {
    const [city] = compose().areas;
    expect(city?.points.map(({ pillars }) => pillars.map(({ points }) => points))).toEqual([
      ['60.00', '40.00'],
      ['72.00', '72.00'],
    ]);
    expect(compose({ method: 'CHAINED' }).areas[0]?.points[1]?.pillars.map(({ points }) => points)).toEqual(['72.00', '72.00']);
  });

  it('are unknown where the index is', () => {
    expect(compose().areas[2]?.points[1]?.pillars.map(({ points }) => points)).toEqual([null, null]);
  });

  it('add up to the printed index by every method, for any values and weights', () => {
    const value = fc.integer({ min: 1, max: 9_999_999 });
    const table = fc.array(fc.array(value, { minLength: 4, maxLength: 4 }), { minLength: 6, maxLength: 6 });
    const method = fc.constantFrom('BASE_YEAR', 'CHAINED', 'MIN_MAX', 'TARGET');
    fc.assert(
      fc.property(table, method, fc.integer({ min: 1, max: 98 }), fc.boolean(), (numbers, how, weight, isDown) => {
        const items = [
          { ...item('a', '投入', `0.${String(weight).padStart(2, '0')}`), target: '70000' },
          {
            ...item('b', '产出', formatDecimal(Rational.of(100 - weight, 100), 2)),
            target: '5',
            direction: isDown ? 'NEGATIVE' : 'POSITIVE',
          },
          { ...item('c', '环境', '0'), target: '1000' },
        ] as IndexItem[];
        const { areas } = composeIndex({ ...spec, method: how, toYear: 2023, items }, area('city'), [area('x')], ({ id }, region, year) =>
          Rational.of(numbers['abc'.indexOf(id) * 2 + (region === 'x' ? 1 : 0)]?.[year - 2020] ?? 1),
        );
        for (const { points } of areas) for (const { index, pillars } of points) if (index !== null) expect(sumOf(pillars)).toBe(index);
      }),
    );
  });
});
