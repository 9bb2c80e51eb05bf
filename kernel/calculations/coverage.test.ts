// Coverage: who is active, what a service covers, levels without members, and what is not known.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { caseOf } from './case.ts';

const coverage = await caseOf('coverage');

const service = (level: string, areaId: string, changes: object = {}) => ({
  commissionerId: 'c',
  level,
  areaId,
  status: 'ACTIVE',
  from: '2025-01-01',
  to: '2025-12-31',
  civilServant: false,
  ...changes,
});
const at = (path: string, services: object[], more: object = {}) => coverage.at(path, { services, ...more });
const range = (services: object[], more: object = {}) => Object.values(at('townshipCoverage.covered', services, more) as object);

describe('an active service', () => {
  const sure = (changes: object, more: object = {}) => range([service('TOWNSHIP', 't1', changes)], more);

  test.each([
    [{}, [1, 1]],
    [{ status: 'ENDED' }, [0, 0]],
    [{ status: 'DISMISSED' }, [0, 0]],
    [{ status: null }, [0, 1]],
    [{ civilServant: true }, [0, 0]],
    [{ civilServant: null }, [0, 1]],
    [{ from: '2025-06-01' }, [1, 1]],
    [{ from: '2025-06-02' }, [0, 0]],
    [{ from: null }, [0, 1]],
    [{ to: '2025-06-01' }, [1, 1]],
    [{ to: '2025-05-31' }, [0, 0]],
    [{ to: null }, [0, 1]],
    [{ to: null, status: 'ENDED' }, [0, 0]],
  ])('with %j: %j', (changes, expected) => {
    expect(sure(changes)).toEqual(expected);
  });

  test('the best of several services counts', () => {
    expect(
      range([service('TOWNSHIP', 't1', { to: null }), service('TOWNSHIP', 't1'), service('TOWNSHIP', 't1', { status: 'ENDED' })]),
    ).toEqual([1, 1]);
  });
});

describe('what is covered', () => {
  test('a village service covers its township too, a township service no village', () => {
    const services = [service('VILLAGE', 'v1'), service('TOWNSHIP', 't2')];
    expect(coverage.run({ services })).toMatchObject({
      townshipCoverage: { covered: { min: 2, max: 2 }, total: 2, ratio: '1.000000', uncovered: [] },
      villageCoverage: { covered: { min: 1, max: 1 }, total: 3, ratio: '0.333333', uncovered: ['v2', 'v3'] },
      dualCoverage: false,
    });
  });

  test('both levels covered in full', () => {
    const all = ['v1', 'v2', 'v3'].map((village) => service('VILLAGE', village));
    expect(at('dualCoverage', all)).toBe(true);
    expect(at('dualCoverage', [...all.slice(0, 2), service('VILLAGE', 'v3', { to: null })])).toBeNull();
    expect(at('dualCoverage', [])).toBe(false);
  });

  test('uncovered are those that surely are, in the order of the input', () => {
    expect(at('townshipCoverage.uncovered', [])).toEqual(['t1', 't2']);
    expect(at('villageCoverage.uncovered', [service('VILLAGE', 'v2', { to: null })])).toEqual(['v1', 'v3']);
  });

  test('a level without members is unknown', () => {
    const bare = { townships: [{ townshipId: 't1', villages: [] }] };
    expect(coverage.run({ ...bare, services: [service('TOWNSHIP', 't1')] })).toMatchObject({
      villageCoverage: { covered: { min: 0, max: 0 }, total: 0, ratio: null, uncovered: [] },
      dualCoverage: null,
    });
    expect(coverage.run({ ...bare, services: [] })).toMatchObject({ dualCoverage: false });
    expect(coverage.run({ townships: [], services: [] })).toMatchObject({
      townshipCoverage: { total: 0, ratio: null },
      dualCoverage: null,
    });
  });

  test('villages not listed leave their coverage unknown', () => {
    const townships = [{ townshipId: 't1', villages: ['v1'] }, { townshipId: 't2' }];
    const full = [service('VILLAGE', 'v1'), service('TOWNSHIP', 't2')];
    expect(coverage.run({ townships, services: full })).toMatchObject({
      townshipCoverage: { ratio: '1.000000' },
      villageCoverage: null,
      dualCoverage: null,
    });
    expect(coverage.run({ townships, services: [service('TOWNSHIP', 't2')] })).toMatchObject({ dualCoverage: false });
  });
});

describe('industries', () => {
  const industries = (teams: object[] | null, list: string[] | null = ['茶', '菌', '稻']) =>
    at('industryCoverage', [], { industries: list, teams });
  const team = (active: boolean | null, ...names: string[]) => ({ teamId: 'x', active, industries: names });

  test('covered by active teams', () => {
    expect(industries([team(true, '茶', '菌'), team(false, '稻'), team(null, '茶')])).toEqual({
      covered: { min: 2, max: 2 },
      total: 3,
      ratio: '0.666667',
      uncovered: ['稻'],
    });
    expect(industries([team(null, '茶')])).toMatchObject({ covered: { min: 0, max: 1 }, ratio: null, uncovered: ['菌', '稻'] });
  });

  test('no list of industries: nothing to cover; no list of teams: unknown', () => {
    expect(industries([team(true, '茶')], null)).toBeNull();
    expect(industries(null)).toMatchObject({ covered: { min: 0, max: 3 }, uncovered: [] });
    expect(industries([], [])).toMatchObject({ total: 0, ratio: null });
  });
});

test('one more service never covers less, and the order of services does not matter', () => {
  const drawn = fc.array(fc.record({ areaId: fc.constantFrom('v1', 'v2', 'v3'), to: fc.constantFrom('2025-12-31', '2025-05-31', null) }), {
    maxLength: 6,
  });
  fc.assert(
    fc.property(drawn, (list) => {
      const services = list.map((changes) => service('VILLAGE', changes.areaId, changes));
      expect(coverage.run({ services: [...services].reverse() })).toEqual(coverage.run({ services }));
      const [before = 0, after = 0] = [range(services.slice(1))[0], range(services)[0]];
      expect(after).toBeGreaterThanOrEqual(before);
    }),
    { numRuns: 40 },
  );
});

test.each([
  [{ asOf: null }, 'MISSING asOf'],
  [{ townships: null }, 'MISSING townships'],
  [{ services: null }, 'MISSING services'],
  [{ townships: [{ townshipId: 't1' }, { townshipId: 't1' }], services: [] }, 'CONFLICT townships[1].townshipId'],
  [{ townships: [{ townshipId: 't1', villages: ['v', 'v'] }], services: [] }, 'CONFLICT townships[0].villages[1]'],
  [
    {
      townships: [
        { townshipId: 't1', villages: ['v'] },
        { townshipId: 't2', villages: ['v'] },
      ],
      services: [],
    },
    'CONFLICT townships[1].villages[0]',
  ],
  [{ services: [service('COUNTY', 't1')] }, 'VALUE services[0].level'],
  [{ services: [service('TOWNSHIP', 'v1')] }, 'VALUE services[0].areaId'],
  [{ services: [service('VILLAGE', 't1')] }, 'VALUE services[0].areaId'],
  [{ services: [service('VILLAGE', 'v1', { areaId: null })] }, 'MISSING services[0].areaId'],
  [{ services: [service('VILLAGE', 'v1', { to: '2024-12-31' })] }, 'CONFLICT services[0].to'],
  [{ services: [service('VILLAGE', 'v1', { status: 'IDLE' })] }, 'VALUE services[0].status'],
  [{ industries: ['茶'], teams: [{ teamId: 'x', industries: ['茶', '菌'] }] }, 'VALUE teams[0].industries[1]'],
  [{ teams: [{ teamId: 'x', industries: ['茶'] }] }, 'none'],
  [{ industries: ['茶'], teams: [{ teamId: 'x' }] }, 'MISSING teams[0].industries'],
])('problem %#', (changes, problem) => {
  expect(coverage.problem(changes)).toBe(problem);
});
