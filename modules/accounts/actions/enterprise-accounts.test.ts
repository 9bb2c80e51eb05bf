// Accounts of enterprises: opened by the bureau of their region, by no other bureau and by no administrator.
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accountsActions } from '#modules/accounts/actions/index.ts';
import { accountMover, constraintMessages, pepperedPasswords, sessionReader } from '#modules/accounts/contract.ts';
import { DEMONSTRATION_PASSWORD as DEMO } from '#modules/accounts/model/demonstration.ts';
import { seedDemonstrationAccounts } from '#modules/accounts/seeds.ts';
import { createParty } from '#modules/registry/contract.ts';
import { NIL_UUID } from '#platform/actor.ts';
import { ringOf } from '#platform/crypto/keys.ts';
import { countyActor, ROOT } from '#testing/actors.ts';
import { type Answer, type Client, makeApp, type TestApp } from '#testing/app.ts';
import { MORNING } from '#testing/clock.ts';
import { makeDatabase } from '#testing/database.ts';
import { signInAs } from '#testing/sign-in.ts';
import { unknownFacts } from '#testing/specimen/unknown-facts.ts';
import type { AccountView } from '../wire.ts';

const passwords = pepperedPasswords(() => ringOf(Buffer.alloc(32, 7)));
let app: TestApp;
let party = '';
let stranger = '';
let twin = '';
const client = async (login: string): Promise<Client> => (await signInAs(app, login, DEMO)).client;
const code = (answer: Answer): string => (answer.body as { error: { code: string } }).error.code;

beforeAll(async () => {
  const database = await makeDatabase();
  const actions = accountsActions({ passwords });
  app = await makeApp({ database, actions, sessionReader: sessionReader(database, () => app.clock.now()), server: { constraintMessages } });
  const now = new Date(MORNING);
  const by = { root: ROOT, account: NIL_UUID, name: '系统', now, today: '2026-03-02' };
  const facts = {
    kind: 'enterprise',
    uscc: null,
    ...unknownFacts,
    status: 'active',
  } as const;
  await database.withSystem(ROOT, async (db) => {
    const made = (name: string, region: string) => createParty(db, by, { ...facts, name, region });
    party = await made('澜江微光科技有限公司', '990102');
    twin = await made('澜江微光科技公司', '990102');
    stranger = await made('禾川远山农业科技有限公司', '990122');
    await seedDemonstrationAccounts(db, ROOT, { now, passwords });
  });
});
afterAll(async () => {
  await app.close();
  await app.database.close();
});

describe('an account of an enterprise', () => {
  it('is opened by the bureau of its region, and sees its own enterprise', async () => {
    const county = await client('kj990102');
    const opened = await county.post<{ id: string; login: string; password: string }>('/accounts/enterprise-accounts', {
      party,
      login: 'weiguang',
      name: '苏会计',
    });
    expect(opened.status).toBe(200);
    const first = await signInAs(app, 'weiguang', opened.body.password);
    expect(first.answer.body.mustChangePassword).toBe(true);
    await first.client.post('/accounts/password', { current: opened.body.password, next: 'Lake-Side-2026' });
    const session = await first.client.get('/accounts/session');
    expect(session.body).toMatchObject({ scope: 'party', party: { id: party, name: '澜江微光科技有限公司' }, account: { name: '苏会计' } });
    const listed = await county.get<{ rows: AccountView[] }>(`/accounts/enterprise-accounts?party=${party}`);
    expect(listed.body.rows).toMatchObject([{ login: 'weiguang', roles: ['enterprise'], office: null }]);
    expect(code(await county.post('/accounts/enterprise-accounts', { party, login: 'weiguang', name: '苏会计' }))).toBe('DUPLICATE');
    expect(code(await county.post('/accounts/enterprise-accounts', { party, name: '苏会计' }))).toBe('LOGIN_UNFIT');
  });

  it('is out of reach of another county, of tax offices, of enterprises and of administrators', async () => {
    const county = await client('kj990102');
    expect((await county.post('/accounts/enterprise-accounts', { party: stranger, login: 'yuanshan', name: '陆经理' })).status).toBe(404);
    expect((await county.get(`/accounts/enterprise-accounts?party=${stranger}`)).status).toBe(404);
    const other = await client('kj990122');
    const opened = await other.post<{ id: string }>('/accounts/enterprise-accounts', {
      party: stranger,
      login: 'yuanshan',
      name: '陆经理',
    });
    expect(opened.status).toBe(200);
    expect((await county.post(`/accounts/enterprise-accounts/${opened.body.id}/reset-password`)).status).toBe(404);
    expect((await county.post(`/accounts/enterprise-accounts/${opened.body.id}/disable`, { version: 1, reason: '试试' })).status).toBe(404);
    for (const login of ['sw990102', 'juzhang', 'xitong', 'anquan', 'zhuanjia1']) {
      expect((await (await client(login)).post('/accounts/enterprise-accounts', {})).status).toBe(403);
    }
  });

  it('of a member of staff is not reset by this way', async () => {
    const county = await client('kj990102');
    const { rows } = await app.database.withOwner((owner) => owner.query(`select id from accounts.account where login = 'kj990102b'`));
    expect((await county.post(`/accounts/enterprise-accounts/${rows[0]?.id}/reset-password`)).status).toBe(404);
  });

  it('gets a new first password, is disabled, and is one of at most five', async () => {
    const city = await client('gaoxin');
    const { body } = await city.get<{ rows: AccountView[] }>(`/accounts/enterprise-accounts?party=${party}`);
    const account = body.rows[0];
    const reset = await city.post<{ password: string }>(`/accounts/enterprise-accounts/${account?.id}/reset-password`);
    const again = await signInAs(app, 'weiguang', reset.body.password);
    expect(again.answer.status).toBe(200);
    const disabled = await city.post(`/accounts/enterprise-accounts/${account?.id}/disable`, { version: account?.version, reason: '离职' });
    expect(disabled.status).toBe(204);
    expect((await again.client.get('/accounts/my-account')).status).toBe(401);
    for (let index = 1; index <= 5; index++) {
      expect((await city.post('/accounts/enterprise-accounts', { party, login: `weiguang${index}`, name: '苏会计' })).status).toBe(200);
    }
    expect(code(await city.post('/accounts/enterprise-accounts', { party, login: 'weiguang6', name: '苏会计' }))).toBe('TOO_MANY_ACCOUNTS');
  });

  it('goes with its enterprise when that turns out to be another one', async () => {
    const county = await client('kj990102');
    const opened = await county.post<{ password: string }>('/accounts/enterprise-accounts', {
      party: twin,
      login: 'weiguang-old',
      name: '韩经理',
    });
    const { client: manager } = await signInAs(app, 'weiguang-old', opened.body.password);
    await manager.post('/accounts/password', { current: opened.body.password, next: 'Lake-Side-2027' });
    const officer = countyActor('赵科员', '990102', ['registry/party:merge']);
    const scope = await app.run(officer, async ({ db, actor }) => {
      expect((await accountMover.holding(db, [twin, party])).get(twin)).toBe(1);
      await accountMover.move(db, { root: ROOT, account: actor.accountId }, twin, { id: party, region: '990102' });
      const { rows } = await sql<{ scope: string }>`select current_setting('kechuang.scope') as scope`.execute(db);
      return rows[0]?.scope;
    });
    expect(scope).toBe('regions');
    expect((await manager.get<{ party: { id: string } }>('/accounts/session')).body.party.id).toBe(party);
  });
});
