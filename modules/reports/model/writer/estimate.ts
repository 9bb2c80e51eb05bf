// What a year that still runs may come to: by how much of last year had come by the same day. Always said as an estimate, never as done.
import { Rational } from '#kernel/exact/rational.ts';
import type { Figured, Said } from './phrases.ts';
import { nothing } from './phrases.ts';
import type { Ground, Standing } from './standing.ts';
import { standingOf } from './standing.ts';
import { valueText } from './words.ts';

/** Of last year at least so much must have come by this day, or the rest is guesswork [P]. */
const leastShare = Rational.of(1, 2);

/** Only of what is summed over the year; the full stop is the caller's. `amount` prints in the unit of the sentence. */
export function estimatePhrase(ground: Ground, { indicator, region, span, now, before }: Standing): Said {
  const { formula, unit } = indicator;
  // A half year speaks of itself alone.
  if (formula.kind !== 'sum' || /-(?:06-30|12-31)$/.test(span.to)) return nothing();
  if (!('known' in now) || !('known' in before) || !now.known.isPositive() || !before.known.isPositive()) return nothing();
  const last = Number(span.to.slice(0, 4)) - 1;
  const whole = standingOf(ground, indicator, region, { from: `${last}-01-01`, to: `${last}-12-31` }).now;
  if (!('known' in whole) || before.known.isLessThan(whole.known.times(leastShare))) return nothing();
  const exact = now.known.times(whole.known).dividedBy(before.known);
  const counted = unit === '元' ? exact : Rational.of(exact.rounded());
  if (!counted.isMoreThan(now.known)) return nothing();
  const figure: Figured = {
    reading: 'estimate',
    text: valueText(counted, unit),
    exact: counted,
    unit,
    says: `${ground.inWords(formula)}；以上年同期占上年全年的比重推算`,
  };
  return { pieces: ['预计全年达', figure], margins: [] };
}
