// Rows of numbers of which only the last bears the unit (分别为9100、13400、1900件): their sum, and the growths told of each in turn.
import { Rational } from '#kernel/exact/rational.ts';
import { valueText } from './claim.ts';
import { areSlips } from './digit-slips.ts';
import type { Figure, Page } from './figure.ts';
import { beforeInText, digitsIn, hasHappened, isGrowthRate, isLevel, periodsAgree, runOf } from './find.ts';
import { canBeEqual, negativeOf, pointRange, quotientOf, type Range, sumOf, totalOf } from './range.ts';
import type { Relation } from './relation.ts';
import { remark, type Words, wordsOf } from './remark.ts';

interface BareRow {
  readonly parts: readonly Figure[];
  readonly last: Figure;
  readonly whole: Figure;
}

const NAMES = /((?:[一-龥]{2,20}、)*[一-龥]{2,20}(?:、|和|与|及)[一-龥]{2,40}?)分别(?:达到?|为|是|有)?$/;
const REACH = 12;
const TELLING = 4;

const hasNoun = (name: string, words: string): boolean => name.length >= TELLING && words.endsWith(name.slice(-TELLING));

/** A whole number as it is written, without commas; empty for any other. */
const digitsOnly = (value: Rational): string => (value.isWhole() && !value.isNegative() ? String(value.numerator) : '');

/** As many whole numbers as names before them. */
function partsOf(page: Page, last: Figure): { readonly parts: readonly Figure[]; readonly names: string } | undefined {
  const { position, length } = runOf(page, last);
  if (position !== length - 1 || last.sort !== 'count' || last.reading.bound !== 'exact' || last.inTable !== null) return undefined;
  const parts = page.figures.slice(last.index - position, last.index + 1);
  const names = NAMES.exec(parts[0]?.before ?? '')?.[1];
  // The last one may bear its unit.
  const areBare = parts.every((part) => digitsOnly(part.value) === (part === last ? digitsIn(part) : part.reading.raw.replaceAll(',', '')));
  return names?.split(/、|和|与|及/).length === length && areBare ? { parts, names } : undefined;
}

function rowAt(page: Page, last: Figure): BareRow | undefined {
  const row = partsOf(page, last);
  if (row === undefined) return undefined;
  const noun = row.names.replace(/(?:数量|总量|总数|量|数)$/, '');
  const whole = beforeInText(page, last, REACH).find(
    (other) =>
      isLevel(other) &&
      hasHappened(other) &&
      other.reading.bound === 'exact' &&
      other.reading.unit === last.reading.unit &&
      other.place === last.place &&
      periodsAgree(other, last) &&
      row.parts.every(({ value }) => value.isLessThan(other.value)) &&
      hasNoun(other.name, noun),
  );
  return whole === undefined ? undefined : { parts: row.parts, last, whole };
}

const sumOfParts = (parts: readonly Figure[]): Rational => Rational.sum(parts.map(({ value }) => value));

/** The last two kinds of things that are all: 职务和非职务; or the row closes but for a slip. */
function sumOfRow({ parts, last, whole }: BareRow): Relation | undefined {
  const sum = sumOfParts(parts);
  const fits = canBeEqual(pointRange(sum), whole.range);
  const rest = whole.value.minus(sum);
  const isSlip = parts.some((part) => areSlips(digitsOnly(part.value.plus(rest)), digitsIn(part)));
  if (!fits && !isSlip) return undefined;
  return remark({
    type: 'sum',
    words: [last, whole].map(wordsOf),
    formula: parts.map(numberOf).join(' + '),
    computed: sum,
    stated: whole.value,
    verdict: fits ? 'consistent' : 'inconsistent',
    note: fits ? '' : `各部分之和为${digitsOnly(sum)}，与${valueText(whole)}不符，可能有一数写错`,
  });
}

/** Without the unit that only the last of them bears. */
const numberOf = (part: Figure): string => valueText(part).replace(/[^\d,]+$/, '');

/** As many growths as numbers, told right behind the row. */
function growthsOf(page: Page, { last, parts }: BareRow): readonly Figure[] | undefined {
  const row = page.figures.slice(last.index + 1, last.index + 1 + parts.length);
  const isRow =
    row.length === parts.length &&
    row.every((one) => isGrowthRate(one) && one.sentence === last.sentence) &&
    /分别/.test(row[0]?.lead ?? '') &&
    row.slice(1).every(({ lead }) => /^[、和与]$/.test(lead.replace(/^[%％]/, '')));
  return isRow ? row : undefined;
}

/** What it was a year before. */
const before = (now: Range, growth: Range): Range | undefined => quotientOf(now, sumOf(pointRange(Rational.one), growth));

/** The amounts a year before, of the parts and of all, where the whole's own growth is told: a sign that was lost doesn't close. */
function basesOfRow(page: Page, row: BareRow): Relation | undefined {
  const rates = growthsOf(page, row);
  const ofWhole = page.figures.find(
    (growth) =>
      isGrowthRate(growth) &&
      page.figures
        .slice(Math.max(0, growth.index - 2), growth.index)
        .some((one) => one.sentence === growth.sentence && one.value.equals(row.whole.value) && one.name === row.whole.name),
  );
  const all = ofWhole && before(row.whole.range, ofWhole.range);
  if (rates === undefined || ofWhole === undefined || all === undefined || !sumOfParts(row.parts).equals(row.whole.value)) return undefined;
  const totalWith = (turn: number): Range | undefined => {
    const bases = row.parts.flatMap(({ value }, i) => {
      const rate = rates[i]?.range;
      return rate === undefined ? [] : (before(pointRange(value), i === turn ? negativeOf(rate) : rate) ?? []);
    });
    return bases.length === row.parts.length ? totalOf(bases) : undefined;
  };
  const closes = (turn: number): boolean => {
    const total = totalWith(turn);
    return total !== undefined && canBeEqual(total, all);
  };
  const fits = closes(NONE);
  const lost = fits ? undefined : rates.find((_, i) => closes(i));
  if (!fits && lost === undefined) return undefined;
  const words: Words[] = [row.whole, ofWhole, ...rates.filter((one) => one !== lost), ...(lost === undefined ? [] : [lost])].map(wordsOf);
  return remark({
    type: 'growth',
    words,
    formula: `${row.parts.map((part, i) => `${numberOf(part)} ÷ (1 + ${rates[i] ? valueText(rates[i]) : ''})`).join(' + ')} = ${valueText(row.whole)} ÷ (1 + ${valueText(ofWhole)})`,
    verdict: fits ? 'consistent' : 'inconsistent',
    note: lost === undefined ? '' : `按各增速推算的上年数之和与总数的上年数不符；若${valueText(lost)}为下降则相符，请核对正负号`,
  });
}

const NONE = -1;

export const bareRows = (page: Page): Relation[] =>
  page.figures.flatMap((figure) => {
    const row = rowAt(page, figure);
    return row === undefined ? [] : [sumOfRow(row), basesOfRow(page, row)].flatMap((one) => one ?? []);
  });
