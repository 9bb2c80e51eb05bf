// Growth of a whole and of the parts that fill it: the whole's lies between the least and the greatest of theirs.
import { Rational } from '#kernel/exact/rational.ts';
import { valueText } from './claim.ts';
import type { Figure, Page } from './figure.ts';
import { digitsIn, isExactLevel, isGrowthRate, isLevel, isSetBeside, townOf, unitsFit } from './find.ts';
import { closes } from './loose-parts.ts';
import { halfWidth } from './range.ts';
import type { Relation } from './relation.ts';
import { remark, wordsOf } from './remark.ts';

const AT_CONSTANT_PRICES = /生产总值|GDP|增加值|人均|可比|不变价|同口径/;
const OTHER_BASE = /年均|平均|两年|环比|比20\d\d年|较20\d\d年|复合|累计|以来/;

interface Told {
  readonly level: Figure;
  readonly growth: Figure | undefined;
}

const isTold = (figure: Figure): boolean => isExactLevel(figure) && figure.inTable === null && !isSetBeside(figure);

const PLAIN =
  /^[，,、(（的]*(?:与上年相比|比上年(?:同期)?|较上年(?:同期)?|比去年(?:同期)?|较去年(?:同期)?|同比)?，?(?:增长|下降|增加|减少|降低|增幅为?|降幅为?|上升)了?$/;

const MOST_BETWEEN = 4;

/** The growth that a level is told with, before the next level of its sentence. */
function growthBehind(page: Page, level: Figure): Figure | undefined {
  for (const next of page.figures.slice(level.index + 1, level.index + 1 + MOST_BETWEEN)) {
    if (next.sentence !== level.sentence || (isLevel(next) && !isSetBeside(next))) return undefined;
    if (isGrowthRate(next)) return PLAIN.test(next.lead) && !OTHER_BASE.test(next.lead) ? next : undefined;
  }
  return undefined;
}

/** 登记总量与上年相比增长2%，…。全年登记830项: the growth of all opens the paragraph, and the number follows. */
function growthBefore(page: Page, level: Figure): Figure | undefined {
  const growth = page.figures[level.index - 1];
  const opens =
    growth !== undefined &&
    isGrowthRate(growth) &&
    growth.paragraph === level.paragraph &&
    page.figures[growth.index - 1]?.paragraph !== growth.paragraph &&
    /总[量数额](?:与上年相比|比上年|较上年|同比)*(?:增长|下降)$/.test(growth.lead);
  return opens && !OTHER_BASE.test(growth.lead) ? growth : undefined;
}

const MOST_PARTS = 8;

/** The levels of one unit behind the whole, in order, until something else is counted. */
function rowBehind(page: Page, whole: Figure): Told[] {
  const found: Told[] = [];
  for (let i = whole.index + 1; i < page.figures.length && found.length < MOST_PARTS; i++) {
    const level = page.figures[i];
    if (level === undefined || level.paragraph !== whole.paragraph) break;
    if (!isLevel(level) || isSetBeside(level)) continue;
    if (!isTold(level) || !unitsFit(level, whole) || level.reading.unit !== whole.reading.unit || level.place !== whole.place) break;
    found.push({ level, growth: growthBehind(page, level) });
  }
  return found;
}

/** The first so many of them that make the whole. */
function fillers(row: readonly Told[], whole: Figure): readonly Told[] | undefined {
  for (let from = 0; from + 2 <= row.length; from++)
    for (let length = 2; from + length <= row.length; length++) {
      const parts = row.slice(from, from + length);
      if (
        closes(
          parts.map(({ level }) => level),
          whole,
        )
      )
        return parts;
    }
  return undefined;
}

const TELLING = 3;
/** Half a percentage point: what is further off is no matter of rounding. */
const SLACK = Rational.of(1, 200);

function mixOf(page: Page, whole: Figure): Relation | undefined {
  if (!isTold(whole) || digitsIn(whole).length < TELLING || AT_CONSTANT_PRICES.test(whole.before.slice(-30))) return undefined;
  const growth = growthBehind(page, whole) ?? growthBefore(page, whole);
  const parts = growth === undefined ? undefined : fillers(rowBehind(page, whole), whole);
  const rates = parts?.flatMap((part) => part.growth ?? []);
  if (growth === undefined || parts === undefined || rates === undefined || rates.length !== parts.length) return undefined;
  const ordered = [...rates].sort((a, b) => a.value.compare(b.value));
  const [least, most] = [ordered[0], ordered.at(-1)];
  if (least === undefined || most === undefined) return undefined;
  // Parts are rounded, and so is what they are told to have grown by.
  const slack = (halfWidth(growth.range) ?? Rational.zero).times(2).plus(SLACK);
  const above = most.range.high !== null && growth.value.minus(slack).isMoreThan(most.range.high);
  const below = least.range.low !== null && growth.value.plus(slack).isLessThan(least.range.low);
  // A county that had some and has none any more drags the whole below all that are told of.
  const isOfTowns = parts.every(({ level }) => townOf(level) !== '');
  const fails = above || below;
  return remark({
    type: 'growth',
    words: [...rates, growth].map(wordsOf),
    formula: `${valueText(least)} ≤ ${valueText(growth)} ≤ ${valueText(most)}`,
    computed: above ? most.value : least.value,
    stated: growth.value,
    print: 'percent',
    tolerance: Rational.zero,
    verdict: !fails ? 'consistent' : below && isOfTowns ? 'cannot tell' : 'inconsistent',
    note: fails
      ? `${valueText(whole)}由${parts.map(({ level }) => valueText(level)).join('、')}组成，其增速不可能${above ? '高于' : '低于'}所有部分的增速；请核对各增速和升降方向`
      : '',
  });
}

export const growthMix = (page: Page): Relation[] => page.figures.flatMap((whole) => mixOf(page, whole) ?? []);
