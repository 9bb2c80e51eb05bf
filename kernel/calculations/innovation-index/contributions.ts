// What each indicator contributes to an index, in points of it: exact, so that all of them together are the index.
import { Rational, given as whenKnown } from '../frame/index.ts';
import { scaled } from './between-cities.ts';
import type { Indicator, Input } from './input.ts';
import { basePosition, carried, changeOf } from './over-time.ts';

type Row = readonly (Rational | null)[];
type Frame = Pick<Input, 'method' | 'indicators'>;

/** Σw of what is told; each weight is divided by it, as the index is. */
const shareOf = (weights: readonly Rational[], index: number): Rational =>
  (weights[index] ?? Rational.zero).dividedBy(Rational.sum(weights));

function againstBase({ indicators }: Frame, weights: readonly Rational[], from: number): readonly Row[] {
  return indicators.map((indicator, index) => {
    const base = basePosition(indicator, from);
    const value = base === null ? null : (indicator.values[base] ?? null);
    return indicator.values.map((now) =>
      whenKnown([changeOf(indicator.direction, value, now)], (change) => change.times(100).times(shareOf(weights, index))),
    );
  });
}

/** The first year is shared by weight; every later year adds to each indicator what it moved the index by. */
function linked({ indicators }: Frame, weights: readonly Rational[], count: number): readonly Row[] {
  const shares = indicators.map((_indicator, index) => shareOf(weights, index));
  const years: Row[] = [shares.map((share) => share.times(100))];
  for (let at = 1; at < count; at += 1) {
    const before = whenKnown(years[at - 1] ?? [], (...parts) => parts);
    const changes = whenKnown(
      indicators.map(({ direction, values }: Indicator) => changeOf(direction, values[at - 1] ?? null, values[at] ?? null)),
      (...parts) => parts,
    );
    if (before === null || changes === null) {
      years.push(indicators.map(() => null));
      continue;
    }
    const index = Rational.sum(before);
    years.push(before.map((part, n) => carried(part.plus(index.times(shares[n] ?? 0).times((changes[n] ?? Rational.one).minus(1))))));
  }
  return indicators.map((_indicator, n) => years.map((row) => row[n] ?? null));
}

/** By indicator and year; `from` is the place of the base year. */
export const contributionsOverTime = (frame: Frame, weights: readonly Rational[], from: number, count: number): readonly Row[] =>
  frame.method === 'CHAINED' ? linked(frame, weights, count) : againstBase(frame, weights, from);

/** By indicator and city. */
export const contributionsBetween = (frame: Frame, weights: readonly Rational[], scaleFloor: Rational): readonly Row[] =>
  scaled(frame, scaleFloor).map((row, index) => row.map((part) => whenKnown([part], (known) => known.times(shareOf(weights, index)))));
