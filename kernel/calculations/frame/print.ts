// How exact values enter a result: rounded once, half away from zero, with the places that the contract gives each kind.
import { formatDecimal, formatPlain } from '../../exact/decimal.ts';
import { type Exact, Rational } from '../../exact/rational.ts';
import { figureOf, type Quotient } from './quotient.ts';

function printed(value: Exact | null, places: number): string | null {
  return value === null ? null : formatDecimal(Rational.of(value), places);
}

/** Yuan with two decimals. */
export function asMoney(value: Exact): string;
export function asMoney(value: Exact | null): string | null;
export function asMoney(value: Exact | null): string | null {
  return printed(value, 2);
}

/** Ratios and rates with six decimals; not computable is printed as null, like unknown. */
export function asRatio(value: Quotient): string | null {
  return printed(figureOf(value), 6);
}

/** Scores and index values with two decimals. */
export function asScore(value: Exact): string;
export function asScore(value: Exact | null): string | null;
export function asScore(value: Exact | null): string | null {
  return printed(value, 2);
}

/** For sentences: `5%`, `33.33%`. */
export function percentText(value: Exact): string {
  return `${formatPlain(Rational.of(value).times(100), 2)}%`;
}
