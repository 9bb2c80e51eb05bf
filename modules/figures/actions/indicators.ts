// Actions on indicators: list them, read them by region and over time, and open one into what made it.
import { Type } from 'typebox';
import { addDays, addMonths } from '#kernel/declare/calendar.ts';
import { type Formula, type Indicator, measuresOf } from '#kernel/declare/indicator.ts';
import { formatPlain } from '#kernel/exact/decimal.ts';
import { type Action, type ActionContext, action } from '#platform/http/action.ts';
import { notFound, Refusal } from '#platform/refusal.ts';
import { type Evaluated, type Period, type Value, yearBefore } from '../model/evaluate.ts';
import { formulaText } from '../model/formula-text.ts';
import type { FiguresSetting } from '../setting.ts';
import {
  ByRegion,
  Day,
  Explained,
  type ExplainedView,
  IndicatorView,
  type Point,
  type RegionValue,
  Series,
  type ValueView,
} from '../wire.ts';
import { gridsFor, openerOf } from './evaluator.ts';

const read = 'figures/indicator:read';

export function indicatorOf(setting: FiguresSetting, id: string): Indicator {
  const indicator = setting.catalogue.indicators.get(id) ?? setting.catalogue.published.get(id);
  if (indicator === undefined) throw notFound(`指标“${id}”`);
  return indicator;
}

export function indicatorView(setting: FiguresSetting, indicator: Indicator): IndicatorView {
  const { measures, systems } = setting.catalogue;
  const system = systems.find((candidate) => candidate.indicators?.includes(indicator) === true);
  return {
    id: indicator.id,
    name: indicator.name,
    aliases: [...(indicator.aliases ?? [])],
    unit: indicator.unit,
    direction: indicator.direction,
    definition: indicator.definition,
    formula: formulaText(indicator.formula, setting.catalogue),
    system: system?.id ?? '',
    systemName: system?.name ?? '',
    measures: measuresOf(indicator.formula).flatMap((id) => {
      const measure = measures.get(id);
      return measure === undefined ? [] : [{ id, name: measure.name, unit: measure.unit, definition: measure.definition }];
    }),
  };
}

/** Twelve places keep a fraction exact enough to be rounded once more for print. */
export const valueView = (value: Value): ValueView =>
  'known' in value ? { value: formatPlain(value.known, 12), why: null } : { value: null, why: value.unknown };

export function periodOf(query: { from: string; to: string }): Period {
  if (query.from > query.to)
    throw new Refusal('PERIOD', '起始日期不能晚于截止日期。', {
      status: 400,
      details: [{ where: 'from', message: '请选择不晚于截止日期的起始日期' }],
    });
  return query;
}

/** Formulas that stand beside a value on the page of a figure, where they make sense for it. */
function companions({ formula }: Indicator): Record<'growth' | 'share' | 'rank', Formula> {
  return { growth: { kind: 'growth', of: formula }, share: { kind: 'share-of-parent', of: formula }, rank: { kind: 'rank', of: formula } };
}

/** Shares and growth mean nothing of what is itself a share, a growth or a rank. */
const isPlain = (indicator: Indicator): boolean =>
  'nature' in indicator
    ? indicator.nature === 'stock' || indicator.nature === 'flow'
    : ['sum', 'stock', 'change', 'difference'].includes(indicator.formula.kind);
const notMeant: ValueView = { value: null, why: '对该指标不适用' };

async function byRegion(
  context: ActionContext,
  setting: FiguresSetting,
  indicator: Indicator,
  period: Period,
  known: string | null,
): Promise<ByRegion> {
  const { root } = context.actor;
  const regions = [root, ...setting.countiesOf(root)];
  const { formula } = indicator;
  const beside = companions(indicator);
  const plain = isPlain(indicator) ? [beside.growth, beside.share] : [];
  const formulas = [formula, ...plain, ...(formula.kind === 'rank' ? [] : [beside.rank])];
  const asked = { formulas, regions, periods: [period, yearBefore(period)] };
  const { grid, published } = await gridsFor(context.db, setting, root, asked, known);
  const grids = new Map(formulas.map((one) => [one, grid(one)]));
  /** What a formula gives this year or the year before; what was not asked is not meant. */
  const at = (of: Formula, region: number, year: 0 | 1 = 0): ValueView => {
    const found = grids.get(of);
    return found === undefined ? notMeant : { value: found.text(region, year, 12), why: found.why(region, year) };
  };
  const told = (region: string): RegionValue['published'] => {
    const found = published.published(formula, region, period);
    const stands = published.seen(formula, region, period) !== undefined;
    return found === undefined ? null : { ...valueView({ known: found.value }), document: found.document, stands };
  };
  const row = (region: string, place: number): RegionValue => ({
    region,
    name: setting.regionName(region),
    value: at(formula, place),
    lastYear: formula.kind === 'growth' ? notMeant : at(formula, place, 1),
    growth: at(beside.growth, place),
    share: at(beside.share, place),
    rank: at(beside.rank, place),
    published: told(region),
  });
  const [total, ...rows] = regions.map(row) as [RegionValue, ...RegionValue[]];
  return { indicator: indicatorView(setting, indicator), ...period, known, total, rows };
}

function periodsOf(from: string, to: string, step: 'month' | 'year'): (Period & { label: string })[] {
  const periods: (Period & { label: string })[] = [];
  const months = step === 'month' ? 1 : 12;
  for (
    let start = `${from.slice(0, step === 'month' ? 7 : 4)}${step === 'month' ? '' : '-01'}-01`;
    start <= to;
    start = addMonths(start, months)
  ) {
    const end = addDays(addMonths(start, months), -1);
    periods.push({ from: start, to: end > to ? to : end, label: start.slice(0, step === 'month' ? 7 : 4) });
    if (periods.length > 240) throw new Refusal('TOO_LONG', '一次最多查看 240 个时期，请缩短时间范围。', { status: 400 });
  }
  return periods;
}

async function series(
  context: ActionContext,
  setting: FiguresSetting,
  indicator: Indicator,
  region: string,
  periods: readonly (Period & { label: string })[],
  known: string | null,
): Promise<Point[]> {
  const { formula } = indicator;
  const spans = periods.map(({ from, to }) => ({ from, to }));
  const asked = { formulas: [formula], regions: [region], periods: [...spans, ...spans.map(yearBefore)] };
  const { grid } = await gridsFor(context.db, setting, context.actor.root, asked, known);
  const values = grid(formula);
  const at = (period: number): ValueView => ({ value: values.text(0, period, 12), why: values.why(0, period) });
  return periods.map((period, i) => ({ ...period, value: at(i), lastYear: at(periods.length + i) }));
}

function explainedView(setting: FiguresSetting, one: Evaluated): ExplainedView {
  const { formula } = one;
  const isSum = formula.kind === 'sum' || formula.kind === 'stock' || formula.kind === 'change';
  return {
    says: one.document === undefined ? formulaText(formula, setting.catalogue) : `“${one.document}”公布的数`,
    region: one.region,
    regionName: setting.regionName(one.region),
    ...one.period,
    value: valueView(one.value),
    measure: isSum && one.document === undefined ? formula.measure : null,
    entriesFrom: isSum && one.document === undefined && formula.kind !== 'stock' ? one.period.from : null,
    parts: one.parts.map((part) => explainedView(setting, part)),
  };
}

const Asked = Type.Object({ from: Day, to: Day, known: Type.Optional(Day) });
const Id = Type.Object({ id: Type.String() });

export const indicatorActions = (setting: FiguresSetting): Action[] => [
  action({
    id: 'figures.list-indicators',
    method: 'GET',
    path: '/figures/indicators',
    summary: '指标目录：名称、单位、公式和来源',
    permission: read,
    reply: Type.Object({ rows: Type.Array(IndicatorView) }),
    handle: async () => ({ rows: [...setting.catalogue.indicators.values()].map((indicator) => indicatorView(setting, indicator)) }),
  }),
  action({
    id: 'figures.by-region',
    method: 'GET',
    path: '/figures/indicators/:id/regions',
    summary: '一个指标在一段时间内的全市和各县区数值、同比、占比、位次；可按某日已知的口径',
    permission: read,
    params: Id,
    query: Asked,
    reply: ByRegion,
    handle: async (context, { params, query }) =>
      byRegion(context, setting, indicatorOf(setting, params.id), periodOf({ from: query.from, to: query.to }), query.known ?? null),
  }),
  action({
    id: 'figures.series',
    method: 'GET',
    path: '/figures/indicators/:id/series',
    summary: '一个指标按月或按年的走势',
    permission: read,
    params: Id,
    query: Type.Object({
      ...Asked.properties,
      region: Type.Optional(Type.String()),
      step: Type.Union([Type.Literal('month'), Type.Literal('year')]),
    }),
    reply: Series,
    handle: async (context, { params, query }) => {
      const indicator = indicatorOf(setting, params.id);
      const region = query.region ?? context.actor.root;
      const points = await series(context, setting, indicator, region, periodsOf(query.from, query.to, query.step), query.known ?? null);
      return { indicator: indicatorView(setting, indicator), region, points };
    },
  }),
  action({
    id: 'figures.explain',
    method: 'GET',
    path: '/figures/indicators/:id/explain',
    summary: '打开一个数：公式、组成部分和它们的数值',
    permission: read,
    params: Id,
    query: Type.Object({ ...Asked.properties, region: Type.Optional(Type.String()) }),
    reply: Type.Object({ indicator: IndicatorView, tree: Explained }),
    handle: async (context, { params, query }) => {
      const indicator = indicatorOf(setting, params.id);
      const period = periodOf({ from: query.from, to: query.to });
      const { formula } = indicator;
      const { root } = context.actor;
      const open = await openerOf(context.db, setting, root, [{ formula, period }], query.known ?? null);
      const tree = open(formula, query.region ?? root, period);
      return { indicator: indicatorView(setting, indicator), tree: explainedView(setting, tree) };
    },
  }),
];
