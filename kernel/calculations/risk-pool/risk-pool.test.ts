// The risk pool: admission, claims, compensation under three caps, recovery to the fen, and the circuit breaker.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { caseOf } from '../case.ts';

const pool = await caseOf('risk-pool');
/** Only these parts are given. */
const only = (parts: object, parameters: object = {}) => ({
  bank: null,
  pool: null,
  admission: null,
  claim: null,
  recovery: null,
  ...parts,
  parameters,
});
const at = (path: string, parts: object, parameters: object = {}) => pool.at(path, only(parts, parameters));

test('each part of the result is there if it was given', () => {
  expect(pool.run(only({}))).toEqual({});
  for (const part of ['bank', 'pool', 'admission', 'claim', 'recovery']) {
    expect(Object.keys(pool.run(only({ [part]: {} })))).toEqual([part]);
  }
});

describe('admission', () => {
  const loan = {
    highTechEnterprise: false,
    creditWhitelist: true,
    activeLoans: ['2000000'],
    newLoan: '3000000',
    termMonths: 12,
    use: 'RD',
    rate: '0.046',
    lpr: '0.031',
  };
  const bank = { outstanding: '97000000', poolShare: '10000000' };
  const admitted = (changes: object = {}, more: object = {}, parameters: object = {}) =>
    pool.at('admission', only({ admission: { ...loan, ...changes }, bank: { ...bank, ...more } }, parameters)) as {
      verdict: string;
      exposure: string | null;
      bankLine: string | null;
      findings: { ruleId: string; status: string; actual: unknown }[];
    };
  const rule = (ruleId: string, ...given: Parameters<typeof admitted>) => {
    const found = admitted(...given).findings.find((item) => item.ruleId === ruleId);
    return `${found?.status} ${found?.actual}`;
  };

  test('everything at its limit is admitted', () => {
    expect(admitted()).toMatchObject({ verdict: 'PASS', exposure: '5000000.00', bankLine: '100000000.00' });
    expect(rule('RP-6')).toBe('met 100000000.00');
  });

  test.each([
    ['RP-1', { creditWhitelist: false }, 'unmet false'],
    ['RP-1', { creditWhitelist: null }, 'unknown null'],
    ['RP-2', { newLoan: '3000000.01' }, 'unmet 5000000.01'],
    ['RP-2', { newLoan: '8000000.01', highTechEnterprise: true }, 'unmet 10000000.01'],
    ['RP-2', { newLoan: '8000000', highTechEnterprise: true }, 'met 10000000.00'],
    ['RP-2', { newLoan: '8000000', highTechEnterprise: null }, 'unknown 10000000.00'],
    ['RP-2', { newLoan: '3000000', highTechEnterprise: null }, 'met 5000000.00'],
    ['RP-2', { newLoan: '9000000', highTechEnterprise: null }, 'unmet 11000000.00'],
    ['RP-2', { activeLoans: ['2000000', null] }, 'unknown null'],
    ['RP-2', { activeLoans: null }, 'unknown null'],
    ['RP-2', { activeLoans: [] }, 'met 3000000.00'],
    ['RP-3', { termMonths: 6 }, 'met 6'],
    ['RP-3', { termMonths: 5 }, 'unmet 5'],
    ['RP-3', { termMonths: 36 }, 'met 36'],
    ['RP-3', { termMonths: 37 }, 'unmet 37'],
    ['RP-3', { termMonths: null }, 'unknown null'],
    ['RP-6', { newLoan: '3000000.01' }, 'unmet 100000000.01'],
  ])('%s with %j: %s', (ruleId, changes, expected) => {
    expect(rule(ruleId, changes)).toBe(expected);
  });

  test('use and rate', () => {
    const short = (ruleId: string, changes: object) => rule(ruleId, changes).split(' ')[0];
    expect(['RD', 'PRODUCTION', 'OTHER', null].map((use) => short('RP-4', { use }))).toEqual(['met', 'met', 'unmet', 'unknown']);
    expect([short('RP-5', { rate: '0.046000000001' }), short('RP-5', { lpr: null })]).toEqual(['unmet', 'unknown']);
    expect(rule('RP-5', { rate: '0.05' }, {}, { rateSpread: '0.019' }).split(' ')[0]).toBe('met');
  });

  test('a bank that is not given leaves its line open', () => {
    expect(pool.at('admission', only({ admission: loan }))).toMatchObject({ verdict: 'UNKNOWN', bankLine: null });
    expect(rule('RP-6', {}, { outstanding: null })).toBe('unknown null');
    expect(admitted({ use: 'OTHER' }, { outstanding: null }).verdict).toBe('FAIL');
  });
});

describe('claims', () => {
  const claim = {
    unpaidPrincipal: '3200000',
    unpaidInterest: '100000',
    filed: true,
    filingWorkdays: 10,
    overdueDays: 90,
    classification: 'NORMAL',
  };
  const bank = { averageOutstanding: '1000000000', compensatedThisYear: '0' };
  const claimed = (changes: object = {}, parts: object = {}, parameters: object = {}) =>
    pool.at('claim', only({ claim: { ...claim, ...changes }, bank, pool: { balance: '90000000' }, ...parts }, parameters)) as Record<
      string,
      unknown
    > & { findings: { status: string }[] };
  const statuses = (changes: object) => claimed(changes).findings.map(({ status }) => status);

  test('half of the unpaid principal; interest only if the rule of the call says so', () => {
    expect(claimed()).toMatchObject({ watch: 'CLAIMABLE', base: '3200000.00', compensation: '1600000.00' });
    expect(claimed({}, {}, { includeInterest: true, governmentShare: '0.8' })).toMatchObject({
      base: '3300000.00',
      compensation: '2640000.00',
    });
    expect(claimed({ unpaidInterest: null }).base).toBe('3200000.00');
    expect(claimed({ unpaidInterest: null }, {}, { includeInterest: true })).toMatchObject({ base: null, compensation: null });
  });

  test('not more than the bank has left, nor than the pool holds', () => {
    expect(claimed({}, { pool: { balance: '5' } }).compensation).toBe('5.00');
    const used = { bank: { averageOutstanding: '80000000', compensatedThisYear: '2400000.01' } };
    expect(claimed({}, used)).toMatchObject({ bankAnnualCap: '2400000.00', bankCapLeft: '0.00', compensation: '0.00' });
    expect(claimed({}, { pool: null }).compensation).toBeNull();
    expect(claimed({}, { bank: null })).toMatchObject({ bankAnnualCap: null, bankCapLeft: null, compensation: null });
  });

  test('filed within ten working days', () => {
    expect(statuses({ filingWorkdays: 11 })).toEqual(['unmet', 'met']);
    expect(statuses({ filed: false, filingWorkdays: null })).toEqual(['unmet', 'met']);
    expect(statuses({ filed: null })).toEqual(['unknown', 'met']);
    expect(claimed({ filingWorkdays: 11 }, { pool: null }).compensation).toBe('0.00');
    expect(claimed({ filed: null }).compensation).toBeNull();
  });

  test.each([
    [90, 'NORMAL', 'CLAIMABLE', 'met'],
    [89, 'SPECIAL_MENTION', 'ORANGE', 'unmet'],
    [60, 'NORMAL', 'ORANGE', 'unmet'],
    [59, 'NORMAL', 'YELLOW', 'unmet'],
    [30, 'NORMAL', 'YELLOW', 'unmet'],
    [29, 'NORMAL', 'NOTIFY', 'unmet'],
    [1, 'NORMAL', 'NOTIFY', 'unmet'],
    [0, 'NORMAL', 'NONE', 'unmet'],
    [0, 'SUBSTANDARD', 'CLAIMABLE', 'met'],
    [0, 'DOUBTFUL', 'CLAIMABLE', 'met'],
    [null, 'LOSS', 'CLAIMABLE', 'met'],
    [90, null, 'CLAIMABLE', 'met'],
    [89, null, null, 'unknown'],
    [null, 'NORMAL', null, 'unknown'],
  ])('%s days overdue, %s: %s', (overdueDays, classification, watch, status) => {
    expect(claimed({ overdueDays, classification }).watch).toBe(watch);
    expect(statuses({ overdueDays, classification })[1]).toBe(status);
    const expected = status === 'met' ? '1600000.00' : status === 'unmet' ? '0.00' : null;
    expect(claimed({ overdueDays, classification }).compensation).toBe(expected);
  });
});

describe('recovery', () => {
  const shares = (recovered: string | null, cost: string | null, compensation: string | null, base: string | null) =>
    Object.values(at('recovery', { recovery: { recovered, cost, compensation, base } }) as object);

  test('after cost, in proportion, the rest is the bank’s', () => {
    expect(shares('1000000', '100000', '1200000', '3200000')).toEqual(['900000.00', '337500.00', '562500.00']);
    expect(shares('0.01', '0', '1', '2')).toEqual(['0.01', '0.01', '0.00']);
    expect(shares('5', '6', '1', '2')).toEqual(['0.00', '0.00', '0.00']);
    expect(shares('5', '0', '0', '0')).toEqual(['5.00', null, null]);
    expect(shares('5', '0', '1', null)).toEqual(['5.00', null, null]);
    expect(shares('5', null, '1', '2')).toEqual([null, null, null]);
  });

  test('the two shares always make up the whole', () => {
    const fen = fc.nat(10_000_000);
    const yuan = (value: number) => `${Math.floor(value / 100)}.${String(value % 100).padStart(2, '0')}`;
    fc.assert(
      fc.property(fen, fen, fen, (recovered, paid, more) => {
        const [net, government, bank] = shares(yuan(recovered), '0', yuan(paid), yuan(paid + more + 1));
        const cents = [net, government, bank].map((value) => Math.round(Number(value) * 100));
        expect((cents[1] ?? 0) + (cents[2] ?? 0)).toBe(cents[0]);
      }),
      { numRuns: 60 },
    );
  });
});

describe('circuit breaker', () => {
  const bank = (overdue90: string | null, more: object = {}, parameters: object = {}) =>
    at('bank.state', { bank: { outstanding: '10000', overdue90, suspended: false, ...more } }, parameters);

  test('three percent warns, five suspends', () => {
    expect(['299.99', '300', '499.99', '500'].map((overdue) => bank(overdue))).toEqual(['NORMAL', 'WARN', 'WARN', 'SUSPENDED']);
    expect(bank('100', {}, { warnRatio: '0.01' })).toBe('WARN');
    expect([bank('0', { outstanding: '0' }), at('bank.nonPerformingRatio', { bank: { outstanding: '0', overdue90: '0' } })]).toEqual([
      'NORMAL',
      null,
    ]);
    expect([bank(null), bank('1', { outstanding: null }), bank('1', { suspended: null })]).toEqual([null, null, null]);
    expect(bank(null, { outstanding: '0' })).toBe('NORMAL');
  });

  test('a suspended bank resumes below three percent and with approval', () => {
    const resumed = (overdue: string | null, resumeApproved: boolean | null, more: object = {}) =>
      bank(overdue, { suspended: true, resumeApproved, ...more });
    expect([resumed('299.99', true), resumed('300', true), resumed('0', false)]).toEqual(['NORMAL', 'SUSPENDED', 'SUSPENDED']);
    expect([resumed('0', null), resumed(null, false), resumed('300', null), resumed(null, true)]).toEqual([
      null,
      'SUSPENDED',
      'SUSPENDED',
      null,
    ]);
    expect(resumed('0', true, { outstanding: '0' })).toBe('NORMAL');
  });

  const whole = { size: '1000', totalCompensation: '0', outstanding: '10000', overdue90: '0', suspended: false };
  const state = (changes: object) => at('pool.state', { pool: { ...whole, ...changes } });

  test('a pool is suspended when half of it is lost', () => {
    expect([state({ totalCompensation: '499.99' }), state({ totalCompensation: '500' })]).toEqual(['NORMAL', 'SUSPENDED']);
    expect([state({ size: '0' }), state({ size: '0', totalCompensation: '0.01' })]).toEqual(['NORMAL', 'SUSPENDED']);
    expect([state({ size: null }), state({ size: null, totalCompensation: '1' }), state({ totalCompensation: null })]).toEqual([
      'NORMAL',
      null,
      null,
    ]);
    expect(state({ overdue90: '500', totalCompensation: null })).toBe('SUSPENDED');
    expect(state({ overdue90: '300', totalCompensation: null })).toBeNull();
    expect(state({ overdue90: '300' })).toBe('WARN');
  });

  test('and does not resume while that loss stands', () => {
    const again = { suspended: true, resumeApproved: true };
    expect([state({ ...again }), state({ ...again, totalCompensation: '500' }), state({ ...again, totalCompensation: null })]).toEqual([
      'NORMAL',
      'SUSPENDED',
      null,
    ]);
  });

  test('multiples of an empty pool cannot be computed', () => {
    expect(at('pool', { pool: { ...whole, size: '0', cumulativeLent: '5' } })).toMatchObject({ leverageMultiple: null, lossRatio: null });
    expect(at('pool', { pool: { size: '30', cumulativeLent: '533' } })).toMatchObject({ leverageMultiple: '17.766667', lossRatio: null });
  });
});

test.each([
  [{ bank: [] }, 'TYPE bank'],
  [{ bank: { outstanding: '1', overdue90: '1.01' } }, 'CONFLICT bank.overdue90'],
  [{ pool: { outstanding: '1', overdue90: '1.01' } }, 'CONFLICT pool.overdue90'],
  [{ recovery: { compensation: '2', base: '1' } }, 'CONFLICT recovery.compensation'],
  [{ admission: { use: 'HOUSE' } }, 'VALUE admission.use'],
  [{ admission: { rate: '1.01' } }, 'RANGE admission.rate'],
  [{ admission: { activeLoans: ['-1'] } }, 'RANGE admission.activeLoans[0]'],
  [{ claim: { classification: 'BAD' } }, 'VALUE claim.classification'],
  [{ claim: { overdueDays: -1 } }, 'RANGE claim.overdueDays'],
  [{ parameters: { warnRatio: 0.03 } }, 'TYPE parameters.warnRatio'],
  [{ parameters: { spread: '0' } }, 'VALUE parameters.spread'],
])('problem %#', (changes, problem) => {
  expect(pool.problem(changes)).toBe(problem);
});
