// Whether an indicator lags behind its target: at the end of the year by what was reached, before by how far last year had come by the same day.
import type { Indicator } from '#kernel/declare/indicator.ts';
import { Rational } from '#kernel/exact/rational.ts';
import { endsYear } from './sentence.ts';
import { type Aim, type Ground, isStock, knownOf, type Standing, standingOf } from './standing.ts';
import type { Span } from './words.ts';

/** Of what is summed over the year, as much as of last year had come; of all else the months that have passed. */
function dueShare(ground: Ground, { indicator, region, span, before }: Standing): Rational {
  const months = Rational.of(Number(span.to.slice(5, 7)), 12);
  if (indicator.formula.kind !== 'sum') return months;
  const last = Number(span.to.slice(0, 4)) - 1;
  const whole = knownOf(standingOf(ground, indicator, region, { from: `${last}-01-01`, to: `${last}-12-31` }).now);
  const then = knownOf(before);
  return whole === null || then === null || !whole.isPositive() ? months : then.dividedBy(whole);
}

export function isBehind(ground: Ground, indicator: Indicator, region: string, span: Span, aim: Aim): boolean {
  const standing = standingOf(ground, indicator, region, span);
  const own = knownOf(standing.now);
  if (indicator.direction === 'down' || own === null || !aim.value.isPositive()) return false;
  if (endsYear(span)) return own.isLessThan(aim.value);
  // A rate of part of a year may have been of few.
  if (indicator.unit === '%') return false;
  const due = dueShare(ground, standing);
  const gain = knownOf(standing.net);
  if (!isStock(indicator) || gain === null) return own.isLessThan(aim.value.times(due));
  const base = own.minus(gain);
  return gain.isLessThan(aim.value.minus(base).times(due));
}
