// What is known before a target is set: last years' values, the level reached, and the figures by which capacity is shared.
import type { Formula, Indicator } from '#kernel/declare/indicator.ts';
import { measuresOf } from '#kernel/declare/indicator.ts';
import { decimal } from '#kernel/exact/decimal.ts';
import type { Rational } from '#kernel/exact/rational.ts';
import type { ActionContext } from '#platform/http/action.ts';
import { currentCode, findRegion } from '#vocabularies/regions/regions.ts';
import { indicatorGone, regionMerged, unitClash } from '../errors.ts';
import { decompose, type Ground } from '../model/decompose.ts';
import type { Period } from '../model/evaluate.ts';
import type { PlanDraft, Preview } from '../model/target-shapes.ts';
import { toBase, unitsFor } from '../model/target-units.ts';
import type { FiguresSetting } from '../setting.ts';
import { readOutside } from '../store/outside-values.ts';
import { countEntries } from '../store/read-figures.ts';
import { evaluatorOf, yearUpTo } from './evaluator.ts';

export function targetIndicator(setting: FiguresSetting, id: string): Indicator {
  const indicator = setting.catalogue.indicators.get(id);
  if (indicator === undefined) throw indicatorGone(id);
  return indicator;
}

/** Refuses what can never be right: a unit of another kind, a county that was merged. */
export function checkDraft(setting: FiguresSetting, indicator: Indicator, draft: PlanDraft, root: string, today: string): void {
  if (toBase('1', draft.unit, indicator.unit) === undefined) throw unitClash(draft.unit, indicator.name, unitsFor(indicator.unit));
  const counties = new Set(setting.countiesOf(root));
  for (const { region } of draft.byHand) {
    if (counties.has(region)) continue;
    const current = currentCode(region, today);
    if (current !== undefined && current !== region) throw regionMerged(findRegion(region)?.name ?? region, setting.regionName(current));
  }
}

type Outside = (region: string) => Rational | null;

/** A source is an indicator of the catalogue or a series given from outside; both are taken for the year before the target's. */
async function sourceReader(context: ActionContext, setting: FiguresSetting, source: string | null, period: Period): Promise<Outside> {
  if (source === null) return () => null;
  const root = context.actor.root;
  if (source.startsWith('indicator:')) {
    const { formula } = targetIndicator(setting, source.slice('indicator:'.length));
    const value = await evaluatorOf(context.db, setting, root, [{ formula, period }]);
    return (region) => {
      const found = value(formula, region, period);
      return 'known' in found ? found.known : null;
    };
  }
  const rows = await readOutside(context.db, root, [source.replace(/^outside:/, '')]);
  const year = Number(period.from.slice(0, 4));
  // The newest year that is known, up to the year before the target's.
  const newest = new Map<string, { year: number; value: string }>();
  for (const row of rows) if (row.year <= year && row.year > (newest.get(row.region)?.year ?? 0)) newest.set(row.region, row);
  return (region) => {
    const found = newest.get(region);
    return found === undefined ? null : decimal(found.value);
  };
}

export async function previewOf(
  context: ActionContext,
  setting: FiguresSetting,
  plan: { readonly indicator: string; readonly year: number; readonly draft: PlanDraft },
): Promise<Preview> {
  const { root } = context.actor;
  const indicator = targetIndicator(setting, plan.indicator);
  checkDraft(setting, indicator, plan.draft, root, context.today);
  const { formula } = indicator;
  const [last, beforeLast] = [yearUpTo(plan.year - 1, context.today), yearUpTo(plan.year - 2, context.today)];
  const isFlow = (of: Formula): boolean => of.kind === 'sum' || of.kind === 'change';
  // What has flowed in another year says nothing of this one; a stock, share or place stands as of today.
  const level =
    context.today >= `${plan.year}-01-01` || isFlow(formula)
      ? yearUpTo(plan.year, context.today)
      : yearUpTo(Number(context.today.slice(0, 4)), context.today);
  const value = await evaluatorOf(
    context.db,
    setting,
    root,
    [last, beforeLast, level].map((period) => ({ formula, period })),
  );
  const gdp = await sourceReader(context, setting, plan.draft.gdpSource, last);
  const potential = await sourceReader(context, setting, plan.draft.potentialSource, last);
  const ground = (region: string): Ground => ({
    region,
    name: setting.regionName(region),
    last: value(formula, region, last),
    beforeLast: value(formula, region, beforeLast),
    level: value(formula, region, level),
    gdp: gdp(region),
    potential: potential(region),
  });
  return decompose({
    draft: plan.draft,
    indicator,
    year: plan.year,
    city: ground(root),
    counties: setting.countiesOf(root).map(ground),
    hasEntries: (await countEntries(context.db, root, measuresOf(formula))) > 0,
  });
}
