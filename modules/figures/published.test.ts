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
import type { ByRegion } from './wire.ts';

const [A, B, PROVINCE, OTHER] = ['990104', '990105', '990000', '990200'];
const of = publishing('planning', { publisher: '统计部门' });
const catalogue = catalogueOf(
  [specimen],
  [
    of('output', '园艺产值', '元', 'flow', '', '园艺总产值'),
    of('seeds', '种子投入', '元', 'flow', ''),
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
const actors = { city: makeActor('市科技', { permissions: ['figures/indicator:read', 'figures/entry:post'] }) };

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
