// Breaking a target down: growth with a gap to the mean, shares of capacity, and the remainder.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { caseOf } from './case.ts';

const decomposition = await caseOf('target-decomposition');

const unit = (unitId: string, changes: object = {}) => ({ unitId, last: '100', beforeLast: '80', gdp: '1', potential: '1', ...changes });
const growth = (units: object[], parameters: object, quantum = '1') => ({
  method: 'BASELINE_GROWTH',
  quantum,
  cityTarget: null,
  units,
  parameters,
});
const capacity = (units: object[], cityTarget: string, parameters: object = {}, quantum = '1') => ({
  method: 'CAPACITY_SHARE',
  quantum,
  cityTarget,
  units,
  parameters: { alpha: '1', beta: '0', gamma: '0', ...parameters },
});
const targets = (given: object) => (decomposition.at('units', { ...given }) as { target: string | null }[]).map(({ target }) => target);
const weights = (given: object) => (decomposition.at('units', { ...given }) as { weight: string | null }[]).map(({ weight }) => weight);
const total = (given: object) => decomposition.at('total', { ...given });

describe('growth on the own base', () => {
  test('every base grows alike, rounded to whole units half up; the sum is not forced', () => {
    const given = growth([unit('a', { last: '105' }), unit('b', { last: '5' }), unit('c', { last: '4' })], { growth: '0.1' });
    expect(targets(given)).toEqual(['116', '6', '4']);
    expect([total(given), ...weights(given)]).toEqual(['126', null, null, null]);
    expect(targets(growth([unit('a', { last: '105' })], { growth: '0.1' }, '0.25'))).toEqual(['115.5']);
    expect(targets(growth([unit('a', { last: '105' })], { growth: '-1' }))).toEqual(['0']);
  });

  test('who grew more slowly than the mean has to catch up', () => {
    // Growth 25 % and 5 %, mean 15 %: gaps −10 and +10 points, half of which is added.
    const units = [unit('a', { last: '100', beforeLast: '80' }), unit('b', { last: '105', beforeLast: '100' })];
    expect(targets(growth(units, { growth: '0.1', gapFactor: '0.5' }, '0.01'))).toEqual(['105', '120.75']);
    expect(targets(growth(units, { growth: '0.1', gapFactor: '-0.5' }, '0.01'))).toEqual(['115', '110.25']);
  });

  test('the mean needs every unit, unless the gap does not matter', () => {
    const units = [unit('a'), unit('b', { beforeLast: null })];
    expect(targets(growth(units, { growth: '0.1' }))).toEqual(['110', '110']);
    expect(targets(growth(units, { growth: '0.1', gapFactor: '0.5' }))).toEqual([null, null]);
    expect(targets(growth([unit('a'), unit('b', { beforeLast: '0' })], { growth: '0.1', gapFactor: '1' }))).toEqual([null, null]);
    expect(targets(growth([unit('a'), unit('b', { last: null })], { growth: '0.1' }))).toEqual(['110', null]);
    expect(total(growth([unit('a'), unit('b', { last: null })], { growth: '0.1' }))).toBeNull();
  });

  test('no units add up to nothing', () => {
    expect(decomposition.run(growth([], { growth: '0.1', gapFactor: '1' }))).toEqual({ units: [], total: '0' });
  });
});

describe('shares of capacity', () => {
  test('three shares with their coefficients', () => {
    const units = [unit('a', { last: '1', gdp: '3', potential: '1' }), unit('b', { last: '3', gdp: '1', potential: '1' })];
    const given = capacity(units, '100', { alpha: '0.5', beta: '0.3', gamma: '0.2' });
    expect([weights(given), targets(given), total(given)]).toEqual([['0.450000', '0.550000'], ['45', '55'], '100']);
  });

  test('in quanta, the rest to the largest remainders', () => {
    const three = [unit('a', { last: '1' }), unit('b', { last: '1' }), unit('c', { last: '1' })];
    expect(targets(capacity(three, '10', {}, '0.1'))).toEqual(['3.4', '3.3', '3.3']);
    expect(targets(capacity(three, '20', {}, '5'))).toEqual(['10', '5', '5']);
    expect(targets(capacity([unit('a', { last: '3' }), unit('b', { last: '5' })], '1'))).toEqual(['0', '1']);
  });

  test('a component that weighs nothing is not needed, a needed one must be known and not all zero', () => {
    const open = [unit('a', { gdp: null }), unit('b', { gdp: null, potential: '0' })];
    expect(targets(capacity(open, '10'))).toEqual(['5', '5']);
    const needed = capacity(open, '10', { alpha: '0.5', beta: '0.5' });
    expect([targets(needed), weights(needed), total(needed)]).toEqual([[null, null], [null, null], null]);
    const zero = [unit('a', { last: '0' }), unit('b', { last: '0' })];
    expect(targets(capacity(zero, '10'))).toEqual([null, null]);
    expect(total(capacity([], '10'))).toBeNull();
  });

  test('the parts always add up to the target, and no part is a quantum away from its share', () => {
    const figures = fc.array(fc.tuple(fc.nat(1000), fc.nat(1000)), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(figures, fc.nat(500), fc.constantFrom('1', '0.5', '0.01'), (list, quanta, quantum) => {
        const units = list.map(([last, gdp], index) => unit(`u${index}`, { last: String(last + 1), gdp: String(gdp + 1) }));
        const cityTarget = (quanta * Number(quantum)).toFixed(2);
        const given = capacity(units, cityTarget, { alpha: '0.7', beta: '0.3' }, quantum);
        expect(Number(total(given))).toBeCloseTo(Number(cityTarget), 8);
        for (const [index, target] of targets(given).entries()) {
          const share = Number(weights(given)[index]) * Number(cityTarget);
          expect(Math.abs(Number(target) - share)).toBeLessThan(Number(quantum) * 1.001 + 0.001);
        }
      }),
      { numRuns: 40 },
    );
  });
});

test.each([
  [{ method: null }, 'MISSING method'],
  [{ method: 'LUCK' }, 'VALUE method'],
  [{ quantum: '0' }, 'RANGE quantum'],
  [{ quantum: '-1' }, 'RANGE quantum'],
  [{ units: null }, 'MISSING units'],
  [{ cityTarget: null }, 'MISSING cityTarget'],
  [{ cityTarget: '100.5' }, 'CONFLICT cityTarget'],
  [{ cityTarget: '100', quantum: '3' }, 'CONFLICT cityTarget'],
  [capacity([unit('a'), unit('a')], '1'), 'CONFLICT units[1].unitId'],
  [capacity([unit('a')], '1', { alpha: null }), 'MISSING parameters.alpha'],
  [capacity([unit('a')], '1', { gamma: null }), 'MISSING parameters.gamma'],
  [capacity([unit('a')], '1', { alpha: '0.9' }), 'CONFLICT parameters.alpha'],
  [growth([unit('a')], {}), 'MISSING parameters.growth'],
  [growth([unit('a')], { growth: '-1.01' }), 'RANGE parameters.growth'],
  [growth([unit('a')], { growth: '0.1' }), 'none'],
])('problem %#', (changes, problem) => {
  expect(decomposition.problem(changes)).toBe(problem);
});
