// What is known before a target is set: last years' values, the level reached, and the figures by which capacity is shared.
import type { Indicator } from '#kernel/declare/indicator.ts';
import { measuresOf } from '#kernel/declare/indicator.ts';
import { decimal } from '#kernel/exact/decimal.ts';
import type { Rational } from '#kernel/exact/rational.ts';
import type { ActionContext } from '#platform/http/action.ts';
import { currentCode, findRegion } from '#vocabularies/regions/regions.ts';
import { indicatorGone, noMeasure, regionMerged, unitClash } from '../errors.ts';
import { type DecomposeInput, decompose, type Ground } from '../model/decompose.ts';
import type { Period } from '../model/evaluate.ts';
import type { PlanDraft, Preview } from '../model/target-shapes.ts';
import { toBase, unitsFor } from '../model/target-units.ts';
import type { FiguresSetting } from '../setting.ts';
import { readOutside, readPublished } from '../store/outside-values.ts';
import { postedMeasures } from '../store/read-figures.ts';
import { inCatalogue, isPublished, newestYear, wholeYear, yearOf } from './catalogue-indicator.ts';
import { type Evaluator, evaluatorOf, yearUpTo } from './evaluator.ts';

export function targetIndicator(setting: FiguresSetting, id: string): Indicator {
  const indicator = inCatalogue(setting.catalogue, id);
  if (indicator === undefined) throw indicatorGone(id);
  const lost = measuresOf(indicator.formula).filter((measure) => !setting.catalogue.measures.has(measure));
  if (lost.length > 0) throw noMeasure(indicator.name, lost);
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

type Years = Pick<DecomposeInput, 'lastYear' | 'levelYear'>;

/** Of what is published, last year is the newest year before the target's that is known of any region, and so is the level reached. */
function yearsKnown(indicator: Indicator, value: Evaluator, regions: readonly string[], year: number, today: string): Years {
  if (!isPublished(indicator)) return {};
  const isKnown = (one: number): boolean => regions.some((region) => 'known' in value(indicator.formula, region, wholeYear(one)));
  const lastYear = newestYear(year - 1, isKnown);
  const levelYear = newestYear(Math.min(year, Number(today.slice(0, 4))), isKnown);
  return { ...(lastYear === undefined ? {} : { lastYear }), ...(levelYear === undefined ? {} : { levelYear }) };
}

/** What has flowed in another year says nothing of this one; a stock, share or place stands as of today. */
function levelPeriod({ formula }: Indicator, year: number, today: string): Period {
  const isFlow = formula.kind === 'sum' || formula.kind === 'change';
  return today >= `${year}-01-01` || isFlow ? yearUpTo(year, today) : yearUpTo(Number(today.slice(0, 4)), today);
}

async function hasAnything(context: ActionContext, indicator: Indicator, isKnown: boolean): Promise<boolean> {
  const { db, actor } = context;
  if (!isPublished(indicator)) return (await postedMeasures(db, actor.root, measuresOf(indicator.formula))).size > 0;
  return isKnown || (await readPublished(db, actor.root, [indicator.id], null)).length > 0;
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
  const dated = (year: number): Period => yearOf(indicator, year, context.today);
  const level = levelPeriod(indicator, plan.year, context.today);
  const value = await evaluatorOf(
    context.db,
    setting,
    root,
    [dated(plan.year - 1), dated(plan.year - 2), level].map((period) => ({ formula, period })),
  );
  const counties = setting.countiesOf(root);
  const years = yearsKnown(indicator, value, [root, ...counties], plan.year, context.today);
  const last = years.lastYear ?? plan.year - 1;
  const gdp = await sourceReader(context, setting, plan.draft.gdpSource, wholeYear(last));
  const potential = await sourceReader(context, setting, plan.draft.potentialSource, wholeYear(last));
  const ground = (region: string): Ground => ({
    region,
    name: setting.regionName(region),
    last: value(formula, region, dated(last)),
    beforeLast: value(formula, region, dated(last - 1)),
    level: value(formula, region, years.levelYear === undefined ? level : wholeYear(years.levelYear)),
    gdp: gdp(region),
    potential: potential(region),
  });
  return decompose({
    draft: plan.draft,
    indicator,
    year: plan.year,
    city: ground(root),
    counties: counties.map(ground),
    hasEntries: await hasAnything(context, indicator, years.levelYear !== undefined),
    ...years,
  });
}
