// Extra deduction: the rate of every year and kind of enterprise, and what an unknown would change.
import { describe, expect, test } from 'vitest';
import { caseOf } from './case.ts';

const deduction = await caseOf('rd-super-deduction');
const plain = { industry: 'OTHER', techSme: false, specialIndustry: 'NONE' };

/** The four rates in percent, or the one that they share. */
function rates(changes: object): unknown {
  const list = (deduction.at('quarterRates', { ...plain, ...changes }) as (string | null)[]).map((rate) => rate && Number(rate) * 100);
  return list.every((rate) => rate === list[0]) ? list[0] : list;
}

describe('rates', () => {
  test.each([
    [2008, {}, 50],
    [2016, { techSme: true }, 50],
    [2017, {}, 50],
    [2017, { techSme: true }, 75],
    [2018, {}, 75],
    [2020, { techSme: true, industry: 'MANUFACTURING' }, 75],
    [2021, { techSme: true }, 75],
    [2021, { industry: 'MANUFACTURING' }, 100],
    [2022, {}, [75, 75, 75, 100]],
    [2022, { techSme: true }, 100],
    [2022, { industry: 'MANUFACTURING' }, 100],
    [2022, { specialIndustry: 'IC' }, [75, 75, 75, 100]],
    [2023, {}, 100],
    [2023, { specialIndustry: 'IC' }, 120],
    [2027, { specialIndustry: 'MOTHER_MACHINE' }, 120],
    [2028, { specialIndustry: 'IC' }, 100],
  ])('%i, %j: %j', (year, changes, expected) => {
    expect(rates({ year, ...changes })).toEqual(expected);
  });

  test.each([
    [2016, { techSme: null, specialIndustry: null }, 50],
    [2017, { techSme: null }, null],
    [2021, { techSme: null, specialIndustry: null }, 75],
    [2022, { techSme: null }, [null, null, null, 100]],
    [2022, { techSme: null, industry: 'MANUFACTURING' }, 100],
    [2023, { specialIndustry: null }, null],
    [2028, { specialIndustry: null }, 100],
    [2016, { industry: null }, 50],
    [2019, { industry: null, techSme: null }, 75],
    [2021, { industry: null }, null],
    [2022, { industry: null }, [null, null, null, 100]],
    [2022, { industry: null, techSme: true }, 100],
    [2024, { industry: null }, 100],
    [2024, { industry: 'TOBACCO', specialIndustry: null, techSme: null }, 0],
  ])('%i with %j unknown: %j', (year, changes, expected) => {
    expect(rates({ year, ...changes })).toEqual(expected);
  });
});

describe('amounts', () => {
  test.each(['TOBACCO', 'HOTEL_CATERING', 'WHOLESALE_RETAIL', 'REAL_ESTATE', 'LEASING_BUSINESS', 'ENTERTAINMENT'])(
    '%s has no deduction, whatever it spent',
    (industry) => {
      expect(deduction.run({ industry, expensed: null })).toEqual({
        eligible: false,
        quarterRates: ['0.000000', '0.000000', '0.000000', '0.000000'],
        extraDeduction: '0.00',
        taxSaved: '0.00',
      });
    },
  );

  test('the worked vector of the handbook, at 15 %', () => {
    const given = { ...plain, year: 2023, expensed: ['13577777.78', '0', '0', '0'], parameters: { incomeTaxRate: '0.15' } };
    expect(deduction.run(given)).toMatchObject({ extraDeduction: '13577777.78', taxSaved: '2036666.67' });
  });

  test('tax is saved on the unrounded deduction', () => {
    const given = { ...plain, year: 2018, expensed: ['0.01', '0', '0', '0.01'], parameters: { incomeTaxRate: '1' } };
    expect(deduction.run(given)).toMatchObject({ extraDeduction: '0.02', taxSaved: '0.02' });
    expect(deduction.run({ ...given, parameters: { incomeTaxRate: '0.3' } })).toMatchObject({ taxSaved: '0.00' });
  });

  test('one unknown quarter, rate or industry makes the amounts unknown', () => {
    expect(deduction.run({ amortisation: ['0', '0', null, '0'] })).toMatchObject({ eligible: true, extraDeduction: null, taxSaved: null });
    expect(deduction.run({ expensed: null })).toMatchObject({ extraDeduction: null });
    expect(deduction.run({ techSme: null })).toMatchObject({ eligible: true, extraDeduction: null });
    expect(deduction.run({ industry: null })).toMatchObject({ eligible: null, extraDeduction: null, taxSaved: null });
  });
});

test.each([
  [{ expensed: ['1', '1', '1'] }, 'RANGE expensed'],
  [{ amortisation: ['1', '1', '1', '1', '1'] }, 'RANGE amortisation'],
  [{ expensed: ['1', '1', '1', 1] }, 'TYPE expensed[3]'],
  [{ industry: 'STEEL' }, 'VALUE industry'],
  [{ parameters: { incomeTaxRate: '15' } }, 'RANGE parameters.incomeTaxRate'],
])('%j: %s', (changes, problem) => {
  expect(deduction.problem(changes)).toBe(problem);
});
