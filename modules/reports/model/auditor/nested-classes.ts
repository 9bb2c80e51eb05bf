// Classes that lie within each other by the mark they pass: of those above 500 million, those above a billion are no more.
import { readDecimal } from '#kernel/exact/decimal.ts';
import type { Rational } from '#kernel/exact/rational.ts';
import { valueText } from './claim.ts';
import type { Figure, Page } from './figure.ts';
import { hasHappened, isAmount, isLevel, unitsFit } from './find.ts';
import { numberOf } from './lists.ts';
import type { Relation } from './relation.ts';
import { withinWhole } from './remark.ts';

/** 10亿元以上企业, 超千万元的企业, 五十亿级企业: the mark is told before or behind it; 亿元以上 without a number is one. */
const MARK =
  /(?<of>[一-龥]*?)(?<above>不低于|高于|大于|突破|超过|达到|超|逾|过|达)?(?<number>\d+(?:\.\d+)?|[一二两三四五六七八九]?(?=[十百千万亿]))(?<tens>[十百千]?)(?<scale>[万亿])(?:元(?<behind>及?以上)?|(?<level>级)|(?<bare>以上))的?(?<noun>[一-龥]{0,12}?)(?:达到?|有|共|为|已达)?$/;
const TENS: Readonly<Record<string, bigint>> = { 十: 10n, 百: 100n, 千: 1000n };
const SCALES: Readonly<Record<string, bigint>> = { 万: 10_000n, 亿: 100_000_000n };
const LONGEST = 40;

interface Class {
  readonly figure: Figure;
  readonly mark: Rational;
  /** What is measured by the mark (产值, 研发投入); empty where it is told before. */
  readonly of: string;
  /** What passes the mark; empty where it is told before. */
  readonly noun: string;
}

/** What is new above a mark may have been above a lower one before. */
const isCount = (figure: Figure): boolean =>
  figure.sort === 'count' && isLevel(figure) && hasHappened(figure) && isAmount(figure) && figure.reading.measure !== 'new';

/** 10, 五十, 千: before 万 or 亿. */
function countedBy(number: string, tens: string): Rational | undefined {
  const digit = number === '' ? '1' : /\d/.test(number) ? number : String(numberOf(number));
  return readDecimal(digit)?.times(TENS[tens] ?? 1n);
}

/** 10亿元以上高新技术企业25家. */
function classOf(figure: Figure): Class | undefined {
  const clause = (
    figure.before
      .slice(-LONGEST)
      .split(/[，。；：:、(（]/)
      .at(-1) ?? ''
  ).replace(/^其中/, '');
  const {
    of = '',
    above,
    number = '',
    tens = '',
    scale = '',
    behind,
    level,
    bare,
    noun = '',
  } = (isCount(figure) && MARK.exec(clause)?.groups) || {};
  if ((above ?? behind ?? level ?? bare) === undefined) return undefined;
  const mark = countedBy(number, tens)?.times(SCALES[scale] ?? 0n);
  return mark === undefined || mark.isZero() ? undefined : { figure, mark, of: of.replace(/^.*(?:全[国省市县区]|年)/, ''), noun };
}

const areOfOneMeasure = (a: Class, b: Class): boolean => a.of === '' || b.of === '' || a.of === b.of;

const areNamedAlike = (a: Class, b: Class): boolean =>
  a.noun !== '' && a.noun === b.noun && areOfOneMeasure(a, b) && unitsFit(a.figure, b.figure);

/** 5亿元以上企业14家，10亿元以上8家: of two neighbours one may leave out what it counts. */
const areNeighbours = (a: Class, b: Class): boolean =>
  areNamedAlike(a, b) || ((a.noun === '' || b.noun === '') && areOfOneMeasure(a, b) && a.figure.reading.unit === b.figure.reading.unit);

const MOST = 20;
/** Further off in the sentence it may be a class of other things. */
const NEAR = 2;

export function nestedClasses(page: Page): Relation[] {
  const classes = page.figures.flatMap((figure) => classOf(figure) ?? []);
  return classes.flatMap((later, i) => {
    const [next, ...others] = classes
      .slice(Math.max(0, i - MOST), i)
      .filter(({ figure }) => figure.sentence === later.figure.sentence)
      .reverse();
    const isNext = next !== undefined && areNeighbours(next, later) && !next.mark.equals(later.mark);
    const earlier = isNext ? next : others.find((one) => areNamedAlike(one, later) && later.mark.isMoreThan(one.mark));
    if (earlier === undefined) return [];
    const [inner, outer] = later.mark.isMoreThan(earlier.mark) ? [later.figure, earlier.figure] : [earlier.figure, later.figure];
    const isSure = isNext || later.figure.clause - earlier.figure.clause <= NEAR;
    return [withinWhole(inner, outer, `门槛高的${valueText(inner)}多于门槛低的${valueText(outer)}，两数可能写反或有一数有误`, isSure)];
  });
}
