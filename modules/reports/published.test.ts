// Figures of published indicators on a real database: tied by name, accepted into the ledger, answering as values from outside, taken back again.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { catalogue } from '#catalogue/index.ts';
import { figuresActions } from '#modules/figures/actions/index.ts';
import { ledgerOf } from '#modules/figures/contract.ts';
import { makeActor, ROOT } from '#testing/actors.ts';
import { makeApp, type TestApp } from '#testing/app.ts';
import { childrenOf, findRegion, regionName, regionShortName } from '#vocabularies/regions/regions.ts';
import { reportsActions } from './actions/index.ts';
import { stopReading } from './actions/reading/read-away.ts';
import type { Audit, Done, FigureView, Loaded, OpenDocument } from './wire.ts';

const permissions = ['reports/report:read', 'reports/report:write', 'figures/indicator:read', 'figures/entry:post'];
const product = [...catalogue.published.values()].find(({ name }) => name === '地区生产总值');
let app: TestApp;

beforeAll(async () => {
  const figures = {
    catalogue,
    regionName,
    shortName: regionShortName,
    countiesOf: (root: string) => childrenOf(root).map(({ code }) => code),
    parentOf: (root: string) => findRegion(root)?.parent,
    sistersOf: () => [],
  };
  const setting = { catalogue, ledger: ledgerOf(figures) };
  app = await makeApp({
    actions: [...reportsActions(setting), ...figuresActions(figures)],
    actors: { planner: makeActor('规划处', { permissions }) },
  });
  app.clock.at('2027-01-08T09:00:00+08:00');
});
afterAll(async () => {
  await app.close();
  await stopReading();
});

const planner = () => app.as('planner');

async function load(title: string, text: string): Promise<FigureView[]> {
  const loaded = await planner().post<Loaded>('/reports/documents/paste', { title, place: regionName(ROOT), year: 2025, text });
  expect(loaded.status, loaded.text).toBe(200);
  document = loaded.body.id;
  return (await planner().get<OpenDocument>(`/reports/documents/${document}`)).body.figures;
}
let document = '';

const accept = async ({ ordinal, tie, version }: FigureView) =>
  (await planner().post<Done>(`/reports/documents/${document}/accept`, { figures: [{ ordinal, indicator: tie.indicator, version }] })).body;

const outside = async () =>
  (
    await planner().get<{ rows: { name: string; year: number; value: string; region: string }[] }>('/figures/outside-values')
  ).body.rows.filter(({ name }) => name === product?.name);

it('is offered by its own name, and stands at the values from outside once accepted', async () => {
  const [gdp] = await load('年度总结', '2025年，全市地区生产总值完成1250.6亿元。');
  expect(gdp?.tie).toEqual({ indicator: product?.id, how: 'sure' });
  if (gdp === undefined) return;
  expect((await accept(gdp)).says).toContain('已采纳 1 个数据入台账');
  expect(await outside()).toMatchObject([{ year: 2025, value: '125060000000', region: ROOT }]);
  await planner().post(`/reports/documents/${document}/withdraw`, { ordinals: [gdp.ordinal], reason: '口径不同' });
  expect(await outside()).toEqual([]);
});

it('never overtakes a value that was published: the difference is told', async () => {
  const [first] = await load('统计公报', '2025年，全市地区生产总值完成1248.3亿元。');
  if (first !== undefined) await accept(first);
  const [second] = await load('另一份总结', '2025年，全市地区生产总值完成1251.7亿元。');
  expect(second === undefined ? '' : (await accept(second)).says).toContain('与已登记的外部数据不同');
  expect(await outside()).toMatchObject([{ value: '124830000000' }]);
});

it('is what another report is held against', async () => {
  await load('送审稿', '2025年，全市地区生产总值完成1284.3亿元。');
  const { relations } = (await planner().get<Audit>(`/reports/documents/${document}/relations`)).body;
  expect(relations.filter(({ ledger }) => ledger !== null)).toMatchObject([
    { verdict: 'inconsistent', computed: '1248.3亿元', stated: '1284.3亿元', ledger: { name: '地区生产总值', region: ROOT } },
  ]);
});

it('is no value where it is an aim, a growth or a bound', async () => {
  const figures = await load('计划', '2026年，力争全市地区生产总值突破1400亿元，增长7%。');
  for (const figure of figures) if (figure.tie.indicator !== null) await accept(figure);
  expect((await outside()).some(({ year }) => year === 2026)).toBe(false);
});
