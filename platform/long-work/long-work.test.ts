// Long work as whoever asked for it sees it: under way, done, refused, lost; and as nobody else does.
import { sql } from 'kysely';
import { Type } from 'typebox';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeActor } from '#testing/actors.ts';
import { makeApp, type TestApp } from '#testing/app.ts';
import { specimenMigration } from '#testing/specimen.ts';
import type { Actor } from '../actor.ts';
import { uuidv7 } from '../db/uuid.ts';
import { action } from '../http/action.ts';
import { SESSION_COOKIE } from '../http/session.ts';
import { Refusal } from '../refusal.ts';
import { ownWork, type Work } from './long-work.ts';

const clerk = makeActor('王科员', { permissions: ['specimen:write'] });
const colleague = makeActor('李科员', { permissions: ['specimen:write'] });

let test: TestApp;
let hold: Promise<void>;

const long = action({
  id: 'specimen.carry',
  method: 'POST',
  path: '/specimen/carry',
  summary: '搬运',
  permission: 'specimen:write',
  long: '搬运样例',
  body: Type.Object({ refuse: Type.Boolean() }),
  reply: Type.Object({ id: Type.String(), says: Type.String() }),
  handle: async (context, { body }) => {
    context.tell('已搬 3 件', 0.25);
    await hold;
    if (body.refuse) throw new Refusal('TOO_HEAVY', '太重，搬不动。请分次搬运。');
    return { id: 'batch-7', says: '已搬 12 件' };
  },
});

beforeAll(async () => {
  test = await makeApp({ actions: [long], migrations: [specimenMigration], actors: { clerk, colleague } });
});
afterAll(() => test.close());

const send = (id: string, refuse: boolean, page = '/things?batch={ref}') =>
  test.app.inject({
    method: 'POST',
    url: '/api/specimen/carry',
    payload: { refuse },
    headers: { 'x-work': id, 'x-work-page': page },
    cookies: { [SESSION_COOKIE]: clerk.accountId },
  });

const workOf = (actor: Actor): Promise<Work[]> =>
  test.database.withActor(actor, { readOnly: true }, (db) => ownWork(db, actor, test.clock.now()));

const found = async (id: string): Promise<Work | undefined> => (await workOf(clerk)).find((work) => work.id === id);

it('shows how far it has come while it runs, and what came of it', async () => {
  let go = (): void => {};
  hold = new Promise((resolve) => {
    go = resolve;
  });
  const id = uuidv7();
  const answer = send(id, false);
  void answer.then(() => {});
  await expect.poll(async () => (await found(id))?.says, { timeout: 10_000 }).toBe('已搬 3 件');
  expect(await found(id)).toMatchObject({
    state: 'running',
    title: '搬运样例',
    says: '已搬 3 件',
    share: 0.25,
    page: '/things?batch={ref}',
  });
  expect(await workOf(colleague)).toEqual([]);
  go();
  expect((await answer).statusCode).toBe(200);
  expect((await workOf(clerk))[0]).toMatchObject({ id, state: 'done', says: '已搬 12 件', ref: 'batch-7', share: null });
});

it('keeps the reason of a refusal, and sends nobody to a foreign page', async () => {
  hold = Promise.resolve();
  const id = uuidv7();
  expect((await send(id, true, '//elsewhere.example/x')).statusCode).toBe(422);
  expect((await workOf(clerk))[0]).toMatchObject({ id, state: 'refused', says: '太重，搬不动。请分次搬运。', ref: null, page: '/' });
});

it('does the work untold when its id is taken or is none', async () => {
  hold = Promise.resolve();
  const [taken] = await workOf(clerk);
  expect((await send(taken?.id ?? '', false)).statusCode).toBe(200);
  expect((await send('not-an-id', false)).statusCode).toBe(200);
  expect((await workOf(clerk))[0]).toMatchObject({ id: taken?.id, state: 'refused' });
});

it('calls work lost of which nothing has been heard for long', async () => {
  const id = uuidv7();
  await test.database.withActor(clerk, {}, (db) =>
    sql`insert into platform.work (root, id, account, title, page, says, state, started_at, beat_at)
      values (${clerk.root}, ${id}, ${clerk.accountId}, '搬运样例', '/', '', 'running', ${test.clock.now()}, ${test.clock.now()})`.execute(
      db,
    ),
  );
  expect((await found(id))?.state).toBe('running');
  test.clock.advance({ seconds: 31 });
  expect((await found(id))?.state).toBe('lost');
});
