// Signing in and out, locks, idle and absolute ends, passwords: through HTTP on the real database.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { accountsActions } from '#modules/accounts/actions/index.ts';
import { pepperedPasswords, sessionReader } from '#modules/accounts/contract.ts';
import { DEMONSTRATION_PASSWORD as DEMO } from '#modules/accounts/model/demonstration.ts';
import { seedDemonstrationAccounts } from '#modules/accounts/seeds.ts';
import { ringOf } from '#platform/crypto/keys.ts';
import { ROOT } from '#testing/actors.ts';
import { makeApp, type TestApp } from '#testing/app.ts';
import { MORNING } from '#testing/clock.ts';
import { makeDatabase } from '#testing/database.ts';
import { clientWith, signInAs, tokenOf } from '#testing/sign-in.ts';

const passwords = pepperedPasswords(() => ringOf(Buffer.alloc(32, 7)));
let app: TestApp;

interface Told {
  error: { code: string; message: string };
}

beforeAll(async () => {
  const database = await makeDatabase();
  app = await makeApp({ database, actions: accountsActions({ passwords }), sessionReader: sessionReader(database, () => app.clock.now()) });
  await database.withSystem(ROOT, (db) =>
    seedDemonstrationAccounts(db, ROOT, {
      now: new Date(MORNING),
      passwords,
      parties: [{ id: '0190c0de-0000-7000-8000-000000000001', name: '澜江微光科技有限公司' }],
    }),
  );
});

afterAll(async () => {
  await app.close();
  await app.database.close();
});

beforeEach(() => app.clock.at(MORNING));

describe('signing in', () => {
  it('gives a session whose actor sees what the office may see', async () => {
    const { answer, client, token } = await signInAs(app, ' KJ990102 ', DEMO);
    expect(answer.status).toBe(200);
    expect(answer.body).toEqual({ mustChangePassword: false, notice: null });
    expect(String(answer.headers['set-cookie'])).toMatch(/HttpOnly/);
    expect(String(answer.headers['set-cookie'])).toMatch(/SameSite=Strict/);
    expect(token).toMatch(/^990100\.[\w-]{43}$/);
    const session = await client.get<Record<string, unknown>>('/accounts/session');
    expect(session.body).toMatchObject({
      root: { code: '990100', name: '澜江市' },
      bureau: '澜江市科学技术局',
      demo: true,
      office: { kind: 'county-office', name: '澜滨区科学技术局' },
      scope: 'regions',
      regions: [{ code: '990102', name: '澜滨区' }],
      party: null,
      mustChangePassword: false,
    });
    expect(session.body.permissions).toContain('casework/case:act');
  });

  it('stores no token, only a digest that opens nothing', async () => {
    const { token } = await signInAs(app, 'gaoxin', DEMO);
    const stored = await app.database.withOwner(async (owner) => (await owner.query('select * from accounts.session')).rows);
    expect(JSON.stringify(stored)).not.toContain(token?.slice(7));
    const digest = Buffer.from(stored.at(-1)?.token_hash ?? '').toString('base64url');
    expect((await clientWith(app, `${ROOT}.${digest}`).get('/accounts/my-account')).status).toBe(401);
  });

  it('tells nobody who has not signed in more than the name of the bureau', async () => {
    const { body } = await app.anonymous.get('/accounts/session');
    expect(body).toEqual({ root: { code: '990100', name: '澜江市' }, bureau: '澜江市科学技术局', demo: true });
    expect((await clientWith(app, 'nonsense').get('/accounts/session')).body).toEqual(body);
  });

  it('prints the demonstration accounts while the data are fictional', async () => {
    const { body } = await app.anonymous.get<{ demo: boolean; demoAccounts: { account: string; role: string }[] }>('/accounts/welcome');
    expect(body.demo).toBe(true);
    expect(body.demoAccounts.map((each) => each.account)).toEqual(
      expect.arrayContaining(['gaoxin', 'juzhang', 'xitong', 'anquan', 'shenji', 'qiye1']),
    );
    for (const { account } of body.demoAccounts) expect((await signInAs(app, account, DEMO)).answer.status).toBe(200);
  });

  it('refuses what is no sign-in at all', async () => {
    expect((await app.anonymous.post('/accounts/sign-in', { account: '', password: 'x' })).status).toBe(400);
    expect((await app.anonymous.post('/accounts/sign-in', { account: 'a', password: 'x', root: '1' })).status).toBe(400);
  });
});

describe('wrong passwords', () => {
  it('lock the name with the fifth, for half an hour, and the right password does not help', async () => {
    for (let left = 4; left > 0; left--) {
      const { answer } = await signInAs(app, 'caizheng', 'wrong');
      expect(answer.status).toBe(401);
      expect((answer.body as unknown as Told).error.message).toContain(`再错 ${left} 次`);
    }
    const fifth = await signInAs(app, 'caizheng', 'wrong');
    expect(fifth.answer.status).toBe(429);
    expect((fifth.answer.body as unknown as Told).error.message).toContain('已锁定 30 分钟。请在 09:30 以后再试');
    app.clock.advance({ minutes: 29 });
    expect((await signInAs(app, 'caizheng', DEMO)).answer.status).toBe(429);
    app.clock.advance({ minutes: 1, seconds: 1 });
    expect((await signInAs(app, 'caizheng', DEMO)).answer.status).toBe(200);
    expect((await signInAs(app, 'caizheng', 'wrong')).answer.body).toMatchObject({
      error: { message: expect.stringContaining('再错 4 次') },
    });
  });

  it('sent all at once are counted one by one', async () => {
    const guesses = await Promise.all(Array.from({ length: 12 }, () => signInAs(app, 'shuiwu', 'wrong')));
    expect(guesses.filter(({ answer }) => answer.status === 401)).toHaveLength(4);
    expect(guesses.filter(({ answer }) => answer.status === 429)).toHaveLength(8);
  });

  it('do not tell whether a name exists', async () => {
    const unknown = await signInAs(app, 'nobody-here', 'wrong');
    const known = await signInAs(app, 'rencai', 'wrong');
    expect(unknown.answer.body).toEqual(known.answer.body);
    const rows = await app.database.withOwner(async (owner) => (await owner.query('select login from accounts.attempt')).rows);
    expect(JSON.stringify(rows)).not.toContain('nobody-here');
  });

  it('are in the audit trail, without what was typed', async () => {
    const rows = await app.database.withOwner(
      async (owner) => (await owner.query(`select sentence from platform.trail where sentence like '%登录失败%'`)).rows,
    );
    expect(rows.map((row) => row.sentence)).toContain(`「${await nameOf('caizheng')}（caizheng）」登录失败，锁定 30 分钟`);
    expect(rows.map((row) => row.sentence)).toContain('未登记的登录名登录失败');
  });
});

async function nameOf(login: string): Promise<string> {
  const rows = await app.database.withOwner(
    async (owner) => (await owner.query('select name from accounts.account where login = $1', [login])).rows,
  );
  return rows[0]?.name as string;
}

describe('the trail', () => {
  it('names who signed in as the one who did it, and nobody for a failure', async () => {
    await signInAs(app, 'kj990104', DEMO);
    await signInAs(app, 'kj990104', 'wrong');
    const { rows } = await app.database.withOwner((owner) =>
      owner.query(
        `select t.sentence, t.office, a.login from platform.trail t left join accounts.account a on a.id = t.account order by t.seq desc limit 2`,
      ),
    );
    expect(rows).toMatchObject([
      { login: null, office: '公众' },
      { login: 'kj990104', office: '霁湖区科学技术局' },
    ]);
  });
});

describe('a session', () => {
  it('ends after a quarter of an hour without use, ten minutes for administrators, and use prolongs it', async () => {
    const clerk = await signInAs(app, 'guihua', DEMO);
    const admin = await signInAs(app, 'xitong', DEMO);
    app.clock.advance({ minutes: 9 });
    expect((await clerk.client.get('/accounts/my-account')).status).toBe(200);
    app.clock.advance({ minutes: 2 });
    expect((await admin.client.get('/accounts/my-account')).status).toBe(401);
    app.clock.advance({ minutes: 12 });
    expect((await clerk.client.get('/accounts/my-account')).status).toBe(200);
    app.clock.advance({ minutes: 15, seconds: 1 });
    expect((await clerk.client.get('/accounts/my-account')).status).toBe(401);
  });

  it('ends after eight hours, however busy', async () => {
    const { client } = await signInAs(app, 'guihua', DEMO);
    for (let minute = 0; minute < 8 * 60; minute += 10) {
      expect((await client.get('/accounts/my-account')).status).toBe(200);
      app.clock.advance({ minutes: 10 });
    }
    expect((await client.get('/accounts/my-account')).status).toBe(401);
  });

  it('of an administrator is the only one; others may have several', async () => {
    const first = await signInAs(app, 'shenji', DEMO);
    const second = await signInAs(app, 'shenji', DEMO);
    expect(second.answer.body.notice).toContain('只能在一处登录');
    expect((await first.client.get('/accounts/my-account')).status).toBe(401);
    const clerk = await signInAs(app, 'pingtai', DEMO);
    await signInAs(app, 'pingtai', DEMO);
    expect((await clerk.client.get('/accounts/my-account')).status).toBe(200);
  });

  it('ends with signing out, here or everywhere', async () => {
    const here = await signInAs(app, 'nongcun', DEMO);
    const there = await signInAs(app, 'nongcun', DEMO);
    expect((await here.client.post('/accounts/sign-out-everywhere')).body).toEqual({ ended: 1 });
    expect((await there.client.get('/accounts/my-account')).status).toBe(401);
    const out = await here.client.post('/accounts/sign-out');
    expect(out.status).toBe(204);
    expect(tokenOf(out)).toBeUndefined();
    expect((await here.client.get('/accounts/my-account')).status).toBe(401);
    expect((await here.client.post('/accounts/sign-out')).status).toBe(204);
  });
});
