// Agreement of audit, tax, application and statistics: tolerance, calibre gaps, levels and what is missing.
import { describe, expect, test } from 'vitest';
import { caseOf } from './case.ts';
import type { Finding } from './frame/index.ts';

const check = await caseOf('hnte-consistency');
const [given] = check.run() && [(await import('./examples/hnte-consistency.json')).default[0]?.in];
const firstYear = given?.years[0] ?? { year: 0 };

/** The example with changes in its one year, or with several years of their own. */
const inYear = (...changes: readonly object[]) => ({
  years: changes.map((change, index) => ({
    ...firstYear,
    sales: triple('54600000'),
    superDeductionBase: '2000000',
    year: 2024 - changes.length + 1 + index,
    ...change,
  })),
});

function triple(audit: string | null, tax = audit, application = audit) {
  return { audit, tax, application };
}

function found(ruleId: string, changes: Record<string, unknown>): unknown[] {
  const findings = check.at('findings', changes) as (Finding & { level: string | null; years: number[] })[];
  return findings.filter((finding) => finding.ruleId === ruleId).map(({ status, level, years }) => [status, level, years])[0] ?? [];
}

test('everything agrees', () => {
  expect(check.at('verdict', inYear({}))).toBe('PASS');
});

describe('tolerance of a hundred yuan', () => {
  test.each([
    [triple('100', '0', '50'), 'met'],
    [triple('100.01', '0', '50'), 'unmet'],
    [triple('100.01', '0', null), 'unmet'],
    [triple('100', null, '100'), 'unknown'],
    [triple(null), 'unknown'],
    [null, 'unknown'],
    [triple('-100', '0', '0'), 'met'],
    [triple('-100.01', '0', '0'), 'unmet'],
  ])('%j: %s', (sales, status) => {
    expect(found('X1', inYear({ sales }))[0]).toBe(status);
    expect(found('X2', inYear({ netAssets: sales }))[0]).toBe(status);
    expect(found('X3', { ...inYear({}), grossIncome: sales })[0]).toBe(status);
  });

  test('the offending years are named, one unknown year beside them changes nothing', () => {
    expect(found('X1', inYear({ sales: triple('0', '200') }, { sales: null }, { sales: triple('0', '200') }))).toEqual([
      'unmet',
      'block',
      [2022, 2024],
    ]);
    expect(found('X1', inYear({}, { sales: null }))).toEqual(['unknown', null, []]);
  });

  test('the projects add up to the audit', () => {
    expect(found('X4', inYear({ projectRd: ['1999899.99'] }))).toEqual(['unmet', 'block', [2024]]);
    expect(found('X4', inYear({ projectRd: ['1999900'] }))).toEqual(['met', null, []]);
    expect(found('X4', inYear({ projectRd: ['1', null] }))).toEqual(['unknown', null, []]);
    expect(found('X4', inYear({ projectRd: ['1', null], applicationRd: '0' }))).toEqual(['unmet', 'block', [2024]]);
    expect(found('X4', { ...inYear({ projectRd: ['1999899.99'] }), parameters: { tolerance: '100.01' } })[0]).toBe('met');
  });
});

describe('super-deduction base', () => {
  test.each([
    ['2000000.01', ['unmet', 'block', [2024]]],
    ['2000000', ['met', null, []]],
    ['1000000', ['met', null, []]],
    ['999999.99', ['unmet', 'warn', [2024]]],
    [null, ['unknown', null, []]],
  ])('%s: %j', (superDeductionBase, expected) => {
    expect(found('X5', inYear({ superDeductionBase }))).toEqual(expected);
  });

  test('deducting too much in one year hides too little in another', () => {
    expect(found('X5', inYear({ superDeductionBase: '1' }, { superDeductionBase: '3000000' }))).toEqual(['unmet', 'block', [2024]]);
    expect(found('X5', inYear({ superDeductionBase: '1' }, { superDeductionBase: null }))).toEqual(['unmet', 'warn', [2023]]);
  });
});

describe('calibre gaps', () => {
  test.each([
    ['2200000', 'met'],
    ['2200000.01', 'unmet'],
    ['1800000', 'met'],
    ['1799999.99', 'unmet'],
    [null, 'unknown'],
  ])('income statement %s: %s', (incomeStatementRd, status) => {
    expect(found('X6', inYear({ incomeStatementRd }))[0]).toBe(status);
  });

  test('nothing on both sides is no gap', () => {
    expect(found('X6', inYear({ incomeStatementRd: '0', specialAuditRd: '0' }))[0]).toBe('met');
    expect(found('X6', inYear({ incomeStatementRd: '0.01', specialAuditRd: '0' }))[0]).toBe('unmet');
  });

  test('statistics are in thousands, and only of enterprises above scale', () => {
    const off = inYear({ statisticsRdThousand: '2200.00001' });
    expect(found('X7', inYear({ statisticsRdThousand: '2200' }))[0]).toBe('met');
    expect(found('X7', off)).toEqual(['unmet', 'warn', [2024]]);
    expect(found('X7', { ...off, aboveScaleEnterprise: false })).toEqual(['met', null, []]);
    expect(found('X7', { ...off, aboveScaleEnterprise: null })).toEqual(['unknown', null, []]);
    expect(found('X7', { ...inYear({}), aboveScaleEnterprise: null })[0]).toBe('met');
  });
});

describe('income and heads', () => {
  test.each([
    [{ productIncomes: ['34800000.01'] }, 'unmet'],
    [{ productIncomes: [] }, 'met'],
    [{ productIncomes: null }, 'unknown'],
    [{ highTechProductIncome: '34799999.99', productIncomes: [] }, 'unmet'],
    [{ highTechProductIncome: '54600000.01' }, 'unmet'],
    [{ highTechProductIncome: '54600000' }, 'met'],
    [{ nonTaxableIncome: '60000000' }, 'unmet'],
    [{ nonTaxableIncome: '60000000', highTechProductIncome: null }, 'unmet'],
    [{ nonTaxableIncome: null }, 'unknown'],
  ])('%j: %s', (changes, status) => {
    expect(found('X8', { ...inYear({}), ...changes })).toEqual([status, status === 'unmet' ? 'block' : null, []]);
  });

  test.each([
    [{ socialInsuranceCount: 79 }, 'unmet'],
    [{ socialInsuranceCount: 120 }, 'met'],
    [{ socialInsuranceCount: 121 }, 'unmet'],
    [{ scienceStaff: 101 }, 'unmet'],
    [{ scienceStaff: 101, socialInsuranceCount: null }, 'unmet'],
    [{ totalStaff: 0, scienceStaff: 0, socialInsuranceCount: 0 }, 'met'],
    [{ totalStaff: null }, 'unknown'],
  ])('%j: %s', (changes, status) => {
    expect(found('X9', { ...inYear({}), ...changes })).toEqual([status, status === 'unmet' ? 'warn' : null, []]);
  });

  test('an audit amended after the filing asks for new data', () => {
    const amended = (auditAmendedDate: string, auditAmended: boolean | null = true) =>
      found('X10', { auditAmended, auditAmendedDate, taxFilingDate: '2025-05-31' });
    expect(amended('2025-05-31')).toEqual(['met', null, []]);
    expect(amended('2025-06-01')).toEqual(['unmet', 'info', []]);
    expect(amended('2025-06-01', null)).toEqual(['unknown', null, []]);
    expect(amended('2025-06-01', false)).toEqual(['met', null, []]);
  });
});

test('verdict: blocked before unknown before warning; X10 never changes it', () => {
  const warn = inYear({ incomeStatementRd: '1' });
  expect(check.at('verdict', warn)).toBe('WARN');
  expect(check.at('verdict', { ...warn, totalStaff: null })).toBe('UNKNOWN');
  expect(check.at('verdict', { ...warn, totalStaff: null, grossIncome: triple('0', '200') })).toBe('BLOCKED');
  expect(check.at('verdict', { ...inYear({}), auditAmended: null })).toBe('PASS');
  expect(check.at('verdict', { ...inYear({}), auditAmended: true, auditAmendedDate: '2025-06-01', taxFilingDate: '2025-05-31' })).toBe(
    'PASS',
  );
});

test.each([
  [{ years: null }, 'MISSING years'],
  [{ years: [] }, 'CONFLICT years'],
  [{ years: [{ year: 2024 }, { year: 2024 }] }, 'CONFLICT years[1].year'],
  [{ years: [{ year: 2021 }, { year: 2022 }, { year: 2023 }, { year: 2024 }] }, 'CONFLICT years'],
  [{ years: [{ year: 2024, specialAuditRd: '-1' }] }, 'RANGE years[0].specialAuditRd'],
  [{ years: [{ year: 2024, sales: { audit: 1 } }] }, 'TYPE years[0].sales.audit'],
  [{ years: [{ year: 2024, projectRd: ['x'] }] }, 'FORMAT years[0].projectRd[0]'],
])('%j: %s', (changes, problem) => {
  expect(check.problem(changes)).toBe(problem);
});

test('years need not follow each other, only ascend', () => {
  expect(check.problem({ years: [{ year: 2020 }, { year: 2024 }] })).toBe('none');
});
