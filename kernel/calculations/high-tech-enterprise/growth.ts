// Growth over up to three years (企业成长性), with the cases where the formula of the guide has no sense.
import { bands, pointsIn, type Range, type Rational, span } from '../frame/index.ts';

export interface Growth {
  /** Null where none is computed. */
  readonly rate: Rational | null;
  readonly points: Range;
  /** A finance expert has to look: the guide is silent here. */
  readonly manualReview: boolean;
}

/** 195号: ≥ 35 %, 25 %, 15 %, 5 %, above zero; zero or negative growth gives nothing. */
const growthBands = bands([
  ['0.35', span(9, 10)],
  ['0.25', span(7, 8)],
  ['0.15', span(5, 6)],
  ['0.05', span(3, 4)],
]);

function atRate(rate: Rational): Growth {
  const points = pointsIn(growthBands, rate, rate.isPositive() ? span(1, 2) : span(0));
  return { rate, points, manualReview: false };
}

const nothing: Growth = { rate: null, points: span(0), manualReview: false };
const forReview: Growth = { ...nothing, manualReview: true };
const open: Growth = { ...nothing, points: span(0, 10) };

type Figure = Rational | null | undefined;

function overThreeYears(first: Figure, second: Figure, third: Figure): Growth {
  // A negative base would turn a growing loss into growth.
  if (first?.isNegative() || second?.isNegative()) return forReview;
  if (second?.isZero()) return nothing;
  if (!first || !second || !third) return open;
  const latest = third.dividedBy(second);
  if (first.isZero()) return atRate(latest.minus(1));
  return atRate(second.dividedBy(first).plus(latest).dividedBy(2).minus(1));
}

function overTwoYears(first: Figure, second: Figure): Growth {
  if (first?.isNegative()) return forReview;
  if (first?.isZero()) return nothing;
  return first && second ? atRate(second.dividedBy(first).minus(1)) : open;
}

/** The cases are tried in this order; figures are yearly, oldest first, and null as a whole while the years are unknown. */
export function growthOf(figures: readonly (Rational | null)[] | null): Growth {
  if (figures === null) return open;
  const [first, second, third] = figures;
  if (figures.length === 3) return overThreeYears(first, second, third);
  return figures.length === 2 ? overTwoYears(first, second) : forReview;
}
