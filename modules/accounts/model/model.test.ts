// The rules of accounts: lines of duty, sight, passwords, locks, settings and lending.
import { describe, expect, it } from 'vitest';
import { lendingProblem, type Party } from './delegation.ts';
import { dutyProblem } from './duties.ts';
import { afterFailure, type Failures, isLocked, lockedMessage, wrongMessage } from './lock-out.ts';
import { LOGIN_PATTERN, normalLogin } from './login-name.ts';
import { passwordProblems } from './password-policy.ts';
import { permissionNames, permissions } from './permissions.ts';
import { isAdministrator, permissionsOf, permissionsOfRole, type RoleId, roleIds } from './roles.ts';
import { defaultSettings, settingProblems } from './settings.ts';
import { sightOf } from './sight.ts';

const inAdministration = { officeKind: 'administration', party: null } as const;
const administrators = roleIds.filter(isAdministrator);

describe('lines of duty', () => {
  it('keep the three administrators apart, each from each', () => {
    expect(administrators).toEqual(['system-admin', 'security-admin', 'audit-admin']);
    for (const one of administrators) {
      expect(dutyProblem([one], inAdministration)).toBeUndefined();
      for (const other of administrators.filter((role) => role !== one)) {
        expect(dutyProblem([one, other], inAdministration)).toContain('不能同时承担');
      }
    }
  });

  it('keep every administrator apart from every business role', () => {
    for (const business of roleIds.filter((role) => !isAdministrator(role))) {
      for (const admin of administrators) expect(dutyProblem([business, admin], inAdministration)).toContain('不能同时承担');
    }
  });

  it('seat a role only in an office of its kind', () => {
    expect(dutyProblem(['county-officer'], { officeKind: 'county-office', party: null })).toBeUndefined();
    expect(dutyProblem(['county-officer'], { officeKind: 'city-office', party: null })).toContain('县区科技局');
    expect(dutyProblem(['enterprise'], { officeKind: null, party: null })).toContain('须关联');
    expect(dutyProblem(['expert'], { officeKind: 'city-office', party: null })).toContain('不隶属');
    expect(dutyProblem(['city-officer'], { officeKind: null, party: 'p' })).toContain('企业账户只能是');
  });
});

describe('permissions', () => {
  it('of administrators touch accounts only, those of business never the administration', () => {
    for (const role of administrators) for (const name of permissionsOfRole(role)) expect(name).toMatch(/^accounts\//);
    for (const role of roleIds.filter((each) => !isAdministrator(each))) {
      for (const name of permissionsOfRole(role)) expect(name).not.toMatch(/^accounts\/(account|role|setting|trail)/);
    }
  });

  it('are each held by some role and named module/thing:verb', () => {
    for (const name of permissionNames) {
      expect(name).toMatch(/^[a-z]+\/[a-z-]+:[a-z-]+$/);
      expect(permissions[name].held.length).toBeGreaterThan(0);
    }
  });

  it('add up over roles', () => {
    const both = permissionsOf(['county-officer', 'county-tax-officer']);
    for (const role of ['county-officer', 'county-tax-officer'] as const) {
      for (const name of permissionsOfRole(role)) expect(both.has(name)).toBe(true);
    }
  });
});

describe('sight', () => {
  const at = (
    roles: RoleId[],
    officeKind: Parameters<typeof sightOf>[0]['officeKind'],
    officeRegion: string | null,
    party: string | null = null,
  ) => sightOf({ roles, officeKind, officeRegion, root: '990100', party });

  it('of city offices and leaders is the whole city', () => {
    expect(at(['city-officer'], 'city-office', '990100').scope).toBe('root');
    expect(at(['leader'], 'leadership', '990100').scope).toBe('root');
  });
  it('of county offices is their own region', () => {
    expect(at(['county-tax-officer'], 'county-tax', '990102')).toEqual({ scope: 'regions', regions: ['990102'], party: null });
    expect(at(['county-officer'], 'county-office', null).scope).toBe('none');
    expect(at(['county-officer'], 'county-office', '990100').scope).toBe('none');
  });
  it('of enterprises is their own rows, of experts what is assigned', () => {
    expect(at(['enterprise'], null, null, 'p')).toEqual({ scope: 'party', regions: [], party: 'p' });
    expect(at(['enterprise'], null, null).scope).toBe('none');
    expect(at(['expert'], null, null).scope).toBe('expert');
  });
  it('of administrators and of accounts without a role is nothing', () => {
    for (const role of administrators) expect(at([role], 'city-office', '990100').scope).toBe('none');
    expect(at([], 'city-office', '990100').scope).toBe('none');
  });
});

describe('passwords', () => {
  it('need ten characters of three classes, without the login name', () => {
    expect(passwordProblems('Lanjiang#26', 'wang.li')).toEqual([]);
    expect(passwordProblems('Short#1a', 'wang.li')).toEqual(['密码至少10位，现在是8位。']);
    expect(passwordProblems('lowercase1234', 'wang.li')[0]).toContain('现在只有2类');
    expect(passwordProblems('x-Wang.Li-2026', 'wang.li')).toEqual(['密码不得包含登录名。']);
    expect(passwordProblems('字'.repeat(129), 'wang.li').join()).toContain('不超过128位');
  });
  it('login names ignore capitals, width and spaces', () => {
    expect(normalLogin(' ＷangLi ')).toBe('wangli');
    expect(LOGIN_PATTERN.test(normalLogin('91990102MA0A00001X'))).toBe(true);
    expect(LOGIN_PATTERN.test('王')).toBe(false);
  });
});

describe('lock-out', () => {
  const at = (minute: number) => new Date(Date.UTC(2026, 2, 2, 1, 0) + minute * 60_000);
  const fail = (minutesOfFailures: number[]): Failures | null =>
    minutesOfFailures.reduce<Failures | null>((state, minute) => afterFailure(state, at(minute), defaultSettings), null);

  it('comes with the fifth failure within a quarter of an hour and lasts half an hour', () => {
    const four = fail([0, 1, 2, 3]);
    expect(isLocked(four, at(3))).toBe(false);
    expect(four && wrongMessage(four, defaultSettings)).toContain('再错 1 次');
    const five = fail([0, 1, 2, 3, 4]);
    expect(isLocked(five, at(33))).toBe(true);
    expect(isLocked(five, at(34))).toBe(false);
    expect(five && lockedMessage(five, defaultSettings)).toBe(
      '该登录名连续 5 次密码错误，已锁定 30 分钟。请在 09:34 以后再试，或请系统管理员解锁。',
    );
  });
  it('forgets failures of more than a quarter of an hour ago, and all when a lock has run out', () => {
    expect(fail([0, 1, 2, 3, 16])?.count).toBe(1);
    expect(fail([0, 1, 2, 3, 4, 40])?.count).toBe(1);
  });
});

describe('settings', () => {
  it('stay within bounds that security allows', () => {
    expect(settingProblems(defaultSettings)).toEqual([]);
    expect(settingProblems({ ...defaultSettings, idleMinutes: 0, lockMinutes: 15.5 }).map((problem) => problem.where)).toEqual([
      'idleMinutes',
      'lockMinutes',
    ]);
  });
});

describe('lending a role', () => {
  const lender: Party = { id: 'a', office: 'o', active: true, roles: ['county-officer'] };
  const borrower: Party = { id: 'b', office: 'o', active: true, roles: [] };
  const rules = { today: '2026-03-02', mostDays: 60 };
  const lending = { role: 'county-officer', from: '2026-03-02', until: '2026-04-30' } as const;

  it('is allowed to a colleague of the same office for a limited time', () => {
    expect(lendingProblem(lender, borrower, lending, rules)).toBeUndefined();
    expect(lendingProblem(lender, borrower, { ...lending, until: '2026-05-01' }, rules)).toContain('现在是 61 天');
  });
  it('is refused otherwise, each time with the reason', () => {
    expect(lendingProblem(lender, { ...borrower, office: 'x' }, lending, rules)).toContain('同一机构');
    expect(lendingProblem(lender, { ...borrower, id: 'a' }, lending, rules)).toContain('本人');
    expect(lendingProblem(lender, { ...borrower, active: false }, lending, rules)).toContain('已停用');
    expect(lendingProblem(lender, { ...borrower, roles: ['audit-admin'] }, lending, rules)).toContain('管理员账户');
    expect(lendingProblem(lender, { ...borrower, roles: ['county-officer'] }, lending, rules)).toContain('无需委托');
    expect(lendingProblem({ ...lender, roles: [] }, borrower, lending, rules)).toContain('不得再委托');
    expect(lendingProblem({ ...lender, roles: ['system-admin'] }, borrower, { ...lending, role: 'system-admin' }, rules)).toContain(
      '不得委托',
    );
    expect(lendingProblem(lender, borrower, { ...lending, from: '2026-03-01' }, rules)).toContain('以后开始');
    expect(lendingProblem(lender, borrower, { ...lending, until: '2026-03-01' }, rules)).toContain('早于');
  });
});
