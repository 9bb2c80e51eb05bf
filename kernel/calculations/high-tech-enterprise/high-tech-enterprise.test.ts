// Recognition of high-tech enterprises: every condition at its limit, and the verdict.
import { describe, expect, test } from 'vitest';
import { hnte, right, rights, years } from './specimen-enterprise.ts';

describe('conditions', () => {
  test.each([
    ['2024-06-30', 'met 365'],
    ['2024-07-01', 'unmet 364'],
    ['2025-07-01', 'unmet -1'],
    [null, 'unknown'],
  ])('registered %s: %s', (registeredDate, found) => {
    expect(hnte.finding('B1-1', { registeredDate })).toBe(found);
  });

  test('a usable right must be core to the main product', () => {
    expect(hnte.finding('B1-2', { ipRights: [] })).toBe('unmet');
    expect(hnte.finding('B1-2', { ipRights: null })).toBe('unknown');
    expect(hnte.finding('B1-2', rights(1))).toBe('met');
    expect(hnte.finding('B1-2', rights(1, { coreToMainProduct: null }))).toBe('unknown');
    expect(hnte.finding('B1-2', { ipRights: [right({ coreToMainProduct: null }), right({ ipNo: 'y' })] })).toBe('met');
  });

  test.each([
    [{ validTo: '2025-06-29' }, 'unmet'],
    [{ granted: false }, 'unmet'],
    [{ granted: null }, 'unknown'],
    [{ usedBefore: true }, 'unmet'],
    [{ usedBefore: null }, 'unknown'],
    [{ usedBefore: true, kind: 'INVENTION_PATENT' }, 'met'],
    [{ usedBefore: null, kind: 'NATIONAL_DEFENCE_PATENT' }, 'met'],
    [{ kind: 'TRADEMARK' }, 'unmet'],
    [{ kind: 'TRADEMARK', acquisition: null }, 'unmet'],
    [{ acquisition: 'EXCLUSIVE_LICENCE' }, 'unmet'],
    [{ acquisition: 'ACQUIRED' }, 'met'],
    [{ acquisition: null }, 'unknown'],
    [{ acquisition: null, granted: false }, 'unmet'],
  ])('a right with %j: %s', (more, status) => {
    expect(hnte.finding('B1-2', rights(1, more))).toBe(status);
  });

  test.each([
    ['8.1.2', 'met 8.1.2'],
    ['9.1.2', 'unmet 9.1.2'],
    ['0.1.1', 'unmet 0.1.1'],
    ['10.1.1', 'unmet 10.1.1'],
    [null, 'unknown'],
  ])('field %s: %s', (technicalField, found) => {
    expect(hnte.finding('B1-3', { technicalField })).toBe(found);
  });

  test('a tenth of the average staff', () => {
    const months = (...list: readonly (readonly [number | null, number | null])[]) => ({
      staffMonths: list.map(([opening, closing]) => ({ opening, closing })),
    });
    expect(hnte.finding('B1-4', { ...months([100, 101], [101, 102]), scienceStaff: 10 })).toBe('unmet 0.099010');
    expect(hnte.finding('B1-4', { ...months([99, 101], [99, 101]), scienceStaff: 10 })).toBe('met 0.100000');
    expect(hnte.finding('B1-4', { ...months([0, 0]), scienceStaff: null })).toBe('unmet');
    expect(hnte.finding('B1-4', { ...months([100, null]) })).toBe('unknown');
    expect(hnte.finding('B1-4', { staffMonths: null })).toBe('unknown');
  });

  test.each([
    [
      'HN-1',
      [
        { sales: '35000000', rd: '0' },
        { sales: '50000000', rd: '0' },
        { sales: '50000000', rd: '6750000' },
      ],
      'met 0.050000',
    ],
    [
      'HN-1, a hundred yuan less',
      [
        { sales: '35000000', rd: '0' },
        { sales: '50000000', rd: '0' },
        { sales: '50000000', rd: '6749900' },
      ],
      'unmet 0.049999',
    ],
    [
      'HN-2',
      [
        { sales: '35000000', rd: '0' },
        { sales: '50000000', rd: '0' },
        { sales: '50000100', rd: '5400100' },
      ],
      'met 0.040001',
    ],
    ['200 million exactly', [{ sales: '200000000', rd: '7999999.99' }], 'unmet 0.040000'],
    ['above 200 million', [{ sales: '200000000.01', rd: '6000000.01' }], 'met 0.030000'],
    ['no sales at all', [{ sales: '0', rd: '5' }], 'unmet'],
    ['a year without R&D stated', [{ rd: null, domestic: null }, {}], 'unknown'],
    ['no sales and R&D not stated', [{ sales: '0', rd: null, domestic: null }], 'unknown'],
  ] as const)('R&D share of sales: %s', (_name, list, found) => {
    expect(hnte.finding('B1-5a', years(...list))).toBe(found);
  });

  test('R&D at home: 60 %, and no R&D at all is unmet', () => {
    expect(hnte.finding('B1-5b', years({ rd: '100', domestic: '60' }))).toBe('met 0.600000');
    expect(hnte.finding('B1-5b', years({ rd: '100', domestic: '59.99' }))).toBe('unmet 0.599900');
    expect(hnte.finding('B1-5b', years({ rd: '0', domestic: '0' }))).toBe('unmet');
    expect(hnte.finding('B1-5b', years({ rd: '0', domestic: null }))).toBe('unmet');
    expect(hnte.finding('B1-5b', years({ domestic: null }))).toBe('unknown');
  });

  test('HN-3: high-tech income over total income', () => {
    expect(hnte.finding('B1-6', { highTechProductIncome: '34799999.99' })).toBe('unmet 0.600000');
    expect(hnte.finding('B1-6', { nonTaxableIncome: '60000000' })).toBe('unmet');
    expect(hnte.finding('B1-6', { nonTaxableIncome: '70000000', highTechProductIncome: null })).toBe('unmet');
    expect(hnte.finding('B1-6', { nonTaxableIncome: null })).toBe('unknown');
  });

  test.each([
    ['2024-06-30', 'unmet'],
    ['2024-06-29', 'met'],
    ['2025-06-30', 'unmet'],
    ['2025-07-01', 'met'],
    [null, 'unknown'],
  ])('a violation on %s: %s', (date, found) => {
    expect(hnte.finding('B1-8', { violations: [{ kind: 'MAJOR_SAFETY_ACCIDENT', date }] })).toBe(found);
  });

  test('a violation of unknown date beside one of the last year is still unmet; no list is unknown', () => {
    const kind = 'MAJOR_QUALITY_ACCIDENT';
    expect(hnte.finding('B1-8', { violations: [{ kind }, { kind, date: '2025-01-01' }] })).toBe('unmet');
    expect(hnte.finding('B1-8', { violations: null })).toBe('unknown');
  });
});

describe('verdicts', () => {
  test('the score must be above the pass mark, not at it', () => {
    expect(hnte.run({ parameters: { passScore: 70 } })).toMatchObject({ scoreVerdict: 'PASS', verdict: 'PASS' });
    expect(hnte.run({ parameters: { passScore: 71 } })).toMatchObject({ scoreVerdict: 'BORDERLINE', verdict: 'BORDERLINE' });
    expect(hnte.run({ parameters: { passScore: 85 } })).toMatchObject({ scoreVerdict: 'BORDERLINE' });
    expect(hnte.run({ parameters: { passScore: 86 } })).toMatchObject({ scoreVerdict: 'FAIL', verdict: 'FAIL', rejectionCodes: ['R08'] });
  });

  test('something missing makes a borderline score unknown, but no clear one', () => {
    const conversions = [{ resultId: 'a', year: 2024 }];
    expect(hnte.run({ conversions }).scoreVerdict).toBe('FAIL');
    expect(hnte.run({ conversions: null })).toMatchObject({ scoreVerdict: 'UNKNOWN', verdict: 'UNKNOWN' });
    expect(hnte.run({ management: { rdSystem: 6, rdInstitution: 6, incentive: 4 } }).scoreVerdict).toBe('PASS');
    expect(hnte.run({ registeredDate: null })).toMatchObject({ scoreVerdict: 'PASS', verdict: 'UNKNOWN' });
    expect(hnte.run({ registeredDate: null, scienceStaff: 1 })).toMatchObject({ verdict: 'FAIL', rejectionCodes: ['R05'] });
  });

  test('a right that cannot be judged makes a borderline score unknown', () => {
    const given = { ...rights(3), parameters: { passScore: 71 } };
    expect(hnte.run(given).scoreVerdict).toBe('BORDERLINE');
    expect(hnte.run({ ...given, ipRights: [...given.ipRights, right({ ipNo: 'q', granted: null })] }).scoreVerdict).toBe('UNKNOWN');
  });

  test('reasons for rejection are sorted', () => {
    const nothing = { registeredDate: '2025-01-01', technicalField: '9.9.9', scienceStaff: 0, ipRights: [], highTechProductIncome: '0' };
    const given = {
      ...nothing,
      ...years({ rd: '1', domestic: '0' }),
      violations: [{ kind: 'MAJOR_SAFETY_ACCIDENT', date: '2025-01-01' }],
      management: null,
      ipAssessment: null,
      conversions: [],
    };
    expect(hnte.at('rejectionCodes', given)).toEqual(['R01', 'R04', 'R05', 'R06', 'R07', 'R08', 'R10', 'R11', 'R13']);
  });
});

test.each([
  [{ technicalField: '8.1' }, 'FORMAT technicalField'],
  [{ technicalField: '8.1.2.3' }, 'FORMAT technicalField'],
  [{ staffMonths: [] }, 'RANGE staffMonths'],
  [{ staffMonths: Array.from({ length: 13 }, () => ({})) }, 'RANGE staffMonths'],
  [{ years: [] }, 'CONFLICT years'],
  [{ years: [{ year: 2023 }] }, 'CONFLICT years[0].year'],
  [{ years: [{ year: 2024 }, { year: 2023 }] }, 'CONFLICT years[0].year'],
  [{ years: [{ year: 2021 }, { year: 2022 }, { year: 2023 }, { year: 2024 }] }, 'CONFLICT years'],
  [{ years: [{ year: 2024, rdExpense: '1', domesticRdExpense: '2' }] }, 'CONFLICT years[0].domesticRdExpense'],
  [{ years: [{ year: 3000 }] }, 'RANGE years[0].year'],
  [{ management: { incentive: 5 } }, 'RANGE management.incentive'],
  [{ conversions: [{ resultId: 'a' }] }, 'MISSING conversions[0].year'],
  [{ violations: [{ date: '2025-01-01' }] }, 'MISSING violations[0].kind'],
  [{ ipAssessment: { coreSupport: 'MEDIUM' } }, 'VALUE ipAssessment.coreSupport'],
])('%j: %s', (changes, problem) => {
  expect(hnte.problem(changes)).toBe(problem);
});
