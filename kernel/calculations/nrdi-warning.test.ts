// Lights of new R&D institutions: limits at their edges, what outranks what, and the yearly score.
import { expect, test } from 'vitest';
import { caseOf } from './case.ts';

const nrdi = await caseOf('nrdi-warning');
const fine = {
  fiscalIncome: '1000000',
  verticalIncome: '1000000',
  horizontalIncome: '8000000',
  totalIncome: '10000000',
  residents: 10,
  registered: true,
};
const light = (changes: object = {}) => nrdi.at('light', { ...fine, ...changes });

test('dependence of exactly 70 % and contract income of exactly 20 % are met', () => {
  const shares = (fiscalIncome: string, horizontalIncome: string) => ({ fiscalIncome, verticalIncome: '0', horizontalIncome });
  expect(nrdi.finding('NW-1', shares('7000000', '2000000'))).toBe('met 0.700000');
  expect(nrdi.finding('NW-1', shares('7000000.01', '2000000'))).toBe('unmet 0.700000');
  expect(nrdi.finding('NW-2', shares('7000000', '1999999.99'))).toBe('unmet 0.200000');
  expect(nrdi.finding('NW-2', { parameters: { horizontalMinimum: '0.2001' } })).toBe('unmet 0.200000');
});

test('no income at all is unmet, unknown income is unknown', () => {
  const none = { fiscalIncome: null, verticalIncome: '0', horizontalIncome: '0', totalIncome: '0' };
  expect([nrdi.finding('NW-1', none), nrdi.finding('NW-2', none), light(none)]).toEqual(['unmet', 'unmet', 'RED']);
  expect(nrdi.finding('NW-1', { fiscalIncome: null })).toBe('unknown');
  expect(nrdi.finding('NW-2', { totalIncome: null })).toBe('unknown');
});

test('registration within twelve months of signing: on the day itself it is too late', () => {
  const asOf = (day: string, signedDate = '2024-02-29') => nrdi.finding('NW-4', { asOf: day, signedDate, registered: false });
  expect([asOf('2025-02-27'), asOf('2025-02-28')]).toEqual(['met', 'unmet']);
  expect(nrdi.finding('NW-4', { registered: null })).toBe('met');
  expect(nrdi.finding('NW-4', { registered: null, signedDate: null })).toBe('unknown');
  expect(nrdi.finding('NW-4', { registered: null, signedDate: '2020-01-01' })).toBe('unknown');
  expect(nrdi.finding('NW-4', { registered: true, signedDate: null })).toBe('met');
});

test('the gravest light shows, and unknown hides green only', () => {
  const unregistered = { registered: false, signedDate: '2020-01-01' };
  const dependent = { fiscalIncome: '9000000', verticalIncome: '0', horizontalIncome: '1000000' };
  expect(light()).toBe('GREEN');
  expect(light({ ...unregistered, ...dependent, residents: 9 })).toBe('EXIT_REVIEW');
  expect(light({ ...dependent, residents: 9, registered: null, signedDate: null })).toBe('RED');
  expect(light({ residents: 9, totalIncome: null })).toBe('YELLOW');
  expect(light({ residents: null })).toBe('UNKNOWN');
  expect(light({ residents: 10, parameters: { residentMinimum: 11 } })).toBe('YELLOW');
});

test('the yearly score weighs six parts and is unknown while one is', () => {
  const scores = { rdSpend: '80', team: '90.5', outputs: '70', horizontalIncome: '60', spinOffService: '100', governance: '55.55' };
  expect(nrdi.at('assessmentScore', { scores })).toBe('77.63');
  expect(nrdi.at('assessmentScore', { scores: { ...scores, team: null } })).toBeNull();
  expect(nrdi.at('assessmentScore', { scores: {} })).toBeNull();
});

test.each([
  [{ asOf: null }, 'MISSING asOf'],
  [{ totalIncome: '8999999.99' }, 'CONFLICT totalIncome'],
  [{ horizontalIncome: null, totalIncome: '6999999.99' }, 'CONFLICT totalIncome'],
  [{ totalIncome: '9000000' }, 'none'],
  [{ fiscalIncome: '-1' }, 'RANGE fiscalIncome'],
  [{ residents: 9.5 }, 'TYPE residents'],
  [{ scores: { rdSpend: '100.01' } }, 'RANGE scores.rdSpend'],
  [{ scores: { luck: '1' } }, 'VALUE scores.luck'],
  [{ signedDate: '2024-13-01' }, 'FORMAT signedDate'],
])('%j: %s', (changes, problem) => {
  expect(nrdi.problem(changes)).toBe(problem);
});
