// Parts behind 其中 that miss their whole by two neighbouring digits exchanged in one of them: other texts may stand between.
import { Rational } from '#kernel/exact/rational.ts';
import { printOf, valueText } from './claim.ts';
import { areApart } from './classes.ts';
import type { Figure, Page } from './figure.ts';
import { hasHappened, isAmount, isLevel, isSetBeside, unitsFit } from './find.ts';
import { canBeEqual, totalOf } from './range.ts';
import type { Relation } from './relation.ts';
import { remark, wordsOf } from './remark.ts';
import { exchangedValues } from './repair.ts';

const MOST_PARTS = 12;
/** Changes, growths and shares told of the whole before its parts. */
const MOST_BETWEEN = 4;
const ANEW = /其中|共|累计|总|合计|上年|去年|同期|另|此外|同时|带动/;

const isTold = (figure: Figure): boolean =>
  isLevel(figure) &&
  (hasHappened(figure) || figure.reading.status === 'plan') &&
  isAmount(figure) &&
  figure.reading.bound === 'exact' &&
  figure.inTable === null &&
  figure.value.isPositive();

const isBeside = (figure: Figure): boolean =>
  figure.sort === 'part' || figure.sort === 'points' || figure.reading.kind === 'change' || isSetBeside(figure);

/** The level that 其中 begins with, in the sentence of the whole or in the next. */
function firstPart(page: Page, whole: Figure): Figure | undefined {
  for (const figure of page.figures.slice(whole.index + 1, whole.index + 2 + MOST_BETWEEN)) {
    if (figure.paragraph !== whole.paragraph) return undefined;
    const opens = /其中/.test(figure.lead);
    if (opens) return isTold(figure) ? figure : undefined;
    if (!isBeside(figure) || /；/.test(figure.lead)) return undefined;
  }
  return undefined;
}

/** All that the sentence tells from there on, or none where it tells something else as well. */
function rowFrom(page: Page, whole: Figure, first: Figure): readonly Figure[] {
  const row: Figure[] = [first];
  for (let i = first.index + 1; ; i++) {
    const figure = page.figures[i];
    if (figure === undefined || figure.sentence !== first.sentence) return row;
    if (isBeside(figure)) continue;
    // 其中甲8亿元，乙3亿元；支出…: parts told clause by clause end with their part of the sentence.
    if (figure.part !== first.part && row.length > 1 && row.every(({ part }) => part === first.part)) return row;
    const fits = isTold(figure) && unitsFit(figure, whole) && figure.reading.unit === whole.reading.unit;
    if (!fits || ANEW.test(figure.lead) || row.length === MOST_PARTS) return [];
    row.push(figure);
  }
}

const EIGHTH = 8;
const TENTH = 10;
const endAlike = (parts: readonly Figure[]): boolean =>
  new Set(parts.map(({ lead }) => lead.slice(-2))).size === 1 && parts.every(({ reading }) => /\d\D?\d/.test(reading.raw));
const LONG = 4;
const MANY = 3;

/** Parts that don't fill their whole are no error unless they nearly do, in numbers long enough; more than the whole they are not. */
const isMeant = (whole: Figure, parts: readonly Figure[], gap: Rational): boolean =>
  gap.absolute().times(EIGHTH).isAtMost(whole.value) &&
  (whole.reading.raw.normalize('NFKC').replace(/\D/g, '').length >= LONG ||
    (gap.isNegative() && parts.length >= MANY) ||
    // 其中一期3.2亿元，二期5.4亿元: classes of one row fill their whole.
    areApart(parts) ||
    // 专利质押12.4亿元、商标质押3.2亿元: kinds of one name.
    (parts.length >= 2 && gap.absolute().times(TENTH).isAtMost(whole.value) && endAlike(parts)));

function claimOf(whole: Figure, parts: readonly Figure[]): Relation[] {
  const sum = Rational.sum(parts.map(({ value }) => value));
  const gap = whole.value.minus(sum);
  const filled = totalOf(parts.map(({ range }) => range));
  const fails = !canBeEqual(filled, whole.range);
  const half = (whole.range.high ?? whole.value).minus(whole.value);
  const closes = (rest: Rational): boolean => rest.absolute().isAtMost(half);
  const slips = [
    ...exchangedValues(whole).flatMap((value) => (closes(value.minus(sum)) ? [{ figure: whole, value }] : [])),
    ...parts.flatMap((part) =>
      exchangedValues(part).flatMap((value) => (closes(value.minus(part.value).minus(gap)) ? [{ figure: part, value }] : [])),
    ),
  ];
  const [slip] = slips;
  if (!fails || slip === undefined || !isMeant(whole, parts, gap)) return [];
  return [
    remark({
      type: 'sum',
      words: [...parts.map(wordsOf), wordsOf(whole)],
      formula: parts.map(valueText).join(' + '),
      computed: sum,
      stated: whole.value,
      print: printOf(whole),
      verdict: 'inconsistent',
      note: `各部分之和与${valueText(whole)}不符；${slips.map(({ figure }) => valueText(figure)).join('或')}调换相邻两位数字则相符，可能错了数字`,
    }),
  ];
}

export const exchangedParts = (page: Page): Relation[] =>
  page.figures.flatMap((whole) => {
    const first = isTold(whole) ? firstPart(page, whole) : undefined;
    if (first === undefined || !unitsFit(first, whole) || first.reading.unit !== whole.reading.unit) return [];
    const parts = rowFrom(page, whole, first);
    return parts.length < 2 ? [] : claimOf(whole, parts);
  });
