// The three administrators at work: accounts, roles with a second look, offices, settings, trail; through HTTP on the real database.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { accountsActions } from '#modules/accounts/actions/index.ts';
import { constraintMessages, pepperedPasswords, sessionReader } from '#modules/accounts/contract.ts';
import { DEMONSTRATION_PASSWORD as DEMO } from '#modules/accounts/model/demonstration.ts';
import { seedDemonstrationAccounts } from '#modules/accounts/seeds.ts';
import { ringOf } from '#platform/crypto/keys.ts';
import { ROOT } from '#testing/actors.ts';
import { type Answer, type Client, makeApp, type TestApp } from '#testing/app.ts';
import { MORNING } from '#testing/clock.ts';
import { makeDatabase } from '#testing/database.ts';
import { signInAs } from '#testing/sign-in.ts';
import type { AccountView, OfficeView, RoleChangeView, TrailLineView } from '../wire.ts';

interface Rows<T> {
  rows: T[];
  next: string | null;
  total: number;
}

const passwords = pepperedPasswords(() => ringOf(Buffer.alloc(32, 7)));
let app: TestApp;
let system: Client;
let security: Client;
let second: Client;
let audit: Client;
let clerk: Client;

const code = (answer: Answer): string => (answer.body as { error: { code: string } }).error.code;
const said = (answer: Answer): string => (answer.body as { error: { message: string } }).error.message;
const find = async (login: string): Promise<AccountView> => {
  const { body } = await system.get<Rows<AccountView>>(`/accounts/accounts?text=${login}&limit=200`);
  const found = body.rows.find((row) => row.login === login);
  if (found === undefined) throw new Error(`no account ${login}`);
  return found;
};
const officeOf = async (kind: string): Promise<OfficeView> => {
  const { body } = await system.get<Rows<OfficeView>>(`/accounts/offices?kind=${kind}`);
  const found = body.rows[0];
  if (found === undefined) throw new Error(`no office ${kind}`);
  return found;
};

beforeAll(async () => {
  const database = await makeDatabase();
  app = await makeApp({
    database,
    actions: accountsActions({ passwords }),
    sessionReader: sessionReader(database, () => app.clock.now()),
    server: { constraintMessages },
  });
  await database.withSystem(ROOT, (db) => seedDemonstrationAccounts(db, ROOT, { now: new Date(MORNING), passwords }));
});
afterAll(async () => {
  await app.close();
  await app.database.close();
});
beforeEach(async () => {
  app.clock.at(MORNING);
  const signed = await Promise.all(['xitong', 'anquan', 'anquan2', 'shenji', 'gaoxin'].map((login) => signInAs(app, login, DEMO)));
  [system, security, second, audit, clerk] = signed.map((each) => each.client) as [Client, Client, Client, Client, Client];
});

describe('an account', () => {
  it('is opened with a first password that must be changed before anything else', async () => {
    const office = await officeOf('city-office');
    const made = await system.post<{ id: string; password: string }>('/accounts/accounts', {
      login: 'Wang.Li',
      name: '王丽',
      line: 'business',
      office: office.id,
    });
    expect(made.status).toBe(200);
    const proposed = await security.post<{ id: string }>('/accounts/role-changes', {
      account: made.body.id,
      add: ['city-officer'],
      remove: [],
      reason: '新到岗',
    });
    expect((await second.post(`/accounts/role-changes/${proposed.body.id}/confirm`)).status).toBe(204);
    const first = await signInAs(app, 'wang.li', made.body.password);
    expect(first.answer.body.mustChangePassword).toBe(true);
    expect((await first.client.get<{ permissions: string[] }>('/accounts/session')).body).toMatchObject({
      permissions: [],
      scope: 'none',
      mustChangePassword: true,
    });
    expect((await first.client.get('/accounts/offices')).status).toBe(403);
    const weak = await first.client.post('/accounts/password', { current: made.body.password, next: 'short' });
    expect([weak.status, code(weak)]).toEqual([422, 'PASSWORD_UNFIT']);
    expect((await first.client.post('/accounts/password', { current: 'wrong', next: 'Lake-Side-2026' })).status).toBe(422);
    expect((await first.client.post('/accounts/password', { current: made.body.password, next: 'Lake-Side-2026' })).status).toBe(204);
    expect((await first.client.get<{ scope: string }>('/accounts/session')).body.scope).toBe('root');
    expect((await first.client.get('/accounts/offices')).status).toBe(200);
  });

  it('does not take back any of its last five passwords', async () => {
    const made = await system.post<{ password: string }>('/accounts/accounts', { login: 'li.ming', name: '李明', line: 'business' });
    const { client } = await signInAs(app, 'li.ming', made.body.password);
    const passwords = [made.body.password, 'River-Bank-01', 'River-Bank-02', 'River-Bank-03', 'River-Bank-04', 'River-Bank-05'];
    for (const [index, next] of passwords.entries()) {
      if (index > 0) expect((await client.post('/accounts/password', { current: passwords[index - 1], next })).status).toBe(204);
    }
    const again = await client.post('/accounts/password', { current: 'River-Bank-05', next: 'River-Bank-01' });
    expect(said(again)).toContain('最近5次');
    expect((await client.post('/accounts/password', { current: 'River-Bank-05', next: made.body.password })).status).toBe(204);
  });

  it('of the demonstration keeps its printed password', async () => {
    const answer = await clerk.post('/accounts/password', { current: DEMO, next: 'Lake-Side-2026' });
    expect([answer.status, code(answer)]).toEqual([409, 'DEMO_PASSWORD']);
  });

  it('needs a name of its own, a fit login name and a fit seat', async () => {
    const office = await officeOf('city-office');
    const open = (body: object) =>
      system.post('/accounts/accounts', { login: 'new.one', name: '新人', line: 'business', office: office.id, ...body });
    expect([(await open({ login: 'GaoXin' })).status, said(await open({ login: 'gaoxin' }))]).toEqual([
      409,
      '该登录名已被使用，请换一个。',
    ]);
    expect(code(await open({ login: '王丽' }))).toBe('LOGIN_UNFIT');
    expect(code(await open({ line: 'audit' }))).toBe('SEAT_UNFIT');
    expect(code(await open({ office: (await officeOf('administration')).id }))).toBe('SEAT_UNFIT');
    expect((await open({ office: '0190c0de-0000-7000-8000-000000000009' })).status).toBe(404);
    expect((await open({ name: '' })).status).toBe(400);
    for (const other of [security, audit, clerk]) expect((await other.post('/accounts/accounts', {})).status).toBe(403);
  });

  it('is disabled at once, with its sessions, and enabled again', async () => {
    const { client } = await signInAs(app, 'pingtai', DEMO);
    const account = await find('pingtai');
    expect((await system.post(`/accounts/accounts/${account.id}/disable`, { version: account.version, reason: '调离' })).status).toBe(204);
    expect((await client.get('/accounts/my-account')).status).toBe(401);
    expect(code((await signInAs(app, 'pingtai', DEMO)).answer)).toBe('ACCOUNT_DISABLED');
    const stale = await system.post(`/accounts/accounts/${account.id}/enable`, { version: account.version });
    expect([stale.status, code(stale)]).toEqual([409, 'STALE']);
    expect((await system.post(`/accounts/accounts/${account.id}/enable`, { version: account.version + 1 })).status).toBe(204);
    expect((await signInAs(app, 'pingtai', DEMO)).answer.status).toBe(200);
  });

  it('that is the last of its administrators, or one’s own, stays', async () => {
    const auditor = await find('shenji');
    expect(code(await system.post(`/accounts/accounts/${auditor.id}/disable`, { version: auditor.version, reason: '试试' }))).toBe(
      'LAST_OF_LINE',
    );
    const own = await find('xitong');
    expect(code(await system.post(`/accounts/accounts/${own.id}/disable`, { version: own.version, reason: '试试' }))).toBe('OWN_ACCOUNT');
  });

  it('is unlocked by the system administrator, and given a new first password', async () => {
    for (let index = 0; index < 5; index++) await signInAs(app, 'nongcun', 'wrong');
    const account = await find('nongcun');
    expect(account.lockedUntil).not.toBeNull();
    expect((await system.get<Rows<AccountView>>('/accounts/accounts?state=locked')).body.rows.map((row) => row.login)).toEqual(['nongcun']);
    expect((await system.post(`/accounts/accounts/${account.id}/unlock`)).status).toBe(204);
    expect((await signInAs(app, 'nongcun', DEMO)).answer.status).toBe(200);
    const reset = await system.post<{ password: string }>(`/accounts/accounts/${account.id}/reset-password`);
    expect((await signInAs(app, 'nongcun', DEMO)).answer.status).toBe(401);
    expect((await signInAs(app, 'nongcun', reset.body.password)).answer.body.mustChangePassword).toBe(true);
  });

  it('moves to another office of its kind, and to no other kind while it holds roles', async () => {
    const account = await find('kj990103');
    const offices = (await system.get<Rows<OfficeView>>('/accounts/offices')).body.rows;
    const science = offices.find((office) => office.kind === 'county-office' && office.region === '990104');
    const tax = offices.find((office) => office.kind === 'county-tax');
    const edit = (office: string | undefined, version: number) =>
      system.put(`/accounts/accounts/${account.id}`, { version, name: '顾新', office });
    expect(code(await edit(tax?.id, account.version))).toBe('SEAT_UNFIT');
    expect((await edit(science?.id, account.version)).status).toBe(204);
    expect(await find('kj990103')).toMatchObject({ name: '顾新', region: '990104' });
  });

  it('is listed page by page without gaps or repeats', async () => {
    const seen: string[] = [];
    let after = '';
    do {
      const { body } = await system.get<Rows<AccountView>>(`/accounts/accounts?limit=20&sort=-name&after=${after}`);
      expect(body.total).toBeGreaterThan(60);
      seen.push(...body.rows.map((row) => row.login));
      after = body.next ?? '';
    } while (after !== '');
    expect(new Set(seen).size).toBe(seen.length);
    expect((await system.get<Rows<AccountView>>('/accounts/accounts?role=county-tax-officer')).body.total).toBe(11);
    expect((await system.get('/accounts/accounts?sort=hash')).status).toBe(400);
  });
});

describe('roles', () => {
  const propose = (client: Client, account: string, add: string[], remove: string[] = []) =>
    client.post<{ id: string }>('/accounts/role-changes', { account, add, remove, reason: '工作调整' });

  it('take effect only with a second look by another administrator, and then at once', async () => {
    const { client } = await signInAs(app, 'rencai', DEMO);
    const account = await find('rencai');
    const proposed = await propose(security, account.id, [], ['city-officer']);
    expect(proposed.status).toBe(200);
    expect(code(await propose(second, account.id, [], ['city-officer']))).toBe('DUPLICATE');
    expect(code(await security.post(`/accounts/role-changes/${proposed.body.id}/confirm`))).toBe('SECOND_LOOK');
    expect((await audit.post(`/accounts/role-changes/${proposed.body.id}/confirm`)).status).toBe(403);
    expect((await client.get('/accounts/offices')).status).toBe(200);
    const waiting = await system.get<Rows<RoleChangeView>>('/accounts/role-changes?open=true');
    expect(waiting.body.rows).toMatchObject([{ login: 'rencai', remove: ['city-officer'], outcome: null }]);
    expect((await system.post(`/accounts/role-changes/${proposed.body.id}/confirm`)).status).toBe(204);
    expect((await client.get('/accounts/offices')).status).toBe(403);
    expect(code(await system.post(`/accounts/role-changes/${proposed.body.id}/decline`))).toBe('ALREADY_DECIDED');
    const back = await propose(security, account.id, ['city-officer']);
    expect((await second.post(`/accounts/role-changes/${back.body.id}/decline`)).status).toBe(204);
    const again = await propose(security, account.id, ['city-officer']);
    expect(code(await second.post(`/accounts/role-changes/${again.body.id}/withdraw`))).toBe('NOT_YOURS');
    expect((await security.post(`/accounts/role-changes/${again.body.id}/withdraw`)).status).toBe(204);
  });

  it('of two lines never meet: not by proposal, not in the database', async () => {
    const clerkAccount = await find('gaoxin');
    const admin = await find('xitong');
    expect(said(await propose(security, admin.id, ['audit-admin']))).toContain('不能同时承担系统管理与审计管理');
    expect(said(await propose(security, admin.id, ['city-officer'], ['system-admin']))).toContain('市科技局处室');
    expect(said(await propose(security, clerkAccount.id, ['system-admin'], ['city-officer']))).toContain('系统运行管理机构');
    const bare = (sql: string, values: unknown[]) => app.database.withOwner((owner) => owner.query(sql, values));
    const grant = (account: string, role: string, line: string) =>
      bare(`insert into accounts.role_grant values ($1, $2, $3, $4, now(), $2)`, [ROOT, account, role, line]);
    await expect(grant(admin.id, 'audit-admin', 'audit')).rejects.toThrow('separate_duties');
    await expect(grant(admin.id, 'audit-admin', 'system')).rejects.toThrow('role_of_line');
    await expect(grant(admin.id, 'city-officer', 'business')).rejects.toThrow('separate_duties');
    await expect(grant(clerkAccount.id, 'security-admin', 'security')).rejects.toThrow('separate_duties');
    await expect(bare(`update accounts.account set line = 'audit' where id = $1`, [admin.id])).rejects.toThrow('separate_duties');
  });

  it('are not proposed for oneself, nor when nothing would change', async () => {
    const own = await find('anquan');
    expect(code(await propose(security, own.id, ['audit-admin'], ['security-admin']))).toBe('OWN_ROLES');
    const account = await find('chengguo');
    expect(code(await propose(security, account.id, ['city-officer']))).toBe('ROLES_UNFIT');
    expect(code(await propose(security, account.id, []))).toBe('ROLES_UNFIT');
    expect((await propose(security, account.id, ['king'])).status).toBe(400);
    expect((await propose(system, account.id, ['leader'])).status).toBe(403);
  });

  it('are shown with what each may do and how many hold it', async () => {
    const { body } = await audit.get<{ roles: { id: string; holders: number; permissions: string[] }[] }>('/accounts/roles');
    expect(body.roles.find((role) => role.id === 'security-admin')).toMatchObject({
      holders: 2,
      permissions: expect.arrayContaining(['accounts/role:propose']),
    });
    expect((await clerk.get('/accounts/roles')).status).toBe(403);
  });
});

describe('offices and settings', () => {
  it('an office is opened in its region, renamed, and closed when nobody sits there', async () => {
    const open = (body: object) =>
      system.post<{ id: string }>('/accounts/offices', { kind: 'county-office', region: '990102', name: '澜滨区科技服务站', ...body });
    expect(code(await open({ region: '990100' }))).toBe('REGION_UNFIT');
    expect(code(await open({ region: '360102' }))).toBe('REGION_UNFIT');
    expect(code(await open({ kind: 'city-tax' }))).toBe('REGION_UNFIT');
    const made = await open({});
    expect(said(await open({}))).toContain('已有同名机构');
    const close = (id: string, version: number) =>
      system.put(`/accounts/offices/${id}`, { version, name: '澜滨区科技服务中心', isClosed: true });
    expect((await close(made.body.id, 1)).status).toBe(204);
    expect(code(await close(made.body.id, 1))).toBe('STALE');
    const used = await officeOf('leadership');
    expect(code(await close(used.id, used.version))).toBe('OFFICE_IN_USE');
    expect((await clerk.post('/accounts/offices', {})).status).toBe(403);
  });

  it('settings move within their bounds and hold at once', async () => {
    const { body } = await audit.get<{ settings: Record<string, number>; version: number }>('/accounts/settings');
    expect(body).toMatchObject({ settings: { idleMinutes: 15, adminIdleMinutes: 10, absoluteHours: 8 }, version: 0 });
    const change = (settings: object, version: number) =>
      security.put('/accounts/settings', { settings: { ...body.settings, ...settings }, version });
    expect(code(await change({ idleMinutes: 600 }, 0))).toBe('SETTING_UNFIT');
    expect((await change({ idleMinutes: 5 }, 0)).status).toBe(204);
    expect(code(await change({ idleMinutes: 6 }, 0))).toBe('STALE');
    app.clock.advance({ minutes: 5, seconds: 1 });
    expect((await clerk.get('/accounts/my-account')).status).toBe(401);
    expect((await change({}, 1)).status).toBe(204);
    expect((await system.put('/accounts/settings', {})).status).toBe(403);
  });
});

describe('the trail', () => {
  it('is read by the audit administrator alone, by account, day and words', async () => {
    const { body } = await audit.get<Rows<TrailLineView>>('/accounts/trail?limit=5');
    expect(body.rows).toHaveLength(5);
    expect(body.total).toBeGreaterThan(30);
    const older = await audit.get<Rows<TrailLineView>>(`/accounts/trail?limit=5&after=${body.next}`);
    expect(Number(older.body.rows[0]?.seq)).toBe(Number(body.rows[4]?.seq) - 1);
    const opened = await audit.get<Rows<TrailLineView>>(
      `/accounts/trail?text=${encodeURIComponent('开设')}&from=2026-03-02&until=2026-03-02`,
    );
    expect(opened.body.rows.map((row) => row.sentence)).toContain('开设业务账户「王丽（wang.li）」');
    expect((await audit.get<Rows<TrailLineView>>('/accounts/trail?until=2026-03-01')).body.total).toBe(0);
    expect((await audit.get('/accounts/trail?from=2026-03-02&until=2026-03-01')).status).toBe(422);
    const own = await find('anquan');
    const ofSecurity = await audit.get<Rows<TrailLineView>>(`/accounts/trail?account=${own.id}&limit=200`);
    expect(new Set(ofSecurity.body.rows.map((row) => row.account))).toEqual(new Set([own.id]));
    for (const other of [system, security, clerk]) expect((await other.get('/accounts/trail')).status).toBe(403);
    expect((await app.anonymous.get('/accounts/trail')).status).toBe(401);
  });

  it('is verified whole, and names the line that was tampered with', async () => {
    const whole = await audit.get<{ holds: boolean; lines: number }>('/accounts/trail/verification');
    expect(whole.body).toMatchObject({ holds: true, broken: null });
    await app.database.withOwner((owner) =>
      owner.query(`set session_replication_role = replica; update platform.trail set sentence = '什么也没发生' where seq = 3`),
    );
    const broken = await audit.get('/accounts/trail/verification');
    expect(broken.body).toMatchObject({ holds: false, broken: { seq: '3', kind: 'edited' } });
    expect((await security.get('/accounts/trail/verification')).status).toBe(403);
  });
});
