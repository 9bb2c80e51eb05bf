// Recognition of high-tech enterprises at every limit, in every odd case of growth, and with figures missing.
import { describe, expect, test } from 'vitest';
import { caseOf } from '../case.ts';

const hnte = await caseOf('high-tech-enterprise');

interface Year {
  sales?: string | null;
  rd?: string | null;
  domestic?: string | null;
  assets?: string | null;
  liabilities?: string | null;
}

/** The last fiscal years before 2025, oldest first. */
function years(...list: readonly Year[]) {
  return {
    years: list.map(({ sales = '30000000', rd = '2000000', domestic = '0', assets = '1000', liabilities = '0' }, index) => ({
      year: 2025 - list.length + index,
      sales,
      rdExpense: rd,
      domesticRdExpense: domestic,
      totalAssets: assets,
      totalLiabilities: liabilities,
    })),
  };
}

const right = (more: object = {}) => ({
  ipNo: 'z',
  kind: 'UTILITY_MODEL',
  acquisition: 'SELF_DEVELOPED',
  coreToMainProduct: true,
  granted: true,
  validTo: '2025-06-30',
  usedBefore: false,
  ...more,
});
const rights = (number: number, more: object = {}) => ({
  ipRights: Array.from({ length: number }, (_, index) => right({ ipNo: `z${index}`, ...more })),
});

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

describe('intellectual property', () => {
  const quantity = (changes: object) => hnte.at('score.ip.quantity', { ...changes });

  test.each([
    [0, [0, 0]],
    [1, [1, 2]],
    [2, [1, 2]],
    [3, [3, 4]],
    [4, [3, 4]],
    [5, [5, 6]],
    [50, [5, 6]],
  ])('%i of class II', (number, points) => {
    expect(quantity(rights(number))).toEqual(points);
  });

  test('one of class I outweighs; unknown usability counts for the maximum only; no list spans', () => {
    expect(quantity(rights(1, { kind: 'NEW_DRUG' }))).toEqual([7, 8]);
    expect(quantity({ ipRights: [right(), right({ ipNo: 'y', kind: 'NEW_DRUG', granted: null })] })).toEqual([1, 8]);
    expect(quantity({ ipRights: null })).toEqual([0, 8]);
  });

  test.each([
    [[], [0, 0]],
    [[right()], [1, 6]],
    [[right({ acquisition: 'GIFTED' })], [1, 3]],
    [
      [right({ acquisition: 'GIFTED' }), right({ ipNo: 'y', granted: null })],
      [1, 6],
    ],
    [[right({ acquisition: 'GIFTED', granted: null })], [0, 3]],
    [[right({ acquisition: null })], [0, 6]],
    [[right({ acquisition: 'EXCLUSIVE_LICENCE' })], [0, 0]],
    [null, [0, 6]],
  ])('acquisition of %j: %j', (ipRights, points) => {
    expect(hnte.at('score.ip.acquisition', { ipRights })).toEqual(points);
  });

  test('the part is capped at 30 at both ends', () => {
    const ipAssessment = { advancedLevel: 'HIGH', coreSupport: 'HIGH', standardsParticipation: true };
    expect(hnte.at('score.ip', { ipAssessment })).toMatchObject({ standards: [1, 2], total: [23, 30] });
    expect(hnte.at('score.ip', { ipAssessment: null })).toMatchObject({
      advancedLevel: [0, 8],
      coreSupport: [0, 8],
      standards: [0, 2],
      total: [8, 30],
    });
    expect(hnte.at('score.ip', { ipAssessment: { advancedLevel: 'NONE', coreSupport: 'LOW' } })).toMatchObject({
      advancedLevel: [0, 0],
      coreSupport: [1, 2],
    });
  });
});

describe('conversion of results', () => {
  const results = (number: number, year = 2024) => Array.from({ length: number }, (_, index) => ({ resultId: `R${index}`, year }));

  test.each([
    [15, [25, 30]],
    [14, [19, 24]],
    [12, [19, 24]],
    [11, [13, 18]],
    [9, [13, 18]],
    [6, [7, 12]],
    [3, [1, 6]],
    [2, [0, 0]],
    [0, [0, 0]],
  ])('%i in three years: %j', (number, total) => {
    expect(hnte.at('score.conversion.total', { conversions: results(number) })).toEqual(total);
  });

  test('a result counts once, in the given years only, and the average is over the years operated', () => {
    expect(hnte.at('score.conversion', { conversions: [...results(3), ...results(3, 2023), ...results(1, 2021)] })).toEqual({
      average: '1.000000',
      total: [1, 6],
    });
    expect(hnte.at('score.conversion', { conversions: results(1, 2021) })).toEqual({ average: '0.000000', total: [0, 0] });
    expect(hnte.at('score.conversion', { ...years({}), conversions: results(5) })).toEqual({ average: '5.000000', total: [25, 30] });
    expect(hnte.at('score.conversion', { conversions: null })).toEqual({ average: null, total: [0, 30] });
    expect(hnte.at('score.conversion', { years: null })).toEqual({ average: null, total: [0, 30] });
  });
});

test('management: what is not stated spans', () => {
  expect(hnte.at('score.management', { management: { rdSystem: 6, incentive: 4 } })).toEqual({
    rdSystem: [6, 6],
    rdInstitution: [0, 6],
    incentive: [4, 4],
    training: [0, 4],
    total: [10, 20],
  });
  expect(hnte.at('score.management.total', { management: null })).toEqual([0, 20]);
});

describe('growth of sales', () => {
  const growth = (...sales: readonly (string | null)[]) => {
    const at = (key: string) => hnte.at(`score.growth.${key}`, years(...sales.map((figure) => ({ sales: figure }))));
    return [at('salesGrowthRate'), at('sales')];
  };

  test.each([
    ['HN-5: from nothing', ['0', '500', '625'], '0.250000', [7, 8]],
    ['HN-5: through nothing', ['800', '0', '900'], null, [0, 0]],
    ['HN-5: up and down again', ['1000', '1100', '990'], '0.000000', [0, 0]],
    ['exactly 15 % twice', ['1000', '1150', '1322.5'], '0.150000', [5, 6]],
    ['35 %', ['1000', '1350', '1822.5'], '0.350000', [9, 10]],
    ['just below 35 %', ['1000', '1350', '1822.49'], '0.349996', [7, 8]],
    ['5 %', ['1000', '1050', '1102.5'], '0.050000', [3, 4]],
    ['a little', ['1000', '1000', '1000.01'], '0.000005', [1, 2]],
    ['downwards', ['1000', '900', '800'], '-0.105556', [0, 0]],
    ['to nothing', ['1000', '1000', '0'], '-0.500000', [0, 0]],
    ['a middle year of zero beside an unknown one', [null, '0', null], null, [0, 0]],
    ['an unknown year', ['1000', null, '1300'], null, [0, 10]],
    ['an unknown year after a first of zero', ['0', '500', null], null, [0, 10]],
    ['two years', ['1000', '1250'], '0.250000', [7, 8]],
    ['two years from nothing', ['0', '1250'], null, [0, 0]],
    ['two years, one unknown', ['1000', null], null, [0, 10]],
    ['two years, from nothing to unknown', ['0', null], null, [0, 0]],
    ['one year', ['1000'], null, [0, 0]],
  ])('%s', (_name, sales, rate, points) => {
    expect(growth(...sales)).toEqual([rate, points]);
  });
});

describe('growth of net assets', () => {
  const growth = (...list: readonly (number | null)[]) => {
    const given = years(...list.map((net) => ({ assets: net === null ? null : '1000', liabilities: String(1000 - (net ?? 0)) })));
    const at = (key: string) => hnte.at(`score.growth.${key}`, given);
    return [at('netAssetGrowthRate'), at('netAssets'), at('manualReview')];
  };

  test.each([
    ['growing losses are no growth', [-100, -200, -400], null, [0, 0], true],
    ['a negative first year beside an unknown one', [-100, null, 200], null, [0, 0], true],
    ['a negative second year of zero first', [0, -1, 200], null, [0, 0], true],
    ['a negative first year before a zero', [-100, 0, 200], null, [0, 0], true],
    ['a negative last year follows the formula', [100, 100, -100], '-1.000000', [0, 0], false],
    ['unknown', [100, null, 100], null, [0, 10], false],
    ['two years from a loss', [-100, 100], null, [0, 0], true],
    ['two years to a loss', [100, -100], '-2.000000', [0, 0], false],
    ['one year', [100], null, [0, 0], true],
  ] as const)('%s', (_name, list, rate, points, manualReview) => {
    expect(growth(...list)).toEqual([rate, points, manualReview]);
  });

  test('years not given at all span', () => {
    expect(hnte.at('score.growth', { years: null })).toEqual({
      netAssetGrowthRate: null,
      netAssets: [0, 10],
      salesGrowthRate: null,
      sales: [0, 10],
      manualReview: false,
      total: [0, 20],
    });
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
