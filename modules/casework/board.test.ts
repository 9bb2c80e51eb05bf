// Publishing, answering and performing on a real database: late and barred bids, the issuer's score, objections to the minute, money that sums.
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { catalogueOf } from '#kernel/declare/catalogue.ts';
import { byOf, createParty, insertRelations, partyOf } from '#modules/registry/contract.ts';
import { systemActor } from '#platform/actor.ts';
import { countyActor, makeActor, partyActor, ROOT } from '#testing/actors.ts';
import { makeApp, type TestApp } from '#testing/app.ts';
import { makeDatabase } from '#testing/database.ts';
import { runJobs } from '#testing/jobs.ts';
import { contest, soundAgreement } from '#testing/specimen/contest.ts';
import type { Refused } from '#testing/specimen/gardens.ts';
import { caseworkActions } from './actions/index.ts';
import { caseworkJobs } from './jobs.ts';
import type { CaseObligations, CaseworkSetting } from './setting.ts';
import type { BoardView, CallView, CaseDetail } from './wire.ts';

const REGION = '990104';
const owed: CaseObligations[] = [];
const setting: CaseworkSetting = {
  catalogue: catalogueOf([contest]),
  calendar: { isWorkday: (day: string) => ![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay()) },
  regionName: (code) => code,
  recordObligations: async (_db, _by, of) => void owed.push(...of),
};
const own = ['casework/case:read', 'casework/case:act', 'casework/case:apply'];
const office = ['casework/case:read', 'casework/case:act', 'casework/call:manage'];

let app: TestApp;
let firms: Record<'issuer' | 'bidder' | 'rival' | 'affiliate', string>;
let actors: ReturnType<typeof actorsOf>;
const actorsOf = (ids: typeof firms) => ({
  issuer: partyActor('发榜单位', ids.issuer, own),
  bidder: partyActor('揭榜甲', ids.bidder, own),
  rival: partyActor('揭榜乙', ids.rival, own),
  affiliate: partyActor('子公司', ids.affiliate, own),
  county: countyActor('县科技', REGION, office),
  city: makeActor('市科技', { officeKind: 'city-office', permissions: office }),
});
type Who = keyof ReturnType<typeof actorsOf>;

const read = async (as: Who, id: string) => (await app.as(actors[as]).get<CaseDetail>(`/casework/cases/${id}`)).body;
const move = async (as: Who, id: string, verb: string, data: Record<string, unknown> = {}) =>
  app.as(actors[as]).post<CaseDetail & Refused>(`/casework/cases/${id}/moves`, { version: (await read(as, id)).version, verb, data });
const save = (as: Who, id: string, answers: Record<string, unknown>) =>
  app.as(actors[as]).put(`/casework/cases/${id}/draft`, { version: 0, answers });
const submit = async (as: Who, id: string) =>
  app.as(actors[as]).post<{ number?: string } & Refused>(`/casework/cases/${id}/submit`, { version: (await read(as, id)).version });
const answer = (as: Who, need: string) => app.as(actors[as]).post<{ id: string } & Refused>(`/casework/board/${need}/drafts`);
const runJob = async (name: string): Promise<void> => {
  await app.run(actors.city, async (context) => {
    await context.enqueue(name, null);
  });
  await runJobs(app, caseworkJobs(setting));
};
const at = (instant: string) => app.clock.at(`${instant}+08:00`);

async function makeFirms(database: TestApp['database']): Promise<typeof firms> {
  const by = byOf({ actor: systemActor(ROOT), now: new Date('2025-03-01T00:00:00Z'), today: '2025-03-01' });
  const unknown = { address: null, registeredCapital: null, foundedOn: null, industry: null, field: null, scale: null, aboveScale: null };
  const add = (name: string, uscc: string, legalPerson: string) =>
    database.withSystem(ROOT, (db) =>
      createParty(db, by, { kind: 'enterprise', name, region: REGION, uscc, status: 'active', legalPerson, ...unknown }),
    );
  const made = {
    issuer: await add('发榜花木有限公司', '91360100MA0A1B2C2P', '陈一'),
    bidder: await add('育苗甲有限公司', '91340300MA0A1B2C2R', '林二'),
    rival: await add('育苗乙有限公司', '91110000600037341L', '黄三'),
    affiliate: await add('发榜花木子公司', '91350100M000100Y43', '周四'),
  };
  await database.withSystem(ROOT, async (db) =>
    insertRelations(db, by, [
      {
        held: await partyOf(db, made.affiliate),
        holder: made.issuer,
        holderName: '发榜花木有限公司',
        kind: 'shareholding',
        share: '0.25',
        from: '2020-01-01',
        until: null,
        source: '工商登记',
      },
    ]),
  );
  return made;
}

let need: string;
let bid: string;

beforeAll(async () => {
  const database = await makeDatabase();
  firms = await makeFirms(database);
  actors = actorsOf(firms);
  app = await makeApp({ database, actions: caseworkActions(setting), actors });
  at('2025-03-03T09:00:00');
  const draft = await app.as(actors.city).post<CallView>('/casework/calls', {
    programme: 'contest',
    dossier: 'wish',
    year: 2025,
    name: '2025年花木揭榜',
    opensAt: '2025-03-01T00:00:00+08:00',
    closesAt: '2025-03-10T00:00:00+08:00',
    parameters: { boardDays: '15' },
  });
  await app.as(actors.city).post(`/casework/calls/${draft.body.id}/publish`, { version: draft.body.version });
  need = (await app.as(actors.issuer).post<{ id: string }>(`/casework/calls/${draft.body.id}/drafts`)).body.id;
  await save('issuer', need, { title: '四季常开', secret: '不给别人看' });
  await submit('issuer', need);
});
afterAll(() => app.close());

describe('a board', () => {
  it('has no call of its own for what answers it, and no window shorter than its call allows', async () => {
    const call = {
      programme: 'contest',
      dossier: 'offer',
      year: 2025,
      name: '单独的批次',
      opensAt: '2025-03-01T00:00:00Z',
      closesAt: '2025-04-01T00:00:00Z',
    };
    expect((await app.as(actors.city).post<Refused>('/casework/calls', call)).body.error?.code).toBe('CALL_NOT_NEEDED');
    expect((await move('city', need, 'publish', { closesOn: '2025-03-17' })).body.error?.message).toContain('揭榜期不少于 15 天');
    expect((await move('city', need, 'publish', { closesOn: '2025-03-18' })).status).toBe(200);
  });

  it('shows anyone what is meant for anyone, and nothing else of the case', async () => {
    const { rows } = (await app.as(actors.rival).get<{ rows: BoardView[] }>('/casework/board')).body;
    expect(rows).toMatchObject([{ headline: '四季常开', phase: '揭榜中', isOpen: true, shown: { title: '四季常开' } }]);
    expect(JSON.stringify(rows)).not.toContain('不给别人看');
    expect((await app.as(actors.rival).get(`/casework/cases/${need}`)).status).toBe(404);
  });

  it('bars the issuer and who belongs to it, with the reason, before and when they try', async () => {
    const seen = (await app.as(actors.affiliate).get<BoardView>(`/casework/board/${need}`)).body;
    expect(seen.barred).toEqual(['“发榜花木有限公司”对本单位持股 25%']);
    expect((await answer('affiliate', need)).body.error).toMatchObject({ code: 'AFFILIATE_BARRED' });
    expect((await answer('issuer', need)).body.error?.message).toContain('同一单位');
  });

  it('takes one living bid of a firm, sealed from everybody else', async () => {
    bid = (await answer('bidder', need)).body.id;
    expect((await answer('bidder', need)).body.error?.code).toBe('ALREADY_APPLYING');
    expect((await app.as(actors.issuer).get(`/casework/cases/${bid}`)).status).toBe(404);
    await save('bidder', bid, { plan: '温室' });
    expect((await submit('bidder', bid)).status).toBe(200);
    expect((await app.as(actors.issuer).get(`/casework/cases/${bid}`)).status).toBe(404);
    expect(await read('issuer', need)).toMatchObject({ answering: [], sealed: 'answers' });
    expect(await read('bidder', bid)).toMatchObject({ answers: { plan: '温室' }, sealed: 'own' });
    expect(await read('city', bid)).toMatchObject({ answers: {}, listed: { plan: null }, findings: [], sealed: 'kept' });
    expect((await app.as(actors.issuer).get<{ total: number }>(`/casework/cases?about=${need}`)).body.total).toBe(0);
    const officeList = await app.as(actors.city).get('/casework/cases?dossier=offer');
    expect(JSON.stringify(officeList.body)).not.toContain('温室');
    expect((await move('city', bid, 'unseal')).body.error?.message).toContain('揭榜期至 2025-03-18 24:00，截止后统一拆封');
    const listed = await app.as(actors.issuer).get<{ total: number }>('/casework/cases');
    expect(listed.body.total).toBe(1);
  });

  it('refuses a bid after its last minute, by the server’s clock, and keeps the draft', async () => {
    const late = (await answer('rival', need)).body.id;
    await save('rival', late, { plan: '露天' });
    at('2025-03-19T00:00:00');
    expect((await submit('rival', late)).body.error).toMatchObject({ code: 'BOARD_CLOSED' });
    expect((await answer('affiliate', need)).body.error?.code).toBe('BOARD_CLOSED');
    at('2025-03-18T23:59:00');
    expect((await submit('rival', late)).status).toBe(200);
    await runJob('casework.unseal');
    expect((await read('city', late)).stageName).toBe('密封待拆');
    at('2025-03-19T00:00:00');
    await runJob('casework.unseal');
    expect(await read('issuer', bid)).toMatchObject({
      isIssuer: true,
      about: { headline: '四季常开' },
      answers: { plan: '温室' },
      sealed: null,
    });
    expect((await read('issuer', need)).answering).toHaveLength(2);
    at('2025-03-18T23:59:00');
    await move('issuer', late, 'score', { score: '60', note: '一般' });
    await move('city', late, 'score', { score: '60', note: '一般' });
  });
});

describe('a bid', () => {
  it('is scored by the issuer and by nobody in its place, and weighed', async () => {
    expect((await move('bidder', bid, 'score', { score: '100', note: '好' })).body.error?.code).toBe('MOVE_NOT_ALLOWED');
    expect((await move('issuer', bid, 'score', { score: '90', note: '好' })).status).toBe(200);
    await move('city', bid, 'score', { score: '80', note: '汇总' });
    expect((await read('city', bid)).weighed).toMatchObject({ first: '80', second: '90', total: '84.00' });
  });

  it('wins alone unless the call lets more win', async () => {
    const { answering } = await read('city', need);
    const rival = answering.find((row) => row.partyName === '育苗乙有限公司')?.id ?? '';
    expect((await move('city', bid, 'approve')).status).toBe(200);
    expect((await move('city', rival, 'approve')).body.error).toMatchObject({ code: 'ENOUGH_WINNERS' });
  });

  it('hears an objection on the last minute of the last day and none a minute later', async () => {
    const objection = { objector: '某人', phone: '13800000000', facts: '数据有误' };
    at('2025-03-26T00:00:00');
    expect((await move('city', bid, 'object', objection)).body.error?.message).toContain('公示期已于 2025-03-25 24:00 届满');
    at('2025-03-25T23:59:00');
    expect((await move('city', bid, 'object', objection)).status).toBe(200);
    const { events } = await read('city', bid);
    at('2025-03-26T09:00:00');
    expect((await move('city', bid, 'close')).body.error?.message).toContain('还有 1 件异议未处理');
    expect((await move('city', bid, 'settle', { objection: 1, verdict: 'rejected', note: '不成立' })).body.error?.message).toContain(
      '没有序号为 1',
    );
    await move('city', bid, 'settle', { objection: events.at(-1)?.seq, verdict: 'rejected', note: '不成立' });
    expect((await move('city', bid, 'close')).status).toBe(200);
  });

  it('is agreed with parts that sum, and promises them', async () => {
    const [first, ...rest] = soundAgreement.milestones;
    const wrong = { ...soundAgreement, milestones: [{ ...first, amount: '1' }, ...rest] };
    expect((await move('bidder', bid, 'propose', wrong)).body.error?.message).toContain('不等');
    await move('bidder', bid, 'propose', soundAgreement);
    expect((await move('city', bid, 'sign', { signedOn: '2025-03-26', number: '花榜1号' })).status).toBe(200);
    expect(owed).toMatchObject([{ partyName: '育苗甲有限公司', obligations: [{ kind: 'promise', amount: '500000' }] }]);
    const sums = await app.database.withSystem(ROOT, async (db) => {
      const { rows } = await sql<{
        total: string;
      }>`select sum(value)::text as total from figures.entry where measure = 'contest.fiscal'`.execute(db);
      return rows[0]?.total;
    });
    expect(sums).toBe('500000');
  });

  it('reports a milestone once, is paid for it, changes by leave and is stopped', async () => {
    const report = { milestone: '1', done: '完成', ownPaid: '500000' };
    expect((await move('bidder', bid, 'report', report)).status).toBe(200);
    expect((await move('bidder', bid, 'report', report)).status).toBe(422);
    await move('city', bid, 'accept-report', { milestone: '1' });
    expect(owed.at(-1)?.obligations).toEqual([{ kind: 'due', part: 1 }]);
    await move('bidder', bid, 'ask-change', { kind: 'due', milestone: '2', newDueOn: '2025-12-31', reasons: '天旱' });
    await move('city', bid, 'allow-change');
    expect((await read('city', bid)).agreement?.milestones[1]).toMatchObject({ dueOn: '2025-12-31', status: 'waiting' });
    expect((await move('bidder', bid, 'withdraw')).body.error?.message).toContain('合同已经签订');
    expect((await move('city', bid, 'stop', { reasons: '中止', recover: '1000' })).body).toMatchObject({ status: 'stopped' });
    expect(owed.at(-1)?.obligations.map(({ kind }) => kind)).toEqual(['give-up', 'take-back']);
    expect((await move('city', bid, 'fly')).body.error?.message).toBe('本件目前不能进行此项办理，请刷新查看最新状态。');
  });
});
