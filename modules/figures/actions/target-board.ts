// Actions on progress: every issued target of a year against what the ledger says by a day, with lights and places.
import { Type } from 'typebox';
import type { Indicator } from '#kernel/declare/indicator.ts';
import { timingText } from '#kernel/declare/published-indicator.ts';
import { formatPlain } from '#kernel/exact/decimal.ts';
import { type Action, type ActionContext, action } from '#platform/http/action.ts';
import { currentCode, findRegion } from '#vocabularies/regions/regions.ts';
import { type Period, type Value, yearBefore } from '../model/evaluate.ts';
import { progressOf, type Standing } from '../model/target-progress.ts';
import { Board, type BoardLine, type Progress } from '../model/target-shapes.ts';
import { figureText } from '../model/target-text.ts';
import { timeProgress } from '../model/time-progress.ts';
import type { FiguresSetting } from '../setting.ts';
import { listPlans, type PlanRow, standing, type TargetRow, targetsOf } from '../store/target-plans.ts';
import { Day } from '../wire.ts';
import { inCatalogue, isPublished, newestYear, wholeYear, yearOf } from './catalogue-indicator.ts';
import { type Evaluator, evaluatorOf, yearUpTo } from './evaluator.ts';

export interface BoardAsked {
  readonly year: number;
  readonly asOf: string;
  readonly known: string | null;
}

export const isLowerBetter = (plan: PlanRow, setting: FiguresSetting): boolean =>
  plan.draft.scoring.direction === null
    ? inCatalogue(setting.catalogue, plan.indicator)?.direction === 'down'
    : plan.draft.scoring.direction === 'LOWER';

/** How far behind time is still yellow, where the plan says otherwise than usual. */
function yellowOf({ draft }: PlanRow): { readonly yellowPoints?: string } {
  const { yellowPoints } = draft.scoring.parameters;
  return yellowPoints === undefined ? {} : { yellowPoints };
}

/** A county that was merged since keeps its target on paper; nothing is counted for it any more. */
function mergedWhy(region: string, setting: FiguresSetting, day: string): string | undefined {
  const current = currentCode(region, day);
  if (current === region) return undefined;
  return current === undefined ? `区划${region}已不存在` : `${findRegion(region)?.name ?? region}已并入${setting.regionName(current)}`;
}

/** Of a published value that is still to come: when it comes, and what was known last. */
function awaited(indicator: Indicator | undefined, of: (year: number) => Value, year: number): string | undefined {
  if (indicator === undefined || !isPublished(indicator) || 'known' in of(year)) return undefined;
  const newest = newestYear(year - 1, (one) => 'known' in of(one));
  const last = newest === undefined ? undefined : of(newest);
  const known =
    last !== undefined && 'known' in last ? `，最近为${newest}年${figureText(formatPlain(last.known, 12), indicator.unit)}` : '';
  return `${year}年的数尚未公布（${timingText[indicator.timing]}）${known}`;
}

/** Of the ledger, the same days of last year; of what is published, last year. */
const lastOf = (indicator: Indicator, { year, asOf }: BoardAsked): Period =>
  isPublished(indicator) ? wholeYear(year - 1) : yearBefore(yearOf(indicator, year, asOf));

/** Whoever asks; the history of a demonstration asks as the system. */
export type Asking = Pick<ActionContext, 'db' | 'actor'>;

function boardLine(
  context: Asking,
  setting: FiguresSetting,
  plan: PlanRow,
  targets: readonly TargetRow[],
  value: Evaluator,
  asked: BoardAsked,
): BoardLine {
  const { root } = context.actor;
  const indicator = inCatalogue(setting.catalogue, plan.indicator);
  const byRegion = new Map(targets.map((row) => [row.region, row]));
  const of = (region: string): Standing => {
    const target = byRegion.get(region);
    const gone = indicator === undefined ? '指标目录中已没有这个指标，无法核算' : mergedWhy(region, setting, asked.asOf);
    const none = { unknown: gone ?? '' };
    const told = (year: number): Value =>
      indicator === undefined || gone !== undefined ? none : value(indicator.formula, region, yearOf(indicator, year, asked.asOf));
    const coming = awaited(indicator, told, asked.year);
    const why = gone ?? coming;
    return {
      region,
      name: setting.regionName(region),
      shortName: setting.shortName?.(region) ?? setting.regionName(region),
      target: target?.value ?? null,
      bound: target?.bound ?? null,
      actual: told(asked.year),
      last: gone !== undefined || indicator === undefined ? none : value(indicator.formula, region, lastOf(indicator, asked)),
      ...(why === undefined ? {} : { why, isAwaited: gone === undefined }),
    };
  };
  const standingCounties = setting.countiesOf(root);
  const merged = targets.map(({ region }) => region).filter((region) => region !== root && !standingCounties.includes(region));
  const options = {
    isLowerBetter: isLowerBetter(plan, setting),
    timeProgress: timeProgress(asked.year, asked.asOf, plan.draft.months),
    ...yellowOf(plan),
  };
  const own = new Set(context.actor.regions);
  /** A county sees its own line; its place has been taken among all. */
  const seen = (row: Progress): boolean => context.actor.scope !== 'regions' || own.has(row.region);
  const [city] = progressOf([of(root)], options);
  if (city === undefined) throw new Error('a board line without its city');
  return {
    plan: plan.id,
    indicator: plan.indicator,
    indicatorName: indicator?.name ?? plan.indicator,
    unit: indicator?.unit ?? plan.draft.unit,
    isLowerBetter: options.isLowerBetter,
    timeProgress: formatPlain(options.timeProgress, 6),
    hasMonths: plan.draft.months !== null,
    city: { ...city, rank: null },
    rows: [...progressOf(standingCounties.map(of), options), ...progressOf(merged.map(of), options)].filter(seen),
  };
}

/** In the order of the catalogue, which is that of importance. */
export async function boardOf(context: Asking, setting: FiguresSetting, asked: BoardAsked): Promise<BoardLine[]> {
  const { root } = context.actor;
  const order = [...setting.catalogue.indicators.keys(), ...setting.catalogue.published.keys()];
  const plans = [...(await listPlans(context.db, root, { year: asked.year, status: 'issued' }))].sort(
    (a, b) => order.indexOf(a.indicator) - order.indexOf(b.indicator),
  );
  const targets = standing(
    await targetsOf(
      context.db,
      root,
      plans.map(({ id }) => id),
      asked.known,
    ),
  );
  const period = yearUpTo(asked.year, asked.asOf);
  const formulas = plans.flatMap(({ indicator }) => inCatalogue(setting.catalogue, indicator)?.formula ?? []);
  const value = await evaluatorOf(
    context.db,
    setting,
    root,
    formulas.flatMap((formula) => [
      { formula, period },
      { formula, period: yearBefore(period) },
    ]),
    asked.known,
  );
  return plans
    .map((plan) => ({ plan, own: targets.filter((row) => row.plan === plan.id) }))
    .filter(({ own }) => own.length > 0)
    .map(({ plan, own }) => boardLine(context, setting, plan, own, value, asked));
}

export const targetBoardActions = (setting: FiguresSetting): Action[] => [
  action({
    id: 'figures.target-board',
    method: 'GET',
    path: '/figures/target-board',
    summary: '目标进度：各指标和县区的完成率、亮灯和位次；可按某日已知的口径',
    permission: 'figures/indicator:read',
    query: Type.Object({
      year: Type.Integer({ minimum: 1990, maximum: 2100 }),
      asOf: Type.Optional(Day),
      known: Type.Optional(Day),
    }),
    reply: Board,
    handle: async (context, { query }) => {
      const asOf = query.asOf ?? context.today;
      const known = query.known ?? null;
      return { year: query.year, asOf, known, lines: await boardOf(context, setting, { year: query.year, asOf, known }) };
    },
  }),
];
