// Growth that is not that of the two levels told before it: over another year than the one told, or of what each has.
import type { Figure } from './figure.ts';
import { yearOf } from './find.ts';

const YEAR_TOLD = /((?:19|20)\d\d)年度?[^，。；、\d]*$/;
const OVER_LAST = /比上年|较上年|比去年|较去年|同比|年度增/;

export const isAverage = (figure: Figure | undefined): boolean => /平均|[户家项人件笔]均/.test(figure?.lead ?? '');

/** 由2020年的2310家增加到4872家，比上年增长19.6%; 从2020年的6018家、2021年的7675家发展到9862家: the base told is another year's. */
export function isOfOtherYear(growth: Figure, now: Figure, base: Figure): boolean {
  if (/、(?:19|20)\d\d年的$/.test(now.lead)) return true;
  const from = YEAR_TOLD.exec(base.lead)?.[1];
  const to = YEAR_TOLD.exec(now.lead)?.[1] ?? yearOf(now);
  return from !== undefined && OVER_LAST.test(growth.lead) && Number(to) - Number(from) !== 1;
}

/** 面积由600亩扩大到1500亩，亩均产量提高12%: what each of them has grows by itself. */
export const isOfEachOnly = (growth: Figure, now: Figure): boolean =>
  /(?:[亩户人家项件]均|单产|平均)[^，。；]*$/.test(growth.lead) && !isAverage(now);
