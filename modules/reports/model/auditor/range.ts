// Ranges of exact numbers: what a written figure may have been before it was rounded, and what follows when such figures are combined.
import { greater, Rational, smaller } from '#kernel/exact/rational.ts';

/** All numbers from `low` to `high`; null where a side is open, as behind 超过 and 以上. */
export interface Range {
  readonly low: Rational | null;
  readonly high: Rational | null;
}

export const rangeOf = (low: Rational | null, high: Rational | null): Range => ({ low, high });
export const pointRange = (value: Rational): Range => ({ low: value, high: value });

export const isWithin = (value: Rational, range: Range): boolean =>
  (range.low === null || value.isAtLeast(range.low)) && (range.high === null || value.isAtMost(range.high));

/** Whether one number can be meant by both. */
export function canBeEqual(a: Range, b: Range): boolean {
  const aBelow = a.high !== null && b.low !== null && a.high.isLessThan(b.low);
  const bBelow = b.high !== null && a.low !== null && b.high.isLessThan(a.low);
  return !aBelow && !bBelow;
}

/** Whether every number of the first is more than every number of the second. */
export const exceeds = (a: Range, b: Range): boolean => a.low !== null && b.high !== null && a.low.isMoreThan(b.high);

/** As far as one of its numbers was moved, so far the whole of it. */
export const moved = ({ low, high }: Range, by: Rational): Range => ({ low: low?.plus(by) ?? null, high: high?.plus(by) ?? null });

export const scaled = ({ low, high }: Range, by: Rational): Range => ({ low: low?.times(by) ?? null, high: high?.times(by) ?? null });

export const widened = (range: Range, by: Rational): Range => ({
  low: range.low === null ? null : range.low.minus(by),
  high: range.high === null ? null : range.high.plus(by),
});

const both = (a: Rational | null, b: Rational | null, join: (a: Rational, b: Rational) => Rational): Rational | null =>
  a === null || b === null ? null : join(a, b);

export const sumOf = (a: Range, b: Range): Range => ({
  low: both(a.low, b.low, (x, y) => x.plus(y)),
  high: both(a.high, b.high, (x, y) => x.plus(y)),
});

export const totalOf = (parts: readonly Range[]): Range => parts.reduce((sum, part) => sumOf(sum, part), pointRange(Rational.zero));

export const negativeOf = (a: Range): Range => ({ low: a.high?.negated() ?? null, high: a.low?.negated() ?? null });

/** 减少20家 is told as a size, and may be read with its sign. */
export const magnitudeOf = (range: Range): Range => (range.high?.isNegative() ? negativeOf(range) : range);

export const differenceOf = (a: Range, b: Range): Range => sumOf(a, negativeOf(b));

const isPositive = (a: Range): boolean => a.low?.isPositive() ?? false;

/** Of a divisor that is surely positive; undefined otherwise, because then anything may follow. */
export function quotientOf(a: Range, b: Range): Range | undefined {
  if (!isPositive(b) || b.low === null) return undefined;
  const { low, high } = b;
  const least = a.low === null ? null : a.low.isNegative() ? a.low.dividedBy(low) : high === null ? Rational.zero : a.low.dividedBy(high);
  const most =
    a.high === null ? null : a.high.isNegative() ? (high === null ? Rational.zero : a.high.dividedBy(high)) : a.high.dividedBy(low);
  return { low: least, high: most };
}

/** Of two ranges that are not negative; undefined otherwise. */
export function productOf(a: Range, b: Range): Range | undefined {
  if (a.low === null || b.low === null || a.low.isNegative() || b.low.isNegative()) return undefined;
  return { low: a.low.times(b.low), high: both(a.high, b.high, (x, y) => x.times(y)) };
}

/** Half of its width; null where a side is open. */
export const halfWidth = (range: Range): Rational | null => both(range.low, range.high, (low, high) => high.minus(low).dividedBy(2));

/** Whether a whole number lies in it: what a count must be. */
export function holdsWhole({ low, high }: Range): boolean {
  if (low === null || high === null) return true;
  return Rational.of(high.floor()).isAtLeast(low);
}

const hull = (a: Range, b: Range): Range => ({ low: both(a.low, b.low, smaller), high: both(a.high, b.high, greater) });

/** now and base move together (base = now − change), so the quotient is taken at the corners, not of independent ranges. */
export function quotientTogether(now: Range, change: Range, base: Range): Range | undefined {
  const corner = (n: Rational | null, c: Rational | null): Range | undefined => {
    if (n === null || c === null) return undefined;
    const rest = n.minus(c);
    return rest.isPositive() ? pointRange(n.dividedBy(rest)) : undefined;
  };
  const corners = [corner(now.low, change.low), corner(now.low, change.high), corner(now.high, change.low), corner(now.high, change.high)];
  if (corners.some((one) => one === undefined)) return quotientOf(now, base);
  return corners.reduce((all, one) => (all && one ? hull(all, one) : (all ?? one)));
}
