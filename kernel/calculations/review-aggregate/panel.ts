// What the valid sheets of one project come to: trimmed mean, median, outliers, votes and recommendation.
import { all, atLeast, Rational, type Status, span } from '../frame/index.ts';
import type { Criterion, Limits, Project, Sheet } from './input.ts';

interface Valid {
  readonly sheet: Sheet;
  readonly value: Rational;
}

/** The outcome of a panel that is large enough. */
export interface PanelOutcome {
  readonly validSheets: number;
  readonly score: Rational;
  readonly median: Rational;
  readonly outliers: readonly string[];
  readonly recommendVotes: number;
  readonly recommended: Status;
  /** Mean of the criterion with the greatest weight; null while a valid sheet has no points for it. */
  readonly firstCriterion: Rational | null;
}

export function meanOf(values: readonly Rational[]): Rational {
  return Rational.sum(values).dividedBy(values.length);
}

/** Of the whole population, not of a sample: divided by n. */
export function varianceOf(values: readonly Rational[]): Rational {
  const mean = meanOf(values);
  return meanOf(values.map((value) => value.minus(mean).toPower(2)));
}

function totalOf({ status, points, total }: Sheet, criteria: readonly Criterion[]): Rational | null {
  if (status !== 'SUBMITTED') return null;
  if (total !== null) return total;
  const given = criteria.map(({ criterionId }) => points?.get(criterionId));
  return given.some((item) => item === undefined) ? null : Rational.sum(given.filter((item) => item !== undefined));
}

export function validSheetsOf({ sheets }: Project, { criteria }: Limits): readonly Valid[] {
  return sheets.flatMap((sheet) => {
    const value = totalOf(sheet, criteria);
    return value === null ? [] : [{ sheet, value }];
  });
}

function medianOf(ascending: readonly Rational[]): Rational {
  const half = Math.floor(ascending.length / 2);
  return meanOf(ascending.length % 2 === 1 ? ascending.slice(half, half + 1) : ascending.slice(half - 1, half + 1));
}

/** 去掉一个最高分和一个最低分: always from `trimFrom` sheets on, below that only if the rule of the call says so. */
function scoreOf(ascending: readonly Rational[], { trimFrom, trimSmallPanel }: Limits): Rational {
  const n = ascending.length;
  const trimmed = n >= trimFrom || (trimSmallPanel && n >= 3);
  return meanOf(trimmed ? ascending.slice(1, n - 1) : ascending);
}

/** |x − median| > points, or > k × σ; the second is compared squared, since σ has no exact value. */
function isOutlier(value: Rational, median: Rational, variance: Rational, { outlierPoints, outlierDeviations }: Limits): boolean {
  const distance = value.minus(median).absolute();
  return distance.isMoreThan(outlierPoints) || distance.toPower(2).isMoreThan(outlierDeviations.toPower(2).times(variance));
}

/** The heaviest criterion, the first of equals. */
function heaviest(criteria: readonly Criterion[]): Criterion | undefined {
  return criteria.reduce<Criterion | undefined>(
    (best, criterion) => (best === undefined || criterion.weight.isMoreThan(best.weight) ? criterion : best),
    undefined,
  );
}

function firstCriterionOf(valid: readonly Valid[], criteria: readonly Criterion[]): Rational | null {
  const first = heaviest(criteria);
  const points = valid.map(({ sheet }) => (first === undefined ? undefined : sheet.points?.get(first.criterionId)));
  const known = points.filter((item) => item !== undefined);
  return known.length < points.length ? null : meanOf(known);
}

/** Votes that are not known yet may still come: recommended is certain only where they cannot matter. */
function recommendation(score: Rational, valid: readonly Valid[], { recommendLine, voteShare }: Limits): Status {
  const count = (wanted: boolean | null) => valid.filter(({ sheet }) => sheet.recommend === wanted).length;
  const votes = span(count(true), count(true) + count(null));
  const needed = voteShare.times(valid.length);
  const [least, most] = [atLeast(votes.min, needed), atLeast(votes.max, needed)];
  return all(atLeast(score, recommendLine), least === most ? least : 'unknown');
}

export function outcomeOf(valid: readonly Valid[], limits: Limits): PanelOutcome {
  const values = valid.map(({ value }) => value);
  const ascending = [...values].sort((a, b) => a.compare(b));
  const [score, median, variance] = [scoreOf(ascending, limits), medianOf(ascending), varianceOf(values)];
  return {
    validSheets: valid.length,
    score,
    median,
    outliers: valid.filter(({ value }) => isOutlier(value, median, variance, limits)).map(({ sheet }) => sheet.expertId),
    recommendVotes: valid.filter(({ sheet }) => sheet.recommend === true).length,
    recommended: recommendation(score, valid, limits),
    firstCriterion: firstCriterionOf(valid, limits.criteria),
  };
}
