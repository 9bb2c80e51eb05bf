// Published values on a real database: names lead to the catalogue, revisions keep both values, the ledger comes first, and the city stands in its province.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { catalogueOf } from '#kernel/declare/catalogue.ts';
import { observed, publishing } from '#kernel/declare/published-indicator.ts';
import { systemActor } from '#platform/actor.ts';
import { makeActor, ROOT } from '#testing/actors.ts';
import { makeApp, type TestApp } from '#testing/app.ts';
import { specimen } from '#testing/specimen/programme.ts';
import { figuresActions } from './actions/index.ts';
import { postEntries } from './contract.ts';
import type { Board, PlanDraft, PlanView, Preview } from './model/target-shapes.ts';
import type { ByRegion } from './wire.ts';

const [A, B, PROVINCE, OTHER] = ['990104', '990105', '990000', '990200'];
const of = publishing('planning', { publisher: '统计部门' });
const catalogue = catalogueOf(
  [specimen],
  [
    of('output', '园艺产值', '元', 'flow', '', '园艺总产值'),
    of('seeds', '种子投入', '元', 'flow', ''),
    of('bulbs', '球根产值', '元', 'flow', ''),
    of('intensity', '种子投入强度', '%', 'rate', '', '', {
      formula: { kind: 'ratio', part: observed('seeds'), whole: observed('output') },
    }),
  ],
);
const setting = {
  catalogue,
  regionName: (code: string) => code,
  countiesOf: () => [A, B],
  parentOf: () => PROVINCE,
  sistersOf: () => [OTHER],
};
const actors = { city: makeActor('市科技', { permissions: ['figures/indicator:read', 'figures/entry:post', 'figures/target:manage'] }) };

let app: TestApp;
beforeAll(async () => {
  app = await makeApp({ actions: figuresActions(setting), actors });
});
afterAll(() => app.close());

const record = (name: string, unit: string, values: Record<string, string>, more: object = {}) =>
  app.as(actors.city).post('/figures/outside-values', {
    name,
    unit,
    year: 2024,
    documentName: '统计公报',
    values: Object.entries(values).map(([region, value]) => ({ region, value })),
    ...more,
  });
const regions = async (id: string, known = '') =>
  (await app.as(actors.city).get<ByRegion>(`/figures/indicators/${id}/regions?from=2024-01-01&to=2024-12-31${known}`)).body;

it('stands a city in its province by what was published, converted to the base unit', async () => {
  expect((await record('园艺总产值', '亿元', { [ROOT]: '20', [PROVINCE]: '80', [OTHER]: '30', [A]: '8' })).status).toBe(200);
  await record('种子投入', '万元', { [ROOT]: '4000' });
  const output = await regions('output');
  expect(output.total).toMatchObject({ value: { value: '2000000000' }, share: { value: '0.25' }, rank: { value: '2' } });
  expect(output.rows.map(({ value }) => value.value)).toEqual(['800000000', null]);
  expect((await regions('intensity')).total.value.value).toBe('0.02');
});

it('refuses a unit of another kind, a revision without a reason, and a place that is nobody’s', async () => {
  const code = (reply: { body: unknown }) => (reply.body as { error: { code: string } }).error.code;
  expect(code(await record('园艺产值', '%', { [ROOT]: '3' }))).toBe('UNIT_CLASH');
  expect(code(await record('园艺产值', '亿元', { [ROOT]: '21' }))).toBe('REASON_NEEDED');
  expect(code(await record('园艺产值', '亿元', { '110000': '21' }))).toBe('REGION_UNKNOWN');
});

it('keeps both values of a revision, and what was known on a day', async () => {
  await record('园艺产值', '亿元', { [ROOT]: '22' }, { reason: '最终核实' });
  expect((await regions('output')).total.value.value).toBe('2200000000');
  expect((await regions('output', '&known=2020-01-01')).total.value).toMatchObject({ value: null, why: '没有登记这一年公布的数' });
  const { rows } = (
    await app
      .as(actors.city)
      .get<{ rows: { value: string; reason: string | null }[] }>(
        `/figures/outside-values/revisions?name=${encodeURIComponent('园艺产值')}&region=${ROOT}&year=2024`,
      )
  ).body;
  expect(rows.map(({ value, reason }) => [value, reason])).toEqual([
    ['2200000000', '最终核实'],
    ['2000000000', null],
  ]);
});

it('lets a published value stand until the ledger holds entries, and shows the difference afterwards', async () => {
  const [stock] = [...catalogue.indicators.values()].filter(({ formula }) => formula.kind === 'stock');
  await record(stock?.name ?? '', stock?.unit ?? '', { [ROOT]: '40' });
  const before = (await regions(stock?.id ?? '')).total;
  expect(before).toMatchObject({ value: { value: '40' }, published: { stands: true, document: '统计公报' } });
  const measure = stock?.formula.kind === 'stock' ? stock.formula.measure : '';
  const entry = { measure, region: A, day: '2024-03-01', value: '38', sourceKind: 'case', sourceId: 'one' };
  await app.database.withSystem(ROOT, (db) => postEntries(db, { root: ROOT, account: systemActor(ROOT).accountId }, [entry]));
  const after = (await regions(stock?.id ?? '')).total;
  expect(after).toMatchObject({ value: { value: '38' }, published: { stands: false, value: '40' } });
});

it('knows nothing of the years before the ledger’s first entry, which is not nought', async () => {
  const [stock] = [...catalogue.indicators.values()].filter(({ formula }) => formula.kind === 'stock');
  type Places = { places: { points: { value: string | null; why: string | null }[] }[] };
  const { places } = (await app.as(actors.city).get<Places>(`/figures/indicators/${stock?.id}/places?from=2022&to=2024`)).body;
  expect(places[0]?.points.map(({ value, why }) => value ?? why)).toEqual(['台账自2024-03-01起有记录', '台账自2024-03-01起有记录', '38']);
});

it('stands the city beside its province and the other cities by what was published', async () => {
  type Place = {
    place: string;
    own: boolean;
    points: { year: number; value: string | null; observation: { documentName: string } | null }[];
  };
  const { places } = (await app.as(actors.city).get<{ places: Place[] }>('/figures/indicators/output/places?from=2023&to=2024')).body;
  expect(places.map(({ place, own, points }) => [place, own, ...points.map(({ value }) => value)])).toEqual([
    [ROOT, true, null, '2200000000'],
    [PROVINCE, false, null, '8000000000'],
    [OTHER, false, null, '3000000000'],
  ]);
  expect(places[0]?.points[1]?.observation?.documentName).toBe('统计公报');
});

const draft = (value: string): PlanDraft => ({
  unit: '亿元',
  cityValue: value,
  bound: '达到',
  method: 'CAPACITY_SHARE',
  growth: null,
  gapFactor: null,
  alpha: '1',
  beta: '0',
  gamma: '0',
  quantum: null,
  gdpSource: null,
  potentialSource: null,
  byHand: [],
  document: { name: '关于下达2026年目标的通知', number: '澜科发〔2026〕9号', day: '2026-01-20' },
  months: null,
  scoring: { mode: 'COMPLETION', weight: '100', direction: null, parameters: {} },
});
const preview = async (indicator: string, value = '24') =>
  (await app.as(actors.city).post<Preview>('/figures/target-preview', { indicator, year: 2026, draft: draft(value) })).body;

it('sets a target on a published indicator from the newest year that is known, exact to the city’s', async () => {
  await record('园艺产值', '亿元', { [B]: '12' });
  app.clock.at('2026-03-02T09:00:00+08:00');
  const output = await preview('output');
  expect(output).toMatchObject({ lastYear: 2024, levelYear: 2024, isAdditive: true, difference: '0', problems: [] });
  expect(output.rows.map(({ last, target }) => [last, target])).toEqual([
    ['800000000', '960000000'],
    ['1200000000', '1440000000'],
  ]);
  expect(output.warnings.map(({ text }) => text)).toContain('2025年的数尚未公布，以2024年为基数');
  expect((await preview('output', '21')).warnings.map(({ text }) => text)).toContain('990100目标21.00亿元低于2024年已达到的22.00亿元');
});

it('issues it, says when its value will be known, and judges it once it is', async () => {
  const plan = (await app.as(actors.city).post<PlanView>('/figures/target-plans', { indicator: 'output', year: 2026, draft: draft('24') }))
    .body;
  expect((await app.as(actors.city).post(`/figures/target-plans/${plan.id}/issue`, { version: 1 })).status).toBe(200);
  const line = async () => (await app.as(actors.city).get<Board>('/figures/target-board?year=2026')).body.lines[0];
  expect((await line())?.city).toMatchObject({ actual: null, why: '2026年的数尚未公布（当年公布当年数），最近为2024年22.00亿元' });
  await record('园艺产值', '亿元', { [ROOT]: '25', [A]: '11', [B]: '14' }, { year: 2026 });
  expect((await line())?.city).toMatchObject({ actual: '2500000000', completion: '1.041666666667', light: 'GREEN' });
});

it('refuses to issue a target of which nothing was ever published, and a target on no indicator at all', async () => {
  expect((await preview('bulbs')).problems[0]?.text).toContain('还没有登记过任何公布的数');
  const refused = await app.as(actors.city).post('/figures/target-plans', { indicator: 'nothing', year: 2026, draft: draft('1') });
  expect((refused.body as { error: { code: string } }).error.code).toBe('INDICATOR_GONE');
});
