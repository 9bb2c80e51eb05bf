// Lists of names with their values behind a number of them: 分布在5个县区：甲县20家、乙县18家、…
import { Rational } from '#kernel/exact/rational.ts';
import type { Figure, Page } from './figure.ts';
import { isGrowthRate, isLevel } from './find.ts';
import type { Relation } from './relation.ts';
import { remark, wordsOf } from './remark.ts';

const OPENS = /^[^，。；：:、\d]{0,8}(?:[：:]|，?(?:分别|依次)(?:是|为)[：:]?|[(（])[^，。；：:、\d]{2,12}$/;
const NEXT = /^(?:[^，。；、\d]{0,2})?(?:、|，|；|和)[^，。；、\d]{2,12}$/;
const MOST = 30;
const FURTHEST = 2;
const LEAST = 3;

const isCountOfNames = ({ sort, value, reading, lead }: Figure): boolean =>
  sort === 'count' && reading.bound === 'exact' && value.isWhole() && value.isAtLeast(2) && value.isAtMost(MOST) && !/前$|第$/.test(lead);

function listed(page: Page, count: Figure): Relation[] {
  const first = page.figures[count.index + 1];
  if (!isCountOfNames(count) || first === undefined || first.sentence !== count.sentence || !OPENS.test(first.lead) || !isLevel(first))
    return [];
  // What is listed is counted in another unit than the names themselves.
  if (first.reading.unit === count.reading.unit) return [];
  const row = [first];
  for (let next = page.figures[first.index + 1]; next !== undefined && row.length <= MOST; next = page.figures[next.index + 1]) {
    if (
      next.sentence !== first.sentence ||
      next.reading.unit !== first.reading.unit ||
      !NEXT.test(next.lead) ||
      /其中|合计|共|其余|其他/.test(next.lead)
    )
      break;
    row.push(next);
  }
  const last = row.at(-1);
  const isDone =
    last !== undefined && /^[^，；、]{0,3}(?:$|[。)）])/.test(last.tail) && page.figures[last.index + 1]?.sentence !== last.sentence;
  const stated = Number(count.value.numerator);
  if (!isDone || row.length < LEAST || Math.abs(row.length - stated) > FURTHEST) return [];
  return [beside(count, row.length, `说${stated}，其后列出${row.length}个名称及其数；请增删或改数`)];
}

function beside(count: Figure, told: number, wrong: string): Relation {
  const stated = Number(count.value.numerator);
  const fits = told === stated;
  return remark({
    type: 'list_count',
    words: [wordsOf(count)],
    formula: `列出项数 = ${stated}`,
    computed: Rational.of(told),
    stated: count.value,
    verdict: fits ? 'consistent' : 'inconsistent',
    note: fits ? '' : wrong,
  });
}

/** 五项指标保持增长，即甲增长20.3%、乙增长19.7%、…: as many growths as indicators. */
const THAT_IS = /^[^。；：:、\d]{0,24}(?:，即|[：:])[：:]?(?:其中)?[^，。；、\d]{2,20}$/;
const NEXT_GROWTH = /^(?:、|，|和)[^，。；、\d]{2,20}$/;

function growthsListed(page: Page, count: Figure): Relation[] {
  const first = page.figures[count.index + 1];
  const isCount = isCountOfNames(count) && /^(?:项|个)$/.test(count.reading.unit ?? '') && /^[^，。；：:、]{0,6}指标/.test(count.tail);
  if (!isCount || first === undefined || first.sentence !== count.sentence || !isGrowthRate(first) || !THAT_IS.test(first.lead)) return [];
  const row = [first];
  for (let next = page.figures[first.index + 1]; next !== undefined && row.length <= MOST; next = page.figures[next.index + 1]) {
    if (next.sentence !== first.sentence || !isGrowthRate(next) || !NEXT_GROWTH.test(next.lead)) break;
    row.push(next);
  }
  const last = row.at(-1);
  const isDone = last !== undefined && /^\s*(?:$|[。)）])/.test(last.tail) && page.figures[last.index + 1]?.sentence !== last.sentence;
  const stated = Number(count.value.numerator);
  if (!isDone || row.length < LEAST || Math.abs(row.length - stated) > FURTHEST) return [];
  return [beside(count, row.length, `说${stated}项指标，其后列出${row.length}项及其增幅；请增删或改数`)];
}

export const valuedLists = (page: Page): Relation[] =>
  page.figures.flatMap((figure) => [...listed(page, figure), ...growthsListed(page, figure)]);
