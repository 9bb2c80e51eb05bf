// Ratios that may be unknown or not computable: a zero denominator makes a rule unmet, an unknown part makes it unknown.
import { type Exact, Rational } from '../../exact/rational.ts';
import { atLeast, atMost, type Status } from './status.ts';

/** A zero denominator, whatever stands above it. */
export const notComputable = 'NOT_COMPUTABLE';
/** Null is unknown. */
export type Quotient = Rational | null | typeof notComputable;

export function quotient(numerator: Exact | null, denominator: Exact | null): Quotient {
  if (denominator === null) return null;
  const divisor = Rational.of(denominator);
  if (divisor.isZero()) return notComputable;
  return numerator === null ? null : Rational.of(numerator).dividedBy(divisor);
}

/** The value where there is one; null both for unknown and for not computable. */
export function figureOf(ratio: Quotient): Rational | null {
  return ratio === notComputable ? null : ratio;
}

export function ratioAtLeast(ratio: Quotient, limit: Exact | null): Status {
  return ratio === notComputable ? 'unmet' : atLeast(ratio, limit);
}

export function ratioAtMost(ratio: Quotient, limit: Exact | null): Status {
  return ratio === notComputable ? 'unmet' : atMost(ratio, limit);
}
