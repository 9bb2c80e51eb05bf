// Technology SMEs at every bracket, limit and missing figure.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { caseOf } from '../case.ts';

const sme = await caseOf('tech-sme');
const right = (ipNo: string, kind: string, more: object = {}) => ({
  ipNo,
  kind,
  linkedToMainProduct: true,
  validTo: '2025-08-01',
  ...more,
});
const rights = (number: number, kind: string) => Array.from({ length: number }, (_, index) => right(`r${index}`, kind));

describe('the worked vectors of the handbook', () => {
  const bare = {
    ipRights: [],
    directConfirmation: {
      hnteCertificate: { held: false },
      nationalAward: { held: false },
      rdInstitution: { held: false },
      standardLed: { held: false },
    },
  };

  test('SME-2: no sales, R&D over cost, no results', () => {
    const result = sme.run({ ...bare, totalStaff: 8, scienceStaff: 5, sales: '0', rdExpense: '800000', totalCostExpense: '2000000' });
    expect(result).toMatchObject({ verdict: 'PASS', score: { total: { min: 70, max: 70 }, rd: { option: 'COST', salesRatio: null } } });
  });

  test('SME-3: enough points, but none for personnel', () => {
    const result = sme.run({ ...bare, totalStaff: 101, scienceStaff: 10, rdExpense: '720000', ipRights: [right('a', 'INVENTION_PATENT')] });
    expect(result).toMatchObject({ verdict: 'FAIL', score: { total: { min: 80, max: 80 }, personnel: { min: 0, max: 0 } } });
  });

  test('SME-4: exactly 60', () => {
    const changes = { ...bare, totalStaff: 100, scienceStaff: 10, rdExpense: '720000', ipRights: rights(1, 'DESIGN') };
    expect(sme.run(changes)).toMatchObject({ verdict: 'PASS', score: { total: { min: 60, max: 60 } } });
    expect(sme.at('verdict', { ...changes, parameters: { passScore: 61 } })).toBe('FAIL');
  });

  test('SME-5: direct confirmation stands in for the score, not for the limits', () => {
    const held = { directConfirmation: { hnteCertificate: { held: true, validTo: '2025-08-01' } } };
    const result = sme.run({ ...held, totalStaff: 500, scienceStaff: 50, sales: '200000000', totalAssets: '200000100' });
    expect(result).toMatchObject({ verdict: 'FAIL', directConfirmation: 'met' });
    expect(sme.at('verdict', { ...held, totalStaff: 500, scienceStaff: 0, sales: '200000000', totalAssets: '200000000' })).toBe('PASS');
  });
});

describe('brackets are closed below', () => {
  test.each([
    [300, 20],
    [299, 16],
    [250, 16],
    [249, 12],
    [200, 12],
    [199, 8],
    [150, 8],
    [149, 4],
    [100, 4],
    [99, 0],
    [0, 0],
  ])('%i of 1000 staff are worth %i', (scienceStaff, points) => {
    expect(sme.at('score.personnel', { totalStaff: 1000, scienceStaff })).toMatchObject({ min: points, max: points });
  });

  test.each([
    ['6000', 50],
    ['5999.99', 40],
    ['5000', 40],
    ['4999.99', 30],
    ['4000', 30],
    ['3000', 20],
    ['2999.99', 10],
    ['2000', 10],
    ['1999.99', 0],
  ])('R&D of %s on sales of 100 000 is worth %i', (rdExpense, points) => {
    expect(sme.at('score.rd', { rdExpense, sales: '100000', parameters: { rdOption: 'SALES' } })).toMatchObject({
      min: points,
      max: points,
    });
  });

  test.each([
    ['30000', 50],
    ['29999.99', 40],
    ['25000', 40],
    ['20000', 30],
    ['15000', 20],
    ['10000', 10],
    ['9999.99', 0],
  ])('R&D of %s in cost of 100 000 is worth %i', (rdExpense, points) => {
    const result = sme.run({ rdExpense, totalCostExpense: '100000', parameters: { rdOption: 'COST' } });
    expect(result).toMatchObject({ score: { rd: { min: points, max: points, option: 'COST' } } });
  });

  test.each([
    [0, 0],
    [1, 6],
    [2, 12],
    [3, 18],
    [4, 24],
    [9, 24],
  ])('%i rights of class II are worth %i', (number, points) => {
    expect(sme.at('score.results', { ipRights: rights(number, 'SOFTWARE_COPYRIGHT') })).toEqual({ min: points, max: points });
  });

  test('one right of class I is worth 30; trademarks and national defence patents nothing', () => {
    expect(sme.at('score.results', { ipRights: [right('a', 'TCM_LEVEL1')] })).toEqual({ min: 30, max: 30 });
    expect(sme.at('score.results', { ipRights: [right('a', 'TRADEMARK'), right('b', 'NATIONAL_DEFENCE_PATENT')] })).toEqual({
      min: 0,
      max: 0,
    });
  });

  test('a right that ended yesterday or is not linked does not count; one of unknown validity may', () => {
    expect(sme.at('score.results', { ipRights: [right('a', 'IC_LAYOUT', { validTo: '2025-07-31' })] })).toEqual({ min: 0, max: 0 });
    expect(sme.at('score.results', { ipRights: [right('a', 'IC_LAYOUT', { linkedToMainProduct: false, validTo: null })] })).toEqual({
      min: 0,
      max: 0,
    });
    expect(sme.at('score.results', { ipRights: [right('a', 'DESIGN'), right('b', 'DESIGN', { validTo: null })] })).toEqual({
      min: 6,
      max: 12,
    });
    expect(sme.at('score.results', { ipRights: null })).toEqual({ min: 0, max: 30 });
  });
});

describe('what is not known', () => {
  test('staff unknown spans, staff of zero is nothing', () => {
    expect(sme.at('score.personnel', { totalStaff: null })).toEqual({ min: 0, max: 20, ratio: null });
    expect(sme.at('score.personnel', { totalStaff: 0, scienceStaff: null })).toEqual({ min: 0, max: 0, ratio: null });
    expect(sme.finding('A1-5', { totalStaff: 0, scienceStaff: 0 })).toBe('unmet 58');
  });

  test('an option with an unknown figure spans; the other still gives a floor', () => {
    expect(sme.at('score.rd', { sales: null, totalCostExpense: '3000000' })).toEqual({
      min: 30,
      max: 50,
      option: null,
      salesRatio: null,
      costRatio: '0.200000',
    });
    expect(sme.at('score.rd', { sales: null, parameters: { rdOption: 'COST' } })).toMatchObject({ min: 0, max: 0, option: 'COST' });
    expect(sme.at('score.rd', { rdExpense: null, sales: '0' })).toMatchObject({ min: 0, max: 50, option: null });
    expect(sme.at('score.rd', { sales: '0', totalCostExpense: '0' })).toMatchObject({ min: 0, max: 0, option: null });
    expect(sme.at('score.rd', { sales: '0', rdExpense: '0' })).toMatchObject({ min: 0, max: 0, option: 'COST', costRatio: '0.000000' });
    expect(sme.at('score.rd', { rdExpense: '0' })).toMatchObject({ option: 'SALES' });
  });

  test('the score decides as soon as its interval does', () => {
    expect(sme.finding('A1-5', { ipRights: null })).toBe('met');
    expect(sme.finding('A1-5', { ipRights: null, rdExpense: '0' })).toBe('unmet');
    expect(sme.finding('A1-5', { ipRights: null, rdExpense: '360000' })).toBe('unknown');
    expect(sme.finding('A1-5', { scienceStaff: null })).toBe('unknown');
  });

  test('six flags: one true is unmet, otherwise one unknown is unknown', () => {
    expect(sme.finding('A1-4', { abnormalOperationList: null })).toBe('unknown');
    expect(sme.finding('A1-4', { abnormalOperationList: null, majorSafetyAccident: true })).toBe('unmet');
  });

  test('a missing hard condition makes the verdict unknown, not failed', () => {
    expect(sme.at('verdict', { residentEnterprise: null })).toBe('UNKNOWN');
    expect(sme.at('verdict', { residentEnterprise: null, prohibitedCategory: true })).toBe('FAIL');
  });
});

describe('direct confirmation', () => {
  const status = (directConfirmation: unknown, more: object = {}) => sme.at('directConfirmation', { directConfirmation, ...more });

  test('an award within five years to the day, among the first three', () => {
    const award = (awardDate: string | null, rank: number | null) => ({ nationalAward: { held: true, awardDate, rank } });
    expect(sme.finding('DC-2', { directConfirmation: award('2020-08-01', 3) })).toBe('met');
    expect(sme.finding('DC-2', { directConfirmation: award('2020-07-31', 3) })).toBe('unmet');
    expect(sme.finding('DC-2', { directConfirmation: award('2025-08-02', 3) })).toBe('unmet');
    expect(sme.finding('DC-2', { directConfirmation: award('2020-08-01', 4) })).toBe('unmet');
    expect(sme.finding('DC-2', { directConfirmation: award(null, 4) })).toBe('unmet');
    expect(sme.finding('DC-2', { directConfirmation: award(null, 1) })).toBe('unknown');
    expect(sme.finding('DC-2', { asOf: '2024-02-29', directConfirmation: award('2019-02-28', 1), ipRights: [] })).toBe('met');
  });

  test('a standard led as one of the first five', () => {
    const led = (draftingRank: number) => ({ standardLed: { held: true, publishedDate: '2022-01-01', draftingRank } });
    expect(sme.finding('DC-4', { directConfirmation: led(5) })).toBe('met');
    expect(sme.finding('DC-4', { directConfirmation: led(6) })).toBe('unmet');
    expect(sme.finding('DC-4', { directConfirmation: led(6), parameters: { standardTopRank: 6 } })).toBe('met');
  });

  test('nothing stated is unknown, one held suffices', () => {
    expect(status(null)).toBe('unknown');
    expect(status({ rdInstitution: { held: true } })).toBe('met');
    expect(sme.finding('DC-1', { directConfirmation: { hnteCertificate: { held: true, validTo: '2025-07-31' } } })).toBe('unmet');
    expect(sme.finding('DC-1', { directConfirmation: { hnteCertificate: { validTo: '2025-07-31' } } })).toBe('unmet');
  });
});

describe('on-site inspection', () => {
  test.each([
    [{ totalStaff: 5, scienceStaff: 1 }, true],
    [{ totalStaff: 6, scienceStaff: 6 }, false],
    [{ totalStaff: 50, scienceStaff: 45 }, true],
    [{ totalStaff: 50, scienceStaff: 44 }, false],
    [{ totalStaff: 49, scienceStaff: 49 }, false],
    [{ firstTimeApplicant: true, totalStaff: null }, true],
    [{ firstTimeApplicant: null }, null],
    [{ totalStaff: 60, scienceStaff: null }, null],
    [{ totalStaff: 40, scienceStaff: null }, false],
  ])('%j: %s', (changes, expected) => {
    expect(sme.at('onSiteInspection', changes)).toBe(expected);
  });
});

test.each([
  [{ asOf: null }, 'MISSING asOf'],
  [{ asOf: '2025-06-31' }, 'FORMAT asOf'],
  [{ totalStaff: 11 }, 'CONFLICT scienceStaff'],
  [{ sales: '-1' }, 'RANGE sales'],
  [{ ipRights: [{ ipNo: 'a' }] }, 'MISSING ipRights[0].kind'],
  [{ ipRights: [{ ipNo: 'a', kind: 'PATENT' }] }, 'VALUE ipRights[0].kind'],
  [{ ipRights: rights(1, 'DESIGN').concat(rights(1, 'DESIGN')) }, 'CONFLICT ipRights[1].ipNo'],
  [{ directConfirmation: { nationalAward: { rank: 0 } } }, 'RANGE directConfirmation.nationalAward.rank'],
  [{ parameters: { rdOption: 'MOST' } }, 'VALUE parameters.rdOption'],
  [{ parameters: { passscore: 1 } }, 'VALUE parameters.passscore'],
])('%j: %s', (changes, problem) => {
  expect(sme.problem(changes)).toBe(problem);
});

test('more R&D never lowers the score, and the order of rights is irrelevant', () => {
  const kinds = fc.constantFrom('INVENTION_PATENT', 'DESIGN', 'TRADEMARK');
  fc.assert(
    fc.property(fc.nat(10_000_000), fc.nat(1_000_000), fc.array(kinds, { maxLength: 6 }), (rd, more, list) => {
      const ipRights = list.map((kind, index) => right(`r${index}`, kind));
      const reversed = [...ipRights].reverse();
      const richer = sme.numberAt('score.rd.min', { rdExpense: String(rd + more) });
      expect(richer).toBeGreaterThanOrEqual(sme.numberAt('score.rd.min', { rdExpense: String(rd) }));
      expect(sme.at('score.results', { ipRights: reversed })).toEqual(sme.at('score.results', { ipRights }));
    }),
  );
});

test('leaving a figure out only widens the score', () => {
  const names = ['totalStaff', 'scienceStaff', 'sales', 'rdExpense', 'totalCostExpense', 'ipRights'];
  fc.assert(
    fc.property(fc.subarray(names), (missing) => {
      const changes = Object.fromEntries(missing.map((name) => [name, null]));
      expect(sme.numberAt('score.total.min', changes)).toBeLessThanOrEqual(sme.numberAt('score.total.min'));
      expect(sme.numberAt('score.total.max', changes)).toBeGreaterThanOrEqual(sme.numberAt('score.total.max'));
    }),
  );
});
