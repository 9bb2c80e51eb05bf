// The circuit breaker (熔断): bad loans and losses that warn, suspend new filings, and what lets them resume.
import {
  all,
  any,
  asRatio,
  atLeast,
  isTrue,
  type JsonObject,
  moreThan,
  not,
  type Quotient,
  quotient,
  type Rational,
  type Status,
  given as whenKnown,
} from '../frame/index.ts';
import type { Bank, Limits, Pool } from './input.ts';

/** Without outstanding loans there is no ratio, and nothing that it could break. */
function reaches(ratio: Quotient, limit: Rational): Status {
  return typeof ratio === 'string' ? 'unmet' : atLeast(ratio, limit);
}

interface Condition {
  readonly nonPerforming: Quotient;
  /** Of the pool: half of it is lost. */
  readonly lossReached: Status;
  readonly suspended: boolean | null;
  readonly resumeApproved: boolean | null;
}

type State = 'SUSPENDED' | 'WARN' | 'NORMAL';

function stateOf({ nonPerforming, lossReached, suspended, resumeApproved }: Condition, limits: Limits): State | null {
  if (suspended === null) return null;
  const warns = reaches(nonPerforming, limits.warnRatio);
  if (suspended) {
    const resumes = all(not(warns), isTrue(resumeApproved), not(lossReached));
    return resumes === 'unknown' ? null : resumes === 'met' ? 'NORMAL' : 'SUSPENDED';
  }
  const stops = any(reaches(nonPerforming, limits.suspendRatio), lossReached);
  if (stops === 'met') return 'SUSPENDED';
  if (stops === 'unknown' || warns === 'unknown') return null;
  return warns === 'met' ? 'WARN' : 'NORMAL';
}

export function watchBank({ overdue90, outstanding, suspended, resumeApproved }: Bank, limits: Limits): JsonObject {
  const nonPerforming = quotient(overdue90, outstanding);
  return {
    nonPerformingRatio: asRatio(nonPerforming),
    state: stateOf({ nonPerforming, lossReached: 'unmet', suspended, resumeApproved }, limits),
  };
}

/** A pool that has paid nothing has lost nothing, whatever its size. */
function lossReached({ totalCompensation, size }: Pool, { poolLossRatio }: Limits): Status {
  return all(
    moreThan(totalCompensation, 0),
    atLeast(
      totalCompensation,
      whenKnown([size], (whole) => whole.times(poolLossRatio)),
    ),
  );
}

export function watchPool(pool: Pool, limits: Limits): JsonObject {
  const { cumulativeLent, size, overdue90, outstanding, totalCompensation, suspended, resumeApproved } = pool;
  const nonPerforming = quotient(overdue90, outstanding);
  return {
    leverageMultiple: asRatio(quotient(cumulativeLent, size)),
    nonPerformingRatio: asRatio(nonPerforming),
    lossRatio: asRatio(quotient(totalCompensation, size)),
    state: stateOf({ nonPerforming, lossReached: lossReached(pool, limits), suspended, resumeApproved }, limits),
  };
}
