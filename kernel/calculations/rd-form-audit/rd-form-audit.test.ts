// Audit of the R&D forms: every rule met, unmet and unknown, who offends, what an explanation changes.
import { describe, expect, test } from 'vitest';
import { caseOf } from '../case.ts';
import example from '../examples/rd-form-audit.json';
import type { Finding } from '../frame/index.ts';

const audit = await caseOf('rd-form-audit');
const given = example[0]?.in;
const clean = { explanations: { A13: '  固定资产投入尚未分摊到项目  ' } };

/** The example's only project, changed; several make several rows. */
const rows = (...changes: readonly object[]) => ({ form1071: changes.map((change) => ({ ...given?.form1071[0], ...change })) });
const form = (changes: object) => ({ form1072: { ...given?.form1072, ...changes } });

interface AuditFinding extends Finding {
  level: string | null;
  subjects: string[];
  explained?: boolean;
}

function found(ruleId: string, changes: object): AuditFinding | undefined {
  return (audit.at('findings', { ...changes }) as AuditFinding[]).find((finding) => finding.ruleId === ruleId);
}

const status = (ruleId: string, changes: object) => found(ruleId, changes)?.status;
/** `status level subjects`. */
const full = (ruleId: string, changes: object) => {
  const finding = found(ruleId, changes);
  return [finding?.status, finding?.level, finding?.subjects.join(' ')].filter(Boolean).join(' ');
};

describe('project rows', () => {
  test.each([
    ['高效电机控制', 'met'],
    ['高效电机控', 'met'],
    ['高效电机', 'unmet'],
    ['㐀䶿一鿿电', 'met'],
    ['LED芯片外延技术2', 'met'],
    ['高效电机 控制', 'unmet'],
    ['高效电机（控制）', 'unmet'],
    ['高效电机控制+', 'unmet'],
    ['高效电机控制\u200b', 'unmet'],
    ['高效电机、控制', 'unmet'],
  ])('A01 %s: %s', (projectName, expected) => {
    expect(status('A01', rows({ projectName }))).toBe(expected);
  });

  test('A01 names the offenders once', () => {
    expect(full('A01', rows({}, {}, { projectName: '短' }))).toBe('unmet hard 高效电机控制算法研究 短');
  });

  test.each([
    [{ startMonth: '202412', endMonth: null, stage: 1 }, 'met'],
    [{ startMonth: '202501', endMonth: null }, 'unmet'],
    [{ startMonth: '202301', endMonth: '202401' }, 'met'],
    [{ startMonth: '202301', endMonth: '202312' }, 'unmet'],
    [{ startMonth: '202406', endMonth: '202405' }, 'unmet'],
    [{ startMonth: null, endMonth: null }, 'unknown'],
    [{ startMonth: null, endMonth: '202312' }, 'unmet'],
    [{ startMonth: null, endMonth: '202412' }, 'unknown'],
  ])('A02 %j: %s', (change, expected) => {
    expect(status('A02', rows(change))).toBe(expected);
  });

  test.each([
    [{ startMonth: '202401', endMonth: '202412', stage: null }, 'met'],
    [{ startMonth: '202401', endMonth: '202412', stage: 1 }, 'unmet'],
    [{ startMonth: '202312', endMonth: '202412', stage: null }, 'unmet'],
    [{ startMonth: '202401', endMonth: '202501', stage: null }, 'unmet'],
    [{ startMonth: '202312', endMonth: null, stage: 3 }, 'met'],
    [{ startMonth: '202401', endMonth: null, stage: 3 }, 'unknown'],
    [{ startMonth: '202401', endMonth: null, stage: null }, 'unknown'],
    [{ startMonth: null, endMonth: '202501', stage: 3 }, 'met'],
    [{ startMonth: null, endMonth: '202412', stage: 3 }, 'unknown'],
  ])('A03 %j: %s', (change, expected) => {
    expect(status('A03', rows(change))).toBe(expected);
  });

  test.each([
    ['A04', { startMonth: '202001', endMonth: '202501' }, 'met'],
    ['A04', { startMonth: '202001', endMonth: '202502' }, 'unmet soft 高效电机控制算法研究'],
    ['A04', { startMonth: null, endMonth: null }, 'met'],
    ['A04', { startMonth: null }, 'unknown'],
    ['A05', { people: 0 }, 'unmet hard 高效电机控制算法研究'],
    ['A05', { people: 0, expense: null }, 'unmet hard 高效电机控制算法研究'],
    ['A05', { expense: null }, 'unknown'],
    ['A06', { personMonths: '72' }, 'met'],
    ['A06', { personMonths: '72.1' }, 'unmet hard 高效电机控制算法研究'],
    ['A06', { people: null }, 'unknown'],
    ['A08', { governmentFund: '2100.01' }, 'unmet hard 高效电机控制算法研究'],
    ['A08', { governmentFund: null }, 'unknown'],
    ['A09', { resultForm: 'NEW_PRODUCT', objective: 9 }, 'unmet soft 高效电机控制算法研究'],
    ['A09', { resultForm: null, objective: 9 }, 'unknown'],
    ['A09', { resultForm: null, objective: 8 }, 'met'],
  ])('%s %j: %s', (ruleId, change, expected) => {
    expect(full(ruleId, rows(change))).toBe(expected);
  });

  test('A07 one person works twelve months at most', () => {
    const roster = (...list: readonly (readonly [string, string | null])[]) => ({
      roster: list.map(([personId, months]) => ({ personId, months })),
    });
    expect(full('A07', roster(['P1', '9'], ['P2', '12'], ['P1', '12']))).toBe('unmet hard P1');
    expect(full('A07', roster(['P1', '9'], ['P1', '3']))).toBe('met');
    expect(full('A07', roster(['P1', '9'], ['P1', null]))).toBe('unknown');
    expect(full('A07', { roster: null })).toBe('unknown');
  });

  test('A26 the same name in another firm', () => {
    expect(full('A26', { otherFirmProjectNames: ['高效电机控制算法研究'] })).toBe('unmet soft 高效电机控制算法研究');
    expect(full('A26', { otherFirmProjectNames: null })).toBe('unknown');
    expect(full('A26', { otherFirmProjectNames: null, form1071: [] })).toBe('met');
  });

  test('a form that is absent leaves its rules open', () => {
    for (const ruleId of ['A01', 'A02', 'A03', 'A04', 'A05', 'A06', 'A08', 'A09', 'A13', 'A14', 'A16', 'A26'])
      expect(status(ruleId, { form1071: null })).toBe('unknown');
    for (const ruleId of 'A11 A12 A13 A14 A15 A16 A17 A18 A19 A20 A21 A22 A23 A24 A25'.split(' '))
      expect(status(ruleId, { form1072: null })).toBe('unknown');
    expect(audit.at('fullTimeEquivalent', { form1071: null })).toBeNull();
    expect(audit.at('fullTimeEquivalent', { form1071: [] })).toBe('0.000000');
  });
});

describe('form 107-2', () => {
  test.each([
    ['A11', form({ otherCost: '101' }), 'unmet hard'],
    ['A11', form({ otherCost: null }), 'unknown'],
    ['A12', form({ femalePersonnel: 11, rdInstruments: '300.01', bodyStaff: 11, rdBodies: 0 }), 'unmet hard instruments female bodyStaff'],
    ['A12', form({ femalePersonnel: 11, externalPersonnel: null }), 'unmet hard female'],
    ['A12', form({ externalPersonnel: null }), 'unknown'],
    ['A12', form({ bodyDoctors: 1, bodyMasters: 1, bodyStaff: 1 }), 'unmet hard degrees'],
    ['A12', form({ outsourcedForeign: '0.01' }), 'unmet hard outsourced'],
    [
      'A12',
      form({ inventionApplications: 4, implementedInventions: 3, newProductExports: '20001' }),
      'unmet hard inventions implemented exports',
    ],
    ['A12', form({ managementPersonnel: 11, fullTimePersonnel: 11, bachelorPersonnel: 11 }), 'unmet hard management fullTime bachelor'],
    ['A13', rows({ expense: '2240' }), 'met'],
    ['A13', rows({ expense: '2239.99' }), 'unmet soft'],
    ['A13', rows({ expense: '2800.01' }), 'unmet hard'],
    ['A13', rows({ expense: '2239.99' }, { expense: null }), 'unknown'],
    ['A13', { ...rows({ expense: '2239.99' }), parameters: { projectGap: '0.21' } }, 'met'],
    ['A14', rows({ governmentFund: '200.01' }), 'unmet soft'],
    ['A15', { form1071: [] }, 'unmet hard'],
    ['A15', { form1071: [], ...form({ rdPersonnel: 0, rdExpenseTotal: '0' }) }, 'met'],
    ['A15', { form1071: null, ...form({ rdPersonnel: 0 }) }, 'unmet hard'],
    ['A15', { form1071: null }, 'unknown'],
    ['A16', { ...rows({ personMonths: '120' }), ...form({}) }, 'met'],
    ['A16', rows({ personMonths: '120.01' }), 'unmet hard'],
    ['A17', form({ personnelCost: '200' }), 'met'],
    ['A17', form({ personnelCost: '199.99' }), 'unmet soft'],
    ['A17', form({ personnelCost: '6000.01' }), 'unmet soft'],
    ['A17', form({ personnelCost: null, rdPersonnel: 0 }), 'met'],
    ['A17', form({ personnelCost: null }), 'unknown'],
    ['A18', { revenue: '2499.99' }, 'unmet hard'],
    ['A18', { revenue: '8333.33' }, 'unmet soft'],
    ['A18', { revenue: '8333.34' }, 'met'],
    ['A18', { revenue: null }, 'unknown'],
    ['A19', { averageEmployees: 9 }, 'unmet hard'],
    ['A19', { averageEmployees: 19 }, 'unmet soft'],
    ['A19', { averageEmployees: 20 }, 'met'],
    ['A19', { averageEmployees: 19, serviceIndustry: true }, 'met'],
    ['A19', { averageEmployees: 9, serviceIndustry: true }, 'unmet hard'],
    ['A19', { serviceIndustry: null }, 'unknown'],
    ['A20', { previous: { rdExpenseTotal: '1250', rdPersonnel: 20 } }, 'met'],
    ['A20', { previous: { rdExpenseTotal: '1249.99', rdPersonnel: 21 } }, 'unmet soft rdExpenseTotal rdPersonnel'],
    ['A20', { previous: { rdExpenseTotal: '5000', rdPersonnel: 6 } }, 'unmet soft rdPersonnel'],
    ['A20', { previous: { rdExpenseTotal: '5000.01', rdPersonnel: 7 } }, 'unmet soft rdExpenseTotal'],
    ['A20', { previous: { rdExpenseTotal: '5000' } }, 'unknown'],
    ['A20', { previous: null }, 'unknown'],
    ['A21', { revenue: '19999' }, 'unmet hard'],
    ['A22', form({ superDeductionSpend: '2625' }), 'met'],
    ['A22', form({ superDeductionSpend: '2625.01' }), 'unmet soft'],
    ['A23', form({ rdBodies: 1, bodyStaff: 5 }), 'unmet hard bodyExpense bodyInstruments'],
    ['A23', form({ rdBodies: 1, bodyStaff: 5, bodyExpense: null, bodyInstruments: '0' }), 'unmet hard bodyInstruments'],
    ['A23', form({ rdBodies: 1, bodyStaff: 5, bodyExpense: '1', bodyInstruments: '1' }), 'met'],
    ['A23', form({ rdBodies: null }), 'unknown'],
    ['A23', form({ rdBodies: 0, bodyStaff: null }), 'met'],
    ['A25', form({ rdExpenseTotal: '0' }), 'unmet soft'],
    ['A25', { ...form({ rdExpenseTotal: '0' }), superDeductionClaimed: false, poolMember: null }, 'unknown'],
    ['A25', { ...form({ rdExpenseTotal: '0' }), superDeductionClaimed: false, poolMember: false }, 'met'],
    ['A25', { superDeductionClaimed: null, poolMember: null }, 'met'],
  ])('%s %#: %s', (ruleId, changes, expected) => {
    expect(full(ruleId, changes)).toBe(expected);
  });

  describe('A24 figures that look invented', () => {
    const zeros = {
      rdExpenseTotal: '0',
      personnelCost: '0',
      directInput: '0',
      depreciation: '0',
      intangibleAmortisation: '0',
      designCost: '0',
      trialCost: '0',
      outsourcedTotal: '0',
      otherCost: '0',
      rdFixedAssets: '0',
    };
    const four = { rdExpenseTotal: '4000', personnelCost: '1000', directInput: '2000', depreciation: '1000.0' };
    const five = { ...four, rdFixedAssets: '5000' };
    const odd = { ...five, depreciation: '1001' };

    test.each([
      [form({ ...zeros, ...five }), 'unmet'],
      [form({ ...zeros, ...four }), 'met'],
      [form({ ...zeros, ...four, rdFixedAssets: null }), 'met'],
      [{ ...form({ ...zeros, ...odd }), previous: odd }, 'unmet'],
      [{ ...form({ ...zeros, ...odd }), previous: { ...odd, rdFixedAssets: '1' } }, 'met'],
      [{ ...form({ ...zeros, ...odd }), previous: { ...odd, rdFixedAssets: null } }, 'unknown'],
      [{ ...form({ ...zeros, ...odd }), previous: { personnelCost: '1' } }, 'met'],
      [{ ...form({ ...zeros, ...odd }), previous: null }, 'unknown'],
      [{ ...form({ ...zeros, ...five }), previous: null }, 'unmet'],
    ])('%#: %s', (changes, expected) => {
      expect(status('A24', changes)).toBe(expected);
    });
  });
});

describe('verdict', () => {
  test('an explanation of ten characters accepts, one of nine does not', () => {
    expect(audit.at('verdict', clean)).toBe('ACCEPT');
    expect(found('A13', clean)).toMatchObject({ level: 'soft', explained: true, subjects: [] });
    expect(audit.at('verdict', { explanations: { A13: ' 一二三四五六七八九 ' } })).toBe('EXPLAIN');
    expect(audit.at('verdict', { explanations: { A13: '𠀀𠀁𠀂𠀃𠀄𠀅𠀆𠀇𠀈' } })).toBe('EXPLAIN');
    expect(audit.at('verdict', { explanations: { A13: '一二三四五六七八九十' } })).toBe('ACCEPT');
  });

  test('only an unmet soft rule says whether it is explained', () => {
    expect(found('A01', {})).not.toHaveProperty('explained');
    expect(found('A13', rows({ expense: '2800.01' }))).not.toHaveProperty('explained');
    expect(found('A13', {})).toMatchObject({ explained: false });
  });

  test('rejected before unknown before explained; doubt in other rules does not matter', () => {
    expect(audit.at('verdict', { ...rows({ people: 0 }), revenue: null })).toBe('REJECT');
    expect(audit.at('verdict', { revenue: null })).toBe('UNKNOWN');
    expect(audit.at('verdict', { ...clean, roster: null, previous: null, otherFirmProjectNames: null })).toBe('ACCEPT');
  });
});

test.each([
  [{ statYear: 1989 }, 'RANGE statYear'],
  [rows({ projectName: '' }), 'FORMAT form1071[0].projectName'],
  [rows({ objective: 10 }), 'RANGE form1071[0].objective'],
  [rows({ startMonth: '2024-03' }), 'FORMAT form1071[0].startMonth'],
  [rows({ startMonth: 202403 }), 'TYPE form1071[0].startMonth'],
  [form({ rdExpenseTotal: 2500 }), 'TYPE form1072.rdExpenseTotal'],
  [form({ rdBodies: '1' }), 'TYPE form1072.rdBodies'],
  [{ roster: [{ months: '1' }] }, 'MISSING roster[0].personId'],
  [{ explanations: { A13: 1 } }, 'TYPE explanations.A13'],
  [{ parameters: { expenseRise: '-1' } }, 'RANGE parameters.expenseRise'],
])('%#: %s', (changes, problem) => {
  expect(audit.problem(changes)).toBe(problem);
});
