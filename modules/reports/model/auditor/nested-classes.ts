// Classes that lie within each other by the mark they pass: of those above 500 million, those above a billion are no more.
import { readDecimal } from '#kernel/exact/decimal.ts';
import type { Rational } from '#kernel/exact/rational.ts';
import { valueText } from './claim.ts';
import type { Figure, Page } from './figure.ts';
import { hasHappened } from './find.ts';
import type { Relation } from './relation.ts';
import { partOfWhole } from './remark.ts';

const MARK =
  /(?:产值|营收|营业收入|主营业务收入|年销售收入|销售收入|市值|估值|投资)?(\d+(?:\.\d+)?|(?<![十百千万几数\d])(?=亿元以上))(万|亿)元?以上(?:的)?([一-龥]{0,10}?)(?:达到?|有|共)?$/;
const SCALES: Readonly<Record<string, bigint>> = { 万: 10_000n, 亿: 100_000_000n };

interface Class {
  readonly figure: Figure;
  readonly mark: Rational;
  readonly noun: string;
}

/** 10亿元以上高新技术企业25家; the words before the mark may stand in the part before. */
function classOf(figure: Figure): Class | undefined {
  const clause = figure.before.split(/[，。；：:、(（]/).at(-1) ?? '';
  const [, number = '', scale = '', noun = ''] = MARK.exec(clause) ?? [];
  // 亿元以上 without a number is one.
  const mark = readDecimal(scale === '亿' && number === '' ? '1' : number)?.times(SCALES[scale] ?? 0n);
  const isCount = figure.sort === 'count' && figure.reading.bound === 'exact' && hasHappened(figure) && figure.reading.kind === 'level';
  return mark === undefined || mark.isZero() || !isCount || figure.reading.measure === 'new' ? undefined : { figure, mark, noun };
}

const areOfOneRow = (a: Class, b: Class): boolean =>
  a.figure.sentence === b.figure.sentence &&
  a.figure.reading.unit === b.figure.reading.unit &&
  (a.noun === b.noun || a.noun === '' || b.noun === '');

/** Neighbours of one row: 5亿元以上企业14家，10亿元以上企业8家. */
export function nestedClasses(page: Page): Relation[] {
  const classes = page.figures.flatMap((figure) => classOf(figure) ?? []);
  return classes.slice(1).flatMap((later, i) => {
    const earlier = classes[i];
    if (earlier === undefined || !areOfOneRow(earlier, later) || later.mark.equals(earlier.mark)) return [];
    const [inner, outer] = later.mark.isMoreThan(earlier.mark) ? [later, earlier] : [earlier, later];
    const fails = inner.figure.value.isMoreThan(outer.figure.value);
    const note = fails ? `门槛高的${valueText(inner.figure)}多于门槛低的${valueText(outer.figure)}，两数可能写反或有一数有误` : '';
    return [partOfWhole(inner.figure, outer.figure, fails ? 'inconsistent' : 'consistent', note)];
  });
}
