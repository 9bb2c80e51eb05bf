// The counter through the whole stack: always open, clocks over a week of holidays, silence accepts, extension by two persons, ratings sealed.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { catalogueOf } from '#kernel/declare/catalogue.ts';
import { correspondenceActions } from '#modules/correspondence/actions/index.ts';
import { byOf, createParty } from '#modules/registry/contract.ts';
import { systemActor } from '#platform/actor.ts';
import { makeActor, partyActor, ROOT } from '#testing/actors.ts';
import { makeApp, type TestApp } from '#testing/app.ts';
import { makeDatabase } from '#testing/database.ts';
import { runJobs } from '#testing/jobs.ts';
import { counter } from '#testing/specimen/counter.ts';
import { unknownFacts } from '#testing/specimen/unknown-facts.ts';
import { publishedCalendar } from '#vocabularies/holidays/calendar.ts';
import { caseworkActions } from './actions/index.ts';
import { verifyProjections } from './contract.ts';
import { caseworkJobs } from './jobs.ts';
import type { CaseDetail } from './wire.ts';

const setting = { catalogue: catalogueOf([counter]), calendar: publishedCalendar([]), regionName: (code: string) => code };
const post = {
  ...setting,
  seal: { seal: (plain: string) => plain, open: (stored: string) => stored },
  accountsAt: async () => [],
  countiesOf: () => [],
  digests: [],
};
const jobs = caseworkJobs(setting);
const read = 'casework/case:read';
const act = 'casework/case:act';

let app: TestApp;
let actors: ReturnType<typeof actorsOf>;
const actorsOf = (firm: string) => ({
  firm: partyActor('花圃甲', firm, [read, act, 'casework/case:apply']),
  window: makeActor('窗口', { officeKind: 'city-office', permissions: [read, act, 'casework/call:read'] }),
  leader: makeActor('局领导', { officeKind: 'leadership', permissions: [read, act] }),
  supervisor: makeActor('监督', { officeKind: 'city-office', permissions: [read, 'casework/sealed:read'] }),
});
type Who = keyof ReturnType<typeof actorsOf>;

beforeAll(async () => {
  const database = await makeDatabase();
  const by = byOf({ actor: systemActor(ROOT), now: new Date('2025-09-01T00:00:00Z'), today: '2025-09-01' });
  const firm = await database.withSystem(ROOT, (db) =>
    createParty(db, by, {
      kind: 'enterprise',
      name: '花圃甲有限公司',
      region: '990104',
      uscc: '91360100MA0A1B2C2P',
      status: 'active',
      ...unknownFacts,
    }),
  );
  actors = actorsOf(firm);
  app = await makeApp({ database, actions: [...caseworkActions(setting), ...correspondenceActions(post)], actors });
  await runAt('2025-09-01T00:00:00+08:00');
});
afterAll(() => app.close());

async function runAt(instant: string): Promise<void> {
  app.clock.at(instant);
  await app.run(actors.window, async (context) => {
    for (const { name } of jobs) await context.enqueue(name, null);
  });
  await runJobs(app, jobs);
}

const detail = async (id: string, as: Who = 'window') => (await app.as(actors[as]).get<CaseDetail>(`/casework/cases/${id}`)).body;

async function move(as: Who, id: string, verb: string, data: Record<string, unknown> = {}) {
  const { version } = await detail(id, as);
  return app.as(actors[as]).post<CaseDetail & { error?: { message: string } }>(`/casework/cases/${id}/moves`, { version, verb, data });
}

async function submit(dossier: string): Promise<string> {
  const { body } = await app.as(actors.firm).post<{ id: string }>(`/casework/standing/flower-counter/${dossier}/drafts`);
  const answers = { matter: '给花浇水', contact: { name: '演示', phone: '13800000000' } };
  await app.as(actors.firm).put(`/casework/cases/${body.id}/draft`, { version: 0, answers });
  const sent = await app.as(actors.firm).post<{ number: string }>(`/casework/cases/${body.id}/submit`, { version: 1 });
  expect(sent.status).toBe(200);
  return body.id;
}

it('opens the standing calls once and shows them apart from calls with a window', async () => {
  await runAt('2025-09-01T01:00:00+08:00');
  const calls = async (query: string) =>
    (await app.as(actors.window).get<{ rows: { name: string }[] }>(`/casework/calls${query}`)).body.rows.map(({ name }) => name);
  expect(await calls('')).toEqual([]);
  expect((await calls('?standing=true')).sort()).toEqual(['嫁接许可', '浇水证明']);
});

it('is due on 9 October when accepted on the Thursday before the holidays, and lets a firm have several of one item', async () => {
  app.clock.at('2025-09-25T10:00:00+08:00');
  const id = await submit('watering');
  const second = await submit('watering');
  expect(second).not.toBe(id);
  expect((await detail(id)).number).toMatch(/^2025990104\d{6}$/);
  expect((await move('window', id, 'accept')).body).toMatchObject({ stage: 'decide', dueOn: '2025-10-09', left: 5, colour: 'green' });
  app.clock.at('2025-09-30T17:00:00+08:00');
  expect(await detail(id)).toMatchObject({ left: 1, colour: 'amber' });
  app.clock.at('2025-10-09T23:00:00+08:00');
  expect(await detail(id)).toMatchObject({ left: 0, colour: 'amber' });
  app.clock.at('2025-10-10T00:00:00+08:00');
  expect(await detail(id)).toMatchObject({ left: -1, colour: 'red' });
  // Nobody answered the second one in five working days: accepted from the day of receipt, and so late already.
  await runAt('2025-10-10T00:30:00+08:00');
  expect(await detail(second)).toMatchObject({ stage: 'decide', dueOn: '2025-10-09' });
  expect((await detail(second)).events.at(-1)).toMatchObject({ verb: 'deem', officeName: '系统' });
});

it('extends only when the leadership approves what the office has asked', async () => {
  app.clock.at('2025-03-03T10:00:00+08:00');
  const id = await submit('grafting');
  await move('window', id, 'accept');
  expect((await move('leader', id, 'extend', { workdays: 5, note: '理由' })).status).toBe(409);
  expect((await move('window', id, 'ask-extension', { workdays: 5, note: '需实地核实' })).body.dueOn).toBe('2025-03-10');
  expect((await move('window', id, 'extend', { workdays: 5, note: '自己批准' })).status).toBe(409);
  expect((await move('leader', id, 'extend', { workdays: 6, note: '多于申请' })).status).toBe(422);
  expect((await move('leader', id, 'extend', { workdays: 5, note: '同意' })).body.dueOn).toBe('2025-03-17');
  await move('window', id, 'propose', { verdict: 'grant' });
  expect((await detail(id)).waitsFor).toBe('等待局领导审定');
  expect((await move('leader', id, 'approve')).body.stage).toBe('deliver');
});

it('keeps a rating from the window, and shows it to whoever follows up', async () => {
  app.clock.at('2025-03-03T11:00:00+08:00');
  const id = await submit('watering');
  await move('window', id, 'accept');
  await move('window', id, 'approve');
  await move('window', id, 'deliver', { way: 'online' });
  const before = await detail(id);
  expect((await move('firm', id, 'rate', { level: '1', comment: '跑了两趟' })).status).toBe(200);
  const after = await detail(id);
  expect(after).toEqual({ ...before, version: after.version });
  expect(JSON.stringify(after)).not.toContain('跑了两趟');
  expect((await detail(id, 'supervisor')).events.at(-1)?.said).toContainEqual({ label: '总体评价', text: '非常不满意' });
  expect((await move('window', id, 'contact', { way: 'phone', facts: '属实', isFounded: true })).status).not.toBe(200);
});

it('folds every case to its row', async () => {
  const verdict = await app.database.withSystem(ROOT, (db) => verifyProjections(db, ROOT, setting));
  expect(verdict).toMatchObject({ cases: 4, differing: [], holds: true });
});
