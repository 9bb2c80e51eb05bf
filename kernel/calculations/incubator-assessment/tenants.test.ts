// Who counts as tenant or graduate of an incubator, what an uncertain count leaves open, and weak regions.
import { describe, expect, test } from 'vitest';
import { assessment, graduates, incubator, mixed, status, tenants } from './specimen-incubator.ts';

describe('who counts', () => {
  const counted = (changes: object, more: object = {}) => assessment.at('tenants', { ...incubator, tenants: tenants(1, changes), ...more });

  test.each([
    [{}, { min: 1, max: 1 }],
    [{ smeType: false }, { min: 0, max: 0 }],
    [{ registeredInSite: false }, { min: 0, max: 0 }],
    [{ workingInSite: null }, { min: 0, max: 1 }],
    [
      { workingInSite: null, smeType: false },
      { min: 0, max: 0 },
    ],
    [{ foundedDate: '2022-01-31' }, { min: 1, max: 1 }],
    [{ foundedDate: '2022-01-30' }, { min: 0, max: 0 }],
    [{ foundedDate: null }, { min: 0, max: 1 }],
    [
      { entryDate: '2021-07-31', foundedDate: '2021-01-01' },
      { min: 1, max: 1 },
    ],
    [
      { entryDate: '2021-07-30', foundedDate: '2021-01-01' },
      { min: 0, max: 0 },
    ],
    [
      { entryDate: '2021-07-30', foundedDate: '2021-01-01', field: 'IC' },
      { min: 1, max: 1 },
    ],
    [
      { entryDate: '2020-07-31', foundedDate: '2020-01-01', field: 'BIO' },
      { min: 1, max: 1 },
    ],
    [
      { entryDate: '2020-07-30', foundedDate: '2020-01-01', field: 'AGRICULTURE' },
      { min: 0, max: 0 },
    ],
    [
      { entryDate: '2021-07-30', foundedDate: '2021-01-01', field: null },
      { min: 0, max: 1 },
    ],
    [{ field: null }, { min: 1, max: 1 }],
    [
      { entryDate: '2020-07-30', foundedDate: '2020-01-01', field: null },
      { min: 0, max: 0 },
    ],
  ])('a tenant with %j: %j', (changes, range) => {
    expect(counted(changes)).toEqual(range);
  });

  test.each([
    [{}, { min: 0, max: 1 }],
    [{ highTechEnterprise: true }, { min: 1, max: 1 }],
    [{ mergedOrListed: true }, { min: 1, max: 1 }],
    [{ ventureCapital: '5000000' }, { min: 1, max: 1 }],
    [{ twoYearRevenue: '10000000' }, { min: 1, max: 1 }],
    [
      { highTechEnterprise: false, mergedOrListed: false, ventureCapital: '4999999.99', twoYearRevenue: '9999999.99' },
      { min: 0, max: 0 },
    ],
    [
      { highTechEnterprise: false, mergedOrListed: null, ventureCapital: '0', twoYearRevenue: '0' },
      { min: 0, max: 1 },
    ],
  ])('a graduate with %j: %j', (graduate, range) => {
    expect(assessment.at('graduates', { ...incubator, graduates: [graduate] })).toEqual(range);
  });

  test('limits of the call replace those of the measures', () => {
    const parameters = { tenantFoundedMonths: 12, tenantStayMonths: 17, graduateCapital: '6000000' };
    expect(counted({}, { parameters })).toEqual({ min: 0, max: 0 });
    expect(counted({ foundedDate: '2023-03-01', entryDate: '2024-03-01' }, { parameters })).toEqual({ min: 1, max: 1 });
    expect(assessment.at('graduates.max', { ...incubator, graduates: graduates(1, { ventureCapital: '5000000' }) })).toBe(1);
  });

  test('no lists: no counts, and rules on them unknown', () => {
    expect(assessment.run({ ...incubator, tenants: null, graduates: null })).toMatchObject({ tenants: null, graduates: null });
    for (const ruleId of ['IN-8', 'IN-9', 'IN-10', 'IN-11', 'IN-12']) {
      expect(status(ruleId, { tenants: null, graduates: null })).toBe('unknown');
    }
  });
});

describe('an uncertain count', () => {
  const uncertain = (sure: number, open: number) => ({ tenants: mixed(tenants(sure), tenants(open, { workingInSite: null })) });

  test('decides number, density and graduates where both ends agree', () => {
    expect(status('IN-10', uncertain(50, 1))).toBe('met');
    expect(status('IN-10', uncertain(49, 1))).toBe('unknown');
    expect(status('IN-10', uncertain(48, 1))).toBe('unmet');
    expect(status('IN-11', { ...uncertain(30, 1), area: '10000' })).toBe('met');
    expect(status('IN-11', { ...uncertain(29, 1), area: '10000' })).toBe('unknown');
    expect(status('IN-12', { graduates: [...graduates(20), {}] })).toBe('met');
    expect(status('IN-12', { graduates: [...graduates(19), {}] })).toBe('unknown');
    expect(status('IN-12', { graduates: graduates(19) })).toBe('unmet 19');
  });

  test('leaves shares and the ratio of staff unknown', () => {
    const given = uncertain(50, 1);
    expect(['IN-6', 'IN-8', 'IN-9'].map((id) => status(id, given).split(' ')[0])).toEqual(['unknown', 'unknown', 'unknown']);
    expect(status('IN-13', { ...given, kind: 'SPECIALISED_INCUBATOR' })).toBe('unknown');
  });
});

describe('weak regions', () => {
  const weak = { weakRegion: true };

  test('four limits are lower by a fifth', () => {
    expect(status('IN-4', { ...weak, area: '8000' })).toBe('met');
    expect(status('IN-4', { ...weak, area: '7999.99', tenantAndPublicArea: '0' })).toBe('unmet');
    expect(status('IN-10', { ...weak, tenants: tenants(40) })).toBe('met 40');
    expect(status('IN-10', { ...weak, kind: 'SPECIALISED_INCUBATOR', tenants: tenants(24) })).toBe('met 24');
    expect(status('IN-11', { ...weak, tenants: tenants(24) })).toBe('met');
    expect(status('IN-11', { ...weak, tenants: tenants(23) })).toBe('unmet');
    expect(status('IN-12', { ...weak, graduates: graduates(16) })).toBe('met 16');
    expect(status('IN-10', { ...weak, tenants: tenants(45), parameters: { weakRegionFactor: '0.9' } })).toBe('met 45');
  });

  test('a region not known is unknown only between the two limits', () => {
    const open = (count: number) => status('IN-10', { weakRegion: null, tenants: tenants(count) });
    expect([open(39), open(40), open(49), open(50)]).toEqual(['unmet 39', 'unknown 40', 'unknown 49', 'met 50']);
    expect(status('IN-4', { weakRegion: null, area: '9000', tenantAndPublicArea: '9000' })).toBe('unknown');
    expect(status('IN-4', { weakRegion: null, area: '9000', parameters: { weakRegionFactor: '1' }, tenantAndPublicArea: '1' })).toBe(
      'unmet',
    );
  });
});
