// A panel from the lot to the aggregate on a real database: who may draw, who may see which sheet, and what is refused.
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { catalogueOf } from '#kernel/declare/catalogue.ts';
import { caseworkActions } from '#modules/casework/actions/index.ts';
import type { CallView, CaseDetail } from '#modules/casework/wire.ts';
import { byOf, createParty } from '#modules/registry/contract.ts';
import { systemActor } from '#platform/actor.ts';
import { uuidv7 } from '#platform/db/uuid.ts';
import { makeActor, partyActor, ROOT } from '#testing/actors.ts';
import { makeApp, type TestApp } from '#testing/app.ts';
import { makeDatabase } from '#testing/database.ts';
import { gardenShow, showSheet } from '#testing/specimen/garden-show.ts';
import { reviewActions } from './actions/index.ts';
import { aggregate } from './model/aggregate.ts';
import { loadExperts, type PastExpert } from './seeds.ts';
import type { MySheet, MySheetHead, PanelDetail } from './wire.ts';

const casework = { catalogue: catalogueOf([gardenShow]), calendar: { isWorkday: () => true }, regionName: (code: string) => code };
const seal = { seal: (plain: string) => `sealed:${plain}`, open: (stored: string) => stored.slice(7) };
const FIRM = { name: '花圃甲有限公司', uscc: '91360100MA0A1B2C2P', region: '990104' };
const officer = [
  'review/panel:read',
  'review/panel:manage',
  'review/expert:read',
  'review/expert:edit',
  'review/rule:manage',
  'casework/case:read',
  'casework/case:act',
  'casework/call:manage',
];

const city = (name: string) => makeActor(name, { officeKind: 'city-office', permissions: officer });
const drawer = city('抽取人');
const notifier = city('通知人');
const organiser = city('汇总人');
const expertActor = (n: number) =>
  makeActor(`专家${n}`, {
    scope: 'expert',
    officeId: null,
    officeKind: 'expert',
    officeName: '评审专家',
    permissions: ['review/sheet:score'],
  });

/** Every expert from a unit of its own but the last, who left the firm on the day given. */
const person = (n: number, facts: Partial<PastExpert> = {}): PastExpert => ({
  id: uuidv7(),
  name: `专家${n}`,
  unit: `花卉研究所${n}`,
  uscc: `91360100MA0A1B2${String(n).padStart(3, '0')}`,
  region: '000000',
  level: 'SENIOR',
  title: '研究员',
  disciplines: ['210'],
  isFinance: n <= 3,
  phone: `1380000${String(n).padStart(4, '0')}`,
  account: expertActor(n).accountId,
  ties: [],
  ...facts,
});
const formerUnit = (day: string | null) => [
  { kind: 'FORMER_UNIT' as const, uscc: FIRM.uscc, unit: FIRM.name, person: null, day, generations: null },
];
const pool = [
  ...Array.from({ length: 16 }, (_, i) => person(i + 1)),
  person(17, { ties: formerUnit('2023-03-05') }),
  person(18, { ties: formerUnit('2023-03-04') }),
  person(19, { uscc: FIRM.uscc, unit: FIRM.name, region: FIRM.region }),
];

let app: TestApp;
let caseId: string;
let call: CallView;
const firm = { actor: partyActor('花圃甲', uuidv7()) };

const body = (facts: Record<string, unknown> = {}) => ({
  cases: [caseId],
  name: '花展一组',
  disciplines: ['210'],
  levels: [],
  reviewDay: '2025-03-05',
  dueAt: '2025-03-06T18:00:00+08:00',
  ...facts,
});
const post = <T = PanelDetail & { error?: { code: string; message: string } }>(
  who: ReturnType<typeof makeActor>,
  path: string,
  sent?: unknown,
) => app.as(who).post<T>(path, sent);
const seatedNumbers = (panel: PanelDetail) =>
  panel.seats.filter(({ status }) => status === 'seated').map(({ name }) => Number(name.slice(2)));
const sheetsOf = async (n: number) => (await app.as(expertActor(n)).get<{ rows: MySheetHead[] }>('/review/my-sheets')).body.rows;
const comment = '布展方案新颖可行，花材选择合理，团队具备相应条件，预算编制比较合理，建议进一步完善养护方案并补充病虫害防治的具体措施。';

async function enter(party: string, answers: Record<string, unknown>): Promise<string> {
  const actor = partyActor('参展人', party, ['casework/case:read', 'casework/case:act', 'casework/case:apply']);
  firm.actor = actor;
  const draft = await app.as(actor).post<{ id: string }>(`/casework/calls/${call.id}/drafts`);
  await app.as(actor).put(`/casework/cases/${draft.body.id}/draft`, { version: 0, answers });
  const read = await app.as(actor).get<CaseDetail>(`/casework/cases/${draft.body.id}`);
  const sent = await app.as(actor).post(`/casework/cases/${draft.body.id}/submit`, { version: read.body.version });
  expect(sent.status, sent.text).toBe(200);
  return draft.body.id;
}

async function fillIn(n: number, points: Record<string, string>, recommend = true): Promise<MySheet> {
  const [head] = (await sheetsOf(n)).filter(({ status }) => status === 'open');
  const who = app.as(expertActor(n));
  const declared = await who.post<MySheet>(`/review/my-sheets/${head?.id}/declare`, { version: 1, hasNoConflict: true });
  const saved = await who.put<MySheet>(`/review/my-sheets/${head?.id}`, { version: declared.body.version, points, comment, recommend });
  expect(saved.status, saved.text).toBe(200);
  const sent = await who.post<MySheet>(`/review/my-sheets/${head?.id}/submit`, { version: saved.body.version });
  expect(sent.status, sent.text).toBe(200);
  return sent.body;
}
const good = { innovation: '27', feasibility: '22', team: '18', benefit: '13', budget: '8.5' };

beforeAll(async () => {
  const database = await makeDatabase();
  app = await makeApp({
    database,
    actions: [...caseworkActions(casework), ...reviewActions({ casework, seal, places: () => new Map([['外地', '000000']]) })],
  });
  app.clock.at('2025-03-03T09:00:00+08:00');
  const by = byOf({ actor: systemActor(ROOT), now: new Date('2025-03-01T00:00:00Z'), today: '2025-03-01' });
  const unknown = {
    legalPerson: null,
    address: null,
    registeredCapital: null,
    foundedOn: null,
    industry: null,
    field: null,
    scale: null,
    aboveScale: null,
  };
  const party = await database.withSystem(ROOT, (db) => createParty(db, by, { kind: 'enterprise', ...FIRM, status: 'active', ...unknown }));
  await database.withSystem(ROOT, (db) => loadExperts(db, ROOT, pool, seal, new Date('2025-03-01T00:00:00Z')));
  const draft = await app.as(drawer).post<CallView>('/casework/calls', {
    programme: 'garden-show',
    dossier: 'entry',
    year: 2025,
    name: '2025年花展',
    opensAt: '2025-03-01T00:00:00+08:00',
    closesAt: '2025-04-01T00:00:00+08:00',
  });
  call = (await app.as(drawer).post<CallView>(`/casework/calls/${draft.body.id}/publish`, { version: draft.body.version })).body;
  caseId = await enter(party, { name: '月季园', plan: '花圃甲有限公司的月季布展', budget: '1200000' });
});
afterAll(async () => {
  await app.close();
  await app.database.close();
});

describe('a panel', () => {
  let panel: PanelDetail;
  let members: number[];

  it('keeps out, with reason and day, who is or was of the applicant’s unit up to the very day', async () => {
    const preview = await post<{ recused: { name: string; says: string }[]; size: number; needsFinance: boolean; admitted: number }>(
      drawer,
      '/review/draw-preview',
      body(),
    );
    expect(preview.body).toMatchObject({ size: 5, needsFinance: true, admitted: 17 });
    expect(preview.body.recused).toEqual([
      expect.objectContaining({ name: '专家17', says: '曾任职：花圃甲有限公司（2023-03-05）' }),
      expect.objectContaining({ name: '专家19', says: '现任职于申报单位花圃甲有限公司' }),
    ]);
  });

  it('is drawn no earlier than the rule says and never smaller than the stage asks', async () => {
    expect((await post(drawer, '/review/panels', body({ reviewDay: '2025-03-20' }))).body.error?.code).toBe('DRAW_TOO_EARLY');
    expect((await post(drawer, '/review/panels', body({ size: 3 }))).body.error?.message).toContain('不少于 5 人');
    expect((await post(drawer, '/review/panels', body({ size: 6 }))).body.error?.message).toContain('单数');
    const drawn = await post(drawer, '/review/panels', body());
    expect(drawn.status, drawn.text).toBe(200);
    panel = drawn.body;
    members = seatedNumbers(panel);
    expect(members).toHaveLength(5);
    expect(panel).toMatchObject({ status: 'drawn', redrawn: true, vacancies: [] });
    expect(panel.seats.filter(({ status }) => status === 'reserve')).toHaveLength(5);
    expect(panel.seats.some(({ status, isFinance }) => status === 'seated' && isFinance)).toBe(true);
  });

  it('is drawn once for a case, and notified by another hand', async () => {
    expect((await post(drawer, '/review/panels', body())).status).toBe(409);
    expect((await post(drawer, `/review/panels/${panel.id}/open`, { version: 1 })).body.error?.code).toBe('SAME_HANDS');
    const opened = await post(notifier, `/review/panels/${panel.id}/open`, { version: 1 });
    expect(opened.status, opened.text).toBe(200);
    panel = opened.body;
    expect(panel).toMatchObject({ status: 'open', sheets: 5, submitted: 0 });
    const detail = await app.as(organiser).get<CaseDetail>(`/casework/cases/${caseId}`);
    expect(detail.body.waitsFor).toBe('等待专家评分和评审汇总');
    expect(detail.body.moves.map(({ verb }) => verb)).not.toContain('conclude');
  });

  it('cannot be concluded by the form of the case, by nobody’s typing', async () => {
    const { version } = (await app.as(organiser).get<CaseDetail>(`/casework/cases/${caseId}`)).body;
    const typed = {
      version,
      verb: 'conclude',
      data: { panel: 'x', score: '99', votes: 5, validSheets: 5, openSheets: 0, recommended: true, sheets: [] },
    };
    const answer = await post(organiser, `/casework/cases/${caseId}/moves`, typed);
    expect(answer.body.error?.code).toBe('GATHERED_ELSEWHERE');
  });

  it('lets an expert see own sheets alone, and no case, nor the pool', async () => {
    const [one = 0, two = 0] = members;
    const [own] = await sheetsOf(one);
    const [foreign] = await sheetsOf(two);
    expect(await sheetsOf(one)).toHaveLength(1);
    expect((await app.as(expertActor(one)).get(`/review/my-sheets/${foreign?.id}`)).status).toBe(404);
    const careless = await app.database.withActor(expertActor(one), {}, async (db) => {
      const count = async (table: string) => {
        const { rows } = await sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)}`.execute(db);
        return rows[0]?.n;
      };
      const changed = await sql`update review.sheet set comment = '改' where id = ${foreign?.id}::uuid`.execute(db);
      return {
        sheets: await count('review.sheet'),
        cases: await count('casework.cases'),
        experts: await count('review.expert'),
        ties: await count('review.tie'),
        seats: await count('review.seat'),
        panels: await count('review.panel'),
        changed: Number(changed.numAffectedRows),
      };
    });
    expect(careless).toEqual({ sheets: 1, cases: 0, experts: 1, ties: 0, seats: 0, panels: 0, changed: 0 });
    expect(own?.id).not.toBe(foreign?.id);
    expect((await app.anonymous.get('/review/my-sheets')).status).toBe(401);
    expect((await app.as(firm.actor).get('/review/my-sheets')).status).toBe(403);
  });

  it('shows the application only after a declaration, and takes a sheet once', async () => {
    const [one = 0] = members;
    const who = app.as(expertActor(one));
    const [head] = await sheetsOf(one);
    const closed = await who.get<MySheet>(`/review/my-sheets/${head?.id}`);
    expect(closed.body.pages).toBeNull();
    expect((await who.put(`/review/my-sheets/${head?.id}`, { version: 1, points: good })).status).toBe(409);
    const declared = await who.post<MySheet>(`/review/my-sheets/${head?.id}/declare`, { version: 1, hasNoConflict: true });
    expect(JSON.stringify(declared.body.pages)).toContain('月季园');
    const wrong = await who.put(`/review/my-sheets/${head?.id}`, { version: 2, points: { innovation: '30.5' } });
    expect(wrong.text).toContain('创新性：不能超过 30 分');
    const early = await who.post(`/review/my-sheets/${head?.id}/submit`, { version: 2 });
    expect(early.text).toContain('评审意见不少于 50 字');
    await who.put(`/review/my-sheets/${head?.id}`, { version: 2, points: good, comment, recommend: true });
    const both = await Promise.all([1, 2].map(() => who.post(`/review/my-sheets/${head?.id}/submit`, { version: 3 })));
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    const after = await who.put<{ error: { code: string } }>(`/review/my-sheets/${head?.id}`, { version: 4, comment: '改' });
    expect(after.body.error.code).toBe('SHEET_LOCKED');
  });

  it('falls below five when an expert leaves, says so, and is whole again by the reserve', async () => {
    const leaving = members[1] ?? 0;
    const [head] = await sheetsOf(leaving);
    await post(expertActor(leaving), `/review/my-sheets/${head?.id}/withdraw`, { version: 1, reason: '与申请人有合作关系' });
    const small = (await app.as(organiser).get<PanelDetail>(`/review/panels/${panel.id}`)).body;
    const seat = small.seats.find(({ wantsOut }) => wantsOut !== null);
    expect(seat?.wantsOut).toBe('与申请人有合作关系');
    expect(small.judged[0]?.outcome).toMatchObject({ isValid: false, score: null });
    const replaced = await post(organiser, `/review/panels/${panel.id}/replace`, {
      version: small.version,
      seat: seat?.id,
      reason: '与申请人有合作关系',
      isConflict: true,
      isHidden: true,
    });
    expect(replaced.status, replaced.text).toBe(200);
    panel = replaced.body;
    members = seatedNumbers(panel);
    expect(members).not.toContain(leaving);
    expect(members).toHaveLength(5);
    const pooled = await app.as(organiser).get<{ rows: { name: string; credit: number }[] }>(`/review/experts?q=专家${leaving}`);
    expect(pooled.body.rows.find(({ name }) => name === `专家${leaving}`)?.credit).toBe(80);
  });

  it('is concluded only when every sheet is in and a far-off score is explained', async () => {
    const open = await post(organiser, `/review/panels/${panel.id}/conclude`, { version: panel.version });
    expect(open.body.error?.message).toContain('还有 4 份评分表没有提交');
    const waiting: number[] = [];
    for (const n of members) if ((await sheetsOf(n))[0]?.status === 'open') waiting.push(n);
    const low = waiting.pop() ?? 0;
    for (const n of waiting) await fillIn(n, good);
    const far = await fillIn(low, { ...good, innovation: '8' }, false);
    const silent = await post(organiser, `/review/panels/${panel.id}/conclude`, { version: panel.version });
    expect(silent.body.error?.message).toContain('专家尚未说明');
    await post(organiser, `/review/sheets/${far.id}/ask`, { why: '创新性得分明显偏低' });
    const justified = await post(expertActor(low), `/review/my-sheets/${far.id}/justify`, { justification: '花型为已有品种，创新不足。' });
    expect(justified.status, justified.text).toBe(200);
    expect((await post(notifier, `/review/panels/${panel.id}/conclude`, { version: panel.version })).body.error?.code).toBe('SAME_HANDS');
    const done = await post(organiser, `/review/panels/${panel.id}/conclude`, { version: panel.version });
    expect(done.status, done.text).toBe(200);
    expect(done.body.judged[0]?.outcome).toMatchObject({ score: '88.50', votes: 4, recommended: true, rank: 1 });
    const detail = await app.as(organiser).get<CaseDetail>(`/casework/cases/${caseId}`);
    expect(detail.body.stage).toBe('decide');
    expect(detail.body.events.at(-1)?.label).toBe('评审汇总');
  });
});

it('ends with the same rank where score, first criterion and votes are equal, whoever handed in first', () => {
  const five = [1, 2, 3, 4, 5].map((seat) => ({ seat, status: 'submitted' as const, points: good, recommend: true, justification: null }));
  const result = aggregate(
    ['a', 'b'].map((caseId) => ({ caseId, panel: 'p', sheets: five })),
    showSheet,
    false,
  );
  expect([...result.values()].map(({ rank, tied }) => [rank, tied])).toEqual([
    [1, true],
    [1, true],
  ]);
});
