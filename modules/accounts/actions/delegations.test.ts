// Lending a role to a colleague: it holds for its days, while both are where they were, and not a moment longer.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
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
import type { DelegationView } from '../wire.ts';

const passwords = pepperedPasswords(() => ringOf(Buffer.alloc(32, 7)));
let app: TestApp;
const client = async (login: string): Promise<Client> => (await signInAs(app, login, DEMO)).client;
const code = (answer: Answer): string => (answer.body as { error: { code: string } }).error.code;
const message = (answer: Answer): string => (answer.body as { error: { message: string } }).error.message;
const permissionsOf = async (who: Client): Promise<string[]> =>
  (await who.get<{ permissions: string[] }>('/accounts/session')).body.permissions;
const idOf = async (login: string): Promise<string> => {
  const { rows } = await app.database.withOwner((owner) => owner.query('select id from accounts.account where login = $1', [login]));
  return rows[0]?.id as string;
};
const takeRoles = (login: string) =>
  app.database.withOwner((owner) =>
    owner.query('delete from accounts.role_grant where account = (select id from accounts.account where login = $1)', [login]),
  );

beforeAll(async () => {
  const database = await makeDatabase();
  app = await makeApp({
    database,
    actions: accountsActions({ passwords }),
    sessionReader: sessionReader(database, () => app.clock.now()),
    server: { constraintMessages },
  });
  await database.withSystem(ROOT, (db) => seedDemonstrationAccounts(db, ROOT, { now: new Date(MORNING), passwords }));
  // Like gaoxin3 this colleague has no role of the own.
  await takeRoles('kj990102b');
});
afterAll(async () => {
  await app.close();
  await app.database.close();
});

describe('a role lent', () => {
  it('holds from its first to its last day, and both find it in their lists', async () => {
    app.clock.at('2026-03-02');
    const lender = await client('gaoxin');
    const borrower = await client('gaoxin3');
    expect(await permissionsOf(borrower)).toEqual([]);
    const { body } = await lender.get<{ rows: { id: string; name: string }[] }>('/accounts/colleagues');
    expect(body.rows.map((row) => row.id)).toEqual(expect.arrayContaining([await idOf('gaoxin2'), await idOf('gaoxin3')]));
    const lent = await lender.post<{ id: string }>('/accounts/my-delegations', {
      role: 'city-officer',
      borrower: await idOf('gaoxin3'),
      from: '2026-03-03',
      until: '2026-03-05',
      reason: '出差',
    });
    expect(lent.status).toBe(200);
    expect(await permissionsOf(borrower)).toEqual([]);
    const overlapping = await lender.post('/accounts/my-delegations', {
      role: 'city-officer',
      borrower: await idOf('gaoxin3'),
      from: '2026-03-05',
      until: '2026-03-06',
      reason: '出差',
    });
    expect([overlapping.status, code(overlapping)]).toEqual([409, 'LOAN_OVERLAPS']);
    for (const [day, holds] of [
      ['2026-03-03', true],
      ['2026-03-05', true],
      ['2026-03-06', false],
    ] as const) {
      app.clock.at(day);
      const now = await client('gaoxin3');
      expect((await permissionsOf(now)).includes('casework/call:manage'), day).toBe(holds);
    }
    app.clock.at('2026-03-03');
    const now = await client('gaoxin3');
    expect((await now.get<{ scope: string }>('/accounts/session')).body.scope).toBe('root');
    expect((await now.get<{ roles: string[]; borrowed: string[] }>('/accounts/my-account')).body).toMatchObject({
      roles: [],
      borrowed: ['city-officer'],
    });
    const listed = await now.get<{ rows: DelegationView[] }>('/accounts/my-delegations?inForce=true');
    expect(listed.body.rows).toMatchObject([{ role: 'city-officer', isInForce: true, from: '2026-03-03', until: '2026-03-05' }]);
  });

  it('ends at once when it is taken back, or when the security administrator ends it', async () => {
    app.clock.at('2026-03-03');
    const [lender, borrower, security] = (await Promise.all(['gaoxin', 'gaoxin3', 'anquan'].map(client))) as [Client, Client, Client];
    const { body } = await lender.get<{ rows: DelegationView[] }>('/accounts/my-delegations');
    const id = body.rows[0]?.id;
    expect(code(await borrower.post(`/accounts/my-delegations/${id}/revoke`))).toBe('NOT_YOURS');
    expect((await lender.post(`/accounts/my-delegations/${id}/revoke`)).status).toBe(204);
    expect(await permissionsOf(borrower)).toEqual([]);
    expect(code(await lender.post(`/accounts/my-delegations/${id}/revoke`))).toBe('ALREADY_REVOKED');
    const again = await lender.post<{ id: string }>('/accounts/my-delegations', {
      role: 'city-officer',
      borrower: await idOf('gaoxin3'),
      from: '2026-03-03',
      until: '2026-03-03',
      reason: '出差',
    });
    expect(await permissionsOf(borrower)).toContain('casework/call:manage');
    const all = await security.get<{ total: number }>('/accounts/delegations');
    expect(all.body.total).toBe(2);
    expect((await security.post(`/accounts/delegations/${again.body.id}/revoke`)).status).toBe(204);
    expect(await permissionsOf(borrower)).toEqual([]);
    expect((await lender.post(`/accounts/delegations/${again.body.id}/revoke`)).status).toBe(403);
  });

  it('lapses when the lender loses the role, is disabled, or the borrower leaves the office', async () => {
    app.clock.at('2026-03-03');
    const [lender, borrower] = (await Promise.all(['kj990102', 'kj990102b'].map(client))) as [Client, Client];
    await lender.post('/accounts/my-delegations', {
      role: 'county-officer',
      borrower: await idOf('kj990102b'),
      from: '2026-03-03',
      until: '2026-03-09',
      reason: '休假',
    });
    expect(await permissionsOf(borrower)).toContain('casework/case:act');
    expect((await borrower.get<{ regions: unknown }>('/accounts/session')).body.regions).toEqual([{ code: '990102', name: '澜滨区' }]);
    const owner = (sql: string) => app.database.withOwner((each) => each.query(sql));
    const [lenderId, borrowerId] = [await idOf('kj990102'), await idOf('kj990102b')];
    await owner(`update accounts.account set disabled_at = now() where id = '${lenderId}'`);
    expect(await permissionsOf(borrower)).toEqual([]);
    await owner(`update accounts.account set disabled_at = null where id = '${lenderId}'`);
    expect(await permissionsOf(borrower)).toContain('casework/case:act');
    await owner(
      `update accounts.account set office = (select office from accounts.account where login = 'kj990103') where id = '${borrowerId}'`,
    );
    expect(await permissionsOf(borrower)).toEqual([]);
    await owner(
      `update accounts.account set office = (select office from accounts.account where id = '${lenderId}') where id = '${borrowerId}'`,
    );
    await takeRoles('kj990102');
    expect(await permissionsOf(borrower)).toEqual([]);
  });

  it('is refused to strangers, to administrators, for too long, and what is borrowed cannot be lent on', async () => {
    app.clock.at('2026-03-03');
    const lender = await client('gaoxin');
    const lend = async (borrower: string, more: object = {}) =>
      lender.post('/accounts/my-delegations', {
        role: 'city-officer',
        borrower: await idOf(borrower),
        from: '2026-03-03',
        until: '2026-03-09',
        reason: '出差',
        ...more,
      });
    expect(message(await lend('chengguo'))).toContain('同一机构');
    expect(message(await lend('gaoxin3', { until: '2026-06-30' }))).toContain('最长 60 天');
    expect(message(await lend('gaoxin3', { role: 'leader' }))).toContain('没有「局领导」');
    expect((await lend('gaoxin3', { from: '2026-02-30' })).status).toBe(400);
    expect((await lend('gaoxin3', { role: 'system-admin' })).status).toBe(422);
    for (const other of ['xitong', 'anquan', 'shenji', 'zhuanjia1']) {
      expect((await (await client(other)).post('/accounts/my-delegations', {})).status).toBe(403);
    }
  });

  it('never reaches an administrator, whatever the program does: the database refuses', async () => {
    const insert = (role: string, line: string, lender: string, borrower: string) =>
      app.database.withOwner(async (owner) =>
        owner.query(
          `insert into accounts.delegation (root, id, role, line, lender, borrower, from_day, until_day, reason, lent_at)
           values ($1, gen_random_uuid(), $2, $3, $4, $5, '2026-03-03', '2026-03-09', '试试', now())`,
          [ROOT, role, line, await idOf(lender), await idOf(borrower)],
        ),
      );
    await expect(insert('city-officer', 'business', 'gaoxin', 'xitong')).rejects.toThrow('borrower_of_business');
    await expect(insert('system-admin', 'business', 'gaoxin', 'gaoxin3')).rejects.toThrow('delegation_role_check');
    await expect(insert('city-officer', 'system', 'xitong', 'gaoxin3')).rejects.toThrow('delegation_line_check');
  });
});
