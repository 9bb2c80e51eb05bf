// 序时进度: by the end of June half of the year's task, by the end of September three quarters; how far a rate lies above or below it.
import { Rational } from '#kernel/exact/rational.ts';
import { signedChange, valueText } from './claim.ts';
import type { Figure, Page } from './figure.ts';
import { beforeInSentence, hasHappened } from './find.ts';
import { canBeEqual, differenceOf, negativeOf, pointRange } from './range.ts';
import type { Relation } from './relation.ts';
import { remark, wordsOf } from './remark.ts';
import { termIn } from './terms.ts';

const BEYOND =
  /(?<above>超|高于|快于|超过|领先|高出)?(?<below>低于|慢于|落后|滞后|欠)?(?:于)?(?:全年|时间)?序时进度(?<side>高|快|多|低|慢|少)?(?:出|了|于)?(?:约)?$/;
const MONTHS = 12n;
const HEAD = 200;

/** 截至6月30日, 上半年, 1—9月: until which month, by the sentence, or by what stands over it and at the head of the paper. */
function monthOf(page: Page, figure: Figure): number | undefined {
  const own = termIn(figure.before) ?? termIn(figure.heading);
  if (own !== null) return own.from === 1 ? own.until : undefined;
  const head = page.blocks[0]?.text.slice(0, HEAD) ?? '';
  const told = termIn(head.split('\n').slice(0, 2).join('，')) ?? termIn(/截至[^，。；\n]{1,12}/.exec(head)?.[0] ?? '');
  return told?.from === 1 ? told.until : undefined;
}

function beyondTime(page: Page, change: Figure): Relation[] {
  const { above, below, side } = BEYOND.exec(change.lead)?.groups ?? {};
  if (change.sort !== 'points' || !/序时进度/.test(change.lead) || (above === undefined && below === undefined && side === undefined))
    return [];
  const rate = beforeInSentence(page, change).find((other) => other.sort === 'part' && hasHappened(other));
  const month = monthOf(page, change);
  if (rate === undefined || month === undefined || change.clause - rate.clause > 1 || rate.reading.kind === 'yoy_growth') return [];
  const due = Rational.of(BigInt(month), MONTHS);
  const falls = below !== undefined || /低|慢|少/.test(side ?? '');
  const stated = signedChange(change, falls);
  const range = differenceOf(rate.range, pointRange(due));
  const fits = canBeEqual(range, stated.range);
  const isTurned = canBeEqual(range, negativeOf(stated.range));
  const computed = rate.value.minus(due);
  // By days or by another plan of the year the mark may lie elsewhere, but not on the other side.
  const isWrong = isTurned || computed.isNegative() !== falls;
  return [
    remark({
      type: 'change',
      words: [rate, change].map(wordsOf),
      formula: `${valueText(rate)} − ${month}/12`,
      computed,
      stated: stated.value,
      print: 'points',
      verdict: fits ? 'consistent' : isWrong ? 'inconsistent' : 'cannot tell',
      note: fits
        ? ''
        : `到${month}月的序时进度为${month}/12，${valueText(rate)}${computed.isNegative() ? '低于' : '高于'}它；请核对高低和数值`,
    }),
  ];
}

export const timeProgress = (page: Page): Relation[] => page.figures.flatMap((figure) => beyondTime(page, figure));
