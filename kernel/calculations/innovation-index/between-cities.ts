// Index numbers of several cities in one year: by range (min–max) or by achievement of targets.
import { asScore, decimal, greater, type JsonObject, Rational, smaller, given as whenKnown } from '../frame/index.ts';
import { ranksOfFigures } from '../ranking.ts';
import type { Indicator, Input } from './input.ts';
import { weightedMean } from './over-time.ts';

type Row = readonly (Rational | null)[];

/** z = (x − min) ÷ (max − min), turned round where less is better; all alike: one. */
function byRange(values: readonly Rational[], direction: Indicator['direction']): readonly Rational[] {
  const [first = Rational.zero] = values;
  const [least, most] = [values.reduce(smaller, first), values.reduce(greater, first)];
  const range = most.minus(least);
  return values.map((value) => {
    if (range.isZero()) return Rational.one;
    return (direction === 'POSITIVE' ? value.minus(least) : most.minus(value)).dividedBy(range);
  });
}

/** The values of MIN_MAX by indicator; null for all while one value is unknown. */
export function standardised({ indicators }: Pick<Input, 'indicators'>): readonly (readonly Rational[])[] | null {
  const rows: (readonly Rational[])[] = [];
  for (const { values, direction } of indicators) {
    const known = values.filter((value) => value !== null);
    if (known.length < values.length) return null;
    rows.push(byRange(known, direction));
  }
  return rows;
}

/** How far a value achieves its target, from 0 to 1; a target of zero, or nothing left of what should fall, is achieved. */
function achieved({ direction, target }: Indicator, value: Rational | null): Rational | null {
  if (value === null) return null;
  if (direction === 'NEGATIVE') return value.isPositive() ? whenKnown([target], (goal) => smaller(goal.dividedBy(value), 1)) : Rational.one;
  return whenKnown([target], (goal) => (goal.isZero() ? Rational.one : greater(smaller(value.dividedBy(goal), 1), 0)));
}

/** The parts of the index by indicator and city, on a scale of one hundred. */
export function scaled(given: Pick<Input, 'method' | 'indicators'>, scaleFloor: Rational): readonly Row[] {
  if (given.method === 'TARGET') {
    return given.indicators.map((indicator) =>
      indicator.values.map((value) => whenKnown([achieved(indicator, value)], (share) => share.times(100))),
    );
  }
  const onScale = (z: Rational) => scaleFloor.plus(Rational.of(100).minus(scaleFloor).times(z));
  return standardised(given)?.map((row) => row.map(onScale)) ?? given.indicators.map(({ values }) => values.map(() => null));
}

/** `weights` is null where no index may be given. */
export function betweenCities(given: Input, weights: readonly Rational[] | null, scaleFloor: Rational): JsonObject {
  const parts = scaled(given, scaleFloor);
  const cities = given.units ?? [];
  const indices = cities.map((_city, at) => {
    const column = parts.map((row) => row[at] ?? null);
    return weights === null ? null : asScore(weightedMean(column, weights));
  });
  // Cities that print the same index stand on the same rank.
  const ranks = ranksOfFigures(
    indices.map((index) => whenKnown([index], decimal)),
    'HIGHER',
  );
  return { units: cities.map((unit, at) => ({ unit, index: indices[at] ?? null, rank: ranks[at] ?? null })) };
}
