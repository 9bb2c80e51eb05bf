// Scores against targets: seven modes at their edges, both directions, zero targets, ranks and lights.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { caseOf } from '../case.ts';

const score = await caseOf('target-score');

type Unit = Record<string, string | null>;
const numbered = (units: readonly Unit[]) => units.map((unit, index) => ({ unitId: `u${index}`, ...unit }));
const given = (mode: string, units: readonly Unit[], parameters: object = {}, more: object = {}) => ({
  mode,
  weight: '10',
  units: numbered(units),
  parameters,
  ...more,
});
const all = (key: string, ...args: Parameters<typeof given>) =>
  (score.run(given(...args)).units as Record<string, unknown>[]).map((unit) => unit[key]);
const scores = (...args: Parameters<typeof given>) => all('score', ...args);
/** The score of one unit with this actual and target. */
const one = (mode: string, actual: string | null, target: string | null, parameters: object = {}, more: object = {}) =>
  scores(mode, [{ actual, target }], parameters, more)[0];
const lower = { direction: 'LOWER' };

describe('completion', () => {
  test.each([
    ['110', '100', {}, '10.00'],
    ['110', '100', { completionCap: '1.2' }, '11.00'],
    ['130', '100', { completionCap: '1.2' }, '12.00'],
    ['99.95', '100', {}, '10.00'],
    ['99.94', '100', {}, '9.99'],
    ['-5', '100', {}, '0.00'],
    ['0', '0', { completionCap: '1.2' }, '10.00'],
    ['5', '0', { completionCap: '1.2' }, '10.00'],
    ['-5', '0', {}, '0.00'],
    [null, '100', {}, null],
    ['5', null, {}, null],
    [null, '0', {}, null],
  ])('%s of %s with %j: %s', (actual, target, parameters, expected) => {
    expect(one('COMPLETION', actual, target, parameters)).toBe(expected);
  });

  test.each([
    ['50', '100', { completionCap: '1.5' }, '15.00'],
    ['200', '100', {}, '5.00'],
    ['0', '100', { completionCap: '1.5' }, '10.00'],
    ['-1', '100', { completionCap: '1.5' }, '10.00'],
    ['5', '0', {}, '0.00'],
    ['0', '0', {}, '10.00'],
    ['0', null, {}, '10.00'],
    ['5', null, {}, null],
  ])('lower is better: %s of %s with %j: %s', (actual, target, parameters, expected) => {
    expect(one('COMPLETION', actual, target, parameters, lower)).toBe(expected);
  });

  test('a zero target that was passed is flagged', () => {
    const flags = (actual: string | null, target: string | null, more: object = {}) =>
      all('flag', 'COMPLETION', [{ actual, target }], {}, more)[0];
    expect([flags('5', '0'), flags('0', '0'), flags('-1', '0'), flags('5', '1'), flags('5', null), flags('5', '0', lower)]).toEqual([
      'ZERO_TARGET',
      null,
      null,
      null,
      null,
      null,
    ]);
  });
});

describe('progressive', () => {
  test.each([
    ['90', '9.00'],
    ['-90', '0.00'],
    ['100', '10.00'],
    ['105', '10.25'],
    ['110', '10.50'],
    ['120', '10.75'],
    ['125', '10.83'],
    ['130', '10.92'],
    ['200', '11.46'],
    ['900', '11.46'],
  ])('%s of 100: %s', (actual, expected) => {
    expect(one('PROGRESSIVE', actual, '100')).toBe(expected);
  });

  test('the cap may lie higher, lower, or inside a slice', () => {
    expect(one('PROGRESSIVE', '900', '100', { progressiveMaximum: '1' })).toBe('10.00');
    expect(one('PROGRESSIVE', '900', '100', { progressiveMaximum: '1.15' })).toBe('10.63');
    expect(one('PROGRESSIVE', '5', '0')).toBe('10.00');
  });
});

describe('threshold', () => {
  test.each([
    ['100', '100', {}, {}, '10.00'],
    ['80', '100', {}, {}, '8.00'],
    ['80', '100', { shortfallFactor: '2' }, {}, '6.00'],
    ['40', '100', { shortfallFactor: '2' }, {}, '0.00'],
    ['-1', '0', {}, {}, '0.00'],
    ['100', '100', {}, lower, '10.00'],
    ['120', '100', {}, lower, '8.00'],
    ['0.01', '0', {}, lower, '0.00'],
    [null, '100', {}, {}, null],
    ['1', null, {}, {}, null],
  ])('%s of %s with %j %j: %s', (actual, target, parameters, more, expected) => {
    expect(one('THRESHOLD', actual, target, parameters, more)).toBe(expected);
  });
});

describe('mean base', () => {
  const around = (actuals: readonly (string | null)[], parameters: object = {}, more: object = {}) =>
    scores(
      'MEAN_BASE',
      actuals.map((actual) => ({ actual })),
      { meanBase: '8', ...parameters },
      more,
    );

  test('whole steps of five percent around the mean', () => {
    expect(around(['100', '105', '95'])).toEqual(['8.00', '8.50', '7.50']);
    expect(around(['100', '104.99', '95.01'])).toEqual(['8.00', '8.00', '8.00']);
    expect(around(['100', '105', '95'], {}, lower)).toEqual(['8.00', '7.50', '8.50']);
  });

  test('kept between nothing and the weight', () => {
    expect(around(['10', '190'])).toEqual(['0.00', '10.00']);
    expect(around(['10', '190'], { meanPoints: '0.1' })).toEqual(['6.20', '9.80']);
    expect(around(['50'], { meanBase: '12' })).toEqual(['10.00']);
  });

  test('no scores without a positive mean or with one unknown', () => {
    expect(around(['0', '0'])).toEqual([null, null]);
    expect(around(['-5', '4'])).toEqual([null, null]);
    expect(around(['5', null])).toEqual([null, null]);
    expect(around([])).toEqual([]);
  });
});

describe('growth', () => {
  const grown = (units: readonly Unit[], parameters: object = {}, more: object = {}) => scores('GROWTH', units, parameters, more);

  test('from the floor to the weight; a given growth goes before the last year', () => {
    expect(grown([{ growth: '0.05' }, { growth: '0.1' }, { growth: '0.2' }])).toEqual(['6.00', '7.33', '10.00']);
    expect(
      grown([
        { actual: '105', last: '100' },
        { actual: '120', last: '100' },
        { growth: '0.1', actual: '1', last: '9' },
      ]),
    ).toEqual(['6.00', '10.00', '7.33']);
    expect(grown([{ growth: '0.05' }, { growth: '0.2' }], { floorShare: '0' })).toEqual(['0.00', '10.00']);
    expect(grown([{ growth: '0.05' }, { growth: '0.1' }, { growth: '0.2' }], {}, lower)).toEqual(['10.00', '8.67', '6.00']);
  });

  test('all equal: the weight; one not computable: nobody', () => {
    expect(grown([{ growth: '0.05' }, { actual: '105', last: '100' }])).toEqual(['10.00', '10.00']);
    expect(grown([{ growth: '0.05' }, { actual: '105', last: '0' }])).toEqual([null, null]);
    expect(grown([{ growth: '0.05' }, { actual: '105', last: '-5' }])).toEqual([null, null]);
    expect(grown([{ growth: '0.05' }, {}])).toEqual([null, null]);
  });
});

describe('rank', () => {
  const actuals = (...values: readonly (string | null)[]) => values.map((actual) => ({ actual }));

  test('the handbook: third of nine has nine points', () => {
    expect(scores('RANK', actuals('9', '8', '7', '6', '5', '4', '3', '2', '1'))[2]).toBe('9.00');
    expect(scores('RANK', actuals('9', '8', '7', '6', '5', '4', '3', '2', '1')).at(-1)).toBe('6.00');
  });

  test('equals share the better place', () => {
    expect(all('rank', 'RANK', actuals('5', '9', '5', '1'))).toEqual([2, 1, 2, 4]);
    expect(all('rank', 'RANK', actuals('5', '9', '5', '1'), {}, lower)).toEqual([2, 4, 2, 1]);
    expect(scores('RANK', actuals('5', '9', '5', '0'))).toEqual(['8.67', '10.00', '8.67', '6.00']);
    expect(scores('RANK', actuals('5'))).toEqual(['10.00']);
  });

  test('one unknown leaves all without rank, in every mode', () => {
    expect(scores('RANK', actuals('5', null))).toEqual([null, null]);
    expect(all('rank', 'COMPLETION', [{ actual: '5', target: '5' }, { target: '5' }])).toEqual([null, null]);
    expect(
      all('rank', 'THRESHOLD', [
        { actual: '5', target: '5' },
        { actual: '6', target: '5' },
      ]),
    ).toEqual([2, 1]);
  });
});

describe('mixed', () => {
  const units = [
    { actual: '110', target: '100', last: '100' },
    { actual: '90', target: '100', last: '90' },
  ];

  test('half completion, three tenths growth, two tenths rank', () => {
    expect(scores('MIXED', units)).toEqual(['10.00', '7.50']);
    expect(scores('MIXED', units, { mixCompletion: '0', mixGrowth: '0', mixRank: '1' })).toEqual(['10.00', '6.00']);
  });

  test('rounded once, from the exact sum', () => {
    const thirds = [
      { actual: '1', target: '3', growth: '0' },
      { actual: '2', target: '3', growth: '1' },
    ];
    expect(scores('MIXED', thirds, { mixCompletion: '0.5', mixGrowth: '0.5', mixRank: '0' })).toEqual(['4.67', '8.33']);
  });

  test('a part that weighs nothing is not needed', () => {
    const open = [
      { actual: '50', target: '100' },
      { actual: '100', target: '100' },
    ];
    expect(scores('MIXED', open)).toEqual([null, null]);
    expect(scores('MIXED', open, { mixCompletion: '0.5', mixGrowth: '0', mixRank: '0.5' })).toEqual(['5.50', '10.00']);
  });
});

test('the light compares achievement with the time passed', () => {
  const light = (actual: string | null, more: object = {}, parameters: object = {}) =>
    all('light', 'RANK', [{ actual, target: '100' }], parameters, { timeProgress: '0.5', ...more })[0];
  expect([light('50'), light('49.99'), light('45'), light('44.99'), light('150')]).toEqual(['GREEN', 'YELLOW', 'YELLOW', 'RED', 'GREEN']);
  expect([light(null), light('50', { timeProgress: null }), light('44', {}, { yellowPoints: '0.06' })]).toEqual([null, null, 'YELLOW']);
  expect([light('200', lower), light('250', lower), light('0', { ...lower, timeProgress: '1' })]).toEqual(['GREEN', 'RED', 'GREEN']);
  const zero = (actual: string) => all('light', 'COMPLETION', [{ actual, target: '0' }], {}, { timeProgress: '1' })[0];
  expect([zero('0'), zero('5'), zero('-5')]).toEqual(['GREEN', 'GREEN', 'RED']);
});

test('the order of units does not matter, and who does better never scores less', () => {
  const figure = fc.integer({ min: 1, max: 300 }).map(String);
  const drawn = fc.array(fc.record({ actual: figure, target: figure, last: figure }), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(drawn, fc.constantFrom('COMPLETION', 'MEAN_BASE', 'GROWTH', 'RANK', 'THRESHOLD', 'PROGRESSIVE', 'MIXED'), (units, mode) => {
      const parameters = { meanBase: '8' };
      const found = scores(mode, units, parameters);
      expect(scores(mode, [...units].reverse(), parameters)).toEqual([...found].reverse());
      if (mode === 'RANK' || mode === 'MEAN_BASE') {
        for (const [i, a] of units.entries()) {
          for (const [j, b] of units.entries()) {
            if (Number(a.actual) >= Number(b.actual)) expect(Number(found[i])).toBeGreaterThanOrEqual(Number(found[j]));
          }
        }
      }
      for (const points of found) expect(Number(points)).toBeGreaterThanOrEqual(0);
    }),
    { numRuns: 100 },
  );
});

const unit = { unitId: 'a', actual: '1', target: '1' };

test.each([
  [{ mode: null }, 'MISSING mode'],
  [{ mode: 'BEST' }, 'VALUE mode'],
  [{ weight: null }, 'MISSING weight'],
  [{ weight: '1000.01' }, 'RANGE weight'],
  [{ units: null }, 'MISSING units'],
  [{ units: [unit, unit] }, 'CONFLICT units[1].unitId'],
  [{ units: [{ ...unit, target: '-1' }] }, 'RANGE units[0].target'],
  [{ units: [{ ...unit, actual: 5 }] }, 'TYPE units[0].actual'],
  [{ timeProgress: '1.1' }, 'RANGE timeProgress'],
  [{ direction: 'UP' }, 'VALUE direction'],
  [{ mode: 'MEAN_BASE' }, 'MISSING parameters.meanBase'],
  [{ mode: 'MIXED', parameters: { mixRank: '0.3' } }, 'CONFLICT parameters.mixCompletion'],
  [{ mode: 'RANK', parameters: { mixRank: '0.3' } }, 'none'],
  [{ parameters: { completionCap: '0.99' } }, 'RANGE parameters.completionCap'],
  [{ parameters: { meanStep: '0' } }, 'RANGE parameters.meanStep'],
  [{ parameters: { progressiveMaximum: '10.1' } }, 'RANGE parameters.progressiveMaximum'],
])('problem %#', (changes, problem) => {
  expect(score.problem(changes)).toBe(problem);
});
