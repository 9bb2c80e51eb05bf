// How far a share moved, from the growths of its part and of its whole: 占比49.45%，比上年提高6.28个百分点.
import { Rational } from '#kernel/exact/rational.ts';
import { type Compute, signedChange, valueText } from './claim.ts';
import type { Figure, Page } from './figure.ts';
import { around, beforeInSentence, digitsIn, hasHappened, isGrowthRate, isLevel, periodsAgree, subjectOf, unitsFit } from './find.ts';
import { judge } from './judge.ts';
import { canBeEqual, differenceOf, magnitudeOf, moved, pointRange, productOf, quotientOf, sumOf } from './range.ts';
import type { Relation } from './relation.ts';
import { exchangedValues } from './repair.ts';

const ONE = pointRange(Rational.one);
const FALLS = /(?:下降|回落|降低|减少|下滑)了?$/;
const MOVED = /^，?(?:比|较)(?:上年|去年)(?:同期)?(?:提高|提升|上升|增加|下降|回落|降低|减少|下滑)了?$/;
const AT_CONSTANT_PRICES = /生产总值|GDP|增加值/;
const TELLING = 3;

/** The amount of which the part is this share, digit for digit, and its growth. */
function wholeOf(page: Page, part: Figure, share: Figure): { readonly whole: Figure; readonly growth: Figure } | undefined {
  for (const growth of around(page.figures, part)) {
    if (!isGrowthRate(growth) || growth.sentence === share.sentence || !/同比|比上年|比去年|较上年|较去年|^和$|^、$/.test(growth.lead))
      continue;
    const whole = subjectOf(page, growth);
    if (whole === undefined || whole === part || !unitsFit(whole, part) || !periodsAgree(whole, part) || !isLevel(whole)) continue;
    const quotient = quotientOf(part.range, whole.range);
    if (quotient !== undefined && canBeEqual(quotient, share.range)) return { whole, growth };
  }
  return undefined;
}

/** share × (1 − (1 + growth of all) ÷ (1 + growth of the part)). */
const drift: Compute = ([share, own, all]) => {
  const ratio = own && all && quotientOf(sumOf(ONE, all), sumOf(ONE, own));
  const earlier = share && ratio && productOf(share, ratio);
  return share && earlier && differenceOf(share, earlier);
};

function driftOf(page: Page, change: Figure): Relation | undefined {
  if (change.sort !== 'points' || !MOVED.test(change.lead) || !hasHappened(change)) return undefined;
  const [share, own, part] = beforeInSentence(page, change);
  if (share?.reading.kind !== 'share' || digitsIn(share).length < TELLING || own === undefined || part === undefined) return undefined;
  if (!isGrowthRate(own) || !isLevel(part) || AT_CONSTANT_PRICES.test(part.name) || part.inTable !== null) return undefined;
  const of = wholeOf(page, part, share);
  if (of === undefined) return undefined;
  const stated = signedChange(change, FALLS.test(change.lead));
  const members = [share, own, of.growth];
  const computed = drift(members.map((one) => one.range));
  if (computed === undefined) return undefined;
  // Last year's figures may have been revised: only a slip of the pen speaks against the points.
  const isSlip = exchangedValues(change).some((value) => canBeEqual(computed, moved(magnitudeOf(change.range), value.minus(change.value))));
  if (!canBeEqual(computed, stated.range) && (!isSlip || stated.value.isNegative())) return undefined;
  const formula = `${valueText(share)} − ${valueText(share)} × (1 + ${valueText(of.growth)}) ÷ (1 + ${valueText(own)})`;
  return judge({ type: 'change', members, stated, formula, compute: drift, bond: 'sure' }, page.figures);
}

export const shareDrift = (page: Page): Relation[] => page.figures.flatMap((figure) => driftOf(page, figure) ?? []);
