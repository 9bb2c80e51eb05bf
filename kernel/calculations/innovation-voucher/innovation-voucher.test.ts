// Vouchers: what may be redeemed and for how much, first come first served, and accounts in order.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { caseOf } from '../case.ts';

const voucher = await caseOf('innovation-voucher');

const redemption = {
  holderKind: 'FIRM',
  eligibleHolder: true,
  voucherBalance: '100',
  paidAmount: '150',
  issueDate: '2025-03-01',
  contractDate: '2025-03-01',
  usedDate: '2025-12-31',
  relatedParty: false,
  statutoryInspection: false,
  massProductionTest: false,
  invoiceClaimedElsewhere: false,
  serviceFinished: true,
  hasReport: true,
  hasInvoice: true,
  hasBankReceipt: true,
};

describe('redemption', () => {
  const redeem = (changes: object = {}, parameters: object = {}) =>
    voucher.at('redemption', { redemption: { ...redemption, ...changes }, parameters }) as Record<string, unknown> & {
      findings: { ruleId: string; status: string }[];
    };
  const outcome = (changes: object = {}, parameters: object = {}) => {
    const { verdict, amount, lapsed } = redeem(changes, parameters);
    return [verdict, amount, lapsed];
  };
  const status = (ruleId: string, changes: object) => redeem(changes).findings.find((item) => item.ruleId === ruleId)?.status;

  test('half for firms, all for teams, never more than the voucher', () => {
    expect(outcome()).toEqual(['PASS', '75.00', '25.00']);
    expect(outcome({ holderKind: 'TEAM' })).toEqual(['PASS', '100.00', '0.00']);
    expect(outcome({ holderKind: 'TEAM', paidAmount: '99.99' })).toEqual(['PASS', '99.99', '0.01']);
    expect(outcome({ paidAmount: '0.01' })).toEqual(['PASS', '0.01', '100.00']);
    expect(outcome({}, { firmRatio: '0.4' })).toEqual(['PASS', '60.00', '40.00']);
    expect(outcome({ holderKind: 'TEAM' }, { teamRatio: '0.1' })).toEqual(['PASS', '15.00', '85.00']);
  });

  test('nothing if a condition fails, unknown if one is open or an amount is', () => {
    expect(outcome({ relatedParty: true, hasReport: null })).toEqual(['FAIL', '0.00', null]);
    expect(outcome({ hasReport: null })).toEqual(['UNKNOWN', null, null]);
    expect(outcome({ paidAmount: null })).toEqual(['PASS', null, null]);
    expect(outcome({ voucherBalance: null })).toEqual(['PASS', null, null]);
  });

  test.each([
    ['IV-1', 'eligibleHolder', false],
    ['IV-2', 'relatedParty', true],
    ['IV-3', 'statutoryInspection', true],
    ['IV-4', 'massProductionTest', true],
    ['IV-6', 'invoiceClaimedElsewhere', true],
    ['IV-7', 'serviceFinished', false],
    ['IV-7', 'hasReport', false],
    ['IV-7', 'hasInvoice', false],
    ['IV-7', 'hasBankReceipt', false],
  ])('%s: %s', (ruleId, name, wrong) => {
    expect([wrong, !wrong, null].map((value) => status(ruleId, { [name]: value }))).toEqual(['unmet', 'met', 'unknown']);
  });

  test.each([
    ['IV-5', { contractDate: '2025-02-28' }, 'unmet'],
    ['IV-5', { contractDate: '2025-03-02' }, 'met'],
    ['IV-5', { contractDate: null }, 'unknown'],
    ['IV-8', { usedDate: '2026-01-01' }, 'unmet'],
    ['IV-8', { usedDate: '2025-02-28' }, 'unmet'],
    ['IV-8', { usedDate: '2025-03-01' }, 'met'],
    ['IV-8', { issueDate: '2025-12-31', usedDate: '2025-12-31' }, 'met'],
    ['IV-8', { usedDate: null }, 'unknown'],
    ['IV-8', { issueDate: null }, 'unknown'],
  ])('%s with %j: %s', (ruleId, changes, expected) => {
    expect(status(ruleId, changes)).toBe(expected);
  });
});

describe('issue', () => {
  const request = (requestId: string, second: number, amount: string, changes: object = {}) => ({
    requestId,
    time: `2025-04-01T09:00:${String(second).padStart(2, '0')}+08:00`,
    holderId: requestId,
    holderKind: 'FIRM',
    amount,
    issuedThisYear: '0',
    ...changes,
  });
  const grants = (budget: string, requests: object[], parameters: object = {}) => {
    const found = voucher.at('issue', { redemption: null, issue: { budget, requests }, parameters }) as {
      grants: { granted: string }[];
      budgetLeft: string;
    };
    return [...found.grants.map(({ granted }) => Number(granted)), Number(found.budgetLeft)];
  };

  test('in order of time, equal times in order of input, printed in order of input', () => {
    expect(grants('100', [request('a', 5, '60'), request('b', 4, '60'), request('c', 5, '10')])).toEqual([40, 60, 0, 0]);
    expect(grants('100', [request('a', 5, '60'), request('b', 5, '60')])).toEqual([60, 40, 0]);
    expect(grants('100', [])).toEqual([100]);
  });

  test('within the quota of the year, what the holder has had counted', () => {
    expect(grants('9999999', [request('a', 1, '500000'), request('b', 2, '500000', { holderKind: 'TEAM' })])).toEqual([
      300000, 100000, 9599999,
    ]);
    expect(grants('9999999', [request('a', 1, '500000', { issuedThisYear: '299999.5' })])[0]).toBe(0.5);
    expect(grants('9999999', [request('a', 1, '500000', { issuedThisYear: '300001' })])[0]).toBe(0);
    const twice = [request('a', 2, '200000', { holderId: 'h' }), request('b', 1, '200000', { holderId: 'h' })];
    expect(grants('9999999', twice)).toEqual([100000, 200000, 9699999]);
    expect(grants('9999999', twice, { firmQuota: '50' })).toEqual([0, 50, 9999949]);
  });

  test('grants and what is left make up the budget', () => {
    const drawn = fc.array(fc.tuple(fc.nat(59), fc.nat(400_000), fc.constantFrom('h1', 'h2', 'h3')), { maxLength: 10 });
    fc.assert(
      fc.property(drawn, fc.nat(1_000_000), (list, budget) => {
        const requests = list.map(([second, amount, holderId], index) => request(`r${index}`, second, String(amount), { holderId }));
        const found = grants(String(budget), requests);
        expect(found.reduce((sum, value) => sum + value, 0)).toBe(budget);
        for (const holder of ['h1', 'h2', 'h3']) {
          const had = list.reduce((sum, [, , holderId], index) => sum + (holderId === holder ? (found[index] ?? 0) : 0), 0);
          expect(had).toBeLessThanOrEqual(300_000);
        }
      }),
      { numRuns: 60 },
    );
  });
});

test.each([
  [['4', '3', '2', '1'], 'met'],
  [['1', '1', '1', '1'], 'met'],
  [['4', '3', '3.01', '1'], 'unmet'],
  [['4', null, '4.01', null], 'unmet'],
  [['4', null, '4', null], 'unknown'],
  [[null, null, null, null], 'unknown'],
])('an account of %j is %s', ([issued, locked, used, redeemed], expected) => {
  expect(voucher.at('account.findings.0.status', { account: { issued, locked, used, redeemed } })).toBe(expected);
});

test('each part of the result is there if it was given', () => {
  expect(voucher.run({ redemption: null })).toEqual({});
  expect(Object.keys(voucher.run({ account: {} }))).toEqual(['redemption', 'account']);
});

test.each([
  [{ redemption: {} }, 'MISSING redemption.holderKind'],
  [{ redemption: { ...redemption, holderKind: 'PERSON' } }, 'VALUE redemption.holderKind'],
  [{ redemption: { ...redemption, paidAmount: '-1' } }, 'RANGE redemption.paidAmount'],
  [{ issue: { requests: [] } }, 'MISSING issue.budget'],
  [{ issue: { budget: '1' } }, 'MISSING issue.requests'],
  [{ issue: { budget: '1', requests: [{ requestId: 'a' }] } }, 'MISSING issue.requests[0].time'],
  [{ issue: { budget: '1', requests: [{ requestId: 'a', time: '2025-04-01T09:00:00Z' }] } }, 'FORMAT issue.requests[0].time'],
  [{ issue: { budget: '1', requests: [{ requestId: 'a', time: '2025-04-01T24:00:00+08:00' }] } }, 'FORMAT issue.requests[0].time'],
  [{ account: { used: 1 } }, 'TYPE account.used'],
  [{ parameters: { firmRatio: '1.01' } }, 'RANGE parameters.firmRatio'],
])('problem %#', (changes, problem) => {
  expect(voucher.problem(changes)).toBe(problem);
});
