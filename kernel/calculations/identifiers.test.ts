// Identifiers of enterprises, organisations and people: standards' own examples, every kind of fault, and what people type.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { caseOf } from './case.ts';
import { creditCodeCheck, organisationCheck, residentIdCheck } from './check-characters.ts';

const credit = await caseOf('uscc');
const organisation = await caseOf('organisation-code');
const resident = await caseOf('resident-id');

describe('unified social credit code', () => {
  test.each([
    '91360100MA0A1B2C2P',
    '91340300MA0A1B2C2R',
    '91321322MA0A1B2C2R',
    '91330200MA0A1B2C2G',
    '91350100MA0A1B2C2K',
    '91360100MA00000159',
    '91340300MA0000015B',
    '91350100D2143569XA',
  ])('%s is valid', (uscc) => {
    expect(credit.at('verdict', { uscc })).toBe('VALID');
  });

  test('full-width letters, blanks around and small letters mean the same', () => {
    expect(credit.run({ uscc: ' ９1350100m000100y43　' })).toMatchObject({ verdict: 'VALID', normalised: '91350100M000100Y43' });
  });

  test('a wrong check character asks for a person; a list of confirmed codes answers', () => {
    const uscc = '91350100M000100Y44';
    expect(credit.run({ uscc })).toMatchObject({ verdict: 'WARNING', expectedCheck: '3', whitelisted: false, orgCode: 'M000100Y4' });
    expect(credit.finding('U-6', { uscc })).toBe('unmet');
    expect(credit.run({ uscc, parameters: { whitelist: ['91350100m000100y44'] } })).toMatchObject({ verdict: 'VALID', whitelisted: true });
  });

  test('a wrong form is invalid, whatever the list says, and has no parts', () => {
    for (const uscc of ['91350100M000100Y4', '91350100M000100Y4I', '9135010AM000100Y43', '9135 100M000100Y43', '  ']) {
      expect(credit.run({ uscc, parameters: { whitelist: [uscc] } })).toMatchObject({
        verdict: 'INVALID',
        whitelisted: true,
        registryDept: null,
        entityKind: null,
        regionCode: null,
        orgCode: null,
        expectedOrgCheck: null,
        expectedCheck: null,
      });
    }
    expect(credit.finding('U-1', { uscc: '91350100M000100Y4' })).toBe('unmet 17');
    expect(credit.finding('U-3', { uscc: '91350100M000100Y4' })).toBe('unknown');
    expect(credit.finding('U-2', { uscc: '91350100M000100Y4' })).toBe('met');
    expect(credit.finding('U-3', { uscc: '9135010AM000100Y43' })).toBe('unmet');
    expect(credit.finding('U-4', { uscc: '9135010AM000100Y43' })).toBe('unknown');
  });

  test('departments are a setting, kinds follow the first two characters', () => {
    const withCheck = (body: string) => body + creditCodeCheck(body);
    expect(credit.at('entityKind', { uscc: withCheck('52360100MJ0000000') })).toBe('PRIVATE_NON_ENTERPRISE');
    expect(credit.at('entityKind', { uscc: withCheck('94360100MJ0000000') })).toBeNull();
    expect(credit.finding('U-4', { uscc: withCheck('B1360100MJ0000000') })).toBe('unmet');
    expect(credit.finding('U-4', { parameters: { registryDepts: '15Y' } })).toBe('unmet');
  });
});

describe('organisation code', () => {
  test.each([
    ['D2143569-X', 'VALID', 'D2143569X', 'X'],
    ['d2143569x', 'VALID', 'D2143569X', 'X'],
    ['D2143569－X', 'VALID', 'D2143569X', 'X'],
    ['D21435691', 'WARNING', 'D21435691', 'X'],
    ['D2143569A', 'INVALID', 'D2143569A', 'X'],
    ['D2143569--X', 'INVALID', 'D2143569--X', 'X'],
    ['D214356-9X', 'INVALID', 'D214356-9X', null],
    ['D214', 'INVALID', 'D214', null],
  ])('%s is %s', (orgCode, verdict, normalised, expectedCheck) => {
    expect(organisation.run({ orgCode })).toMatchObject({ verdict, normalised, expectedCheck });
  });

  test('the check is unknown while the form is wrong', () => {
    expect(organisation.finding('O-2', { orgCode: 'D2143569A' })).toBe('unknown');
  });
});

describe('identity number', () => {
  test('both examples of the standard', () => {
    expect(resident.run({ idNumber: '440524188001010014', asOf: null })).toMatchObject({
      verdict: 'VALID',
      sex: 'MALE',
      birthDate: '1880-01-01',
      age: null,
    });
    expect(resident.run({ asOf: '2025-12-31' })).toMatchObject({ age: 76 });
  });

  test('a day that does not exist, or is still to come, is invalid', () => {
    const body = '11010519490231002';
    expect(resident.run({ idNumber: body + residentIdCheck(body) })).toMatchObject({
      verdict: 'INVALID',
      birthDate: null,
      sex: 'FEMALE',
      age: null,
    });
    expect(resident.run({ asOf: '1949-12-30' })).toMatchObject({ verdict: 'INVALID', birthDate: '1949-12-31', age: null });
    expect(resident.run({ asOf: '1949-12-31' })).toMatchObject({ verdict: 'VALID', age: 0 });
  });

  test('a wrong check character is invalid but still has its parts', () => {
    expect(resident.run({ idNumber: '110105194912310021' })).toMatchObject({
      verdict: 'INVALID',
      expectedCheck: 'X',
      masked: '110105********0021',
      birthDate: '1949-12-31',
      age: null,
    });
  });

  test('a wrong form has no parts, and nothing else is known', () => {
    expect(resident.run({ idNumber: '11010519491231002' })).toMatchObject({
      verdict: 'INVALID',
      sex: null,
      regionCode: null,
      expectedCheck: null,
      masked: null,
      birthDate: null,
      age: null,
    });
    expect(resident.finding('R-2', { idNumber: 'X' })).toBe('unknown');
    expect(resident.finding('R-3', { idNumber: 'X' })).toBe('unknown');
  });

  test('born on 29 February: a year older on the last day of February', () => {
    const body = '11010520040229002';
    const age = (asOf: string) => resident.at('age', { idNumber: body + residentIdCheck(body), asOf });
    expect(['2025-02-27', '2025-02-28', '2028-02-28', '2028-02-29'].map(age)).toEqual([20, 21, 23, 24]);
  });
});

test('a check character finds every single wrong character', () => {
  const digit = fc.nat(9);
  fc.assert(
    fc.property(fc.array(digit, { minLength: 17, maxLength: 17 }), fc.nat(16), digit, (digits, place, other) => {
      fc.pre(digits[place] !== other);
      const [right, wrong] = [digits.join(''), digits.with(place, other).join('')];
      expect(residentIdCheck(wrong)).not.toBe(residentIdCheck(right));
      expect(creditCodeCheck(wrong)).not.toBe(creditCodeCheck(right));
      if (place < 8) expect(organisationCheck(wrong.slice(0, 8))).not.toBe(organisationCheck(right.slice(0, 8)));
    }),
  );
});

test.each([
  [credit, { uscc: null }, 'MISSING uscc'],
  [credit, { uscc: 1 }, 'TYPE uscc'],
  [credit, { uscc: '' }, 'FORMAT uscc'],
  [credit, { parameters: { whitelist: [null] } }, 'TYPE parameters.whitelist[0]'],
  [organisation, { orgCode: null }, 'MISSING orgCode'],
  [organisation, { parameters: { any: 1 } }, 'VALUE parameters.any'],
  [resident, { asOf: '2025-02-30' }, 'FORMAT asOf'],
])('%#: %j: %s', (calculation, changes, problem) => {
  expect(calculation.problem(changes)).toBe(problem);
});
