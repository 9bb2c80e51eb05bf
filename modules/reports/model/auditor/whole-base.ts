// Growth without a base in the document: a count must still have had a whole number of things the year before.
import { Rational } from '#kernel/exact/rational.ts';
import { type Compute, printOf, valueText } from './claim.ts';
import type { Figure } from './figure.ts';
import { isAmount } from './find.ts';
import { implied } from './judge.ts';
import { halfWidth, holdsWhole, isWithin, pointRange, quotientOf, sumOf, widened } from './range.ts';
import type { Relation } from './relation.ts';

const ONE = pointRange(Rational.one);

const baseOf: Compute = ([now, growth]) => now && growth && quotientOf(now, sumOf(ONE, growth));

/** 27.077% printed as 27.07%: a whole base fits once the rate may be a unit off in its last place. */
function isCutOff(now: Figure, growth: Figure): boolean {
  const half = halfWidth(growth.range);
  const base = half === null ? undefined : baseOf([now.range, widened(growth.range, half)]);
  return base !== undefined && holdsWhole(base);
}

/** Without a base in the document: a count must still have had a whole number of things the year before. */
export function overWholeBase(growth: Figure, now: Figure): Relation | undefined {
  const base = baseOf([now.range, growth.range]);
  const isExact = now.sort === 'count' && now.reading.bound === 'exact' && growth.reading.bound === 'exact' && now.value.isWhole();
  const print = printOf(now);
  const formula = `${valueText(now)} ÷ (1 + ${valueText(growth)})`;
  const found = implied('implied', [now, growth], formula, baseOf, '上年数', print);
  if (!isExact || base === undefined || base.low === null || base.high === null || found === undefined) return found;
  const whole = Rational.of(base.high.floor());
  if (isWithin(whole, base)) return { ...found, type: 'growth', verdict: 'consistent', note: '' };
  const isOwn = now.reading.measure !== 'new' && isAmount(now) && growth.clause - now.clause === 1;
  if (!isOwn) return found;
  // Cut off instead of rounded, from a base that is told nowhere: nothing in the text speaks against it.
  if (isCutOff(now, growth)) return { ...found, note: `${found.note}；上年数为整数时，${valueText(growth)}是截尾所得` };
  return {
    ...found,
    type: 'growth',
    verdict: 'inconsistent',
    weight: 'error',
    note: `上年没有任何整数能使${valueText(now)}的增速为${valueText(growth)}`,
  };
}
