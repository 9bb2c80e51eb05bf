// The innovation index: base years and rebasing, chains with gaps, ranges, targets, and what is refused.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cities, growth, index, indicator, ranks, scores, series, type Values, years } from './specimen-index.ts';

describe('base year', () => {
  test('weighted ratios to the base, negative indicators turned round', () => {
    const given = years('BASE_YEAR', [
      indicator('a', ['2.0', '2.4', '3'], { weight: '0.6' }),
      indicator('b', ['500', '900', '250'], { weight: '0.4', direction: 'NEGATIVE' }),
    ]);
    expect(series(given)).toEqual(['100.00', '94.22', '170.00']);
    expect(growth(given)).toEqual([null, '-0.057778', '0.804245']);
  });

  test('a base in the middle: earlier years are measured by it too', () => {
    expect(series(years('BASE_YEAR', [indicator('a', ['2', '4', '8'])], { baseYear: 2021 }))).toEqual(['50.00', '100.00', '200.00']);
  });

  test('without a base figure the first later year with one is the base', () => {
    const given = years('BASE_YEAR', [indicator('a', [null, '0', '4', '6']), indicator('b', ['1', '1', '1', '1'], { weight: '0' })]);
    expect(index.at('rebased', { ...given })).toEqual([{ indicatorId: 'a', baseYear: 2022 }]);
    expect(series(given)).toEqual([null, '0.00', '100.00', '150.00']);
    expect(growth(given)).toEqual([null, null, null, '0.500000']);
    expect(index.at('rebased', { ...years('BASE_YEAR', [indicator('a', ['5', '0', null])]) })).toEqual([]);
  });

  test('no base at all, an unknown figure, a negative indicator at zero: no index', () => {
    expect(series(years('BASE_YEAR', [indicator('a', [null, '0'])]))).toEqual([null, null]);
    expect(index.at('rebased', { ...years('BASE_YEAR', [indicator('a', [null, '0'])]) })).toEqual([]);
    expect(series(years('BASE_YEAR', [indicator('a', ['1', null, '2'])]))).toEqual(['100.00', null, '200.00']);
    expect(growth(years('BASE_YEAR', [indicator('a', ['1', null, '2'])]))).toEqual([null, null, null]);
    expect(series(years('BASE_YEAR', [indicator('a', ['1', '0', '2'], { direction: 'NEGATIVE' })]))).toEqual(['100.00', null, '50.00']);
  });

  test('rounded once: growth comes from the unrounded index', () => {
    expect(series(years('BASE_YEAR', [indicator('a', ['1000', '1000.05', '1000.04'])]))).toEqual(['100.00', '100.01', '100.00']);
    expect(growth(years('BASE_YEAR', [indicator('a', ['3', '1', '2'])]))).toEqual([null, '-0.666667', '1.000000']);
  });
});

describe('chained', () => {
  test('each year on the one before', () => {
    const given = years('CHAINED', [
      indicator('a', ['10', '20', '10'], { weight: '0.5' }),
      indicator('b', ['10', '5', '5'], { weight: '0.5', direction: 'NEGATIVE' }),
    ]);
    expect(series(given)).toEqual(['100.00', '200.00', '150.00']);
    expect(growth(given)).toEqual([null, '1.000000', '-0.250000']);
    expect(index.run(given)).not.toHaveProperty('rebased');
  });

  test('a gap ends the chain for good', () => {
    expect(series(years('CHAINED', [indicator('a', ['10', null, '10', '20'])]))).toEqual(['100.00', null, null, null]);
    expect(series(years('CHAINED', [indicator('a', ['10', '0', '10'])]))).toEqual(['100.00', '0.00', null]);
    expect(series(years('CHAINED', [indicator('a', ['10', '0', '10'], { direction: 'NEGATIVE' })]))).toEqual(['100.00', null, null]);
    expect(series(years('CHAINED', [indicator('a', [null, '10'])]))).toEqual(['100.00', null]);
  });

  test('one indicator: chain and base agree', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 10_000 }), { minLength: 1, maxLength: 8 }), (values) => {
        const list = [indicator('a', values.map(String))];
        expect(series(years('CHAINED', list))).toEqual(series(years('BASE_YEAR', list)));
      }),
      { numRuns: 40 },
    );
  });

  test('a chain over many years stays fast', () => {
    const values = Array.from({ length: 900 }, (_, at) => `${(at * 7919) % 1009}.${String((at * 104729) % 999983).padStart(12, '1')}`);
    const started = performance.now();
    expect(series({ ...years('CHAINED', [indicator('a', values)]), years: values.map((_, at) => 2000 + at) })).toHaveLength(900);
    expect(performance.now() - started).toBeLessThan(3000);
  });
});

describe('between cities', () => {
  test('range: the least is zero, the greatest a hundred, turned round for negative ones', () => {
    const values = ['-5', '0', '15'];
    expect(scores(cities('MIN_MAX', [indicator('a', values)]))).toEqual(['0.00', '25.00', '100.00']);
    expect(scores(cities('MIN_MAX', [indicator('a', values, { direction: 'NEGATIVE' })]))).toEqual(['100.00', '75.00', '0.00']);
    expect(scores(cities('MIN_MAX', [indicator('a', values)], { parameters: { scaleFloor: '60' } }))).toEqual(['60.00', '70.00', '100.00']);
    expect(scores(cities('MIN_MAX', [indicator('a', ['7', '7'])]))).toEqual(['100.00', '100.00']);
    expect(scores(cities('MIN_MAX', [indicator('a', ['7'])]))).toEqual(['100.00']);
  });

  test('one unknown value: no city has an index', () => {
    expect(scores(cities('MIN_MAX', [indicator('a', ['1', null])]))).toEqual([null, null]);
    expect(ranks(cities('MIN_MAX', [indicator('a', ['1', null])]))).toEqual([null, null]);
  });

  test('target: achieved in full at most, never below nothing', () => {
    const against = (values: Values, changes: object) => scores(cities('TARGET', [indicator('a', values, changes)]));
    expect(against(['5', '10', '20', '-1'], { target: '10' })).toEqual(['50.00', '100.00', '100.00', '0.00']);
    expect(against(['5', '-5'], { target: '0' })).toEqual(['100.00', '100.00']);
    expect(against(['5', '10', '20', '0', '-1'], { target: '10', direction: 'NEGATIVE' })).toEqual([
      '100.00',
      '100.00',
      '50.00',
      '100.00',
      '100.00',
    ]);
    expect(against(['5'], { target: '0', direction: 'NEGATIVE' })).toEqual(['0.00']);
    expect(scores(cities('TARGET', [indicator('a', ['5'], { target: '10' })], { parameters: { scaleFloor: '60' } }))).toEqual(['50.00']);
  });

  test('an unknown value hides its city only, but nobody is ranked', () => {
    const given = cities('TARGET', [indicator('a', ['5', null], { target: '10' })]);
    expect([scores(given), ranks(given)]).toEqual([
      ['50.00', null],
      [null, null],
    ]);
    expect(scores(cities('TARGET', [indicator('a', ['5', '6'])]))).toEqual([null, null]);
  });

  test('cities are ranked by what is printed', () => {
    const given = cities('TARGET', [indicator('a', ['50.001', '50.002', '80', '10'], { target: '100' })]);
    expect([scores(given), ranks(given)]).toEqual([
      ['50.00', '50.00', '80.00', '10.00'],
      [2, 2, 1, 4],
    ]);
  });
});

test('an index of cities lies between the floor and a hundred, and the order of cities does not matter', () => {
  const value = fc.integer({ min: -50, max: 50 }).map(String);
  const drawn = fc
    .integer({ min: 1, max: 5 })
    .chain((n) => fc.array(fc.array(value, { minLength: n, maxLength: n }), { minLength: 1, maxLength: 4 }));
  fc.assert(
    fc.property(drawn, fc.constantFrom('EQUAL', 'ENTROPY'), (rows, weighting) => {
      const given = (turn: boolean) =>
        cities(
          'MIN_MAX',
          rows.map((row, at) => indicator(`i${at}`, turn ? [...row].reverse() : row)),
          { weighting, parameters: { scaleFloor: '60' } },
        );
      const found = scores(given(false)).map(Number);
      expect(Math.min(...found)).toBeGreaterThanOrEqual(60);
      expect(Math.max(...found)).toBeLessThanOrEqual(100);
      expect(scores(given(true)).map(Number)).toEqual([...found].reverse());
    }),
    { numRuns: 40 },
  );
});

const one = [indicator('a', ['1', '2'])];
const ahp = (matrix: unknown, count = 2) =>
  years(
    'BASE_YEAR',
    Array.from({ length: count }, (_, at) => indicator(`i${at}`, ['1'])),
    { weighting: 'AHP', matrix },
  );

test.each([
  [{ method: null }, 'MISSING method'],
  [{ method: 'MEAN' }, 'VALUE method'],
  [{ weighting: 'VOTE' }, 'VALUE weighting'],
  [{ indicators: null }, 'MISSING indicators'],
  [{ indicators: [] }, 'RANGE indicators'],
  [years('BASE_YEAR', [...one, ...one]), 'CONFLICT indicators[1].indicatorId'],
  [years('BASE_YEAR', [indicator('a', ['1', '2'], { weight: null })]), 'MISSING indicators[0].weight'],
  [years('BASE_YEAR', [indicator('a', ['1', '2'], { weight: '1.1' })]), 'RANGE indicators[0].weight'],
  [years('BASE_YEAR', [indicator('a', ['1', '2'], { weight: '0.999999998' })]), 'CONFLICT indicators[0].weight'],
  [years('BASE_YEAR', [indicator('a', ['1', '2'], { weight: '0.999999999' })]), 'none'],
  [years('BASE_YEAR', [indicator('a', ['1', '-2'])]), 'RANGE indicators[0].values[1]'],
  [years('BASE_YEAR', one, { years: null }), 'MISSING years'],
  [years('BASE_YEAR', one, { years: [] }), 'RANGE years'],
  [years('BASE_YEAR', one, { years: [2020, 2022] }), 'CONFLICT years[1]'],
  [years('BASE_YEAR', one, { years: [2021, 2020] }), 'CONFLICT years[1]'],
  [years('BASE_YEAR', one, { years: [2020] }), 'CONFLICT indicators[0].values'],
  [years('BASE_YEAR', one, { years: [1948, 1949] }), 'RANGE years[0]'],
  [years('BASE_YEAR', one, { baseYear: null }), 'MISSING baseYear'],
  [years('BASE_YEAR', one, { baseYear: 2019 }), 'CONFLICT baseYear'],
  [years('CHAINED', one, { baseYear: null }), 'none'],
  [cities('MIN_MAX', one, { units: null }), 'MISSING units'],
  [cities('MIN_MAX', one, { units: [] }), 'RANGE units'],
  [cities('MIN_MAX', one, { units: ['a', 'a'] }), 'CONFLICT units[1]'],
  [cities('MIN_MAX', one, { units: ['a', 'b', 'c'] }), 'CONFLICT indicators[0].values'],
  [cities('TARGET', [indicator('a', ['1', '2'], { target: '-1' })]), 'RANGE indicators[0].target'],
  [cities('TARGET', one, { weighting: 'ENTROPY' }), 'VALUE weighting'],
  [years('CHAINED', one, { weighting: 'ENTROPY' }), 'VALUE weighting'],
  [ahp(null), 'MISSING matrix'],
  [ahp([['1', '2']]), 'CONFLICT matrix'],
  [
    ahp([
      ['1', '2'],
      ['1/3', '1'],
    ]),
    'CONFLICT matrix[0][1]',
  ],
  [
    ahp([
      ['2', '2'],
      ['1/2', '1'],
    ]),
    'CONFLICT matrix[0][0]',
  ],
  [ahp([['1', '2'], ['1/2']]), 'CONFLICT matrix[1]'],
  [
    ahp([
      ['1', '9.1'],
      ['1/9', '1'],
    ]),
    'RANGE matrix[0][1]',
  ],
  [
    ahp([
      ['1', '1/10'],
      ['9', '1'],
    ]),
    'RANGE matrix[0][1]',
  ],
  [
    ahp([
      ['1', 'x'],
      ['9', '1'],
    ]),
    'FORMAT matrix[0][1]',
  ],
  [
    ahp(
      Array.from({ length: 10 }, () => new Array(10).fill('1')),
      10,
    ),
    'CONFLICT matrix',
  ],
  [
    ahp(
      Array.from({ length: 9 }, () => new Array(9).fill('1')),
      9,
    ),
    'none',
  ],
  [{ parameters: { scaleFloor: '99.01' } }, 'RANGE parameters.scaleFloor'],
])('problem %#', (changes, problem) => {
  expect(index.problem(changes)).toBe(problem);
});
