// Targets on a real database: set, decomposed, issued by document, adjusted by document, seen by counties within their bounds, scored and put on paper.
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { catalogueOf } from '#kernel/declare/catalogue.ts';
import { systemActor } from '#platform/actor.ts';
import { countyActor, makeActor, ROOT } from '#testing/actors.ts';
import { makeApp, type TestApp } from '#testing/app.ts';
import { specimen } from '#testing/specimen/programme.ts';
import { figuresActions } from './actions/index.ts';
import { targetIndicator } from './actions/target-ground.ts';
import { postEntries } from './contract.ts';
import type { AssessmentView } from './model/assessment-shapes.ts';
import { usualSettings } from './model/assessment-shapes.ts';
import type { Board, PlanDraft, PlanView, Preview } from './model/target-shapes.ts';

const [A, B] = ['990104', '990105'];
const setting = { catalogue: catalogueOf([specimen]), regionName: (code: string) => code, countiesOf: () => [A, B] };
const reading = ['figures/indicator:read', 'figures/entry:read'];
const actors = {
  city: makeActor('规划处', { permissions: [...reading, 'figures/target:manage', 'figures/index:publish', 'figures/entry:post'] }),
  county: countyActor('县科技', A, reading),
};
const stock = 'specimen.stock';
const draft: PlanDraft = {
  unit: '家',
  cityValue: '30',
  bound: '突破',
  method: 'CAPACITY_SHARE',
  growth: null,
  gapFactor: null,
  alpha: '0.5',
  beta: '0.5',
  gamma: '0',
  quantum: null,
  gdpSource: 'outside:地区生产总值',
  potentialSource: null,
  byHand: [],
  document: { name: '关于下达2026年目标的通知', number: '澜科发〔2026〕3号', day: '2026-01-20' },
  months: null,
  scoring: { mode: 'COMPLETION', weight: '100', direction: null, parameters: {} },
};
let app: TestApp;
const city = () => app.as(actors.city);
const county = () => app.as(actors.county);
const refusal = (body: unknown) => (body as { error: { code: string; message: string; details: { message: string }[] } }).error;

beforeAll(async () => {
  app = await makeApp({ actions: figuresActions(setting), actors });
  app.clock.at('2026-03-02T09:00:00+08:00');
  const entry = (region: string, day: string, value: string) => ({
    measure: 'specimen.gardens',
    region,
    day,
    value,
    sourceKind: 'case',
    sourceId: region + day,
  });
  await app.database.withSystem(ROOT, (db) =>
    postEntries(db, { root: ROOT, account: systemActor(ROOT).accountId }, [
      entry(A, '2024-06-01', '10'),
      entry(B, '2024-06-01', '5'),
      entry(A, '2026-02-01', '6'),
    ]),
  );
});
afterAll(() => app.close());

describe('values from outside', () => {
  it('are kept in base unit, revised by a new value, and refused as a whole when a region is strange', async () => {
    const record = (values: object[], unit = '亿元', reason = '') =>
      city().post('/figures/outside-values', { name: '地区生产总值', unit, year: 2025, documentName: '统计公报（演示）', reason, values });
    expect(
      (
        await record([
          { region: A, value: '30' },
          { region: '360105', value: '1' },
        ])
      ).status,
    ).toBe(422);
    expect((await city().get<{ rows: unknown[] }>('/figures/outside-values')).body.rows).toEqual([]);
    await record([
      { region: A, value: '20' },
      { region: B, value: '10' },
    ]);
    expect(refusal((await record([{ region: B, value: '200000' }], '万元')).body).code).toBe('REASON_NEEDED');
    await record([{ region: B, value: '200000' }], '万元', '第五次经济普查修订');
    const { rows } = (await county().get<{ rows: { region: string; value: string }[] }>('/figures/outside-values')).body;
    expect(rows.map(({ region, value }) => [region, value])).toEqual([
      [A, '2000000000'],
      [B, '2000000000'],
    ]);
    expect(refusal((await record([{ region: A, value: '20' }], '家')).body).code).toBe('UNIT_CLASH');
  });
});

describe('a target plan', () => {
  let plan: PlanView;

  it('is previewed without being kept, with exact sums', async () => {
    const { body } = await city().post<Preview>('/figures/target-preview', { indicator: stock, year: 2026, draft });
    expect(body.rows.map(({ last, level, weight, target }) => [last, level, weight, target])).toEqual([
      ['10', '16', '0.583333', '18'],
      ['5', '5', '0.416667', '12'],
    ]);
    expect([body.sum, body.difference, body.problems]).toEqual(['30', '0', []]);
    expect((await city().get<{ rows: unknown[] }>('/figures/target-plans')).body.rows).toEqual([]);
  });

  it('refuses a clash of units, a merged county, an unknown indicator and a second plan', async () => {
    const make = (changes: Partial<PlanDraft>, indicator = stock) =>
      city().post<PlanView>('/figures/target-plans', { indicator, year: 2026, draft: { ...draft, ...changes } });
    expect(refusal((await make({ unit: '万元' })).body).message).toContain('应为家');
    expect(refusal((await make({ byHand: [{ region: '360105', value: '3' }] })).body).message).toContain('已并入');
    expect(refusal((await make({}, 'specimen.nothing')).body).code).toBe('INDICATOR_GONE');
    const catalogue = { ...setting.catalogue, measures: new Map() };
    expect(() => targetIndicator({ ...setting, catalogue }, stock)).toThrow(/要用的 1 项台账计量已不在目录中，目标无从核算，没有保存/);
    const made = await make({});
    expect(made.status).toBe(200);
    plan = made.body;
    expect((await make({})).body).toMatchObject({ error: { code: 'PLAN_EXISTS' } });
    expect((await county().post('/figures/target-plans', { indicator: stock, year: 2027, draft })).status).toBe(403);
    expect((await county().get<{ rows: unknown[] }>('/figures/target-plans')).body.rows).toEqual([]);
  });

  it('is issued only when nothing stands in the way, wholly or not at all', async () => {
    const save = (version: number, changes: Partial<PlanDraft>) =>
      city().put<PlanView>(`/figures/target-plans/${plan.id}`, { version, draft: { ...draft, ...changes } });
    const poor = await save(plan.version, { document: { ...draft.document, number: '' } });
    const refused = await city().post(`/figures/target-plans/${plan.id}/issue`, { version: poor.body.version });
    expect(refusal(refused.body)).toMatchObject({ code: 'NOT_READY', details: [{ message: '请填写下达目标的文件名称和文号' }] });
    expect((await save(plan.version, {})).body).toMatchObject({ error: { code: 'STALE' } });
    const good = await save(poor.body.version, {});
    const issued = await city().post<PlanView>(`/figures/target-plans/${plan.id}/issue`, { version: good.body.version });
    expect(issued.body.lines.map(({ region, value, revision }) => [region, value, revision])).toEqual([
      [ROOT, '30', 1],
      [A, '18', 1],
      [B, '12', 1],
    ]);
    plan = issued.body;
    expect((await save(plan.version, {})).body).toMatchObject({ error: { code: 'ALREADY_ISSUED' } });
  });

  it('shows lights by the day asked, and a county its own line', async () => {
    const { body } = await city().get<Board>('/figures/target-board?year=2026&asOf=2026-06-30');
    expect(body.lines[0]?.rows.map(({ region, completion, light, rank }) => [region, completion?.slice(0, 6), light, rank])).toEqual([
      [A, '0.8888', 'GREEN', 1],
      [B, '0.4166', 'RED', 2],
    ]);
    const own = await county().get<Board>('/figures/target-board?year=2026&asOf=2026-06-30');
    expect(own.body.lines[0]?.rows.map(({ region, target, rank }) => [region, target, rank])).toEqual([[A, '18', 1]]);
    expect(own.body.lines[0]?.city.target).toBe('30');
  });

  it('is adjusted by a document alone, and the targets known before stay to be seen', async () => {
    app.clock.at('2026-05-10T09:00:00+08:00');
    const adjusted = await city().post<PlanView>(`/figures/target-plans/${plan.id}/adjustments`, {
      version: plan.version,
      unit: '家',
      changes: [{ region: B, value: '8' }],
      document: { name: '关于调整目标的批复', number: '澜科函〔2026〕9号', day: '2026-05-09' },
      reason: '区划内企业迁出',
    });
    expect(adjusted.body.lines.map(({ value, revision }) => [value, revision])).toEqual([
      ['30', 1],
      ['18', 1],
      ['8', 2],
    ]);
    expect(adjusted.body.history).toHaveLength(4);
    const known = await city().get<Board>('/figures/target-board?year=2026&known=2026-05-09');
    expect(known.body.lines[0]?.rows[1]?.target).toBe('12');
    expect((await county().get<PlanView>(`/figures/target-plans/${plan.id}`)).body.history.map(({ region }) => region).sort()).toEqual([
      ROOT,
      A,
    ]);
    await expect(app.database.withSystem(ROOT, (db) => sql`update figures.target set value = 1`.execute(db))).rejects.toThrow();
  });

  it('is put on paper for the county', async () => {
    for (const paper of ['responsibility-letter', 'target-feedback']) {
      const { status, bytes } = await county().get(`/figures/${paper}?year=2026&region=${A}`);
      expect([status, bytes.subarray(0, 2).toString()]).toEqual([200, 'PK']);
    }
    expect(refusal((await county().get(`/figures/responsibility-letter?year=2026&region=${B}`)).body).code).toBe('NOT_OWN_PAPER');
    expect(refusal((await city().get(`/figures/responsibility-letter?year=2031&region=${B}`)).body).code).toBe('NO_TARGETS');
  });
});

describe('an assessment', () => {
  it('is a draft of the city until issued, then a ranking for all and a sheet for each', async () => {
    expect((await county().get('/figures/assessments/2026')).status).toBe(404);
    const saved = await city().put<AssessmentView>('/figures/assessments/2026', {
      version: 0,
      asOf: '2026-12-31',
      settings: { ...usualSettings, firstClass: [A] },
    });
    expect(saved.body.counties.map(({ total, rank, countyClass }) => [total, rank, countyClass])).toEqual([
      ['88.89', 1, '一类'],
      ['62.50', 1, '二类'],
    ]);
    expect(saved.body.problems).toEqual([]);
    expect((await county().get('/figures/assessments/2026')).status).toBe(404);
    await city().post('/figures/assessments/2026/issue', { version: saved.body.version });
    const seen = (await county().get<AssessmentView>('/figures/assessments/2026')).body;
    expect(seen.counties.map(({ total, items }) => [total, items.length])).toEqual([
      ['88.89', 1],
      ['62.50', 0],
    ]);
    const again = await city().put('/figures/assessments/2026', {
      version: saved.body.version + 1,
      asOf: '2026-12-31',
      settings: usualSettings,
    });
    expect(again.body).toMatchObject({ error: { code: 'ASSESSMENT_ISSUED' } });
  });

  it('is not issued while weights or figures are missing', async () => {
    const saved = await city().put<AssessmentView>('/figures/assessments/2025', {
      version: 0,
      asOf: '2025-12-31',
      settings: usualSettings,
    });
    expect(saved.body.problems[0]).toBe('本年度还没有下达任何目标');
    const refused = await city().post('/figures/assessments/2025/issue', { version: saved.body.version });
    expect(refusal(refused.body).code).toBe('NOT_READY');
  });
});
