// Structures told as a ratio (三次产业结构为6.0:55.0:39.0): each number is the amount of its name over the amounts of all.
import { Rational } from '#kernel/exact/rational.ts';
import { type Claim, valueText } from './claim.ts';
import type { Figure, Page } from './figure.ts';
import { around, byDistance, hasHappened, isAmount, isLevel, periodsAgree } from './find.ts';
import { judge } from './judge.ts';
import { quotientOf, totalOf } from './range.ts';
import type { Relation } from './relation.ts';

const isOfRatio = ({ sort, reading }: Figure): boolean => sort === 'part' && reading.kind === 'share' && !/[%％]/.test(reading.raw);
const JOINED = /^[:：∶]$/;
/** 由上年的6.2:55.4:38.4调整为: the structure of another time. */
const EARLIER = /(?:由|从|上年|去年)[^。；]{0,14}$/;

/** The numbers of one ratio, from its first. */
function ratioFrom(page: Page, first: Figure): readonly Figure[] {
  const found = [first];
  for (let next = page.figures[first.index + 1]; next !== undefined; next = page.figures[next.index + 1]) {
    if (!isOfRatio(next) || !JOINED.test(next.lead) || found.length > MOST) return found;
    found.push(next);
  }
  return found;
}
const MOST = 5;
const LEAST = 3;

/** 第一产业 and 第一产业增加值. */
const areNamedAlike = (a: string, b: string): boolean => a.length >= LEAST && b.length >= LEAST && (a.startsWith(b) || b.startsWith(a));

const amountOf = (page: Page, ratio: Figure): Figure | undefined =>
  around(page.figures, ratio)
    .filter(
      (other) =>
        isLevel(other) &&
        isAmount(other) &&
        other.inTable === null &&
        hasHappened(other) &&
        areNamedAlike(other.name, ratio.name) &&
        other.place === ratio.place &&
        periodsAgree(other, ratio),
    )
    .sort(byDistance(ratio))[0];

/** The amount told before the parts that is nearly their sum. */
function wholeOf(page: Page, parts: readonly Figure[]): Figure | undefined {
  const [first] = parts;
  if (first === undefined) return undefined;
  const sum = Rational.sum(parts.map(({ value }) => value));
  return page.figures
    .slice(Math.max(0, first.index - MOST), first.index)
    .filter(
      (other) => isLevel(other) && other.sort === first.sort && other.reading.unit === first.reading.unit && periodsAgree(other, first),
    )
    .find(({ value }) => value.times(9).isAtMost(sum.times(10)) && sum.times(9).isAtMost(value.times(10)));
}

function claimOf(part: Figure, parts: readonly Figure[], whole: Figure | undefined, stated: Figure): Claim {
  const members = whole === undefined ? [part, ...parts.filter((other) => other !== part)] : [part, whole];
  const below = whole === undefined ? parts.map(valueText).join(' + ') : valueText(whole);
  return {
    type: 'share',
    members,
    stated,
    formula: `${valueText(part)} ÷ ${whole === undefined ? `(${below})` : below}`,
    compute: ([own, ...others]) => {
      const all = whole === undefined && own !== undefined ? totalOf([own, ...others]) : others[0];
      return own && all && quotientOf(own, all);
    },
    bond: 'named',
  };
}

export const structureRatios = (page: Page): Relation[] =>
  page.figures.flatMap((first) => {
    if (!isOfRatio(first) || JOINED.test(first.lead) || EARLIER.test(first.lead)) return [];
    const ratio = ratioFrom(page, first);
    const parts = ratio.flatMap((one) => amountOf(page, one) ?? []);
    if (ratio.length < LEAST || parts.length < ratio.length || new Set(parts.map(({ index }) => index)).size < parts.length) return [];
    if (parts.some(({ sort, reading }) => sort !== parts[0]?.sort || reading.unit !== parts[0]?.reading.unit)) return [];
    const whole = wholeOf(page, parts);
    return parts.flatMap((part, i) => {
      const stated = ratio[i];
      return stated === undefined ? [] : (judge(claimOf(part, parts, whole, stated), page.figures) ?? []);
    });
  });
