// The scoring modes: each gives the exact points of every unit, null where they are not known.
import { greater, Rational, smaller, given as whenKnown } from '../frame/index.ts';
import { ranksOfFigures } from '../ranking.ts';
import { type Achievement, achievementOf, full } from './achievement.ts';
import type { Input, Limits, Unit } from './input.ts';

export type Scores = readonly (Rational | null)[];
type Mode = (given: Input, limits: Limits) => Scores;

function fromAchievement({ units, direction, weight }: Input, points: (ratio: Rational) => Rational): Scores {
  const score = (achievement: Achievement) => (achievement === full ? weight : whenKnown([achievement], points));
  return units.map((unit) => score(achievementOf(unit, direction)));
}

/** The figures of all units, or null while one is unknown. */
function allKnown(figures: Scores): readonly Rational[] | null {
  const known = figures.filter((figure) => figure !== null);
  return known.length < figures.length ? null : known;
}

/** w × min(完成率, 封顶). */
const completion: Mode = (given, { completionCap }) =>
  fromAchievement(given, (ratio) => greater(given.weight.times(smaller(ratio, completionCap)), 0));

/** Σᵢ of the filled part of slice i ÷ i: each ten points of excess earn less than the ones before. */
function excessSlices(excess: Rational): Rational {
  const slices = excess.times(10);
  let total = Rational.zero;
  for (let i = 1; slices.isMoreThan(i - 1); i += 1) total = total.plus(smaller(slices.minus(i - 1), 1).dividedBy(i));
  return total;
}

/** 超额累进: base + x₁ × base/20 + x₂ × base/40 + x₃ × base/60 …, x the filled part of each ten points of excess. */
const progressive: Mode = (given, { progressiveMaximum }) =>
  fromAchievement(given, (ratio) => {
    if (ratio.isAtMost(1)) return greater(given.weight.times(ratio), 0);
    const excess = smaller(ratio, progressiveMaximum).minus(1);
    return given.weight.plus(excessSlices(excess).times(given.weight).dividedBy(20));
  });

/** Reached: all points; else less by the shortfall. */
const threshold: Mode = ({ units, direction, weight }, { shortfallFactor }) =>
  units.map(({ actual, target }) =>
    whenKnown([actual, target], (reached, wanted) => {
      if (direction === 'HIGHER' ? reached.isAtLeast(wanted) : reached.isAtMost(wanted)) return weight;
      if (wanted.isZero()) return Rational.zero;
      const shortfall = wanted.minus(reached).absolute().dividedBy(wanted);
      return weight.times(greater(Rational.one.minus(shortfallFactor.times(shortfall)), 0));
    }),
  );

/** The mean earns the base; each whole step away from it adds or takes points, within 0 … w. */
const meanBase: Mode = ({ units, direction, weight }, { meanBase: base, meanStep, meanPoints }) => {
  const actuals = allKnown(units.map(({ actual }) => actual));
  const mean = actuals === null || actuals.length === 0 ? null : Rational.sum(actuals).dividedBy(actuals.length);
  if (actuals === null || mean === null || base === null || !mean.isPositive()) return units.map(() => null);
  return actuals.map((actual) => {
    const steps = actual.dividedBy(mean).minus(1).dividedBy(meanStep).truncated();
    const moved = meanPoints.times(direction === 'HIGHER' ? steps : -steps);
    return smaller(greater(base.plus(moved), 0), weight);
  });
};

function growthOf({ growth, actual, last }: Unit): Rational | null {
  if (growth !== null) return growth;
  return whenKnown([actual, last], (now, before) => (before.isPositive() ? now.dividedBy(before).minus(1) : null));
}

/** From the floor for the slowest to all points for the fastest. */
const growth: Mode = ({ units, direction, weight }, { floorShare }) => {
  const rates = allKnown(units.map(growthOf));
  const [first] = rates ?? [];
  if (rates === null || first === undefined) return units.map(() => null);
  const [least, most] = [rates.reduce(smaller, first), rates.reduce(greater, first)];
  const range = most.minus(least);
  return rates.map((rate) => {
    if (range.isZero()) return weight;
    const share = (direction === 'HIGHER' ? rate.minus(least) : most.minus(rate)).dividedBy(range);
    return weight.times(floorShare.plus(Rational.one.minus(floorShare).times(share)));
  });
};

/** From all points for the first rank down to the floor for rank n. */
const rank: Mode = ({ units, direction, weight }, { floorShare }) => {
  const ranks = ranksOfFigures(
    units.map(({ actual }) => actual),
    direction,
  );
  return ranks.map((place) =>
    whenKnown([place], (position) => {
      if (units.length === 1) return weight;
      const lost = Rational.one.minus(floorShare).times(position - 1);
      return weight.times(Rational.one.minus(lost.dividedBy(units.length - 1)));
    }),
  );
};

/** A part that weighs nothing is not needed. */
const mixed: Mode = (given, limits) => {
  const shares = [limits.mixCompletion, limits.mixGrowth, limits.mixRank];
  const parts = [completion, growth, rank]
    .map((mode, index) => ({ share: shares[index] ?? Rational.zero, mode }))
    .filter(({ share }) => !share.isZero())
    .map(({ share, mode }) => mode(given, limits).map((points) => whenKnown([points], (known) => known.times(share))));
  return given.units.map((_unit, index) => {
    const points = allKnown(parts.map((part) => part[index] ?? null));
    return points === null ? null : Rational.sum(points);
  });
};

export const modes: Readonly<Record<Input['mode'], Mode>> = {
  COMPLETION: completion,
  MEAN_BASE: meanBase,
  GROWTH: growth,
  RANK: rank,
  THRESHOLD: threshold,
  PROGRESSIVE: progressive,
  MIXED: mixed,
};
