// Taxes of technology contracts: who is eligible, the exempt five million, VAT on one invoice, stamp tax.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { caseOf } from './case.ts';

const tax = await caseOf('transfer-tax');

const transfer = (changes: object = {}) => ({
  itemId: 't',
  type: 'ZR',
  revenue: '100',
  cost: '0',
  relatedTaxes: '0',
  dealAmount: '100',
  registered: true,
  wholeRelatedParty: false,
  ...changes,
});
const first = (key: string, changes: object, more: object = {}) => tax.at(`items.0.${key}`, { items: [transfer(changes)], ...more });
const ofIncome = (revenue: string, parameters: object = {}) => {
  const { exemptIncome, taxableIncome, incomeTax } = tax.run({ items: [transfer({ revenue })], parameters });
  return [exemptIncome, taxableIncome, incomeTax];
};

test.each([
  ['8000000', ['5000000.00', '1500000.00', '375000.00']],
  ['5000000', ['5000000.00', '0.00', '0.00']],
  ['5010000', ['5000000.00', '5000.00', '1250.00']],
  ['5000000.01', ['5000000.00', '0.01', '0.00']],
  ['0', ['0.00', '0.00', '0.00']],
])('income of %s: exempt, taxable, tax', (revenue, expected) => {
  expect(ofIncome(revenue)).toEqual(expected);
});

test('own limit and rate; a loss exempts nothing', () => {
  expect(ofIncome('200', { exemptLimit: '100', incomeTaxRate: '0.15' })).toEqual(['100.00', '50.00', '7.50']);
  expect(tax.run({ items: [transfer({ cost: '150' })] })).toMatchObject({
    items: [{ transferIncome: '-50.00' }],
    eligibleIncome: '-50.00',
    exemptIncome: '0.00',
    taxableIncome: '0.00',
    incomeTax: '0.00',
  });
});

describe('income tax', () => {
  const eligible = (changes: object, more: object = {}) => first('incomeTaxEligible', changes, more);
  const licence = (changes: object, more: object = {}) => eligible({ type: 'XK', licenceYears: '5', exclusive: false, ...changes }, more);

  test('registered transfers of residents between strangers', () => {
    expect(eligible({})).toBe(true);
    expect([eligible({ registered: false }), eligible({ wholeRelatedParty: true }), eligible({}, { residentEnterprise: false })]).toEqual([
      false,
      false,
      false,
    ]);
    expect([eligible({ registered: null }), eligible({ wholeRelatedParty: null }), eligible({}, { residentEnterprise: null })]).toEqual([
      null,
      null,
      null,
    ]);
    expect(['KF', 'ZX', 'FW'].map((type) => eligible({ type, registered: null }))).toEqual([false, false, false]);
  });

  test('licences of five years, exclusive ones worldwide only', () => {
    expect([licence({}), licence({ licenceYears: '4.999999' }), licence({ licenceYears: null })]).toEqual([true, false, null]);
    expect(licence({ licenceYears: '4' }, { parameters: { licenceMinimumYears: '3' } })).toBe(true);
    expect([licence({ exclusive: true }), licence({ exclusive: true, globalLicence: false })]).toEqual([null, false]);
    expect([licence({ exclusive: true, globalLicence: true }), licence({ exclusive: null, globalLicence: true })]).toEqual([true, true]);
    expect([licence({ exclusive: null, globalLicence: false }), licence({ exclusive: false, globalLicence: null })]).toEqual([null, true]);
  });

  test('ineligible items count nothing; one that may be eligible makes the sum unknown', () => {
    const sum = (...items: object[]) =>
      tax.at('eligibleIncome', { items: items.map((changes, index) => transfer({ ...changes, itemId: `t${index}` })) });
    expect(sum({}, { type: 'KF' }, { cost: '30' })).toBe('170.00');
    expect(sum({}, { registered: null })).toBeNull();
    expect(sum({}, { revenue: null })).toBeNull();
    expect(sum({}, { type: 'FW', revenue: null })).toBe('100.00');
    expect(sum()).toBe('0.00');
    expect(tax.run({ items: [transfer({ registered: null })] })).toMatchObject({
      eligibleIncome: null,
      exemptIncome: null,
      taxableIncome: null,
      incomeTax: null,
    });
  });
});

test('VAT: transfer, licence and development, the others only on the same invoice', () => {
  const exempt = (type: string, sameInvoice: boolean | null, registered: boolean | null = true) =>
    first('vatExempt', { type, sameInvoice, registered });
  expect(['ZR', 'XK', 'KF'].map((type) => exempt(type, false))).toEqual([true, true, true]);
  expect(['ZX', 'FW'].map((type) => [exempt(type, true), exempt(type, false), exempt(type, null)])).toEqual([
    [true, false, null],
    [true, false, null],
  ]);
  expect([exempt('ZR', true, false), exempt('ZR', true, null), exempt('FW', false, null)]).toEqual([false, null, false]);
});

test('stamp tax is rounded once, half away from zero', () => {
  expect([
    first('stampTax', { dealAmount: '50' }),
    first('stampTax', { dealAmount: '49.99' }),
    first('stampTax', { dealAmount: null }),
  ]).toEqual(['0.02', '0.01', null]);
  expect(first('stampTax', { dealAmount: '100' }, { parameters: { stampRate: '0.00005' } })).toBe('0.01');
});

test('more income never means less tax, and exempt and taxed income make up the whole', () => {
  fc.assert(
    fc.property(fc.nat(20_000_000), fc.nat(1_000_000), (income, more) => {
      const [exempt, taxable, due] = ofIncome(String(income)).map(Number);
      expect((exempt ?? 0) + 2 * (taxable ?? 0)).toBe(income);
      expect(Number(ofIncome(String(income + more))[2])).toBeGreaterThanOrEqual(due ?? 0);
    }),
    { numRuns: 60 },
  );
});

test.each([
  [{ items: null }, 'MISSING items'],
  [{ items: [transfer({ type: null })] }, 'MISSING items[0].type'],
  [{ items: [transfer({ type: 'OTHER' })] }, 'VALUE items[0].type'],
  [{ items: [transfer(), transfer()] }, 'CONFLICT items[1].itemId'],
  [{ items: [transfer({ revenue: '-1' })] }, 'RANGE items[0].revenue'],
  [{ items: [transfer({ revenue: '1.005' })] }, 'FORMAT items[0].revenue'],
  [{ items: [transfer({ licenceYears: 5 })] }, 'TYPE items[0].licenceYears'],
  [{ parameters: { stampRate: '1.5' } }, 'RANGE parameters.stampRate'],
])('problem %#', (changes, problem) => {
  expect(tax.problem(changes)).toBe(problem);
});
