// Arithmetic on numbers that may be unknown: what depends on an unknown number is unknown.
import { type Exact, Rational } from '../../exact/rational.ts';

/** Applies `f` if every value is known: `given([income, cost], (a, b) => a.minus(b))`. */
export function given<const T extends readonly unknown[], R>(
  values: readonly [...T],
  f: (...values: { [K in keyof T]: NonNullable<T[K]> }) => R,
): R | null {
  if (values.some((value) => value === null || value === undefined)) return null;
  return f(...(values as unknown as { [K in keyof T]: NonNullable<T[K]> }));
}

/** The sum, unknown if the list or one member is. */
export function sumOf(values: readonly (Exact | null)[] | null): Rational | null {
  if (values === null) return null;
  const known = values.filter((value) => value !== null);
  return known.length < values.length ? null : Rational.sum(known);
}
