// Shares out a whole number of units by largest remainder, so that the parts always add up to the whole.
import { Rational } from './rational.ts';

/**
 * Floors every exact share, then gives the units left one by one to the largest fractional parts; equal parts: earlier first.
 * `apportion(100n, [one, one, one])` is `[34n, 33n, 33n]`. All weights zero: there is nothing to share by, which is the caller's case.
 */
export function apportion(units: bigint, weights: readonly Rational[]): bigint[] {
  const total = Rational.sum(weights);
  const shares = weights.map((weight) => weight.times(units).dividedBy(total));
  const parts = shares.map((share) => share.floor());
  const left = Number(units - parts.reduce((sum, part) => sum + part, 0n));
  const byRemainder = shares
    .map((share, index) => ({ index, remainder: share.minus(share.floor()) }))
    .sort((a, b) => b.remainder.compare(a.remainder) || a.index - b.index);
  for (const { index } of byRemainder.slice(0, left)) parts[index] = (parts[index] ?? 0n) + 1n;
  return parts;
}
