// 序时进度, 时间进度: by the end of June half of the year's task, by the end of September three quarters; how far a rate lies above or below it.
import { Rational } from '#kernel/exact/rational.ts';
import { signedChange, valueText } from './claim.ts';
import type { Figure, Page } from './figure.ts';
import { beforeInSentence, hasHappened } from './find.ts';
import { canBeEqual, differenceOf, negativeOf, pointRange } from './range.ts';
import type { Relation } from './relation.ts';
import { remark, wordsOf } from './remark.ts';
import { termIn } from './terms.ts';

const BEYOND =
  /(?:(?<above>超|高于|快于|超过|领先|高出|快过)|(?<below>低于|慢于|落后|滞后|欠))?(?:于|了)?(?:全年|年度|“)*(?:(?:序时|时序|时间)(?:进度|要求|节点)|时间过半|序时)(?:”|的?(?:要求|目标|任务|进度))*(?<side>超前|高|快|多|低|慢|少|落后|滞后|领先|提前)?(?:出|了|于)?(?:约)?$/;
const FALLS = /低|慢|少|后/;
const MARK = /序时|时序|时间(?:进度|要求|节点|过半)/;
/** Time itself goes evenly, other than a plan of the year. */
const OF_TIME = /时间(?:进度|过半)[^，。；]*$/;
/** A month that has not ended. */
const DAY = /\d日|[上中]旬/;
const SLACK = Rational.of(1, 100n);
const MONTHS = 12n;
const HEAD = 200;

/** 截至6月30日, 上半年, 1—9月: until which month, by the sentence, or by what stands over it and at the head of the paper. */
function monthOf(page: Page, figure: Figure): number | undefined {
  // 上半年完成全年目标的53.6%: the year is that of the task.
  const own =
    termIn(figure.before.replaceAll(/全年度?(?=[^，。；]{0,8}(?:目标|任务|计划|预期|指标|预算|序时|时间))/g, '')) ?? termIn(figure.heading);
  if (own !== null) return own.from === 1 ? own.until : undefined;
  const head = page.blocks[0]?.text.slice(0, HEAD) ?? '';
  const told = termIn(head.split('\n').slice(0, 2).join('，')) ?? termIn(/截至[^，。；\n]{1,12}/.exec(head)?.[0] ?? '');
  return told?.from === 1 ? told.until : undefined;
}

function beyondTime(page: Page, change: Figure): Relation[] {
  const { above, below, side } = BEYOND.exec(change.lead)?.groups ?? {};
  if (change.sort !== 'points' || !MARK.test(change.lead) || (above === undefined && below === undefined && side === undefined)) return [];
  const rate = beforeInSentence(page, change).find((other) => other.sort === 'part' && hasHappened(other));
  const month = monthOf(page, change);
  if (rate === undefined || month === undefined || change.clause - rate.clause > 1 || rate.reading.kind === 'yoy_growth') return [];
  const due = Rational.of(BigInt(month), MONTHS);
  const falls = below !== undefined || FALLS.test(side ?? '');
  const stated = signedChange(change, falls);
  const range = differenceOf(rate.range, pointRange(due));
  const fits = canBeEqual(range, stated.range);
  const isTurned = canBeEqual(range, negativeOf(stated.range));
  const computed = rate.value.minus(due);
  // By days or by another plan of the year the mark may lie elsewhere, but not on the other side.
  const isOff = OF_TIME.test(change.lead) && !DAY.test(change.before) && computed.minus(stated.value).absolute().isMoreThan(SLACK);
  const isWrong = isTurned || isOff || computed.isNegative() !== falls;
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
        : `到${month}月，全年的时间过了${month}/12，${valueText(rate)}${computed.isNegative() ? '低于' : '高于'}它；请核对高低和数值`,
    }),
  ];
}

export const timeProgress = (page: Page): Relation[] => page.figures.flatMap((figure) => beyondTime(page, figure));
