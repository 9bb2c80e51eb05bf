// Incubators and maker spaces: every limit at its edge, and the score of the year.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assessment, graduates, incubator, mixed, status, tenant, tenants, verdict } from './specimen-incubator.ts';

describe('maker spaces', () => {
  test.each([
    ['MS-1', { operatingSince: '2024-01-31' }, 'met'],
    ['MS-1', { operatingSince: '2024-02-01' }, 'unmet'],
    ['MS-1', { operatingSince: '2023-08-31', asOf: '2025-02-28' }, 'met'],
    ['MS-2', { area: '499.99', tenantAndPublicArea: '400', seats: 29 }, 'unmet'],
    ['MS-2', { area: '500', seats: null }, 'met'],
    ['MS-2', { area: null, seats: 29 }, 'unknown'],
    ['MS-3', { tenantAndPublicArea: '359.999999' }, 'unmet 0.750000'],
    ['MS-3', { area: '0', tenantAndPublicArea: '0' }, 'unmet'],
    ['MS-3', { area: '0', tenantAndPublicArea: null }, 'unmet'],
    ['MS-3', { area: null }, 'unknown'],
    ['MS-4', { teams: 19 }, 'unmet 19'],
    ['MS-5', { newlyRegistered: 9, fundedTeams: 4 }, 'unmet'],
    ['MS-5', { newlyRegistered: 10, fundedTeams: null }, 'met'],
    ['MS-5', { newlyRegistered: 9, fundedTeams: null }, 'unknown'],
    ['MS-6', { serviceCases: 2 }, 'unmet 2'],
    ['MS-7', { serviceStaff: 2 }, 'unmet 2'],
    ['MS-8', { mentors: 3 }, 'met 3'],
    ['MS-9', { events: 9 }, 'unmet 9'],
    ['MS-10', { statisticsFiled: false }, 'unmet false'],
    ['MS-10', { statisticsFiled: null }, 'unknown'],
  ])('%s with %j: %s', (ruleId, changes, expected) => {
    expect(assessment.finding(ruleId, changes)).toBe(expected);
  });

  test('all met pass; one unknown leaves it open', () => {
    expect(assessment.at('verdict', { mentors: 3 })).toBe('PASS');
    expect(assessment.at('verdict', { mentors: null })).toBe('UNKNOWN');
    expect(assessment.run({ professionalStaff: 4 })).not.toHaveProperty('tenants');
  });
});

describe('incubators', () => {
  test('everything exactly at its limit passes', () => {
    expect(verdict()).toBe('PASS');
    const specialised = { kind: 'SPECIALISED_INCUBATOR', tenants: tenants(30), graduates: graduates(15), mentors: 3, professionalStaff: 5 };
    expect(verdict(specialised)).toBe('PASS');
    expect(verdict({ ...specialised, kind: 'INCUBATOR' })).toBe('FAIL');
  });

  test.each([
    ['IN-1', { legalPerson: false }, 'unmet false'],
    ['IN-2', { operatingSince: '2022-08-01' }, 'unmet'],
    ['IN-3', { statisticsYears: 1 }, 'unmet 1'],
    ['IN-5', { tenantAndPublicArea: '7499.99' }, 'unmet 0.749999'],
    ['IN-6', { seedFund: '4999999.99' }, 'unmet 4999999.99'],
    ['IN-6', { serviceCases: 2 }, 'unmet 5000000.00'],
    ['IN-7', { serviceStaff: 7 }, 'unmet 0.714286'],
    ['IN-7', { serviceStaff: 0, professionalStaff: 0 }, 'unmet'],
    ['IN-8', { mentors: 4 }, 'unmet'],
    ['IN-8', { professionalStaff: 4, mentors: null }, 'unmet'],
    ['IN-8', { mentors: null }, 'unknown'],
  ])('%s with %j: %s', (ruleId, changes, expected) => {
    expect(status(ruleId, changes)).toBe(expected);
  });

  test('funded tenants: one in ten', () => {
    const funded = (yes: number, no: number) => ({ tenants: mixed(tenants(yes), tenants(no, { funded: false })) });
    expect([status('IN-6', funded(5, 45)), status('IN-6', funded(4, 46))]).toEqual(['met 5000000.00', 'unmet 5000000.00']);
    expect(status('IN-6', { tenants: mixed(tenants(49), tenants(1, { funded: null })) })).toBe('unknown 5000000.00');
    expect(status('IN-6', { tenants: [] })).toBe('unmet 5000000.00');
  });

  test('half with a patent filed, or three in ten owning rights', () => {
    const shares = (filed: number, owning: number | null) => ({
      tenants: Array.from({ length: 50 }, (_, index) => ({
        ...tenant,
        tenantId: `${index}`,
        patentFiled: index < filed,
        ownsIp: owning === null ? null : index < owning,
      })),
    });
    expect(status('IN-9', shares(25, 0))).toBe('met');
    expect(status('IN-9', shares(24, 15))).toBe('met');
    expect(status('IN-9', shares(24, 14))).toBe('unmet');
    expect(status('IN-9', shares(25, null))).toBe('met');
    expect(status('IN-9', shares(24, null))).toBe('unknown');
  });

  test('a specialised incubator keeps three quarters in its field', () => {
    const same = (yes: number, no: number) => ({
      kind: 'SPECIALISED_INCUBATOR',
      tenants: mixed(tenants(yes), tenants(no, { sameField: false })),
    });
    expect(status('IN-13', same(30, 10))).toBe('met 0.750000');
    expect(status('IN-13', same(29, 11))).toBe('unmet 0.725000');
    expect((assessment.run(incubator).findings as { ruleId: string }[]).map(({ ruleId }) => ruleId)).not.toContain('IN-13');
  });

  test('tenants to each thousand square metres', () => {
    const dense = (area: string, count: number) => ({ area, tenantAndPublicArea: area, tenants: tenants(count) });
    expect(status('IN-11', dense('20000', 60))).toBe('met');
    expect(status('IN-11', dense('20000.01', 60))).toBe('unmet');
    expect(status('IN-11', { ...dense('0', 60), tenants: null })).toBe('unmet');
    expect(status('IN-11', { ...dense('30000', 60), kind: 'SPECIALISED_INCUBATOR' })).toBe('met');
  });
});

test('one more tenant never makes the count or the density worse', () => {
  const order = ['unmet', 'unknown', 'met'];
  fc.assert(
    fc.property(fc.nat(60), fc.nat(3), (sure, open) => {
      const at = (count: number) => mixed(tenants(count), tenants(open, { smeType: null }));
      for (const ruleId of ['IN-10', 'IN-11']) {
        const rank = (count: number) => order.indexOf(status(ruleId, { tenants: at(count) }).split(' ')[0] ?? '');
        expect(rank(sure + 1)).toBeGreaterThanOrEqual(rank(sure));
      }
    }),
    { numRuns: 20 },
  );
});

test('the yearly score', () => {
  const scores = { service: '90', tenants: '80', funding: '70', qualifiedBred: '60', revenue: '50', statisticsSafety: '100' };
  expect(assessment.at('assessmentScore', { scores })).toBe('77.00');
  expect(assessment.at('assessmentScore', { scores: { ...scores, service: '90.3' } })).toBe('77.08');
  expect(assessment.at('assessmentScore', { scores: { ...scores, revenue: null } })).toBeNull();
});

test.each([
  [{ kind: null }, 'MISSING kind'],
  [{ kind: 'PARK' }, 'VALUE kind'],
  [{ asOf: null }, 'MISSING asOf'],
  [{ tenantAndPublicArea: '480.01' }, 'CONFLICT tenantAndPublicArea'],
  [{ ...incubator, professionalStaff: 7 }, 'CONFLICT professionalStaff'],
  [{ ...incubator, tenants: [...tenants(1), ...tenants(1)] }, 'CONFLICT tenants[1].tenantId'],
  [{ ...incubator, tenants: [{ ...tenant, tenantId: 'x', field: 'STEEL' }] }, 'VALUE tenants[0].field'],
  [{ ...incubator, graduates: [null] }, 'TYPE graduates[0]'],
  [{ scores: { charm: '1' } }, 'VALUE scores.charm'],
  [{ area: '-1' }, 'RANGE area'],
  [{ parameters: { weakRegionFactor: '1.1' } }, 'RANGE parameters.weakRegionFactor'],
])('problem %#', (changes, problem) => {
  expect(assessment.problem(changes)).toBe(problem);
});
