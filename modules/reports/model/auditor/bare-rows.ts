// Rows of numbers of which only the last bears the unit (分别为9100、13400、1900件): their sum, and the growths told of each in turn.
import { readDecimal } from '#kernel/exact/decimal.ts';
import { Rational } from '#kernel/exact/rational.ts';
import { valueText } from './claim.ts';
import { areSlips } from './digit-slips.ts';
import type { Figure, Page } from './figure.ts';
import { beforeInText, digitsIn, hasHappened, isLevel, periodsAgree } from './find.ts';
import { canBeEqual, negativeOf, pointRange, quotientOf, type Range, sumOf, totalOf } from './range.ts';
import type { Relation } from './relation.ts';
import { remark, type Words, wordsOf } from './remark.ts';

interface BareRow {
  readonly last: Figure;
  readonly values: readonly Rational[];
  readonly texts: readonly string[];
  readonly noun: string;
  readonly whole: Figure;
}

const ROW = /((?:[一-龥]{2,20}、)*[一-龥]{2,20}(?:、|和|与|及)[一-龥]{2,40}?)分别(?:达到?|为|是|有)?((?:\d[\d,]*(?:\.\d+)?[、，和])+)$/;
const REACH = 12;
const TELLING = 4;

const hasNoun = (name: string, words: string): boolean => name.length >= TELLING && words.endsWith(name.slice(-TELLING));

function rowAt(page: Page, last: Figure): BareRow | undefined {
  const [, names = '', numbers = ''] = ROW.exec(last.before) ?? [];
  if (numbers === '' || last.sort !== 'count' || last.reading.bound !== 'exact' || last.inTable !== null) return undefined;
  const texts = [...numbers.split(/[、，和]/).filter((one) => one !== ''), digitsIn(last)];
  const values = texts.flatMap((text) => readDecimal(text.replaceAll(',', '')) ?? []);
  const items = names.split(/、|和|与|及/);
  if (values.length !== texts.length || items.length !== values.length || !last.value.equals(values.at(-1) ?? Rational.zero))
    return undefined;
  const noun = names.replace(/(?:数量|总量|总数|量|数)$/, '');
  const whole = beforeInText(page, last, REACH).find(
    (other) =>
      isLevel(other) &&
      hasHappened(other) &&
      other.reading.bound === 'exact' &&
      other.reading.unit === last.reading.unit &&
      other.place === last.place &&
      periodsAgree(other, last) &&
      values.every((value) => value.isLessThan(other.value)) &&
      hasNoun(other.name, noun),
  );
  return whole === undefined ? undefined : { last, values, texts, noun, whole };
}

/** The last two kinds of things that are all: 职务和非职务; or the row closes but for a slip. */
function sumOfRow({ last, values, texts, whole }: BareRow): Relation | undefined {
  const sum = Rational.sum(values);
  const fits = canBeEqual(pointRange(sum), whole.range);
  const rest = whole.value.minus(sum);
  const isSlip = values.some((value, i) => areSlips(digitsOnly(value.plus(rest)), (texts[i] ?? '').replaceAll(',', '')));
  if (!fits && !isSlip) return undefined;
  return remark({
    type: 'sum',
    words: [last, whole].map(wordsOf),
    formula: texts.join(' + '),
    computed: sum,
    stated: whole.value,
    verdict: fits ? 'consistent' : 'inconsistent',
    note: fits ? '' : `各部分之和为${digitsOnly(sum)}，与${valueText(whole)}不符，可能有一数写错`,
  });
}

const digitsOnly = (value: Rational): string => (value.isWhole() && !value.isNegative() ? String(value.numerator) : '');

/** As many growths as numbers, told right behind the row. */
function growthsOf(page: Page, { last, values }: BareRow): readonly Figure[] | undefined {
  const row = page.figures.slice(last.index + 1, last.index + 1 + values.length);
  const isRow =
    row.length === values.length &&
    row.every(({ reading, sort, sentence }) => reading.kind === 'yoy_growth' && sort === 'part' && sentence === last.sentence) &&
    /分别/.test(row[0]?.lead ?? '') &&
    row.slice(1).every(({ lead }) => /^[、和与]$/.test(lead.replace(/^[%％]/, '')));
  return isRow ? row : undefined;
}

const before = (now: Range, growth: Range): Range | undefined => quotientOf(now, sumOf(pointRange(Rational.one), growth));

/** The amounts a year before, of the parts and of all, where the whole's own growth is told: a sign that was lost doesn't close. */
function basesOfRow(page: Page, row: BareRow): Relation | undefined {
  const rates = growthsOf(page, row);
  const ofWhole = page.figures.find(
    ({ reading, sort, index, sentence }) =>
      reading.kind === 'yoy_growth' &&
      sort === 'part' &&
      page.figures
        .slice(Math.max(0, index - 2), index)
        .some((one) => one.sentence === sentence && one.value.equals(row.whole.value) && one.name === row.whole.name),
  );
  const all = ofWhole && before(row.whole.range, ofWhole.range);
  if (rates === undefined || ofWhole === undefined || all === undefined || !Rational.sum(row.values).equals(row.whole.value))
    return undefined;
  const totalWith = (turn: number): Range | undefined => {
    const bases = row.values.flatMap((value, i) => {
      const rate = rates[i]?.range;
      return rate === undefined ? [] : (before(pointRange(value), i === turn ? negativeOf(rate) : rate) ?? []);
    });
    return bases.length === row.values.length ? totalOf(bases) : undefined;
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
    formula: `${row.texts.map((text, i) => `${text} ÷ (1 + ${rates[i] ? valueText(rates[i]) : ''})`).join(' + ')} = ${valueText(row.whole)} ÷ (1 + ${valueText(ofWhole)})`,
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
