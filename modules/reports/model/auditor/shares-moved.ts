// A share and what it was before, with the change told in per cent: 占41.9%，对比上年所占比重25.9%增长12.4% is neither their difference nor their quotient.

import { Rational } from '#kernel/exact/rational.ts';
import { signedChange, valueText } from './claim.ts';
import type { Figure, Page } from './figure.ts';
import { hasHappened, isRateLike } from './find.ts';
import { canBeEqual, differenceOf, pointRange, quotientOf } from './range.ts';
import type { Relation } from './relation.ts';
import { remark, wordsOf } from './remark.ts';
import { printed } from './wording.ts';

const BASE = /(?:对比|相比|比|较|由|从)[^，。；]{0,12}(?:占比|比重|比例|占[^，。；]{0,12}|强度|率)(?:的|为)?[（(]?$/;
const CHANGED = /^[)）]?的?(?:提高|提升|上升|增长|增加|下降|降低|回落|减少)了?(?:约)?$/;
const FALLS = /下降|降低|回落|减少/;
const ONE = pointRange(Rational.one);

function movedShare(page: Page, change: Figure): Relation[] {
  const [now, base] = [page.figures[change.index - 2], page.figures[change.index - 1]];
  if (now === undefined || base === undefined || change.sort !== 'part' || !CHANGED.test(change.lead) || !hasHappened(change)) return [];
  const isTogether = [now, base].every((one) => one.sentence === change.sentence && one.inTable === null);
  if (!isTogether || !isRateLike(now) || base.sort !== 'part' || !BASE.test(base.lead) || base.clause - now.clause > 1) return [];
  if (change.clause - base.clause > 0 || now.value.isZero() || base.value.isZero()) return [];
  const falls = FALLS.test(change.lead);
  const stated = signedChange(change, falls).range;
  const difference = differenceOf(now.range, base.range);
  const quotient = quotientOf(now.range, base.range);
  const growth = quotient && differenceOf(quotient, ONE);
  if (canBeEqual(difference, stated) || (growth !== undefined && canBeEqual(growth, stated))) return [];
  return [
    remark({
      type: 'change',
      words: [now, base, change].map(wordsOf),
      formula: `${valueText(now)} − ${valueText(base)}`,
      computed: now.value.minus(base.value),
      stated: falls ? change.value.absolute().negated() : change.value,
      print: 'points',
      verdict: 'inconsistent',
      note: `两数相差${printed(now.value.minus(base.value).absolute(), 'points')}，文中为${valueText(change)}；差用“个百分点”，请核对三个数`,
    }),
  ];
}

export const sharesMoved = (page: Page): Relation[] => page.figures.flatMap((figure) => movedShare(page, figure));
