// Accounts in the hands of the administrators, and the trail that is left of it; through HTTP on the real database.
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { DEMONSTRATION_PASSWORD as DEMO } from '#modules/accounts/model/demonstration.ts';
import type { Client } from '#testing/app.ts';
import { signInAs } from '#testing/sign-in.ts';
import { code, openAdministration, type Rows, said } from '#testing/specimen/administration.ts';
import type { AccountView, OfficeView, TrailLineView } from '../wire.ts';

const { app, close, signIn, findAccount, findOffice } = await openAdministration();
afterAll(close);

let system: Client;
let security: Client;
let second: Client;
let audit: Client;
let clerk: Client;
beforeEach(async () => {
  [system, security, second, audit, clerk] = await signIn();
});
const find = (login: string) => findAccount(system, login);
const officeOf = (kind: string) => findOffice(system, kind);

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
