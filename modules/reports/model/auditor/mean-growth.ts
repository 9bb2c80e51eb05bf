// Growth on average over years: 由21.5亿元增长到32.25亿元，年均增长14.5%.
import { Rational } from '#kernel/exact/rational.ts';
import { type Compute, valueText } from './claim.ts';
import type { Figure, Page } from './figure.ts';
import { beforeInSentence, hasHappened, isLevel, yearOf } from './find.ts';
import { judge } from './judge.ts';
import { numberOf } from './lists.ts';
import { quotientOf, type Range } from './range.ts';
import type { Relation } from './relation.ts';

const MEAN = /(?:年均|年平均|复合)[^，。；\d]{0,8}$/;
const FINE = 1_000_000n;

/** The greatest n-th root in millionths that is not more than the number. */
function rootOf(value: Rational, n: number): Rational {
  let [low, high] = [0n, 100n * FINE];
  while (high - low > 1n) {
    const middle = (low + high) / 2n;
    if (Rational.of(middle, FINE).toPower(n).isAtMost(value)) low = middle;
    else high = middle;
  }
  return Rational.of(low, FINE);
}

const meanOver =
  (n: number): Compute =>
  ([now, base]) => {
    const ratio = now && base && quotientOf(now, base);
    const rate = (bound: Rational | null): Rational | null => (bound?.isPositive() ? rootOf(bound, n).minus(1) : null);
    const range: Range | undefined = ratio && { low: rate(ratio.low), high: rate(ratio.high) };
    return range;
  };

/** The year that is written before the figure, or that its reading is of. */
function yearsOf(figure: Figure): number | null {
  const written = [...figure.lead.matchAll(/((?:19|20)\d\d)年/g)].at(-1)?.[1];
  return written === undefined ? yearOf(figure) : Number(written);
}

const LONGEST = 30;
const SPAN = /((?:19|20)\d\d)年?(?:至|到|—|-|~|－)((?:19|20)\d\d)年/;
const COUNTED = /(?<![前近])([两二三四五六七八九十])年(?:间|来|里)?年?均[^，。；\d]{0,8}$/;

/** How many years lie between the two: by their years, by the stretch that the sentence tells, or as many as are counted, with both ends or without. */
function stretchesOf(base: Figure, now: Figure, growth: Figure): readonly number[] {
  const [from, to] = [yearsOf(base), yearsOf(now)];
  const span = SPAN.exec(growth.before);
  const counted = numberOf(COUNTED.exec(growth.lead)?.[1] ?? '');
  const years =
    from !== null && to !== null && from !== to
      ? [to - from]
      : span !== null
        ? [Number(span[2]) - Number(span[1])]
        : counted > 0
          ? [counted, counted - 1]
          : [];
  return years.filter((one) => one >= 2 && one <= LONGEST);
}

const overYears = (page: Page, growth: Figure, now: Figure, base: Figure, years: number): Relation | undefined =>
  judge(
    {
      type: 'growth',
      members: [now, base],
      stated: growth,
      formula: `(${valueText(now)} ÷ ${valueText(base)})^(1/${years}) − 1`,
      compute: meanOver(years),
      bond: 'named',
    },
    page.figures,
  );

export function meanGrowths(page: Page): Relation[] {
  return page.figures.flatMap((growth) => {
    if (growth.sort !== 'part' || !hasHappened(growth) || !MEAN.test(growth.lead)) return [];
    const [next, after] = page.figures.slice(growth.index + 1, growth.index + 3);
    const isBehind =
      next?.sentence === growth.sentence &&
      after?.sentence === growth.sentence &&
      /^，(?:由|从)/.test(next.lead) &&
      isLevel(next) &&
      isLevel(after);
    const [now, base] = isBehind
      ? [after, next]
      : beforeInSentence(page, growth).filter((other) => isLevel(other) && growth.clause - other.clause <= 4);
    if (now === undefined || base === undefined || now.sort !== base.sort || now.index - base.index > 2) return [];
    const isPair = /(?:从|由)[^，。；]*$/.test(base.lead) || /(?:到|至|达)[^，。；]*$/.test(now.lead);
    if (!isPair) return [];
    const judged = stretchesOf(base, now, growth).flatMap((years) => overYears(page, growth, now, base, years) ?? []);
    const fitting = judged.find(({ verdict }) => verdict === 'consistent') ?? judged[0];
    return fitting === undefined ? [] : [fitting];
  });
}
