// R&D cost in three calibres: caps, years, projects and what is missing.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { caseOf } from './case.ts';
import example from './examples/rd-cost.json';

const cost = await caseOf('rd-cost');
const base = { ...example[0]?.in.projects[0], personnel: '0', other: '0', outsourcedDomestic: '0', outsourcedForeign: '0' };

/** Projects with these amounts and nothing else. */
const projects = (...list: readonly object[]) => ({
  projects: list.map((items, index) => ({ ...base, projectId: `RD${index}`, ...items })),
});

describe('the worked vectors of the handbook', () => {
  test('HN-6: other cost is capped at a quarter of the seven other categories', () => {
    const given = projects({ personnel: '7000000', outsourcedDomestic: '1250000', other: '2500000' });
    expect(cost.at('hnte', given)).toMatchObject({
      otherLimit: '2000000.00',
      otherAllowed: '2000000.00',
      rdExpense: '10000000.00',
      domesticRatio: '1.000000',
    });
  });
});

describe('super-deduction calibre', () => {
  test('other cost is pooled since 2021, and by project before', () => {
    const given = projects({ personnel: '900', other: '200' }, { personnel: '900', other: '0' });
    expect(cost.at('tax', { ...given, year: 2021 })).toMatchObject({ otherLimit: '200.00', otherAllowed: '200.00' });
    expect(cost.at('tax', { ...given, year: 2020 })).toMatchObject({
      otherLimit: '200.00',
      otherAllowed: '100.00',
      deductibleBase: '1900.00',
    });
  });

  test('foreign outsourcing: nothing before 2018, then two thirds of what is eligible at home', () => {
    const given = projects({ personnel: '900', outsourcedForeign: '1000', outsourcedForeignIndividual: '500' });
    expect(cost.at('tax', { ...given, year: 2017 })).toMatchObject({
      outsourcedForeignLimit: '0.00',
      outsourcedForeignAllowed: '0.00',
      deductibleBase: '900.00',
    });
    expect(cost.at('tax', { ...given, year: 2018 })).toMatchObject({
      outsourcedForeignLimit: '600.00',
      outsourcedForeignAllowed: '600.00',
      deductibleBase: '1500.00',
    });
    expect(cost.at('hnte', given)).toMatchObject({ outsourcedAllowed: '1200.00', rdExpense: '2100.00', domesticRdExpense: '900.00' });
  });

  test('building rent and sold samples leave direct input, subsidies leave items 1 to 5, neither below nothing', () => {
    const items = (given: object) => cost.at('tax.items1to5', projects(given));
    expect(items({ directInput: '100', buildingRent: '30', soldSampleMaterial: '20' })).toBe('50.00');
    expect(items({ directInput: '100', buildingRent: '100', soldSampleMaterial: '20', personnel: '10' })).toBe('10.00');
    expect(items({ personnel: '10', nonTaxableSubsidySpend: '4' })).toBe('6.00');
    expect(cost.at('tax.items1to5', projects({ personnel: '10', nonTaxableSubsidySpend: '40' }, { personnel: '5' }))).toBe('5.00');
  });

  test('buildings and deferred expenses count for recognition and accounting only', () => {
    const given = projects({ buildingDepreciation: '10', longTermDeferred: '5', equipmentDepreciation: '1' });
    expect(cost.run(given)).toMatchObject({ accounting: { rdExpense: '16.00' }, hnte: { rdExpense: '16.00' }, tax: { items1to5: '1.00' } });
  });
});

describe('what is not known', () => {
  test('no projects are nothing, an unknown list is unknown', () => {
    expect(cost.run({ projects: [] })).toMatchObject({
      accounting: { rdExpense: '0.00' },
      hnte: { domesticRatio: null, rdExpense: '0.00' },
      tax: { deductibleBase: '0.00' },
    });
    expect(cost.run({ projects: null })).toMatchObject({
      accounting: { rdExpense: null },
      hnte: { rdExpense: null },
      tax: { items1to5: null, deductibleBase: null },
    });
  });

  test('only what depends on the missing item is unknown', () => {
    expect(cost.run(projects({ soldSampleMaterial: null }))).toMatchObject({
      accounting: { rdExpense: '0.00' },
      hnte: { rdExpense: '0.00' },
      tax: { items1to5: null, outsourcedDomesticAllowed: '0.00', deductibleBase: null },
    });
    expect(cost.run(projects({ longTermDeferred: null }))).toMatchObject({
      accounting: { rdExpense: null },
      hnte: { outsourcedAllowed: '0.00', otherLimit: null },
      tax: { deductibleBase: '0.00' },
    });
    expect(cost.run(projects({ outsourcedForeignIndividual: null }))).toMatchObject({
      hnte: { outsourcedAllowed: null, domesticRdExpense: null },
      tax: { deductibleBase: '0.00' },
    });
  });
});

test('nothing is rounded before output: the parts of the worked vector do not sum as printed', () => {
  expect(cost.at('tax')).toMatchObject({ domesticEligible: '8777777.78', outsourcedForeignLimit: '5851851.85' });
});

test('the accounting calibre is never below the others, and the order of projects is irrelevant', () => {
  const amount = fc.nat(1_000_000).map(String);
  const project = fc.record({ personnel: amount, other: amount, outsourcedDomestic: amount, outsourcedForeign: amount, trial: amount });
  fc.assert(
    fc.property(fc.array(project, { maxLength: 4 }), fc.constantFrom(2016, 2019, 2024), (list, year) => {
      const given = { ...projects(...list), year };
      const turned = { year, projects: [...given.projects].reverse() };
      expect(cost.run(turned)).toEqual(cost.run(given));
      const accounting = cost.numberAt('accounting.rdExpense', given);
      expect(cost.numberAt('hnte.rdExpense', given)).toBeLessThanOrEqual(accounting);
      expect(cost.numberAt('tax.deductibleBase', given)).toBeLessThanOrEqual(accounting);
    }),
  );
});

test.each([
  [{ year: 2007 }, 'RANGE year'],
  [projects({ directInput: '1', buildingRent: '2' }), 'CONFLICT projects[0].buildingRent'],
  [{ projects: [{ projectId: 'a' }, { projectId: 'a' }] }, 'CONFLICT projects[1].projectId'],
  [{ projects: [{ projectId: 'a', trial: '-1' }] }, 'RANGE projects[0].trial'],
  [{ projects: [{}] }, 'MISSING projects[0].projectId'],
])('%#: %s', (changes, problem) => {
  expect(cost.problem(changes)).toBe(problem);
});
