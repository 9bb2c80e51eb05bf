// The year of a base (比2019年的541亿元增加71亿元) beside a growth over last year that is reckoned from the same two levels: the base is last year's.
import { Rational } from '#kernel/exact/rational.ts';
import { growthOver, valueText } from './claim.ts';
import type { Figure, Page } from './figure.ts';
import { around, digitsIn, hasHappened, isExactLevel, isGrowthRate, subjectOf, unitsFit, yearOf } from './find.ts';
import { canBeEqual } from './range.ts';
import type { Relation } from './relation.ts';
import { remark, wordsOf } from './remark.ts';

const BASE = /(?:比|较)(?<year>(?:19|20)\d\d)年度?(?:同期)?的$/;
const OVER_LAST = /(?:同比|比上年|较上年|比去年|较去年)[^，。；]{0,4}$/;
/** Fewer digits may agree by chance. */
const TELLING = 3;

/** 612亿元，同比增长13.2%: the growth over last year that is told of the same number. */
const growthOf = (page: Page, now: Figure): Figure | undefined =>
  around(page.figures, now).find((growth) => {
    if (!isGrowthRate(growth) || !hasHappened(growth) || !OVER_LAST.test(growth.lead)) return false;
    const subject = subjectOf(page, growth);
    return subject?.value.equals(now.value) === true && unitsFit(subject, now) && digitsIn(subject).length >= TELLING;
  });

function held(page: Page, base: Figure): Relation | undefined {
  const told = BASE.exec(base.lead)?.groups?.year;
  const now = page.figures[base.index - 1];
  if (told === undefined || now === undefined || now.sentence !== base.sentence || !isExactLevel(now) || !isExactLevel(base))
    return undefined;
  const [year, growth] = [yearOf(now), unitsFit(now, base) ? growthOf(page, now) : undefined];
  if (year === null || growth === undefined || digitsIn(growth).length < TELLING || yearOf(growth) !== year) return undefined;
  const range = growthOver([now.range, base.range]);
  if (range === undefined || !canBeEqual(range, growth.range)) return undefined;
  const fits = Number(told) === year - 1;
  return remark({
    type: 'date',
    words: [now, growth, base].map(wordsOf),
    formula: `${valueText(now)} ÷ ${valueText(base)} − 1 = ${valueText(growth)}`,
    computed: Rational.of(year - 1),
    stated: Rational.of(Number(told)),
    verdict: fits ? 'consistent' : 'inconsistent',
    weight: 'date',
    note: fits ? '' : `同比增速${valueText(growth)}正是与${valueText(base)}相比所得，其年份应为${year - 1}年，文中为${told}年`,
  });
}

export const baseYears = (page: Page): Relation[] => page.figures.flatMap((figure) => held(page, figure) ?? []);
