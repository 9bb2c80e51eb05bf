// Money in another currency: 按平均汇率6.9折算，约合20500美元 is the amount before it over the rate that the sentence tells.
import { readDecimal } from '#kernel/exact/decimal.ts';
import { Rational } from '#kernel/exact/rational.ts';
import { valueText } from './claim.ts';
import type { Figure, Page } from './figure.ts';
import { beforeInSentence, digitsIn } from './find.ts';
import { judge } from './judge.ts';
import { quotientOf, type Range, rangeOf } from './range.ts';
import type { Relation } from './relation.ts';

const FOREIGN = /^(?:美元|欧元|英镑|日元|港元|港币)$/;
/** 平均汇率（1美元兑6.8985元人民币）, 平均汇率6.8985, 汇率为1:6.9. */
const RATE = /汇率[^，。；\d]{0,14}(?:1[^\d，。；]{0,6})?(?<rate>\d{1,2}\.\d{2,6})[^\d。；]{0,30}$/;

const HALF = 2n;
const rangeOfText = (digits: string): Range | undefined => {
  const value = readDecimal(digits);
  const half = Rational.of(1, HALF * 10n ** BigInt(digits.length - digits.indexOf('.') - 1));
  return value === undefined || !value.isPositive() ? undefined : rangeOf(value.minus(half), value.plus(half));
};

/** 约合 rounds what was divided, and no more. */
const asRounded = (figure: Figure): Figure => {
  const unit = figure.value.dividedBy(readDecimal(digitsIn(figure)) ?? Rational.one);
  const half = unit.dividedBy(2);
  // Printed as a number: it is no sum of our own money.
  return { ...figure, sort: 'count', range: rangeOf(figure.value.minus(half), figure.value.plus(half)) };
};

const TELLING = 4;

function conversion(page: Page, foreign: Figure): Relation | undefined {
  if (!FOREIGN.test(foreign.reading.unit ?? '') || digitsIn(foreign).length < TELLING) return undefined;
  const digits = RATE.exec(foreign.before)?.groups?.rate;
  const rate = digits === undefined ? undefined : rangeOfText(digits);
  const own = beforeInSentence(page, foreign).find(({ reading }) => reading.unit === '元' && reading.kind !== 'change');
  if (rate === undefined || digits === undefined || own === undefined) return undefined;
  const stated = asRounded(foreign);
  const formula = `${valueText(own)} ÷ 汇率${digits}`;
  const compute = ([amount]: readonly Range[]): Range | undefined => amount && quotientOf(amount, rate);
  return judge({ type: 'rate', members: [own], stated, formula, compute, bond: 'named' }, page.figures);
}

export const conversions = (page: Page): Relation[] => page.figures.flatMap((foreign) => conversion(page, foreign) ?? []);
