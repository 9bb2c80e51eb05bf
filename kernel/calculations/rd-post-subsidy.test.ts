// Post-subsidies: base, formulas, multipliers, gates, cap and a budget shared out to the fen.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { caseOf } from './case.ts';

const subsidy = await caseOf('rd-post-subsidy');

const firm = (more: object = {}) => ({
  applicantId: 'a',
  taxBase: '1000000',
  statBase: '1000000',
  lastYearBase: '600000',
  sales: '1000000',
  aboveScaleEnterprise: false,
  rdReported: false,
  highTechEnterprise: false,
  industry: 'OTHER',
  ...more,
});

/** Base, amount and payment of one firm alone. */
function single(more: object, parameters: object = {}): unknown[] {
  const given = { applicants: [firm(more)], parameters };
  return ['base', 'amount', 'payment'].map((key) => subsidy.at(`applicants.0.${key}`, given));
}

const amount = (more: object, parameters: object = {}) => single(more, parameters)[1];

describe('base and formula', () => {
  test('the smaller base, or the one chosen; one missing makes the smaller unknown', () => {
    const bases = { taxBase: '800000', statBase: '900000' };
    expect(single(bases)).toEqual(['800000.00', '40000.00', '40000.00']);
    expect(single(bases, { baseRule: 'STAT' })).toEqual(['900000.00', '45000.00', '45000.00']);
    expect(single({ statBase: null })).toEqual([null, null, null]);
    expect(single({ statBase: null }, { baseRule: 'TAX' })[1]).toBe('50000.00');
  });

  test.each([
    ['5000000', '250000.00'],
    ['5000001', '250000.03'],
    ['20000000', '700000.00'],
    ['20000100', '700001.00'],
    ['26000000', '760000.00'],
  ])('tiers of %s: %s', (base, expected) => {
    expect(amount({ taxBase: base, statBase: base })).toBe(expected);
  });

  test('the handbook: flat 20 % of 8.6 million is 1.72 million', () => {
    expect(amount({ taxBase: '8600000', statBase: '8600000' }, { formula: 'FLAT', rate: '0.2' })).toBe('1720000.00');
  });

  test('increment: a share of the base and a share of what it grew by', () => {
    const rates = { formula: 'INCREMENT', rateBase: '0.05', rateIncrement: '0.1' };
    expect(amount({}, rates)).toBe('90000.00');
    expect(amount({ lastYearBase: '2000000' }, rates)).toBe('50000.00');
    expect(amount({ lastYearBase: null }, rates)).toBeNull();
    expect(amount({ lastYearBase: null })).toBe('50000.00');
  });
});

describe('multipliers and cap', () => {
  test('high-tech enterprises, then every industry multiplier that applies, then the cap, then fen', () => {
    const electronics = { industry: 'ELECTRONICS', taxBase: '20000000', statBase: '20000000', sales: '20000000' };
    expect(amount(electronics)).toBe('1400000.00');
    expect(amount({ ...electronics, highTechEnterprise: true })).toBe('1680000.00');
    expect(amount({ ...electronics, taxBase: '19999999.99' })).toBe('700000.00');
    expect(amount(electronics, { cap: '1000000' })).toBe('1000000.00');
    const twice = { industryMultipliers: ['1.5', '2'].map((multiplier) => ({ industry: 'ELECTRONICS', minimumBase: '0', multiplier })) };
    expect(amount(electronics, twice)).toBe('2100000.00');
    expect(amount({ taxBase: '0.30', statBase: '0.30', sales: '1' })).toBe('0.02');
  });

  test('an unknown factor matters only if it could change the amount', () => {
    expect(amount({ highTechEnterprise: null })).toBeNull();
    expect(amount({ highTechEnterprise: null }, { hnteMultiplier: '1' })).toBe('50000.00');
    expect(amount({ industry: null })).toBeNull();
    expect(amount({ industry: null }, { industryMultipliers: [] })).toBe('50000.00');
  });
});

describe('gates', () => {
  const gates = (more: object, parameters: object = {}) =>
    [0, 1].map((index) => {
      const at = (key: string) => subsidy.at(`applicants.0.findings.${index}.${key}`, { applicants: [firm(more)], parameters });
      return `${at('status')} ${at('actual')}`;
    });

  test.each([
    [{ sales: '33333333.33' }, {}, ['met 0.030000', 'met null'], '50000.00'],
    [{ sales: '33333333.34' }, {}, ['unmet 0.030000', 'met null'], '0.00'],
    [{ sales: '0' }, {}, ['unmet null', 'met null'], '0.00'],
    [{ sales: '0' }, { minimumRdRatio: '0' }, ['met null', 'met null'], '50000.00'],
    [{ sales: null }, { minimumRdRatio: '0' }, ['met null', 'met null'], '50000.00'],
    [{ sales: null }, {}, ['unknown null', 'met null'], null],
    [{ aboveScaleEnterprise: true }, {}, ['met 1.000000', 'unmet null'], '0.00'],
    [{ aboveScaleEnterprise: true, sales: null }, {}, ['unknown null', 'unmet null'], '0.00'],
    [{ aboveScaleEnterprise: null }, {}, ['met 1.000000', 'unknown null'], null],
    [{ aboveScaleEnterprise: null, rdReported: true }, {}, ['met 1.000000', 'met null'], '50000.00'],
    [{ aboveScaleEnterprise: true, highTechEnterprise: null }, {}, ['met 1.000000', 'unmet null'], '0.00'],
  ])('%j with %j: %j, %s', (more, parameters, found, expected) => {
    expect(gates(more, parameters)).toEqual(found);
    expect(amount(more, parameters)).toBe(expected);
  });
});

describe('budget', () => {
  const batch = (budget: string | null, ...bases: readonly (string | null)[]) => ({
    applicants: bases.map((base, index) => firm({ applicantId: `a${index}`, taxBase: base, statBase: base, sales: '100' })),
    parameters: { budget, formula: 'FLAT', rate: '1', minimumRdRatio: '0' },
  });
  const payments = (given: object) =>
    (subsidy.at('applicants', { ...given }) as { payment: string | null }[]).map(({ payment }) => payment);

  test('exactly enough is paid in full; a fen less is shared out, the earlier first among equals', () => {
    expect(subsidy.run(batch('3', '1', '1', '1'))).toMatchObject({ totalAmount: '3.00', totalPayment: '3.00', budgetShort: false });
    expect(payments(batch('2.99', '1', '1', '1'))).toEqual(['1.00', '1.00', '0.99']);
    expect(subsidy.run(batch('0', '1'))).toMatchObject({ totalPayment: '0.00', budgetShort: true });
    expect(subsidy.run(batch('0'))).toMatchObject({ totalAmount: '0.00', totalPayment: '0.00', budgetShort: false });
  });

  test('an unknown amount: no payments under a budget, and short only if the rest already exceeds it', () => {
    expect(subsidy.run(batch('5', '1', null))).toMatchObject({ totalAmount: null, totalPayment: null, budgetShort: null });
    expect(payments(batch('5', '1', null))).toEqual([null, null]);
    expect(subsidy.run(batch('0.5', '1', null))).toMatchObject({ budgetShort: true, totalPayment: null });
    expect(subsidy.run(batch(null, '1', null))).toMatchObject({ totalPayment: null, budgetShort: false });
    expect(payments(batch(null, '1', null))).toEqual(['1.00', null]);
  });

  test('a short budget is paid out to the last fen', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(100_000), { minLength: 1, maxLength: 12 }), fc.nat(10_000), (bases, budget) => {
        const given = batch(String(budget), ...bases.map(String));
        const short = bases.reduce((sum, base) => sum + base, 0) > budget;
        expect(subsidy.at('budgetShort', given)).toBe(short);
        expect(subsidy.numberAt('totalPayment', given)).toBe(short ? budget : bases.reduce((sum, base) => sum + base, 0));
        for (const [index, payment] of payments(given).entries()) expect(Number(payment)).toBeLessThanOrEqual(bases[index] ?? 0);
      }),
      { numRuns: 40 },
    );
  });
});

test.each([
  [{ applicants: null }, 'MISSING applicants'],
  [{ applicants: [firm(), firm()] }, 'CONFLICT applicants[1].applicantId'],
  [{ parameters: { formula: 'FLAT' } }, 'MISSING parameters.rate'],
  [{ parameters: { formula: 'INCREMENT', rateBase: '0.1' } }, 'MISSING parameters.rateIncrement'],
  [{ parameters: { tiers: [] } }, 'CONFLICT parameters.tiers'],
  [{ parameters: { tiers: [{ upTo: '5', rate: '0.1' }] } }, 'CONFLICT parameters.tiers[0].upTo'],
  [{ parameters: { tiers: [{ rate: '0.1' }, { rate: '0.2' }] } }, 'CONFLICT parameters.tiers[0].upTo'],
  [{ parameters: { tiers: [{ upTo: '5', rate: '0' }, { upTo: '5', rate: '0' }, { rate: '0' }] } }, 'CONFLICT parameters.tiers[1].upTo'],
  [{ parameters: { tiers: [{ upTo: '5' }, { rate: '0.1' }] } }, 'MISSING parameters.tiers[0].rate'],
  [{ parameters: { industryMultipliers: [{ industry: 'X', minimumBase: '1' }] } }, 'MISSING parameters.industryMultipliers[0].multiplier'],
  [{ parameters: { baseRule: 'MAX' } }, 'VALUE parameters.baseRule'],
])('%#: %s', (changes, problem) => {
  expect(subsidy.problem(changes)).toBe(problem);
});
