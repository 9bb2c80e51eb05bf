// Parts told behind a total without 其中: a row of the same unit whose sum is the total, or misses it by a slip of the pen.
import { Rational } from '#kernel/exact/rational.ts';
import { valueText } from './claim.ts';
import type { Figure, Page } from './figure.ts';
import { digitsIn, isExactLevel, unitsFit } from './find.ts';
import { judge } from './judge.ts';
import { canBeEqual, totalOf } from './range.ts';
import type { Relation } from './relation.ts';
import { slipValues } from './repair.ts';

const MOST_PARTS = 12;
const FAR = 140;
const LONGEST = 22;

/** Begins anew: what is told of another time or as a total of its own is no part. */
const ANEW = /(?:上年|去年|同期|比|较|由|从|累计|共|总|合计|达到|增加|增长|新增)[^，。；]*$/;

/** 从类别看，…；从等级看，…: the same whole, divided another way. */
const OTHER_CUT = /^；(?:从|按|就|分)[^，。；]{1,10}(?:看|说|分|划分)，/;

const clauseOf = ({ lead }: Figure): string => lead.split(/[，；。、：:]/).at(-1) ?? '';

/** The figures of one unit behind a total, each in a clause of its own. */
function rowBehind(page: Page, whole: Figure): Figure[] {
  const row: Figure[] = [];
  for (let i = whole.index + 1; row.length < MOST_PARTS; i++) {
    const part = page.figures[i];
    if (part === undefined || part.sentence - whole.sentence > FAR || (row[0] !== undefined && part.sentence !== row[0].sentence)) break;
    if (row.length > 0 && OTHER_CUT.test(part.lead)) break;
    // 甲486亿元、乙205亿元、丙168亿元: the first of a row is no whole of the others.
    if (row.length === 0 && /^[、和与及]/.test(part.lead)) break;
    if (part.sort === 'part' || part.sort === 'points') continue;
    if (!isExactLevel(part) || !unitsFit(part, whole) || part.reading.unit !== whole.reading.unit || part.place !== whole.place) break;
    if (ANEW.test(clauseOf(part)) || clauseOf(part).length > LONGEST || clauseOf(part) === '') break;
    row.push(part);
  }
  return row;
}

/** The parts make their whole, as far as all are rounded. */
export const closes = (parts: readonly Figure[], whole: Figure): boolean =>
  canBeEqual(totalOf(parts.map(({ range }) => range)), whole.range);

/** One part or the total, put right by a single slip, makes the sum whole. */
export function missesBySlip(parts: readonly Figure[], whole: Figure): boolean {
  const sum = Rational.sum(parts.map(({ value }) => value));
  const rest = whole.value.minus(sum);
  const half = (whole.range.high ?? whole.value).minus(whole.value);
  const fits = (value: Rational): boolean => value.absolute().isAtMost(half.times(2));
  return (
    slipValues(whole).some(({ value }) => fits(value.minus(sum))) ||
    parts.some((part) => slipValues(part).some(({ value }) => fits(value.minus(part.value).minus(rest))))
  );
}

/** 转让许可1094次，其中转让812次、许可282次，比上年…: parts that fill their whole are told in passing, and what follows may speak of the whole. */
export function filledBy(page: Page, last: Figure): Figure | undefined {
  const parts = [last];
  for (let at = last.index; parts.length < MOST_PARTS && /^[、和及与]/.test(page.figures[at]?.lead ?? ''); at--) {
    const part = page.figures[at - 1];
    if (part === undefined || !isExactLevel(part) || !unitsFit(part, last) || part.sentence !== last.sentence) return undefined;
    parts.unshift(part);
  }
  const [first] = parts;
  const whole = page.figures[(first?.index ?? 0) - 1];
  const opens = first !== undefined && parts.length > 1 && /^[，：:(（]?(?:其中|分别)[^，。；]*$/.test(first.lead);
  if (!opens || whole === undefined || whole.sentence !== last.sentence || !isExactLevel(whole) || !unitsFit(whole, last)) return undefined;
  return closes(parts, whole) ? whole : undefined;
}

const TELLING = 3;

/** 营业收入69.9亿元：东区41.3亿元，西区28.6亿元。 The colon opens the parts, and nothing else stands in the sentence. */
function isColonRow(page: Page, row: readonly Figure[]): boolean {
  const [first, last] = [row[0], row.at(-1)];
  return first !== undefined && last !== undefined && /^[：:]/.test(first.lead) && page.figures[last.index + 1]?.sentence !== last.sentence;
}

export function looseParts(page: Page): Relation[] {
  const found: Relation[] = [];
  for (const whole of page.figures) {
    if (!isExactLevel(whole) || digitsIn(whole).length < TELLING || whole.reading.measure === 'set_size') continue;
    const row = rowBehind(page, whole);
    // The longest row first: a shorter one may close by chance.
    for (let length = row.length; length >= (isColonRow(page, row) ? 2 : 3); length--) {
      const parts = row.slice(0, length);
      const isWhole = closes(parts, whole);
      const isNext = length === row.length;
      const sum = Rational.sum(parts.map(({ value }) => value));
      const isSlip =
        !isWhole && isNext && digitsIn(whole).length > TELLING && sum.isAtMost(whole.value.times(2)) && missesBySlip(parts, whole);
      if (!isWhole && !isSlip) continue;
      const formula = parts.map(valueText).join(' + ');
      const relation = judge({ type: 'sum', members: parts, stated: whole, formula, compute: totalOf, bond: 'named' }, page.figures);
      if (relation !== undefined) found.push(relation);
      break;
    }
  }
  return found;
}
