// Points for innovation: property, conversion, management, growth of sales and of net assets, with figures missing.
import { describe, expect, test } from 'vitest';
import { hnte, right, rights, years } from './specimen-enterprise.ts';

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
