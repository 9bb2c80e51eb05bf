// The counter as people meet it: guides for anyone, a wall that names nobody, statistics without raters, and the follow-up of a bad rating.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { catalogueOf } from '#kernel/declare/catalogue.ts';
import { caseworkActions } from '#modules/casework/actions/index.ts';
import { openStandingCalls, standingOf } from '#modules/casework/contract.ts';
import type { CaseDetail } from '#modules/casework/wire.ts';
import { correspondenceActions } from '#modules/correspondence/actions/index.ts';
import { byOf, createParty } from '#modules/registry/contract.ts';
import { systemActor } from '#platform/actor.ts';
import { makeActor, partyActor, ROOT } from '#testing/actors.ts';
import { makeApp, type TestApp } from '#testing/app.ts';
import { makeDatabase } from '#testing/database.ts';
import { counter } from '#testing/specimen/counter.ts';
import { publishedCalendar } from '#vocabularies/holidays/calendar.ts';
import { serviceActions } from './actions/index.ts';
import type { FollowUp, ItemGuide, RatingView, ServiceStatistics, WallBoard } from './wire.ts';

const casework = { catalogue: catalogueOf([counter]), calendar: publishedCalendar([]), regionName: (code: string) => code };
const post = {
  ...casework,
  seal: { seal: (plain: string) => plain, open: (stored: string) => stored },
  accountsAt: async () => [],
  countiesOf: () => [],
  digests: [],
};
const read = 'casework/case:read';
const act = 'casework/case:act';

let app: TestApp;
let actors: ReturnType<typeof actorsOf>;
const actorsOf = (firm: string) => ({
  firm: partyActor('花圃甲', firm, [read, act, 'casework/case:apply']),
  window: makeActor('窗口', { officeKind: 'city-office', permissions: [read, act, 'service/statistics:read'] }),
  supervisor: makeActor('监督', { officeKind: 'city-office', permissions: [read, 'service/rating:follow', 'service/statistics:read'] }),
});
type Who = keyof ReturnType<typeof actorsOf>;

beforeAll(async () => {
  const database = await makeDatabase();
  const now = new Date('2025-03-01T00:00:00Z');
  const unknown = { legalPerson: null, address: null, registeredCapital: null, foundedOn: null, industry: null, field: null, scale: null };
  const facts = { kind: 'enterprise', name: '花圃甲有限公司', region: '990104', uscc: '91360100MA0A1B2C2P', status: 'active' } as const;
  const firm = await database.withSystem(ROOT, async (db) => {
    await openStandingCalls(db, ROOT, standingOf(casework.catalogue), now);
    return createParty(db, byOf({ actor: systemActor(ROOT), now, today: '2025-03-01' }), { ...facts, ...unknown, aboveScale: null });
  });
  actors = actorsOf(firm);
  const actions = [...caseworkActions(casework), ...correspondenceActions(post), ...serviceActions({ casework })];
  app = await makeApp({ database, actions, actors });
  app.clock.at('2025-03-03T09:00:00+08:00');
});
afterAll(() => app.close());

const get = async <T>(who: Who, path: string) => (await app.as(actors[who]).get<T>(path)).body;

async function move(as: Who, id: string, verb: string, data: Record<string, unknown> = {}) {
  const { version } = await get<CaseDetail>(as, `/casework/cases/${id}`);
  return app.as(actors[as]).post(`/casework/cases/${id}/moves`, { version, verb, data });
}

async function accepted(): Promise<string> {
  const { body } = await app.as(actors.firm).post<{ id: string }>('/casework/standing/flower-counter/watering/drafts');
  const answers = { matter: '给花浇水', contact: { name: '演示', phone: '13800000000' } };
  await app.as(actors.firm).put(`/casework/cases/${body.id}/draft`, { version: 0, answers });
  await app.as(actors.firm).post(`/casework/cases/${body.id}/submit`, { version: 1 });
  await move('window', body.id, 'accept');
  return body.id;
}

async function delivered(): Promise<string> {
  const id = await accepted();
  await move('window', id, 'approve');
  await move('window', id, 'deliver', { way: 'online' });
  return id;
}

it('tells of each item its limits, materials and steps', async () => {
  const guide = await get<ItemGuide>('firm', '/service/items/flower-counter/grafting');
  expect(guide).toMatchObject({ legalLimit: 20, promise: 5, visits: 1, typeName: '行政许可' });
  expect(guide.materials[0]).toMatchObject({ name: '花圃登记证', isShared: true });
  expect(guide.steps.map(({ name, days }) => [name, days])).toEqual([
    ['受理', 5],
    ['审查', 5],
    ['决定', null],
    ['送达', 10],
  ]);
});

it('shows on the wall what is due today, by division and without a name', async () => {
  await accepted();
  await delivered();
  app.clock.at('2025-03-10T09:00:00+08:00');
  const board = await get<WallBoard>('window', '/service/board');
  expect(board).toMatchObject({
    underWay: 1,
    dueToday: 1,
    lights: { amber: 1, red: 0 },
    decidedThisYear: 1,
    onTimeRate: '1',
    receivedToday: 0,
  });
  expect(board.divisions).toEqual([{ division: '花木处', underWay: 1, dueToday: 1, near: 1, overdue: 0, decidedToday: 0 }]);
  expect(board.urgent[0]).toMatchObject({ item: '浇水证明', stage: '办理', left: 0 });
  expect(JSON.stringify(board)).not.toContain('花圃甲');
});

it('counts a late decision and opens it', async () => {
  app.clock.at('2025-03-03T09:00:00+08:00');
  const id = await accepted();
  app.clock.at('2025-03-11T09:00:00+08:00');
  await move('window', id, 'approve');
  const statistics = await get<ServiceStatistics>('window', '/service/statistics');
  expect(statistics).toMatchObject({ decided: 2, inTime: 1, onTimeRate: '0.5', zeroVisitShare: '1', compression: '0.75' });
  expect(statistics.late).toMatchObject([{ id, day: '2025-03-11', dueOn: '2025-03-10' }]);
});

it('follows a bad rating up to a second one, and tells the window neither the case nor the day', async () => {
  app.clock.at('2025-03-03T09:00:00+08:00');
  const id = await delivered();
  await move('firm', id, 'rate', { level: '1', reasons: ['time'], comment: '太慢' });
  const follow = async () => (await get<{ rows: FollowUp[] }>('supervisor', '/service/follow-ups')).rows;
  expect(await follow()).toMatchObject([
    {
      id,
      levelName: '非常不满意',
      reasons: ['办理时限'],
      partyName: '花圃甲有限公司',
      contactDue: '2025-03-04',
      replyDue: '2025-03-24',
      left: 1,
    },
  ]);
  expect((await app.as(actors.window).get('/service/follow-ups')).status).toBe(403);
  const send = async (path: string, data: Record<string, unknown>) => {
    const version = (await follow())[0]?.version;
    return (await app.as(actors.supervisor).post(`/service/follow-ups/${id}/${path}`, { version, ...data })).status;
  };
  expect(await send('reply', { measures: '先答复', reply: '没有回访' })).toBe(409);
  expect(await send('contact', { way: 'phone', facts: '属实', isFounded: true })).toBe(200);
  expect(await send('reply', { measures: '加人', reply: '已经加人' })).toBe(200);
  expect(await follow()).toMatchObject([{ standing: '待再次评价', left: null }]);
  const { ratings } = await get<ServiceStatistics>('window', '/service/statistics');
  expect(ratings).toMatchObject({ rated: 1, average: '1.00', goodRate: '0', bad: 1, contacted: 1, replied: 1 });
  await move('firm', id, 'rerate', { level: '5' });
  expect(await follow()).toEqual([]);
  const said = (await get<{ rows: RatingView[] }>('window', '/service/ratings')).rows;
  expect(said).toEqual([
    { no: 1, item: '浇水证明', division: '花木处', month: '2025-03', level: '5', levelName: '非常满意', comment: '太慢' },
  ]);
});
