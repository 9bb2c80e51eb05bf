// Classes above thresholds in one sentence: of what has 5亿元以上, no more can have 10亿元以上.
import { readDecimal } from '#kernel/exact/decimal.ts';
import type { Rational } from '#kernel/exact/rational.ts';
import { valueText } from './claim.ts';
import type { Figure, Page } from './figure.ts';
import { beforeInSentence, hasHappened, isLevel, unitsFit } from './find.ts';
import type { Relation } from './relation.ts';
import { partOfWhole } from './remark.ts';

interface Above {
  readonly threshold: Rational;
  readonly noun: string;
}

const ABOVE = /(?<!\d)(?<size>\d+(?:\.\d+)?)?(?<unit>[万亿])元以上的?(?<noun>[一-龥]{2,12}?)(?:达到?|有|为|共|已达)?$/;
const WORTH: Readonly<Record<string, bigint>> = { 万: 10_000n, 亿: 100_000_000n };

/** 亿元以上企业84家: the threshold in yuan, and of what. */
function aboveOf({ before }: Figure): Above | undefined {
  const groups = ABOVE.exec(before)?.groups;
  const size = groups === undefined ? undefined : readDecimal(groups.size ?? '1');
  const worth = WORTH[groups?.unit ?? ''];
  return size === undefined || worth === undefined ? undefined : { threshold: size.times(worth), noun: groups?.noun ?? '' };
}

const isCount = (figure: Figure): boolean =>
  figure.sort === 'count' && isLevel(figure) && hasHappened(figure) && figure.reading.kind === 'level' && figure.inTable === null;

export const higherClasses = (page: Page): Relation[] =>
  page.figures.flatMap((part) => {
    const own = isCount(part) ? aboveOf(part) : undefined;
    if (own === undefined) return [];
    for (const whole of beforeInSentence(page, part)) {
      const its = isCount(whole) && unitsFit(part, whole) ? aboveOf(whole) : undefined;
      if (its === undefined || its.noun !== own.noun || !own.threshold.isMoreThan(its.threshold)) continue;
      const isMore = part.range.low !== null && whole.range.high !== null && part.range.low.isMoreThan(whole.range.high);
      const note = isMore ? `门槛更高的${valueText(part)}多于门槛较低的${valueText(whole)}；请核对两数，或写明各档互不包含` : '';
      // Of two clauses in a row the higher class is meant within the lower one; further off it may be of other things.
      const isSure = part.clause - whole.clause <= 2;
      return [partOfWhole(part, whole, !isMore ? 'consistent' : isSure ? 'inconsistent' : 'cannot tell', note)];
    }
    return [];
  });
