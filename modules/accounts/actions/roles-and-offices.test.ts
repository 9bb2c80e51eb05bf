// Roles with a second look, offices and settings in the hands of the administrators; through HTTP on the real database.
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { DEMONSTRATION_PASSWORD as DEMO } from '#modules/accounts/model/demonstration.ts';
import { ROOT } from '#testing/actors.ts';
import type { Client } from '#testing/app.ts';
import { signInAs } from '#testing/sign-in.ts';
import { code, openAdministration, type Rows, said } from '#testing/specimen/administration.ts';
import type { RoleChangeView } from '../wire.ts';

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
