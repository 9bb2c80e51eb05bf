// A claim: figures that should agree by arithmetic, the way to compute it, and how the text binds them.
import { Rational } from '#kernel/exact/rational.ts';
import type { Measured } from './figure.ts';
import { differenceOf, magnitudeOf, negativeOf, pointRange, quotientOf, type Range, scaled } from './range.ts';
import type { Print, RelationType, Span, Weight } from './relation.ts';

/** From the members' ranges to the range of the checked figure; undefined where nothing follows. */
export type Compute = (members: readonly Range[]) => Range | undefined;

/** The first over the second. */
export const over: Compute = ([a, b]) => a && b && quotientOf(a, b);
/** The first less the second. */
export const minus: Compute = ([a, b]) => a && b && differenceOf(a, b);
/** The first over the second, less one. */
export const growthOver: Compute = (members) => {
  const quotient = over(members);
  return quotient && differenceOf(quotient, pointRange(Rational.one));
};

const HUNDRED = Rational.of(100);
/** As a column of percentages tells it that stands without its sign. */
export const inPercent =
  (law: Compute): Compute =>
  (members) => {
    const range = law(members);
    return range && scaled(range, HUNDRED);
  };

export interface Claim {
  readonly type: RelationType;
  readonly members: readonly Measured[];
  readonly stated: Measured;
  readonly formula: string;
  readonly compute: Compute;
  /** sure: the text itself binds the figures together; named: one bears the name that the other calls; likely: only name and place agree. */
  readonly bond: 'sure' | 'named' | 'likely';
  /** Where the words allow more than the written places do: 翻番 for what nearly doubled. */
  readonly slackWeight?: { readonly upTo: Rational; readonly weight: Weight };
}

/** A change by the size that is told; below nought where its words say that it falls. */
export function signedChange(change: Measured, falls = false): Measured {
  const [value, range] = [change.value.absolute(), magnitudeOf(change.range)];
  return { ...change, value: falls ? value.negated() : value, range: falls ? negativeOf(range) : range };
}

export const spanOf = ({ reading, index }: Measured): Span => ({ start: reading.start, end: reading.end, figure: index });
export const quoteOf = ({ reading }: Measured): string => reading.quote.replaceAll(/\s+/g, '');
export const valueText = ({ reading }: Measured): string => reading.raw.replaceAll(/\s+/g, '');

export function printOf({ sort }: Measured): Print {
  if (sort === 'part') return 'percent';
  if (sort === 'points') return 'points';
  return sort === 'money' ? 'money' : sort === 'times' ? 'times' : 'number';
}
