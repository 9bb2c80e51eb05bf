// Evaluates formulas exactly over cumulative sums; what cannot be told stays unknown and says why.
import { addDays, addMonths } from '#kernel/declare/calendar.ts';
import type { Formula } from '#kernel/declare/indicator.ts';
import { Rational } from '#kernel/exact/rational.ts';

/** Days of a period, both included. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

/** Σ of a measure up to and including a day in a region; zero where nothing was posted. */
export type Cumulative = (measure: string, region: string, day: string) => Rational;

export interface Territory {
  readonly root: string;
  /** Sister regions that are ranked and that make up the root. */
  readonly counties: readonly string[];
  /** The province above and the root's sister cities: only what was published is known of them. */
  readonly parent?: string | undefined;
  readonly sisters?: readonly string[] | undefined;
}

/** A published value with the document that says so. */
export interface Published {
  readonly value: Rational;
  readonly document: string;
}

/** What was published of an indicator's formula for a region and a period, where the ledger does not know better. */
export interface Observations {
  seen(formula: Formula, region: string, period: Period): Published | undefined;
  /** How a published indicator follows from others; undefined where it can only be given. */
  definition(indicator: string): Formula | undefined;
  /** Whether anything at all was published of a formula; `seen` need not be asked where not. */
  isTold(formula: Formula): boolean;
}

export const nothingPublished: Observations = { seen: () => undefined, definition: () => undefined, isTold: () => false };

export type Value = { readonly known: Rational } | { readonly unknown: string };

export interface Evaluated {
  readonly formula: Formula;
  readonly region: string;
  readonly period: Period;
  readonly value: Value;
  /** Values that it was made of, in the order of the formula. */
  readonly parts: readonly Evaluated[];
  /** Document of a value that was published and not reckoned. */
  readonly document?: string;
}

const known = (value: Rational): Value => ({ known: value });
const unknown = (why: string): Value => ({ unknown: why });

export const yearBefore = ({ from, to }: Period): Period => {
  // The last day of a month stays the last day: a February compared with a leap year's goes up to the 29th.
  const isMonthEnd = addDays(to, 1).endsWith('-01');
  return { from: addMonths(from, -12), to: isMonthEnd ? addDays(addMonths(addDays(to, 1), -12), -1) : addMonths(to, -12) };
};

/** Sums that a formula reads: of a flow at both ends of a period, of a stock at its end, so many years back. */
type Reach = `${'flow' | 'stock'} ${number}`;

const unique = <T>(all: readonly T[]): readonly T[] => [...new Set(all)];

function reachesOf(formula: Formula, definition: Observations['definition'], years = 0, within: readonly string[] = []): readonly Reach[] {
  const of = (part: Formula, back = years): readonly Reach[] => reachesOf(part, definition, back, within);
  switch (formula.kind) {
    case 'sum':
    case 'change':
      return [`flow ${years}`];
    case 'stock':
      return [`stock ${years}`];
    case 'ratio':
      return unique([...of(formula.part), ...of(formula.whole)]);
    case 'difference':
      return unique([...of(formula.minuend), ...of(formula.subtrahend)]);
    case 'growth':
      return unique([...of(formula.of), ...of(formula.of, years + 1)]);
    case 'observed': {
      const follows = within.includes(formula.indicator) ? undefined : definition(formula.indicator);
      return follows === undefined ? [] : reachesOf(follows, definition, years, [...within, formula.indicator]);
    }
    default:
      return of(formula.of);
  }
}

function daysOf(reach: Reach, period: Period): readonly string[] {
  const [kind, years] = reach.split(' ');
  let when = period;
  for (let back = Number(years); back > 0; back -= 1) when = yearBefore(when);
  return kind === 'flow' ? [addDays(when.from, -1), when.to] : [when.to];
}

/** Days up to which sums are needed for formulas over periods, each once: most formulas reach alike, so there are few to reckon. */
export function daysNeeded(
  asked: readonly { readonly formula: Formula; readonly periods: readonly Period[] }[],
  definition: Observations['definition'] = nothingPublished.definition,
): readonly string[] {
  const [days, done] = [new Set<string>(), new Set<string>()];
  for (const { formula, periods } of asked) {
    const reaches = reachesOf(formula, definition);
    for (const period of periods) {
      for (const reach of reaches) {
        const key = `${reach} ${period.from} ${period.to}`;
        if (done.has(key)) continue;
        done.add(key);
        for (const day of daysOf(reach, period)) days.add(day);
      }
    }
  }
  return [...days];
}

/** Why a value cannot be told. */
export const reasons = {
  notPublishedThere: '没有登记该地区公布的数',
  notPublished: '没有登记这一年公布的数',
  cyclic: '指标的公式相互引用，无法计算，请核对指标定义',
  noWhole: '分母为零，无法计算',
  noBase: '上年同期为零或负数，不计算增速',
  noParent: '全市占上级的比重需要上级数据',
  noParentTotal: '上级合计为零，无法计算',
  noSisters: '全市在上级的位次需要上级数据',
  notRanked: '该地区不参加排名',
} as const;

export const unrankable = (why: string): string => `有地区数值未知，不能排名：${why}`;

/** The province above and its cities: nothing is posted for them. */
export const isOutside = (region: string, { parent, sisters }: Territory): boolean =>
  region === parent || sisters?.includes(region) === true;

/** Places whose postings make up a region; what belongs to the whole city, such as its own agreements, is posted under the root's code. */
export const placesOf = (region: string, { root, counties }: Territory): readonly string[] =>
  region === root ? [...counties, root] : [region];

/** The region of which another is a share. */
export const wholeOf = (region: string, territory: Territory): string | undefined =>
  region === territory.root || isOutside(region, territory) ? territory.parent : territory.root;

/** Regions among which one is ranked; undefined where they are not known. */
export function rankedWith(region: string, territory: Territory): readonly string[] | undefined {
  const { root, counties, sisters = [] } = territory;
  if (region !== root && !isOutside(region, territory)) return counties;
  return sisters.length === 0 ? undefined : [root, ...sisters];
}

const isLeaf = ({ kind }: Formula): boolean => kind === 'sum' || kind === 'stock' || kind === 'change';

/** One value with all that it was made of. `within` are the published indicators that are being reckoned. */
export function evaluate(
  formula: Formula,
  region: string,
  period: Period,
  territory: Territory,
  cumulative: Cumulative,
  observations: Observations = nothingPublished,
  within: readonly string[] = [],
): Evaluated {
  const at = (of: Formula, where: string, when: Period, inside = within): Evaluated =>
    evaluate(of, where, when, territory, cumulative, observations, inside);
  const total = (measure: string, day: string): Rational =>
    Rational.sum(placesOf(region, territory).map((place) => cumulative(measure, place, day)));
  const made = (value: Value, parts: readonly Evaluated[] = []): Evaluated => ({ formula, region, period, value, parts });
  const published = observations.isTold(formula) ? observations.seen(formula, region, period) : undefined;
  if (published !== undefined) return { ...made(known(published.value)), document: published.document };
  if (isLeaf(formula) && isOutside(region, territory)) return made(unknown(reasons.notPublishedThere));
  switch (formula.kind) {
    case 'observed': {
      const definition = observations.definition(formula.indicator);
      if (definition === undefined) return made(unknown(reasons.notPublished));
      if (within.includes(formula.indicator)) return made(unknown(reasons.cyclic));
      return at(definition, region, period, [...within, formula.indicator]);
    }
    case 'stock':
      return made(known(total(formula.measure, period.to)));
    case 'sum':
    case 'change':
      return made(known(total(formula.measure, period.to).minus(total(formula.measure, addDays(period.from, -1)))));
    case 'ratio': {
      const parts = [at(formula.part, region, period), at(formula.whole, region, period)] as const;
      return made(divided(parts[0].value, parts[1].value, reasons.noWhole), parts);
    }
    case 'difference': {
      const parts = [at(formula.minuend, region, period), at(formula.subtrahend, region, period)] as const;
      return made(
        combined(parts[0].value, parts[1].value, (a, b) => known(a.minus(b))),
        parts,
      );
    }
    case 'growth': {
      const parts = [at(formula.of, region, period), at(formula.of, region, yearBefore(period))] as const;
      const value = combined(parts[0].value, parts[1].value, (now, then) =>
        then.isPositive() ? known(now.dividedBy(then).minus(1)) : unknown(reasons.noBase),
      );
      return made(value, parts);
    }
    case 'share-of-parent': {
      const whole = wholeOf(region, territory);
      if (whole === undefined) return made(unknown(reasons.noParent));
      const parts = [at(formula.of, region, period), at(formula.of, whole, period)] as const;
      return made(divided(parts[0].value, parts[1].value, reasons.noParentTotal), parts);
    }
    case 'rank': {
      const among = rankedWith(region, territory);
      if (among === undefined) return made(unknown(reasons.noSisters));
      const parts = among.map((place) => at(formula.of, place, period));
      return made(placeOf(region, parts), parts);
    }
  }
}

function combined(a: Value, b: Value, combine: (a: Rational, b: Rational) => Value): Value {
  if ('unknown' in a) return a;
  return 'unknown' in b ? b : combine(a.known, b.known);
}

const divided = (part: Value, whole: Value, why: string): Value =>
  combined(part, whole, (a, b) => (b.isZero() ? unknown(why) : known(a.dividedBy(b))));

/** Competition ranking: equal values share the better place (1, 1, 3). One unknown value leaves every place unknown. */
function placeOf(region: string, all: readonly Evaluated[]): Value {
  const own = all.find((one) => one.region === region);
  if (own === undefined) return unknown(reasons.notRanked);
  const values: Rational[] = [];
  for (const { value } of all) {
    if ('unknown' in value) return unknown(unrankable(value.unknown));
    values.push(value.known);
  }
  const mine = 'known' in own.value ? own.value.known : Rational.zero;
  return known(Rational.of(1 + values.filter((value) => value.isMoreThan(mine)).length));
}
