// Recusal and rotation: units, kinship by generations, cooperation by date, naming with a reason, years in a row.
import { describe, expect, test } from 'vitest';
import { caseOf } from './case.ts';

const recusal = await caseOf('expert-recusal');

const someone = {
  expertId: 'E1',
  currentUnits: ['U9'],
  formerUnits: [],
  sameBatchApplicant: false,
  economicInterest: false,
  dishonestyListed: false,
  panelsThisYear: 0,
  categoryYears: [],
};
/** The example without any conflict, with parts of the expert, the application and the rest replaced. */
const given = (expert: object = {}, application: object = {}, more: object = {}) => ({
  expert: { ...someone, ...expert },
  application: { units: ['U1', 'U2'], excludedExperts: [], ...application },
  relations: [],
  ...more,
});
const finding = (ruleId: string, ...changes: Parameters<typeof given>) =>
  (recusal.run(given(...changes)).findings as { ruleId: string; status: string }[]).find((item) => item.ruleId === ruleId)?.status;
const verdict = (...changes: Parameters<typeof given>) => recusal.run(given(...changes)).verdict;

test('an expert without any tie is eligible', () => {
  expect(verdict()).toBe('ELIGIBLE');
});

describe('units', () => {
  const left = (leftOn: string | null, parameters: object = {}) =>
    finding('RC-1', { formerUnits: [{ uscc: 'U1', leftOn }] }, {}, { parameters });

  test('a present unit, and a former one left exactly two years ago', () => {
    expect(finding('RC-1', { currentUnits: ['U0', 'U2'] })).toBe('unmet');
    expect(left('2023-05-10')).toBe('unmet');
    expect(left('2023-05-09')).toBe('met');
    expect(left('2023-05-09', { formerUnitYears: 3 })).toBe('unmet');
    expect(left(null)).toBe('unknown');
    expect(finding('RC-1', { formerUnits: [{ uscc: 'U8', leftOn: null }] })).toBe('met');
  });

  test('29 February counts from the last day of a shorter month', () => {
    const leap = (leftOn: string) => finding('RC-1', { formerUnits: [{ uscc: 'U1', leftOn }] }, {}, { reviewDate: '2024-02-29' });
    expect(leap('2022-02-28')).toBe('unmet');
    expect(leap('2022-02-27')).toBe('met');
  });

  test('lists not known', () => {
    expect(finding('RC-1', { currentUnits: null })).toBe('unknown');
    expect(finding('RC-1', { formerUnits: null })).toBe('unknown');
    expect(finding('RC-1', {}, { units: null })).toBe('unknown');
    expect(finding('RC-1', { currentUnits: [] }, { units: null })).toBe('met');
    expect(finding('RC-1', { currentUnits: ['U1'], formerUnits: null })).toBe('unmet');
    expect(finding('RC-1', { currentUnits: [], formerUnits: [{ uscc: 'U1', leftOn: '2001-01-01' }] }, { units: null })).toBe('met');
  });
});

describe('relations', () => {
  const related = (ruleId: string, relation: object, parameters: object = {}) =>
    finding(ruleId, {}, {}, { relations: [relation], parameters });

  test.each([
    ['RC-2', 'SHAREHOLDER'],
    ['RC-2', 'CONSULTANT'],
    ['RC-3', 'SPOUSE'],
    ['RC-3', 'DIRECT_RELATIVE'],
    ['RC-3', 'CLOSE_IN_LAW'],
    ['RC-4', 'TEACHER_STUDENT'],
  ])('%s by %s', (ruleId, kind) => {
    expect(related(ruleId, { kind })).toBe('unmet');
    const others = ['RC-1', 'RC-2', 'RC-3', 'RC-4', 'RC-5'].filter((id) => id !== ruleId);
    expect(others.map((id) => related(id, { kind }))).toEqual(others.map(() => 'met'));
  });

  test('collateral relatives up to the third generation', () => {
    const collateral = (generations: number | null) => related('RC-3', { kind: 'COLLATERAL_RELATIVE', generations });
    expect([collateral(3), collateral(4), collateral(null)]).toEqual(['unmet', 'met', 'unknown']);
    expect(related('RC-3', { kind: 'COLLATERAL_RELATIVE', generations: 4 }, { collateralGenerations: 4 })).toBe('unmet');
  });

  test.each(['CO_AUTHOR', 'CO_PROJECT', 'CO_PATENT'])('%s within three years', (kind) => {
    const on = (date: string | null) => related('RC-5', { kind, date });
    expect([on('2022-05-10'), on('2022-05-09'), on('2026-01-01'), on(null)]).toEqual(['unmet', 'met', 'unmet', 'unknown']);
  });

  test('relations not known leave four grounds open', () => {
    const open = ['RC-2', 'RC-3', 'RC-4', 'RC-5'].map((id) => finding(id, {}, {}, { relations: null }));
    expect(open).toEqual(['unknown', 'unknown', 'unknown', 'unknown']);
    expect(verdict({}, {}, { relations: null })).toBe('DECLARE');
  });
});

describe('the expert and the applicant', () => {
  test.each([
    ['RC-6', 'sameBatchApplicant'],
    ['RC-8', 'economicInterest'],
    ['RC-9', 'dishonestyListed'],
  ])('%s: %s', (ruleId, name) => {
    expect([true, false, null].map((flag) => finding(ruleId, { [name]: flag }))).toEqual(['unmet', 'met', 'unknown']);
  });

  test('naming has effect only with a reason', () => {
    const named = (reason: string | null, expertId = 'E1') => finding('RC-7', {}, { excludedExperts: [{ expertId, reason }] });
    expect(named('学术竞争')).toBe('unmet');
    expect([named(''), named(' \u3000'), named(null), named('学术竞争', 'E2')]).toEqual(['met', 'met', 'met', 'met']);
    expect(finding('RC-7', {}, { excludedExperts: null })).toBe('unknown');
  });
});

describe('rotation', () => {
  test('four panels a year, this one included', () => {
    const panels = (panelsThisYear: number | null, parameters: object = {}) => finding('RO-1', { panelsThisYear }, {}, { parameters });
    expect([panels(3), panels(4), panels(null)]).toEqual(['met', 'unmet', 'unknown']);
    expect(panels(4, { panelsPerYear: 5 })).toBe('met');
  });

  test('two years in a row, this one included; a gap starts anew', () => {
    const years = (categoryYears: number[] | null, parameters: object = {}) => finding('RO-2', { categoryYears }, {}, { parameters });
    expect([years([2024]), years([2023, 2024]), years([2023, 2022]), years([2025]), years([2024, 2024]), years(null)]).toEqual([
      'met',
      'unmet',
      'met',
      'met',
      'met',
      'unknown',
    ]);
    expect(years([2022, 2023, 2024], { consecutiveYears: 4 })).toBe('met');
  });
});

test('recusal goes before rotation, rotation before what is not known', () => {
  expect(verdict({ panelsThisYear: 9, economicInterest: true, categoryYears: null })).toBe('RECUSE');
  expect(verdict({ panelsThisYear: 9, economicInterest: null })).toBe('ROTATE');
  expect(verdict({ categoryYears: null })).toBe('DECLARE');
});

const four = ['a', 'b', 'c', 'd'].map((expertId) => ({ expertId, reason: '有' }));

test.each([
  [{ reviewDate: null }, 'MISSING reviewDate'],
  [{ reviewDate: '2025-02-29' }, 'FORMAT reviewDate'],
  [{ expert: null }, 'MISSING expert'],
  [given({ expertId: null }), 'MISSING expert.expertId'],
  [given({ categoryYears: [1948] }), 'RANGE expert.categoryYears[0]'],
  [given({ currentUnits: [null] }), 'TYPE expert.currentUnits[0]'],
  [given({ currentUnits: [''] }), 'FORMAT expert.currentUnits[0]'],
  [given({ formerUnits: [{ leftOn: '2020-01-01' }] }), 'MISSING expert.formerUnits[0].uscc'],
  [given({}, { excludedExperts: four }), 'RANGE application.excludedExperts'],
  [given({}, { excludedExperts: [{ expertId: 'a', reason: 1 }] }), 'TYPE application.excludedExperts[0].reason'],
  [given({}, {}, { relations: [{ kind: 'FRIEND' }] }), 'VALUE relations[0].kind'],
  [given({}, {}, { relations: [{ kind: 'COLLATERAL_RELATIVE', generations: 0 }] }), 'RANGE relations[0].generations'],
  [{ application: null }, 'MISSING application'],
])('%#: %s', (changes, problem) => {
  expect(recusal.problem(changes)).toBe(problem);
});
