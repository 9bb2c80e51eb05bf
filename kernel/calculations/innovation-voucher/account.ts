// The account of a voucher scheme: nothing is used that was not locked, nor locked that was not issued.
import { findingsBy, type JsonObject, money, optional, type Rational, type Read, record, type Status } from '../frame/index.ts';
import { type Limits, measures } from './quota.ts';

export const account = record({
  issued: optional('已发放', money),
  locked: optional('已锁定', money),
  used: optional('已使用', money),
  redeemed: optional('已兑付', money),
});

export const accountRules = { 'IV-9': { required: '已发放≥已锁定≥已使用≥已兑付', basis: measures } };

/** Unmet as soon as two known figures are out of order. */
function descends(figures: readonly (Rational | null)[]): Status {
  const known = figures.filter((figure) => figure !== null);
  if (known.some((figure, index) => known[index + 1]?.isMoreThan(figure))) return 'unmet';
  return known.length < figures.length ? 'unknown' : 'met';
}

export function auditAccount({ issued, locked, used, redeemed }: Read<(typeof account)['fields']>, limits: Limits): JsonObject {
  const find = findingsBy(accountRules, limits);
  return { findings: [find('IV-9', descends([issued, locked, used, redeemed]))] };
}
