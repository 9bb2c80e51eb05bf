// Actions on indices: define, reckon from the ledger and outside values, publish a version, begin the next, export the table by county.
import { type Static, Type } from 'typebox';
import { decimal } from '#kernel/exact/decimal.ts';
import type { Rational } from '#kernel/exact/rational.ts';
import { type Action, type ActionContext, action, type Download } from '#platform/http/action.ts';
import { notFound } from '#platform/refusal.ts';
import { indexPublished, notReady } from '../errors.ts';
import { composeIndex, type ItemValue, yearsOf } from '../model/compose-index.ts';
import { type IndexItem, type IndexResult, IndexSpec, IndexView } from '../model/index-shapes.ts';
import type { FiguresSetting } from '../setting.ts';
import { changeIndex, findIndex, type IndexRow, insertIndex, listIndices } from '../store/index-definitions.ts';
import { readOutside } from '../store/outside-values.ts';
import { yearOf } from './catalogue-indicator.ts';
import { evaluatorOf } from './evaluator.ts';
import { indexWorkbook } from './index-workbook.ts';
import { targetIndicator } from './target-ground.ts';
import { byOf } from './target-plans.ts';

const read = 'figures/indicator:read';
const manage = 'figures/target:manage';

type Source = (source: string, region: string, year: number) => Rational | null;

type Reckoning = Pick<ActionContext, 'db' | 'actor' | 'today'>;

/** One reading for all sources; the root's outside value is the sum of its counties while every one is known. */
async function sourcesOf(context: Reckoning, setting: FiguresSetting, spec: IndexSpec): Promise<Source> {
  const { root } = context.actor;
  const names = [...new Set(spec.items.flatMap(({ source, divisor }) => (divisor === null ? [source] : [source, divisor])))];
  const indicators = new Map(
    names.filter((name) => name.startsWith('indicator:')).map((name) => [name, targetIndicator(setting, name.slice(10))]),
  );
  const value = await evaluatorOf(
    context.db,
    setting,
    root,
    [...indicators.values()].flatMap((indicator) =>
      yearsOf(spec).map((year) => ({ formula: indicator.formula, period: yearOf(indicator, year, context.today) })),
    ),
  );
  const outside = names.filter((name) => name.startsWith('outside:')).map((name) => name.slice(8));
  const rows = await readOutside(context.db, root, outside);
  const known = new Map(rows.map((row) => [`outside:${row.name}|${row.region}|${row.year}`, decimal(row.value)]));
  const counties = setting.countiesOf(root);
  return (source, region, year) => {
    const indicator = indicators.get(source);
    if (indicator !== undefined) {
      const found = value(indicator.formula, region, yearOf(indicator, year, context.today));
      return 'known' in found ? found.known : null;
    }
    const own = known.get(`${source}|${region}|${year}`);
    if (own !== undefined || region !== root) return own ?? null;
    const parts = counties.map((county) => known.get(`${source}|${county}|${year}`));
    return parts.reduce<Rational | null>((sum, part) => (sum === null || part === undefined ? null : sum.plus(part)), decimal('0'));
  };
}

export async function reckonIndex(context: Reckoning, setting: FiguresSetting, spec: IndexSpec): Promise<IndexResult> {
  const source = await sourcesOf(context, setting, spec);
  const value: ItemValue = (item: IndexItem, region, year) => {
    const part = source(item.source, region, year);
    if (item.divisor === null) return part;
    const whole = source(item.divisor, region, year);
    return part === null || whole === null || whole.isZero() ? null : part.dividedBy(whole);
  };
  const area = (region: string) => ({ region, name: setting.regionName(region) });
  return composeIndex(spec, area(context.actor.root), setting.countiesOf(context.actor.root).map(area), value);
}

const view = (row: IndexRow, result: IndexResult | null): IndexView => ({
  id: row.id,
  name: row.name,
  version: row.version,
  status: row.status,
  spec: row.spec,
  revision: row.revision,
  updatedAt: row.updated_at.toISOString(),
  updatedBy: row.updated_by_name,
  publishedAt: row.published_at?.toISOString() ?? null,
  result,
});

async function show(context: ActionContext, setting: FiguresSetting, id: string): Promise<IndexView> {
  const row = await findIndex(context.db, context.actor.root, id);
  if (row === undefined) throw notFound('这个指数');
  return view(row, row.result ?? (await reckonIndex(context, setting, row.spec)));
}

async function publish(context: ActionContext, setting: FiguresSetting, id: string): Promise<IndexView> {
  const { result, name, version, status } = await show(context, setting, id);
  if (status === 'published') throw indexPublished(name, version);
  const problems = result?.problems ?? [];
  const isEmpty = result?.areas.every(({ points }) => points.every(({ index }) => index === null)) !== false;
  if (result === null || problems.length > 0 || isEmpty) {
    throw notReady(
      '发布',
      (problems.length > 0 ? problems : ['没有任何地区和年度能算出指数，请核对数据来源']).map((text) => ({ region: null, text })),
    );
  }
  await changeIndex(context.db, byOf(context), id, { result });
  await context.trail(`发布“${name}”第${version}版`, { kind: 'index', id });
  return show(context, setting, id);
}

const NewIndex = Type.Object(
  { name: Type.String({ minLength: 2, maxLength: 60 }), revision: Type.String({ maxLength: 500 }), spec: IndexSpec },
  { $id: 'NewIndex', additionalProperties: false },
);
const Id = Type.Object({ id: Type.String({ format: 'uuid' }) });

async function create(context: ActionContext, setting: FiguresSetting, body: Static<typeof NewIndex>): Promise<IndexView> {
  const id = await insertIndex(context.db, byOf(context), body);
  await context.trail(`新建“${body.name}”的版本`, { kind: 'index', id });
  return show(context, setting, id);
}

async function save(
  context: ActionContext,
  setting: FiguresSetting,
  id: string,
  body: { spec: IndexSpec; revision: string },
): Promise<IndexView> {
  const row = await findIndex(context.db, context.actor.root, id);
  if (row === undefined) throw notFound('这个指数');
  if (!(await changeIndex(context.db, byOf(context), id, body))) throw indexPublished(row.name, row.version);
  await context.trail(`修改“${row.name}”第${row.version}版`, { kind: 'index', id });
  return show(context, setting, id);
}

async function download(context: ActionContext, setting: FiguresSetting, id: string): Promise<Download> {
  const index = await show(context, setting, id);
  const content = await indexWorkbook(index, context.today);
  await context.trail(`导出“${index.name}”第${index.version}版`, { kind: 'index', id });
  return {
    kind: 'download',
    fileName: `${index.name}第${index.version}版-${context.today}.xlsx`,
    contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    content,
  };
}

export const indexActions = (setting: FiguresSetting): Action[] => [
  action({
    id: 'figures.list-indices',
    method: 'GET',
    path: '/figures/indices',
    summary: '列出创新指数的各个版本',
    permission: read,
    reply: Type.Object({ rows: Type.Array(IndexView) }),
    handle: async (context) => ({ rows: (await listIndices(context.db, context.actor.root)).map((row) => view(row, null)) }),
  }),
  action({
    id: 'figures.show-index',
    method: 'GET',
    path: '/figures/indices/:id',
    summary: '一个指数版本：定义、各县区逐年指数、分领域指数和数据说明',
    permission: read,
    params: Id,
    reply: IndexView,
    handle: (context, { params }) => show(context, setting, params.id),
  }),
  action({
    id: 'figures.create-index',
    method: 'POST',
    path: '/figures/indices',
    summary: '新建指数或已有指数的下一版本',
    permission: manage,
    body: NewIndex,
    reply: IndexView,
    handle: (context, { body }) => create(context, setting, body),
  }),
  action({
    id: 'figures.save-index',
    method: 'PUT',
    path: '/figures/indices/:id',
    summary: '修改未发布的指数版本，往年按新定义重算',
    permission: manage,
    params: Id,
    body: Type.Object({ spec: IndexSpec, revision: Type.String({ maxLength: 500 }) }, { additionalProperties: false }),
    reply: IndexView,
    handle: (context, { params, body }) => save(context, setting, params.id, body),
  }),
  action({
    id: 'figures.publish-index',
    method: 'POST',
    path: '/figures/indices/:id/publish',
    summary: '发布指数版本，发布后数值固定',
    permission: 'figures/index:publish',
    params: Id,
    reply: IndexView,
    handle: (context, { params }) => publish(context, setting, params.id),
  }),
  action({
    id: 'figures.export-index',
    method: 'GET',
    path: '/figures/indices/:id/export',
    summary: '导出指数白皮书表：各县区逐年指数、分领域指数、指标数值和说明（Excel）',
    permission: read,
    params: Id,
    writes: true,
    handle: (context, { params }) => download(context, setting, params.id),
  }),
];
