// Percentage points of shares: what three industries gain and lose adds up to nothing, and no share rose by more than it is.
import { Rational } from '#kernel/exact/rational.ts';
import { valueText } from './claim.ts';
import type { Figure, Page } from './figure.ts';
import { beforeInSentence, hasHappened } from './find.ts';
import { halfWidth } from './range.ts';
import type { Relation } from './relation.ts';
import { remark, wordsOf } from './remark.ts';

const FALLS = /(?:下降|回落|降低|减少|下滑)(?:了)?$/;
const RISES = /(?:上升|提高|提升|增加|回升)(?:了)?$/;
const RUN = /(?:下降|回落|降低|减少|下滑|上升|提高|提升|增加)(?:了)?$/;

/** With its sign; a further number under 分别 has that of the first. */
function signedOf(points: readonly Figure[]): readonly Rational[] | undefined {
  let falls: boolean | undefined;
  const found: Rational[] = [];
  for (const { lead, value } of points) {
    const words = lead.replace(/了?(?:约|分别)?$/, '').replace(/分别(?=[^，。；]{2,3}$)/, '');
    if (RUN.test(words)) falls = FALLS.test(words);
    else if (!/^[、和与]$/.test(lead)) return undefined;
    if (falls === undefined) return undefined;
    found.push(falls ? value.absolute().negated() : value.absolute());
  }
  return found;
}

/** 第一产业比重降低1.2%, where points are meant. */
const isMeantAsPoints = ({ sort, reading, lead }: Figure): boolean =>
  sort === 'part' && reading.kind === 'yoy_growth' && /比重[^，。；]*$/.test(lead);

const isPoints = (figure: Figure): boolean => figure.sort === 'points' && figure.reading.kind === 'change' && hasHappened(figure);

/** 与上年比，第一产业比重上升1.2个百分点，第二、第三产业比重分别下降0.7和0.5个百分点: all three of one whole. */
function balance(page: Page, first: Figure): Relation[] {
  const points = page.figures.slice(first.index, first.index + 3);
  const [, , last] = points;
  const isOne =
    points.length === 3 &&
    points.some(isPoints) &&
    points.every((one) => (isPoints(one) || isMeantAsPoints(one)) && one.sentence === first.sentence);
  if (!isOne || last === undefined || page.figures[last.index + 1]?.sentence === last.sentence) return [];
  const words = `${first.before}${points.map(({ lead }) => lead).join('')}`;
  const isOfShares = /比重|占比/.test(words) && /第一(?:产业|、)/.test(words) && /第二(?:产业|、|和)/.test(words) && /第三产业/.test(words);
  if (!isOfShares || /拉动|贡献/.test(words) || points.some(({ reading }) => reading.bound !== 'exact')) return [];
  const values = signedOf(points);
  if (values === undefined) return [];
  const sum = Rational.sum(values);
  // Each is a difference of two rounded shares.
  const slack = Rational.sum(points.map(({ range }) => (halfWidth(range) ?? Rational.zero).times(2)));
  const fits = sum.absolute().isAtMost(slack);
  return [
    remark({
      type: 'sum',
      words: points.map(wordsOf),
      formula: `${points.map((one, i) => `${values[i]?.isNegative() ? '−' : '+'}${valueText(one)}`).join(' ')} = 0`,
      computed: sum,
      stated: Rational.zero,
      print: 'points',
      verdict: fits ? 'consistent' : 'inconsistent',
      note: fits ? '' : '三次产业比重之和始终为100%，各比重的升降应相互抵消；请核对升降的数值和方向',
    }),
  ];
}

/** 占比达19%，比2015年提升21.4个百分点: there would have been less than nothing. */
function belowNothing(page: Page, change: Figure): Relation[] {
  if (!isPoints(change) || !RISES.test(change.lead.replace(/了?约?$/, ''))) return [];
  const [share] = beforeInSentence(page, change);
  const isShare = share?.sort === 'part' && (share.reading.kind === 'share' || share.reading.kind === 'ratio') && hasHappened(share);
  if (!isShare || share === undefined || change.clause - share.clause > 1 || share.value.isNegative()) return [];
  const least = change.range.low;
  if (least === null || share.range.high === null || least.isAtMost(share.range.high)) return [];
  return [
    remark({
      type: 'change',
      words: [wordsOf(share), wordsOf(change)],
      formula: `${valueText(share)} − ${valueText(change)} ≥ 0`,
      computed: share.value.minus(change.value),
      stated: Rational.zero,
      print: 'percent',
      verdict: 'inconsistent',
      note: `${valueText(share)}不可能提高了${valueText(change)}，否则原来的比重小于零；请核对两数或“个百分点”`,
    }),
  ];
}

export const sharePoints = (page: Page): Relation[] =>
  page.figures.flatMap((figure) => [...balance(page, figure), ...belowNothing(page, figure)]);
