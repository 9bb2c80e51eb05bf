// Bounds that a figure must keep by what it is: a share and a rate of passing not above the whole, a listed one not below the threshold.

import { Rational } from '#kernel/exact/rational.ts';
import { printOf, valueText } from './claim.ts';
import type { Figure, Page } from './figure.ts';
import { beforeInSentence, hasHappened, isLevel, isRateLike, namesLike } from './find.ts';
import { exceeds } from './range.ts';
import type { Relation } from './relation.ts';
import { remark, wordsOf } from './remark.ts';

const PART_OF =
  /占[^，。；]{0,24}$|(?:占比|比重|覆盖率|通过率|合格率|普及率|办结率|设置率|满意率|达标率|转化率|入统率|的比例)[^，。；]{0,8}$/;
const NO_PART = /目标|任务|计划|预算|上年|去年|同期|进度|完成|增(?!加值)|收入的?[^，。；]{0,2}倍|赔付|负债/;

/** 占规上工业增加值比重166.2%. */
function beyondWhole(figure: Figure): Relation | undefined {
  const clause = figure.lead.split(/[，；。：]/).at(-1) ?? '';
  const isShare = isRateLike(figure) && figure.reading.measure !== 'rule';
  if (!isShare || !hasHappened(figure) || !PART_OF.test(clause) || NO_PART.test(clause)) return undefined;
  if (!figure.range.low?.isMoreThan(Rational.one)) return undefined;
  return remark({
    type: 'share',
    words: [wordsOf(figure)],
    formula: `${valueText(figure)} ≤ 100%`,
    computed: Rational.one,
    stated: figure.value,
    print: 'percent',
    verdict: 'inconsistent',
    note: `部分占整体的比重不会超过100%，文中为${valueText(figure)}`,
  });
}

const LISTED = /^[^，。；]{0,16}(?:，|、)?(?:分别|依次)?(?:为|是|有|包括|[:：(（])/;
const MOST = 60;

/** 超过千亿元的省有3个，分别为甲(4411亿元)、乙(954亿元): what is listed keeps the bound that it is listed for. */
function belowThreshold(page: Page, threshold: Figure): Relation[] {
  const { bound, kind } = threshold.reading;
  const isSaid = /(?:超过|突破|达到?|高于|在)$/.test(threshold.lead) && /^(?:以上)?的/.test(threshold.tail);
  const isFloor = (kind === 'threshold' || isSaid) && (bound === 'more_than' || bound === 'at_least');
  const count = page.figures[threshold.index + 1];
  if (!isFloor || count?.sort !== 'count' || count.sentence !== threshold.sentence || !LISTED.test(count.tail)) return [];
  const listed: Figure[] = [];
  for (let i = count.index + 1; i < Math.min(page.figures.length, count.index + MOST); i++) {
    const figure = page.figures[i];
    if (figure === undefined || figure.sentence !== threshold.sentence || figure.sort !== threshold.sort) break;
    listed.push(figure);
  }
  if (listed.length < 2) return [];
  const low = listed.filter(({ range }) => range.high?.isLessThan(threshold.value));
  const words = (figures: readonly Figure[]) => [...figures.map(wordsOf), wordsOf(threshold)];
  const say = (figures: readonly Figure[], verdict: Relation['verdict'], note: string): Relation =>
    remark({
      type: 'threshold',
      words: words(figures),
      formula: `所列各数 ≥ ${valueText(threshold)}`,
      stated: figures[0]?.value ?? threshold.value,
      computed: threshold.value,
      print: printOf(threshold),
      verdict,
      note,
    });
  if (low.length === 0) return [say(listed.slice(0, 1), 'consistent', '')];
  if (low.length * 2 > listed.length) return [];
  return low.map((figure) => say([figure], 'inconsistent', `列在${valueText(threshold)}以上之中，却为${valueText(figure)}`));
}

/** 18.8万人，比2012年增加19万人: what was added is not more than what there is now. */
function beyondLevel(page: Page, change: Figure): Relation | undefined {
  const now = page.figures[change.index - 1];
  const isAdded =
    (change.reading.kind === 'change' || isLevel(change)) &&
    (/(?:增加|净增)了?$/.test(change.lead) || /^，?(?:比|较)[^，。；]{2,8}新增了?$/.test(change.lead)) &&
    hasHappened(change);
  const isLevelBefore = now !== undefined && now.sentence === change.sentence && change.clause - now.clause <= 1 && isLevel(now);
  if (!isAdded || !isLevelBefore || now.sort !== change.sort || now.sort !== 'count') return undefined;
  // 部级22项，州级8项，比上年增加10项: the change may be that of all of the row.
  const row = page.figures[now.index - 1];
  const isRow = row !== undefined && row.sentence === now.sentence && isLevel(row) && row.reading.unit === now.reading.unit;
  const levels = isRow ? beforeInSentence(page, change).filter((one) => isLevel(one) && one.reading.unit === now.reading.unit) : [now];
  const isMore = levels.every((level) => exceeds(change.range, level.range));
  const isOfNow = /^，?(?:比|较)[^，。；]{0,12}$/.test(change.lead) || namesLike(now, change) !== 'other';
  if (!isMore || !isOfNow) return undefined;
  return remark({
    type: 'subset',
    words: [wordsOf(change), wordsOf(now)],
    formula: `${valueText(change)} ≤ ${valueText(now)}`,
    computed: now.value,
    stated: change.value,
    print: printOf(change),
    verdict: 'inconsistent',
    note: `增加量不会超过增加后的总量：增加${valueText(change)}，总量${valueText(now)}`,
  });
}

export const limits = (page: Page): Relation[] =>
  page.figures.flatMap((figure) => [
    ...[beyondWhole(figure), beyondLevel(page, figure)].flatMap((one) => one ?? []),
    ...belowThreshold(page, figure),
  ]);
