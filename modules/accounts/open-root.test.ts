// A real bureau begins with three administrators who can bring in everyone else, each with a second look.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ringOf } from '#platform/crypto/keys.ts';
import { ROOT } from '#testing/actors.ts';
import { makeApp, type TestApp } from '#testing/app.ts';
import { makeDatabase } from '#testing/database.ts';
import { signInAs } from '#testing/sign-in.ts';
import { accountsActions } from './actions/index.ts';
import { type FirstSignIn, openRoot, pepperedPasswords, sessionReader } from './contract.ts';

const passwords = pepperedPasswords(() => ringOf(Buffer.alloc(32, 7)));
let app: TestApp;
const open = () => app.database.withSystem(ROOT, (db) => openRoot(db, ROOT, { name: '澜江市科学技术局', passwords, now: app.clock.now() }));

beforeAll(async () => {
  const database = await makeDatabase();
  app = await makeApp({
    database,
    actions: accountsActions({ passwords }),
    sessionReader: sessionReader(database, () => app.clock.now()),
  });
});
afterAll(async () => {
  await app.close();
  await app.database.close();
});

async function enter({ login, password }: FirstSignIn) {
  const { client } = await signInAs(app, login, password);
  expect((await client.post('/accounts/password', { current: password, next: 'Lake-Side-2026' })).status).toBe(204);
  return client;
}

it('opens once, and with exactly three administrators an officer can be brought to work', async () => {
  const made = await open();
  expect(made.map(({ login }) => login)).toEqual(['sysadmin', 'secadmin', 'auditadmin']);
  await expect(open()).rejects.toThrow('不能再次初始化');
  const [system, security] = await Promise.all(made.slice(0, 2).map(enter));
  if (system === undefined || security === undefined) throw new Error('no administrators');
  const office = await system.post<{ id: string }>('/accounts/offices', { kind: 'city-office', region: ROOT, name: '高新处' });
  const account = await system.post<{ id: string; password: string }>('/accounts/accounts', {
    login: 'wang.li',
    name: '王丽',
    line: 'business',
    office: office.body.id,
  });
  const change = await security.post<{ id: string }>('/accounts/role-changes', {
    account: account.body.id,
    add: ['city-officer'],
    remove: [],
    reason: '启用系统',
  });
  expect((await system.post(`/accounts/role-changes/${change.body.id}/confirm`)).status).toBe(204);
  const officer = await enter({ role: '', login: 'wang.li', password: account.body.password });
  expect((await officer.get('/accounts/session')).body).toMatchObject({ scope: 'root', demo: false, bureau: '澜江市科学技术局' });
});
