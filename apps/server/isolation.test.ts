// What each sees: two regions at once never see each other's rows, and the three administrators see no business row at all.
import { mkdtempSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Type } from 'typebox';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sessionReader } from '#modules/accounts/contract.ts';
import { DEMONSTRATION_PASSWORD as DEMO } from '#modules/accounts/model/demonstration.ts';
import { seedDemonstrationAccounts } from '#modules/accounts/seeds.ts';
import { uuidv7 } from '#platform/db/uuid.ts';
import { action, tables } from '#platform/http/action.ts';
import { ROOT } from '#testing/actors.ts';
import { type Client, makeApp, type TestApp } from '#testing/app.ts';
import { MORNING } from '#testing/clock.ts';
import { makeDatabase } from '#testing/database.ts';
import { signInAs } from '#testing/sign-in.ts';
import { type SpecimenTables, specimenMigration } from '#testing/specimen.ts';
import { actions } from './actions.ts';
import { passwords } from './seal.ts';

/** A careless query on purpose: it asks for everything and leaves the bounds to the database. */
const everything = action({
  id: 'specimen.everything',
  method: 'GET',
  path: '/specimen/everything',
  summary: '全部样例',
  permission: 'signed-in',
  reply: Type.Object({ rows: Type.Array(Type.Object({ region: Type.String(), party: Type.Union([Type.String(), Type.Null()]) })) }),
  handle: async ({ db }) => ({ rows: await tables<SpecimenTables>(db).selectFrom('specimen.item').select(['region', 'party']).execute() }),
});

const REGIONS = ['990102', '990171'] as const;
const PARTY = uuidv7();
let app: TestApp;

beforeAll(async () => {
  // The key is made where it is first needed; not in the checkout.
  process.env.KECHUANG_KEY_FILE = path.join(mkdtempSync(path.join(os.tmpdir(), 'kct-key-')), 'kechuang.key');
  const database = await makeDatabase({ migrations: [specimenMigration] });
  app = await makeApp({ database, actions: [...actions, everything], sessionReader: sessionReader(database, () => app.clock.now()) });
  await database.withSystem(ROOT, (db) =>
    seedDemonstrationAccounts(db, ROOT, { now: new Date(MORNING), passwords, parties: [{ id: PARTY, name: '澜江微光科技有限公司' }] }),
  );
  await database.withSystem(ROOT, async (db) => {
    const rows = Array.from({ length: 200 }, (_, index) => ({
      root: ROOT,
      id: uuidv7(),
      region: REGIONS[index % 2] ?? '',
      party: index < 10 ? PARTY : null,
      name: `样例${index}`,
      amount: null,
      made: new Date(MORNING),
      published: false,
    }));
    await tables<SpecimenTables>(db).insertInto('specimen.item').values(rows).execute();
  });
});
afterAll(async () => {
  await app.close();
  await app.database.close();
});

const client = async (login: string): Promise<Client> => (await signInAs(app, login, DEMO)).client;
const see = async (who: Client) => (await who.get<{ rows: { region: string; party: string | null }[] }>('/specimen/everything')).body.rows;

describe('sight', () => {
  it('of 32 sessions of two regions at once holds: no foreign row in any of their answers', async () => {
    const sessions = await Promise.all(
      Array.from({ length: 32 }, async (_, index) => ({ region: REGIONS[index % 2], who: await client(`kj${REGIONS[index % 2]}`) })),
    );
    const answers = await Promise.all(
      sessions.flatMap(({ region, who }) => Array.from({ length: 6 }, async () => ({ region, rows: await see(who) }))),
    );
    expect(answers).toHaveLength(192);
    for (const { region, rows } of answers) {
      expect(rows).toHaveLength(100);
      expect(rows.every((row) => row.region === region)).toBe(true);
    }
  });

  it('of the city is everything, of an enterprise its own, of an expert and of the public nothing unassigned', async () => {
    expect(await see(await client('gaoxin'))).toHaveLength(200);
    expect(await see(await client('juzhang'))).toHaveLength(200);
    const own = await see(await client('qiye1'));
    expect(own).toHaveLength(10);
    expect(own.every((row) => row.party === PARTY)).toBe(true);
    expect(await see(await client('zhuanjia1'))).toHaveLength(0);
    expect((await app.anonymous.get('/specimen/everything')).status).toBe(401);
  });

  it('of the three administrators holds no business row, in any list of the product', async () => {
    // Where an account's own reminders are mailed is no list.
    const lists = actions.filter(
      ({ method, path, permission, id }) =>
        method === 'GET' && !path.includes('/:') && permission !== 'public' && id !== 'correspondence.my-mail',
    );
    for (const login of ['xitong', 'anquan', 'shenji']) {
      const who = await client(login);
      expect(await see(who)).toEqual([]);
      for (const list of lists.filter((each) => !each.path.startsWith('/accounts/'))) {
        const answer = await who.get<{ rows?: unknown[]; total?: number } | undefined>(list.path);
        expect(answer.status === 403 || answer.body?.rows?.length === 0 || answer.status === 400, `${login} ${list.id}`).toBe(true);
      }
    }
  });

  it('of everyone else holds nothing of the administration', async () => {
    const closed = [
      '/accounts/accounts',
      '/accounts/roles',
      '/accounts/role-changes',
      '/accounts/delegations',
      '/accounts/settings',
      '/accounts/trail',
      '/accounts/trail/verification',
    ];
    for (const login of ['gaoxin', 'juzhang', 'kj990102', 'sw990102', 'qiye1', 'zhuanjia1']) {
      const who = await client(login);
      for (const path of closed) expect((await who.get(path)).status, `${login} ${path}`).toBe(403);
    }
  });

  it('of password hashes and sessions is nobody’s but one’s own, even for a query that forgets', async () => {
    for (const login of ['gaoxin', 'qiye1']) {
      const { rows } = await app.database.withOwner((owner) =>
        owner.query('select id, party from accounts.account where login = $1', [login]),
      );
      const facts = { root: ROOT, accountId: rows[0]?.id as string, party: rows[0]?.party as string | null };
      const actor = { name: login, officeId: null, officeKind: '', officeName: '', regions: [], permissions: new Set<string>(), ...facts };
      const scope = facts.party === null ? 'root' : 'party';
      const counts = await app.database.withActor({ ...actor, scope }, { readOnly: true }, async (db) => {
        const own = db as never as Parameters<typeof tables>[0];
        const count = async (table: string) =>
          (await tables<Record<string, { account: string }>>(own).selectFrom(table).select('account').execute()).map((row) => row.account);
        return [...(await count('accounts.credential')), ...(await count('accounts.session'))];
      });
      expect(new Set(counts)).toEqual(new Set([facts.accountId]));
    }
  });
});
