// Indirect cost: slices, both kinds of project, own tiers, and what is missing.
import { expect, test } from 'vitest';
import { caseOf } from './case.ts';

const indirect = await caseOf('indirect-cost');
const direct = (directCost: string | null, more: object = {}) => ({ directCost, equipmentCost: '0', ...more });

test.each([
  ['5000000', ['1500000.00', '0.00', '0.00'], '1500000.00'],
  ['5000000.01', ['1500000.00', '0.00', '0.00'], '1500000.00'],
  ['10000000', ['1500000.00', '1250000.00', '0.00'], '2750000.00'],
  ['10000001', ['1500000.00', '1250000.00', '0.20'], '2750000.20'],
  ['0', ['0.00', '0.00', '0.00'], '0.00'],
])('direct cost of %s', (directCost, slices, limit) => {
  expect(indirect.run(direct(directCost))).toMatchObject({ slices, limit });
});

test('purely theoretical projects have twice the rates; own tiers replace both', () => {
  expect(indirect.at('limit', direct('12000000', { projectKind: 'PURE_THEORY' }))).toBe('6300000.00');
  expect(indirect.run(direct('100', { parameters: { tiers: [{ rate: '0.5' }] } }))).toMatchObject({ slices: ['50.00'], limit: '50.00' });
});

test('a request at the limit passes, unrounded', () => {
  expect(indirect.at('verdict', direct('0.01', { requestedIndirectCost: '0' }))).toBe('PASS');
  expect(indirect.run(direct('0.05', { requestedIndirectCost: '0.02' }))).toMatchObject({ limit: '0.02', verdict: 'FAIL' });
});

test('detail of equipment above half a million', () => {
  expect(indirect.at('equipmentDetailRequired', { equipmentCost: '500000' })).toBe(false);
  expect(indirect.at('equipmentDetailRequired', { equipmentCost: '500000.01' })).toBe(true);
});

test('unknown parts', () => {
  expect(indirect.run({ equipmentCost: null })).toMatchObject({
    base: null,
    slices: null,
    limit: null,
    equipmentDetailRequired: null,
    verdict: 'UNKNOWN',
  });
  expect(indirect.run({ requestedIndirectCost: null })).toMatchObject({ limit: '1750000.00', verdict: 'UNKNOWN' });
});

test.each([
  [{ projectKind: null }, 'MISSING projectKind'],
  [{ projectKind: 'THEORY' }, 'VALUE projectKind'],
  [{ equipmentCost: '8000000.01' }, 'CONFLICT equipmentCost'],
  [{ parameters: { tiers: [{ rate: '0.1' }, { upTo: '1', rate: '0.1' }] } }, 'CONFLICT parameters.tiers[0].upTo'],
])('%j: %s', (changes, problem) => {
  expect(indirect.problem(changes)).toBe(problem);
});
