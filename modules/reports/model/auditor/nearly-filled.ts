// Parts behind 其中 that are all named and miss their whole by one or two things (平台9个，其中甲类3个、乙类1个、丙类4个): one of the numbers is wrong.
import { Rational } from '#kernel/exact/rational.ts';
import type { Figure } from './figure.ts';
import { isExactLevel, unitsFit } from './find.ts';

const LEAST = 3;
const FURTHEST = 2;
/** Of more than these, so few may well be of another kind. */
const MOST = 60;
const SHARE_MISSED = 5;

/** 省级3个、市级2个 may leave those of the county, 博士3人、硕士5人 all others, and 重点项目 what is none. */
const OF_MORE =
  /国家级|省级|市级|县级|区级|院士|博士|硕士|教授|高级|中级|职称|本科|党员|女|龙头|骨干|重点(?!实验室)|优秀|[一二三]等|以上|以下|主要/;

/** Each joined to the one before, to the end of the sentence or of its part, and with no word that there are more. */
export function isNearlyFilled(whole: Figure, parts: readonly Figure[]): boolean {
  const last = parts.at(-1);
  if (parts.length < LEAST || last === undefined || whole.sort !== 'count' || !isExactLevel(whole) || !whole.value.isAtMost(MOST))
    return false;
  const isRow =
    /^[^，。；、\d]{0,12}[，：:（(]?其中[^，。；、]{2,}$/.test(parts[0]?.lead ?? '') &&
    parts.slice(1).every(({ lead }) => /^[、和及与][^，。；、]{2,}$/.test(lead)) &&
    parts.every(
      (part) => isExactLevel(part) && part.reading.unit === parts[0]?.reading.unit && unitsFit(part, whole) && !OF_MORE.test(part.lead),
    );
  if (!isRow || !/^[^，。；、等]{0,4}(?:[。；]|$)/.test(last.tail)) return false;
  const rest = whole.value.minus(Rational.sum(parts.map(({ value }) => value)));
  return rest.isPositive() && rest.isAtMost(FURTHEST) && rest.times(SHARE_MISSED).isAtMost(whole.value);
}
