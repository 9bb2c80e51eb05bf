// Technology contracts: conditions of each type, deductions, declared amounts, and what a city sells and buys.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { caseOf } from '../case.ts';

const technology = await caseOf('technology-contract');

const flags = {
  quantifiedTarget: true,
  subjectMastered: false,
  realInnovation: true,
  acceptanceStandard: true,
  completeAndPractical: true,
  ownershipAgreed: true,
  specificProject: true,
  managementConsulting: false,
  specificProblem: true,
  technicalDifficulty: true,
  routineActivity: false,
  writtenContract: true,
  inForce: true,
};
const contract = (changes: object = {}) => ({
  contractId: 'c',
  status: 'REGISTERED',
  type: 'KF',
  signDate: '2025-01-10',
  dealAmount: '1000000',
  sellerRegion: '360102',
  buyerRegion: '360121',
  deductions: [],
  benefitsRequested: false,
  ...flags,
  ...changes,
});
const alone = (changes: object, parameters: object = {}) => ({ contracts: [contract(changes)], parameters });
const first = (key: string, changes: object, parameters: object = {}) => technology.at(`contracts.0.${key}`, alone(changes, parameters));
function finding(ruleId: string, changes: object): string | undefined {
  const found = (first('findings', changes) as { ruleId: string; status: string; actual: unknown }[]).find(
    (item) => item.ruleId === ruleId,
  );
  return found && `${found.status} ${found.actual}`;
}

describe('conditions of the types', () => {
  test.each([
    ['KF', ['KF-1', 'KF-2', 'KF-3', 'KF-4'], false],
    ['ZR', ['ZR-1', 'ZR-2', 'ZR-3'], true],
    ['XK', ['XK-1', 'XK-2', 'XK-3'], true],
    ['ZX', ['ZX-1', 'ZX-2'], null],
    ['FW', ['FW-1', 'FW-2', 'FW-3', 'FW-4'], null],
  ])('%s has its own rules only, and passes', (type, ids, subjectMastered) => {
    const given = { type, subjectMastered };
    const found = (first('findings', given) as { ruleId: string; status: string }[]).map(({ ruleId, status }) => `${ruleId} ${status}`);
    expect(found.slice(0, -5)).toEqual(ids.map((id) => `${id} met`));
    expect(found.slice(-5).map((item) => item.split(' ')[0])).toEqual(['TC-1', 'TC-2', 'TC-3', 'TC-4', 'TC-5']);
    expect(first('verdict', given)).toBe('PASS');
  });

  test.each([
    ['KF', 'KF-1', 'quantifiedTarget', false],
    ['KF', 'KF-2', 'subjectMastered', true],
    ['KF', 'KF-3', 'realInnovation', false],
    ['KF', 'KF-4', 'acceptanceStandard', false],
    ['ZR', 'ZR-1', 'subjectMastered', false],
    ['ZR', 'ZR-2', 'completeAndPractical', false],
    ['XK', 'XK-3', 'ownershipAgreed', false],
    ['ZX', 'ZX-1', 'specificProject', false],
    ['ZX', 'ZX-2', 'managementConsulting', true],
    ['FW', 'FW-1', 'specificProblem', false],
    ['FW', 'FW-2', 'technicalDifficulty', false],
    ['FW', 'FW-3', 'quantifiedTarget', false],
    ['FW', 'FW-4', 'routineActivity', true],
    ['KF', 'TC-1', 'writtenContract', false],
    ['KF', 'TC-2', 'inForce', false],
  ])('%s: %s fails with %s = %s', (type, ruleId, name, wrong) => {
    const given = { type, subjectMastered: type === 'ZR' || type === 'XK', [name]: wrong };
    expect(finding(ruleId, given)).toBe(`unmet ${wrong}`);
    expect(first('verdict', given)).toBe('FAIL');
    expect(finding(ruleId, { ...given, [name]: null })).toBe('unknown null');
    expect(first('verdict', { ...given, [name]: null })).toBe('UNKNOWN');
  });

  test('an unknown type never passes, but may fail', () => {
    expect(first('verdict', { type: null })).toBe('UNKNOWN');
    expect(first('verdict', { type: null, inForce: false })).toBe('FAIL');
    expect(technology.run(alone({ type: null }))).toMatchObject({ contracts: [{ recordType: null, legacyType: null }] });
  });
});

test('licences were kept under transfers until 2021', () => {
  const types = (signDate: string | null, type = 'XK') => [
    first('recordType', { type, signDate }),
    first('legacyType', { type, signDate }),
  ];
  expect(types('2020-12-31')).toEqual(['ZR', 'ZR']);
  expect(types('2021-01-01')).toEqual(['XK', 'ZR']);
  expect(types(null)).toEqual([null, 'ZR']);
  expect(types(null, 'FW')).toEqual(['FW', 'FW']);
});

describe('amounts', () => {
  const equipment = (amount: string | null, kind = 'EQUIPMENT') => ({ deductions: [{ kind, amount }] });

  test('deductions leave the technical amount; samples are not deducted', () => {
    expect([first('deductionTotal', equipment('1000000')), first('techTradeAmount', equipment('1000000'))]).toEqual(['1000000.00', '0.00']);
    expect(finding('TC-3', equipment('1000000.01'))).toBe('unmet 1000000.01');
    expect(first('techTradeAmount', equipment('1000000.01'))).toBeNull();
    expect(first('techTradeAmount', equipment('5', 'SAMPLE'))).toBe('1000000.00');
    expect(first('deductionTotal', equipment(null, 'SAMPLE'))).toBe('0.00');
    for (const kind of ['INSTRUMENT', 'PART', 'RAW_MATERIAL', 'OTHER_NON_TECHNICAL']) {
      expect(first('deductionTotal', equipment('5', kind))).toBe('5.00');
    }
  });

  test('an unknown deduction or price leaves it open', () => {
    expect(finding('TC-3', equipment(null))).toBe('unknown null');
    expect(finding('TC-3', { deductions: null })).toBe('unknown null');
    expect(finding('TC-3', { ...equipment('5'), dealAmount: null })).toBe('unknown 5.00');
    expect(first('techTradeAmount', { ...equipment('5'), dealAmount: null })).toBeNull();
  });

  test('the declared amount is exactly the technical amount', () => {
    const declared = (declaredTechTradeAmount: string | null, more: object = {}) =>
      finding('TC-4', { ...equipment('200000'), declaredTechTradeAmount, ...more });
    expect(declared('800000')).toBe('met 800000.00');
    expect(declared('800000.01')).toBe('unmet 800000.01');
    expect(declared(null)).toBe('unknown null');
    expect(declared('800000', { deductions: null })).toBe('unknown 800000.00');
    expect(declared('0', equipment('1000000.01'))).toBe('unmet 0.00');
  });

  test('registration numbers have 16 digits, old ones 14', () => {
    const number = (registrationNo: string | null) => finding('TC-5', { registrationNo })?.split(' ')[0];
    expect(
      ['1234567890123456', '12345678901234', '123456789012345', '12345678901234a6', '１２３４５６７８９０１２３４'].map(number),
    ).toEqual(['met', 'met', 'unmet', 'unmet', 'unmet']);
    expect(number(null)).toBe('unknown');
  });

  test('ten million, or benefits asked for, are rechecked', () => {
    const recheck = (dealAmount: string | null, benefitsRequested: boolean | null, parameters: object = {}) =>
      first('recheckRequired', { dealAmount, benefitsRequested }, parameters);
    expect([recheck('10000000', false), recheck('9999999.99', false), recheck('1', true)]).toEqual([true, false, true]);
    expect([recheck(null, false), recheck(null, true), recheck('10000000', null), recheck('1', null)]).toEqual([null, true, true, null]);
    expect(recheck('9999999.99', false, { recheckAmount: '100' })).toBe(true);
  });
});

describe('totals of the city', () => {
  const totals = (contracts: object[], parameters: object = {}) =>
    technology.at('totals', { contracts: contracts.map((item, index) => contract({ ...item, contractId: `c${index}` })), parameters });

  test('the handbook: output 140, absorption 160, inside 100', () => {
    const deals = [
      { dealAmount: '100' },
      { dealAmount: '40', buyerRegion: '330203' },
      { dealAmount: '60', sellerRegion: '340302', buyerRegion: '360104' },
      { dealAmount: '9', sellerRegion: 'ABROAD', buyerRegion: '340302' },
      { dealAmount: '7', status: 'PENDING' },
    ];
    expect(totals(deals)).toEqual({
      count: 4,
      techOutput: '140.00',
      techAbsorption: '160.00',
      sum: '300.00',
      intraCity: '100.00',
      netInflow: '20.00',
    });
    expect(totals([{ dealAmount: '40', buyerRegion: '330203' }])).toMatchObject({ netInflow: '-40.00', intraCity: '0.00' });
    expect(totals([])).toMatchObject({ count: 0, sum: '0.00' });
  });

  test('by technical amount, if the call counts so', () => {
    const deals = [{ dealAmount: '100', deductions: [{ kind: 'PART', amount: '30' }] }];
    expect(totals(deals, { totalBasis: 'TECH_TRADE' })).toMatchObject({ techOutput: '70.00' });
    expect(totals([{ deductions: null }], { totalBasis: 'TECH_TRADE' })).toMatchObject({ techOutput: null, sum: null });
  });

  test('what may belong and is not known makes only its own totals unknown', () => {
    expect(totals([{ dealAmount: null, buyerRegion: '330203' }])).toMatchObject({
      count: 1,
      techOutput: null,
      techAbsorption: '0.00',
      sum: null,
      intraCity: '0.00',
      netInflow: null,
    });
    expect(totals([{ buyerRegion: null }])).toMatchObject({ techOutput: '1000000.00', techAbsorption: null, intraCity: null });
    expect(totals([{ buyerRegion: null, sellerRegion: '330203' }])).toMatchObject({
      techOutput: '0.00',
      techAbsorption: null,
      intraCity: '0.00',
    });
    expect(totals([{ dealAmount: null, buyerRegion: 'ABROAD', sellerRegion: 'ABROAD' }])).toMatchObject({ sum: '0.00' });
    expect(totals([{ dealAmount: null, status: 'CANCELLED' }])).toMatchObject({ count: 0, sum: '0.00' });
  });

  test('sum is output and absorption; a deal inside the city is in both', () => {
    const region = fc.constantFrom('360102', '360121', '330203', 'ABROAD');
    const deal = fc.record({ sellerRegion: region, buyerRegion: region, dealAmount: fc.nat(10_000).map(String) });
    fc.assert(
      fc.property(fc.array(deal, { maxLength: 8 }), (deals) => {
        const found = totals(deals) as Record<string, string>;
        const number = (key: string) => Number(found[key]);
        expect(number('sum')).toBe(number('techOutput') + number('techAbsorption'));
        expect(number('netInflow')).toBe(number('techAbsorption') - number('techOutput'));
        expect(number('intraCity')).toBeLessThanOrEqual(Math.min(number('techOutput'), number('techAbsorption')));
        expect(totals([...deals].reverse())).toEqual(found);
      }),
      { numRuns: 50 },
    );
  });
});

test.each([
  [{ cityCode: null }, 'MISSING cityCode'],
  [{ cityCode: '36010' }, 'FORMAT cityCode'],
  [{ contracts: null }, 'MISSING contracts'],
  [{ contracts: [contract(), contract()] }, 'CONFLICT contracts[1].contractId'],
  [alone({ status: null }), 'MISSING contracts[0].status'],
  [alone({ type: 'JS' }), 'VALUE contracts[0].type'],
  [alone({ sellerRegion: 'abroad' }), 'FORMAT contracts[0].sellerRegion'],
  [alone({ buyerRegion: '3601020' }), 'FORMAT contracts[0].buyerRegion'],
  [alone({ deductions: [{ amount: '1' }] }), 'MISSING contracts[0].deductions[0].kind'],
  [alone({ deductions: [{ kind: 'TEA', amount: '1' }] }), 'VALUE contracts[0].deductions[0].kind'],
  [alone({ dealAmount: 5 }), 'TYPE contracts[0].dealAmount'],
  [alone({ registrationNo: '' }), 'FORMAT contracts[0].registrationNo'],
  [alone({ inForce: 'yes' }), 'TYPE contracts[0].inForce'],
])('problem %#', (changes, problem) => {
  expect(technology.problem(changes)).toBe(problem);
});
