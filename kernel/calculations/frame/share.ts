// A part of a whole compared with a limit: multiplied out, so that nothing is divided, and in plain whole numbers as long as they are safe.
import { formatDecimal } from '../../exact/decimal.ts';
import { type Exact, Rational } from '../../exact/rational.ts';
import { figureOf, quotient } from './quotient.ts';
import { type Status, statusOf } from './status.ts';

/** Null is unknown. */
export interface Share {
  readonly part: Exact | null;
  readonly whole: Exact | null;
}

/** Three fifths is `{ above: 3, below: 5 }`. */
export interface ShareLimit {
  readonly above: number;
  readonly below: number;
}

/** Whole numbers of this size are exact as JavaScript numbers, and a result that is safe was computed exactly. */
function isSafe(value: number): boolean {
  return value <= Number.MAX_SAFE_INTEGER && value >= Number.MIN_SAFE_INTEGER;
}

function reachesExactly(part: Exact, whole: Exact, { above, below }: ShareLimit): boolean {
  return Rational.of(part).times(below).isAtLeast(Rational.of(whole).times(above));
}

/**
 * The same as `ratioAtLeast(quotient(part, whole), limit)` for a whole that is not negative: a whole of zero is unmet, whatever the part.
 * Null is unknown.
 */
export function partAtLeast(part: Exact | null, whole: Exact | null, limit: ShareLimit | null): Status {
  if (typeof part === 'number' && typeof whole === 'number' && limit !== null) {
    if (whole === 0) return 'unmet';
    const left = part * limit.below;
    const right = whole * limit.above;
    return statusOf(isSafe(left) && isSafe(right) ? left >= right : reachesExactly(part, whole, limit));
  }
  if (whole === null) return 'unknown';
  if (typeof whole === 'number' ? whole === 0 : Rational.of(whole).isZero()) return 'unmet';
  return part === null || limit === null ? 'unknown' : statusOf(reachesExactly(part, whole, limit));
}

const millionths = 1_000_000;

/** Six decimals, half away from zero, of parts that are not negative. */
function printedSafely(part: number, whole: number): string | null {
  const doubled = 2 * millionths * part + whole;
  const twice = 2 * whole;
  if (!isSafe(doubled) || part < 0 || whole <= 0) return null;
  const units = (doubled - (doubled % twice)) / twice;
  const decimals = units % millionths;
  return `${(units - decimals) / millionths}.${String(decimals).padStart(6, '0')}`;
}

/** The same as `asRatio(quotient(part, whole))`. */
export function asShare({ part, whole }: Share): string | null {
  if (typeof part === 'number' && typeof whole === 'number') {
    const printed = printedSafely(part, whole);
    if (printed !== null) return printed;
  }
  const ratio = figureOf(quotient(part, whole));
  return ratio === null ? null : formatDecimal(ratio, 6);
}

/** A number where it is a safe whole one, so that what is done often with it is done fast. */
export function plainly(value: Exact | null): Exact | null {
  if (value instanceof Rational && value.isWhole() && value.absolute().isAtMost(Number.MAX_SAFE_INTEGER)) return Number(value.numerator);
  return value;
}
