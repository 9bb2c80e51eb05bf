// What is told again of one amount or of one part: the growth of the same amount, and the share that a part 创造 of its whole.
import { valueText } from './claim.ts';
import { areNearlySame } from './digit-slips.ts';
import type { Figure, Page } from './figure.ts';
import { beforeInText, digitsIn, hasHappened, isGrowthRate, isLevel, periodsAgree, runOf, subjectOf } from './find.ts';
import { isAkin } from './likeness.ts';
import { canBeEqual } from './range.ts';
import type { Relation } from './relation.ts';
import { remark, roundedBy, wordsOf } from './remark.ts';
import { sameTerm } from './terms.ts';

/** So many digits tell even where one of them is changed. */
const LEAST_DIGITS = 3;

/** isOne: what is told twice is certain, and no slip has to speak for it. */
const again = (a: Figure, b: Figure, what: string, isOne = false): Relation | undefined => {
  const fits = canBeEqual(a.range, b.range);
  if (!fits && !isOne && !areNearlySame(digitsIn(a), digitsIn(b), LEAST_DIGITS)) return undefined;
  return remark({
    type: 'duplicate',
    words: [a, b].map(wordsOf),
    formula: '同一事实的两处数值相等',
    computed: a.value,
    stated: b.value,
    print: 'percent',
    tolerance: roundedBy(a, b),
    verdict: fits ? 'consistent' : 'inconsistent',
    note: fits ? '' : `${what}，一处为${valueText(a)}，一处为${valueText(b)}，请核对哪一处为准`,
  });
};

const PLAIN = /^[，,]?(?:同比|比上年(?:同期)?|较上年(?:同期)?|比去年|较去年)?(?:增长|下降)$/;
const TELLING = 4;
const STEPS = 3;

/** The growth right behind an amount, with nothing but a net change between; under 分别 the one of the same turn. */
function growthOf(page: Page, amount: Figure): Figure | undefined {
  for (const next of page.figures.slice(amount.index + 1, amount.index + STEPS)) {
    if (next.sentence !== amount.sentence) return undefined;
    if (isGrowthRate(next)) {
      const { length } = runOf(page, next);
      if (length > 1) {
        const own = page.figures.slice(next.index, next.index + length).find((one) => subjectOf(page, one) === amount);
        return own !== undefined && isGrowthRate(own) ? own : undefined;
      }
      return PLAIN.test(next.lead) ? next : undefined;
    }
    if (!/(?:增长|增加|净增|减少|下降)$/.test(next.lead) || next.sort !== amount.sort) return undefined;
  }
  return undefined;
}

interface GrownAmount {
  readonly amount: Figure;
  readonly growth: Figure;
}

const LATELY = 12;

/** 7469.13亿元 and 7469.1亿元 of one name: rounded, they are one. */
const areOneAmount = (a: Figure, b: Figure): boolean =>
  (a.name === b.name || (a.value.equals(b.value) && isAkin(a.name, b.name))) &&
  (a.place === b.place || digitsIn(a).length > TELLING) &&
  canBeEqual(a.range, b.range);

/** 25000件，同比增长6.5%, and elsewhere 25000件，增长5.6%. */
function growthTwice(page: Page): Relation[] {
  const seen = new Map<string, GrownAmount[]>();
  return page.figures.flatMap((amount) => {
    if (!isLevel(amount) || digitsIn(amount).length < TELLING || amount.inTable !== null || !hasHappened(amount)) return [];
    const growth = growthOf(page, amount);
    if (growth === undefined) return [];
    const key = `${amount.reading.unit}|${digitsIn(amount).slice(0, TELLING)}`;
    const told = seen.get(key) ?? [];
    const before = told.find((one) => areOneAmount(one.amount, amount))?.growth;
    seen.set(key, [...told.slice(-LATELY), { amount, growth }]);
    if (before === undefined || before.sentence === growth.sentence || !periodsAgree(before, growth) || !sameTerm(before, growth))
      return [];
    return again(before, growth, `${valueText(amount)}的增速`, true) ?? [];
  });
}

const BRINGS = /(?:创造|贡献|提供|实现)了?(?:全[国省市县])?(?:约|近)?$/;

/** 占国内生产总值(GDP)的比重…增至13.4%；…创造了13.4%的GDP. */
function shareTwice(page: Page): Relation[] {
  return page.figures.flatMap((figure) => {
    const noun = /^的(?:全[国省市县])?([A-Za-z]{3,}|[一-龥]{2,6}?)(?=[，。；、的和]|$)/.exec(figure.tail)?.[1];
    if (figure.sort !== 'part' || !BRINGS.test(figure.lead) || noun === undefined) return [];
    const before = beforeInText(page, figure, NEAR).find(
      (other) =>
        other.sort === 'part' &&
        (other.reading.kind === 'share' || other.reading.kind === 'ratio') &&
        other.paragraph === figure.paragraph &&
        /占[^。；]*(?:比重|比例|份额)[^。；]*$/.test(other.before) &&
        (/占[^。；]*/.exec(other.before)?.[0] ?? '').includes(noun) &&
        other.reading.period === figure.reading.period,
    );
    return before === undefined ? [] : (again(before, figure, `所占“${noun}”的比重`) ?? []);
  });
}

const NEAR = 6;

export const toldAgain = (page: Page): Relation[] => [...growthTwice(page), ...shareTwice(page)];
