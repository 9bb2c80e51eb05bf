// What the ledger says of one indicator in one place over one period, with the reasons where it says nothing.
import type { Formula, Indicator } from '#kernel/declare/indicator.ts';
import { measuresOf } from '#kernel/declare/indicator.ts';
import type { PublishedIndicator } from '#kernel/declare/published-indicator.ts';
import type { Rational } from '#kernel/exact/rational.ts';
import type { Span } from './words.ts';

export type Known = { readonly known: Rational } | { readonly unknown: string };

/** The number, or null where there is none. */
export const knownOf = (value: Known | null): Rational | null => (value !== null && 'known' in value ? value.known : null);

/** A value opened: what it was made of, in the order of the formula. */
export interface Opened {
  readonly value: Known;
  readonly region: string;
  readonly parts: readonly Opened[];
  /** Document in which the value was published, where it was not reckoned. */
  readonly document?: string;
}

/** Every document that a value stands on. */
export const documentsOf = ({ document, parts }: Opened): readonly string[] => [
  ...new Set([...(document === undefined ? [] : [document]), ...parts.flatMap(documentsOf)]),
];

/** Told by an office of statistics of whole years, not reckoned from entries. */
export const isPublished = (indicator: Indicator): indicator is PublishedIndicator => 'nature' in indicator;

export const isStock = (indicator: Indicator): boolean =>
  isPublished(indicator) ? indicator.nature === 'stock' : indicator.formula.kind === 'stock';

/** Quantities that add up over places: a share of a rate says nothing. */
export const addsUp = (indicator: Indicator): boolean =>
  isPublished(indicator) ? ['stock', 'flow'].includes(indicator.nature) : ['sum', 'stock'].includes(indicator.formula.kind);

export interface Aim {
  readonly value: Rational;
  readonly bound: string;
  readonly document: string;
}

/** The ledger as the writer is given it: everything that it may ask has been read before. */
export interface Ground {
  readonly root: string;
  open(formula: Formula, region: string, span: Span): Opened;
  /** First day of which a measure knows anything. */
  firstDay(measure: string): string | undefined;
  aim(indicator: string, region: string, year: number): Aim | undefined;
  inWords(formula: Formula): string;
  /** System of the catalogue that feeds an indicator. */
  sourceOf(indicator: string): string;
  regionName(code: string): string;
  /** A place by name: its code, or why it cannot be spoken of. */
  place(name: string): { readonly code: string } | { readonly gone: string } | undefined;
}

const lastDayOfFebruary = (year: number): string => (year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? '02-29' : '02-28');

/** The same days a year before; the last day of February stays the last. */
export function yearBefore({ from, to }: Span): Span {
  const back = (day: string): string => {
    const year = Number(day.slice(0, 4)) - 1;
    return day.slice(5) === '02-29' || (day.slice(5) === '02-28' && day === `${year + 1}-${lastDayOfFebruary(year + 1)}`)
      ? `${year}-${lastDayOfFebruary(year)}`
      : `${year}${day.slice(4)}`;
  };
  return { from: back(from), to: back(to) };
}

const isZero = (value: Known): boolean => 'known' in value && value.known.isZero();

/** A nought of which no entry tells is not known to be a nought. */
function withReason(ground: Ground, formula: Formula, value: Known, span: Span, missing: string): Known {
  if (!isZero(value) && !('unknown' in value && /为零/.test(value.unknown))) return value;
  const days = measuresOf(formula).flatMap((measure) => ground.firstDay(measure) ?? []);
  return days.some((day) => day <= span.to) ? value : { unknown: missing };
}

/** Years back in which the newest published value is looked for [P]: statistics come out in the autumn of the year after. */
const mostBack = 2;

/** Of what is published, the newest whole year that is known; of all else the days that are asked. */
export function toldSpan(ground: Ground, indicator: Indicator, region: string, span: Span): Span {
  if (!isPublished(indicator)) return span;
  const year = Number(span.to.slice(0, 4));
  const years = Array.from({ length: mostBack + 1 }, (_, back) => ({ from: `${year - back}-01-01`, to: `${year - back}-12-31` }));
  return years.find((one) => 'known' in ground.open(indicator.formula, region, one).value) ?? (years[0] as Span);
}

export interface Standing {
  readonly indicator: Indicator;
  readonly region: string;
  readonly regionName: string;
  readonly span: Span;
  readonly now: Known;
  /** The same period of the year before. */
  readonly before: Known;
  /** Net change since the end of last year; null for what is no stock. */
  readonly net: Known | null;
}

/** The value alone. */
export const valueToldOf = (ground: Ground, { formula }: Indicator, region: string, span: Span): Known =>
  withReason(ground, formula, ground.open(formula, region, span).value, span, '台账中没有这一时期的数据');

export function standingOf(ground: Ground, indicator: Indicator, region: string, span: Span): Standing {
  const { formula } = indicator;
  const past = yearBefore(span);
  const now = valueToldOf(ground, indicator, region, span);
  const before = withReason(ground, formula, ground.open(formula, region, past).value, past, '上年同期数据缺失');
  const net = formula.kind !== 'stock' ? null : ground.open({ kind: 'change', measure: formula.measure }, region, span).value;
  return {
    indicator,
    region,
    regionName: ground.regionName(region),
    span,
    now,
    before,
    net: net !== null && 'unknown' in before ? { unknown: '上年末数据缺失' } : net,
  };
}

/** Formulas of the readings that are made of others. */
export const shareFormula = (of: Formula): Formula => ({ kind: 'share-of-parent', of });
export const rankFormula = (of: Formula): Formula => ({ kind: 'rank', of });
export const growthFormula = (of: Formula): Formula => ({ kind: 'growth', of });

/** All formulas that the writer may open for an indicator. */
export function formulasOf({ formula }: Pick<Indicator, 'formula'>): readonly Formula[] {
  const net: Formula[] = formula.kind === 'stock' ? [{ kind: 'change', measure: formula.measure }] : [];
  return [formula, ...net, shareFormula(formula), rankFormula(formula)];
}
