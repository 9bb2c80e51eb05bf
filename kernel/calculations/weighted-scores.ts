// Weighted scores of a yearly assessment: parts of 0 to 100 points, weights that add up to 100.
import { decBetween, type Field, optional, Rational, type RecordType, record } from './frame/index.ts';

type Scored<K extends string> = { readonly [Name in K]: Field<Rational | null> };

/** The closed list `scores` of an input, one entry a part with its Chinese label. */
export function scoresOf<K extends string>(labels: Readonly<Record<K, string>>): RecordType<Scored<K>> {
  const points = decBetween('0', '100');
  const fields = Object.fromEntries(Object.entries<string>(labels).map(([name, label]) => [name, optional(label, points)]));
  return record(fields as Scored<K>, { closed: true });
}

/** Σ weight × score ÷ 100; null while one part is unknown. */
export function weightedScore<K extends string>(
  weights: Readonly<Record<K, number>>,
  scores: Readonly<Record<K, Rational | null>> | null,
): Rational | null {
  let total = Rational.zero;
  for (const name of Object.keys(weights) as K[]) {
    const score = scores?.[name] ?? null;
    if (score === null) return null;
    total = total.plus(score.times(weights[name]));
  }
  return total.dividedBy(100);
}
