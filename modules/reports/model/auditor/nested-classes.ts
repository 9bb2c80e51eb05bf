// Classes that lie within each other by the mark they pass: of those above 500 million, those above a billion are no more.
import { readDecimal } from '#kernel/exact/decimal.ts';
import type { Rational } from '#kernel/exact/rational.ts';
import { valueText } from './claim.ts';
import type { Figure, Page } from './figure.ts';
import { hasHappened, isAmount, isLevel, unitsFit } from './find.ts';
import type { Relation } from './relation.ts';
import { withinWhole } from './remark.ts';

/** 亿元以上 without a number is one; 千万元以上 is not. */
const MARK = /(\d+(?:\.\d+)?|(?<![十百千万几数\d])(?=[万亿]元以上))([万亿])元?以上的?([一-龥]{0,12}?)(?:达到?|有|共|为|已达)?$/;
const SCALES: Readonly<Record<string, bigint>> = { 万: 10_000n, 亿: 100_000_000n };

interface Class {
  readonly figure: Figure;
  readonly mark: Rational;
  /** What passes the mark; empty where it is told before. */
  readonly noun: string;
}

/** What is new above a mark may have been above a lower one before. */
const isCount = (figure: Figure): boolean =>
  figure.sort === 'count' && isLevel(figure) && hasHappened(figure) && isAmount(figure) && figure.reading.measure !== 'new';

/** 10亿元以上高新技术企业25家. */
function classOf(figure: Figure): Class | undefined {
  const clause = figure.before.split(/[，。；：:、(（]/).at(-1) ?? '';
  const [, number = '', scale = '', noun = ''] = (isCount(figure) && MARK.exec(clause)) || [];
  const mark = readDecimal(number === '' ? '1' : number)?.times(SCALES[scale] ?? 0n);
  return mark === undefined || mark.isZero() ? undefined : { figure, mark, noun };
}

const areNamedAlike = (a: Class, b: Class): boolean => a.noun !== '' && a.noun === b.noun && unitsFit(a.figure, b.figure);

/** 5亿元以上企业14家，10亿元以上8家: of two neighbours one may leave out what it counts. */
const areNeighbours = (a: Class, b: Class): boolean =>
  areNamedAlike(a, b) || ((a.noun === '' || b.noun === '') && a.figure.reading.unit === b.figure.reading.unit);

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
