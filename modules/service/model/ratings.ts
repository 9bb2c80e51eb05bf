// Sums over ratings: the mean of the five levels, the share of good ones, and how bad ones were followed up (国办发〔2019〕51号).

import { formatDecimal, formatPlain } from '#kernel/exact/decimal.ts';
import { Rational } from '#kernel/exact/rational.ts';
import { isBadRating } from '#kernel/stages/rate.ts';

export interface Rated {
  readonly level: string;
  readonly isByDefault: boolean;
  readonly wasBad: boolean;
  readonly contacted: boolean;
  readonly replied: boolean;
}

export interface RatingSums {
  readonly rated: number;
  /** Of these by silence. */
  readonly byDefault: number;
  /** Mean of the levels with two decimals; null where nobody rated. */
  readonly average: string | null;
  /** Share of levels three to five, as a fraction; null where nobody rated. */
  readonly goodRate: string | null;
  readonly bad: number;
  readonly contacted: number;
  readonly replied: number;
}

/** Share as a decimal fraction of four places; null for a share of nothing. */
export const shareOf = (part: number, whole: number): string | null => (whole === 0 ? null : formatPlain(Rational.of(part, whole), 4));

export function sumRatings(ratings: readonly Rated[]): RatingSums {
  const rated = ratings.length;
  const points = ratings.reduce((sum, { level }) => sum + Number(level), 0);
  const bad = ratings.filter(({ wasBad }) => wasBad);
  return {
    rated,
    byDefault: ratings.filter(({ isByDefault }) => isByDefault).length,
    average: rated === 0 ? null : formatDecimal(Rational.of(points, rated), 2),
    goodRate: shareOf(ratings.filter(({ level }) => !isBadRating(level)).length, rated),
    bad: bad.length,
    contacted: bad.filter(({ contacted }) => contacted).length,
    replied: bad.filter(({ replied }) => replied).length,
  };
}
