// Gazelles and unicorns at every age, base, rate and amount, in either currency.
import { describe, expect, test } from 'vitest';
import { caseOf } from './case.ts';

const ladder = await caseOf('growth-stage');

/** Sales of the years up to 2024, oldest first. */
const sales = (...list: readonly (string | null)[]) => ({
  salesByYear: list.map((figure, index) => ({ year: 2025 - list.length + index, sales: figure })),
});
const valued = (amount: string, raised: string, currency = 'USD') => ({
  postMoneyValuation: { amount, currency },
  raised: { amount: raised, currency },
});

describe('gazelles', () => {
  test.each([
    ['20 % a year exactly', sales('10000000', '13000000', '15000000', '17280000'), 'met'],
    ['a fen less', sales('10000000', '13000000', '15000000', '17279999.99'), 'unmet'],
    ['base a fen too small', sales('9999999.99', '13000000', '15000000', '99000000'), 'unmet'],
    ['last year not growing', sales('10000000', '13000000', '17280000', '17280000'), 'unmet'],
    ['a list too short', sales('13000000', '15000000', '99000000'), 'unmet'],
    ['a base year not known', sales(null, '13000000', '15000000', '17280000'), 'unknown'],
    ['a base year not known, last year not growing', sales(null, '13000000', '17280000', '17280000'), 'unmet'],
    ['no list', { salesByYear: null }, 'unknown'],
    ['an empty list', { salesByYear: [] }, 'unmet'],
    ['four years on the ladder of another city', { ...sales('10000000', '0', '0', '1', '20736000'), parameters: { cagrYears: 4 } }, 'met'],
  ])('G-1, %s', (_name, changes, status) => {
    expect(ladder.finding('G-1', changes)).toBe(status);
  });

  test.each([
    ['2020-06-30', '500000000.01', 'met'],
    ['2020-06-29', '500000000.01', 'unmet'],
    ['2020-06-30', '500000000', 'unmet'],
    [null, '500000000', 'unmet'],
    [null, '500000000.01', 'unknown'],
  ])('G-2, founded %s with sales of %s: %s', (foundedDate, latest, status) => {
    expect(ladder.finding('G-2', { foundedDate, ...sales(latest) })).toBe(status);
  });

  test('founded on 29 February, five years end on 28 February', () => {
    const young = (asOf: string) => ladder.finding('G-2', { foundedDate: '2020-02-29', asOf, ...sales('600000000') });
    expect([young('2025-02-28'), young('2025-03-01')]).toEqual(['met', 'unmet']);
  });

  test('G-3 within ten years above a billion', () => {
    expect(ladder.finding('G-3', { foundedDate: '2015-06-30', ...sales('1000000000.01') })).toBe('met');
    expect(ladder.finding('G-3', { foundedDate: '2015-06-29', ...sales('1000000000.01') })).toBe('unmet');
  });

  test.each([
    [sales('5000000', '7500000'), 'met'],
    [sales('5000000', '7499999.99'), 'unmet'],
    [sales('1', '4999999.99'), 'unmet'],
    [sales('0', '9000000'), 'unmet'],
    [sales('9000000'), 'unmet'],
    [sales(null, '9000000'), 'unknown'],
    [sales(null, '1'), 'unmet'],
  ])('PG-2 %j: %s', (changes, status) => {
    expect(ladder.finding('PG-2', changes)).toBe(status);
  });

  test.each([
    [{ latestRound: 'A' }, 'met'],
    [{ latestRound: 'NONE' }, 'met'],
    [{ latestRound: 'B' }, 'unmet'],
    [{ latestRound: null }, 'unknown'],
    [{ latestRound: null, ventureCapital: '49999999.99' }, 'unmet'],
    [{ latestRound: 'A', ventureCapital: null }, 'unknown'],
  ])('PG-3 %j: %s', (changes, status) => {
    expect(ladder.finding('PG-3', { foundedDate: '2020-06-30', ventureCapital: '50000000', ...changes })).toBe(status);
  });
});

describe('unicorns', () => {
  test.each([
    ['UN-1', '2015-06-30', valued('1000000000', '50000000'), 'met'],
    ['UN-1', '2015-06-29', valued('1000000000', '50000000'), 'unmet'],
    ['UN-1', '2015-06-30', valued('999999999.99', '50000000'), 'unmet'],
    ['UN-1', '2015-06-30', valued('1000000000', '49999999.99'), 'unmet'],
    ['PU-1', '2020-06-30', valued('100000000', '5000000'), 'met'],
    ['PU-1', '2020-06-29', valued('100000000', '5000000'), 'unmet'],
    ['PU-2', '2020-06-29', valued('500000000', '25000000'), 'met'],
    ['PU-2', '2020-06-30', valued('500000000', '25000000'), 'unmet'],
    ['PU-2', '2016-06-30', valued('500000000', '25000000'), 'met'],
    ['PU-2', '2016-06-29', valued('500000000', '25000000'), 'unmet'],
    ['SU-1', '2020-06-30', valued('300000000', '10000000', 'CNY'), 'met'],
    ['SU-1', '2020-06-30', valued('299999999.99', '10000000', 'CNY'), 'unmet'],
    ['SU-1', '2020-06-30', valued('300000000', '10000000', 'USD'), 'unknown'],
    ['UN-1', '2015-06-30', valued('9000000000', '900000000', 'CNY'), 'unknown'],
    ['UN-1', '2015-06-29', valued('9000000000', '900000000', 'CNY'), 'unmet'],
  ])('%s, founded %s with %j: %s', (ruleId, foundedDate, amounts, status) => {
    expect(ladder.finding(ruleId, { foundedDate, ...amounts })).toBe(status);
  });

  test('the rate converts exactly', () => {
    const yuan = { foundedDate: '2015-06-30', ...valued('7000000000', '350000000', 'CNY') };
    expect(ladder.finding('UN-1', { ...yuan, parameters: { usdRate: '7' } })).toBe('met');
    expect(ladder.finding('UN-1', { ...yuan, parameters: { usdRate: '7.000001' } })).toBe('unmet');
    expect(ladder.finding('SU-1', { foundedDate: '2020-06-30', ...valued('43000000', '6000000'), parameters: { usdRate: '7' } })).toBe(
      'met',
    );
  });

  test('only with private equity and not listed', () => {
    const large = { foundedDate: '2020-06-30', ...valued('1000000000', '50000000') };
    expect(ladder.finding('UN-1', { ...large, listed: true })).toBe('unmet');
    expect(ladder.finding('UN-1', { ...large, equityFunded: false })).toBe('unmet');
    expect(ladder.finding('UN-1', { ...large, equityFunded: null })).toBe('unknown');
  });
});

describe('stages', () => {
  test('the highest met, and whether a higher one is open', () => {
    const potential = { ...sales('5000000', '6000000', '7000000', '8640000'), foundedDate: null };
    expect(ladder.run(potential)).toMatchObject({
      growthStage: 'POTENTIAL_GAZELLE',
      growthHigherUnknown: false,
      stages: { GAZELLE: 'unmet' },
    });
    expect(ladder.run({ ...sales('5000000', '6000000', '7000000', '600000000'), foundedDate: null })).toMatchObject({
      growthStage: 'POTENTIAL_GAZELLE',
      growthHigherUnknown: true,
    });
    expect(ladder.run({ salesByYear: null })).toMatchObject({ growthStage: null, growthHigherUnknown: true, cagr: null });
    expect(ladder.run({ salesByYear: [], ventureCapital: '0' })).toMatchObject({
      growthStage: 'NONE',
      growthHigherUnknown: false,
      cagr: null,
    });
    const seed = { foundedDate: '2020-06-30', ...valued('99000000', '10000000'), parameters: { usdRate: '7' } };
    expect(ladder.run(seed)).toMatchObject({ valuationStage: 'SEED_UNICORN', valuationHigherUnknown: false });
    expect(ladder.run({ ...seed, postMoneyValuation: null })).toMatchObject({ valuationStage: null, valuationHigherUnknown: true });
  });

  test.each([
    [sales('0', '1', '2', '3'), null],
    [sales('1', null, null, '8'), '1.000000'],
    [sales('1', null, null, null), null],
    [sales('3', '0', '0', '4'), '0.100642'],
    [sales('4', '0', '0', '0'), '-1.000000'],
    [sales('1', '8'), null],
  ])('compound growth of %j is %s', (changes, cagr) => {
    expect(ladder.at('cagr', changes)).toBe(cagr);
  });
});

test.each([
  [{ foundedDate: '2025-07-01' }, 'CONFLICT foundedDate'],
  [{ salesByYear: [{ year: 2022 }, { year: 2024 }] }, 'CONFLICT salesByYear[1].year'],
  [{ salesByYear: [{ year: 2024 }, { year: 2023 }] }, 'CONFLICT salesByYear[1].year'],
  [{ raised: { amount: '1' } }, 'MISSING raised.currency'],
  [{ raised: { amount: '1', currency: 'EUR' } }, 'VALUE raised.currency'],
  [{ parameters: { usdRate: '0' } }, 'RANGE parameters.usdRate'],
  [{ parameters: { cagrYears: 1 } }, 'RANGE parameters.cagrYears'],
  [{ latestRound: 'D' }, 'VALUE latestRound'],
])('%j: %s', (changes, problem) => {
  expect(ladder.problem(changes)).toBe(problem);
});
