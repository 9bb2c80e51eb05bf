// Relations that compare words, lists, dates or whole values, where nothing is computed from ranges.

import type { Rational } from '#kernel/exact/rational.ts';
import type { Block } from '../reader/source-text.ts';
import { printOf, quoteOf, spanOf, valueText } from './claim.ts';
import type { Figure, Page } from './figure.ts';
import { exceeds, halfWidth } from './range.ts';
import type { Print, Relation, RelationType, Span, Verdict, Weight } from './relation.ts';
import { numeral } from './wording.ts';

/** Words of the text that take part in a relation without being a figure. */
export interface Words {
  readonly span: Span;
  readonly quote: string;
}

export const wordsOf = (figure: Figure): Words => ({ span: spanOf(figure), quote: quoteOf(figure) });

export function wordsAt(page: Page, block: Block, start: number, end: number): Words {
  const from = block.at[start] ?? 0;
  const last = block.at[Math.max(start, end - 1)] ?? from;
  return { span: { start: page.toPoints(from), end: page.toPoints(last + 1), figure: null }, quote: block.text.slice(start, end) };
}

export const wordsOfMatch = (page: Page, block: Block, match: RegExpExecArray): Words =>
  wordsAt(page, block, match.index, match.index + match[0].length);

export interface Remark {
  readonly type: RelationType;
  readonly words: readonly Words[];
  readonly formula: string;
  readonly computed?: Rational;
  readonly stated?: Rational;
  readonly print?: Print;
  /** How far the two may lie apart as they are written; null where there is no limit, nought where nothing is said. */
  readonly tolerance?: Rational | null;
  readonly verdict: Verdict;
  readonly weight?: Weight;
  readonly note?: string;
}

export function remark({
  type,
  words,
  formula,
  computed,
  stated,
  print = 'number',
  tolerance,
  verdict,
  weight,
  note = '',
}: Remark): Relation {
  const hasBoth = computed !== undefined && stated !== undefined;
  return {
    type,
    spans: words.map(({ span }) => span),
    quotes: words.map(({ quote }) => quote),
    formula,
    computed: computed === undefined ? null : numeral(computed),
    stated: stated === undefined ? null : numeral(stated),
    deviation: hasBoth ? numeral(computed.minus(stated).absolute()) : null,
    tolerance: tolerance === undefined ? (hasBoth ? '0' : null) : tolerance === null ? null : numeral(tolerance),
    print,
    verdict,
    weight: verdict === 'inconsistent' ? (weight ?? 'error') : null,
    note,
  };
}

/** How far two statements of one value may lie apart by their rounding; null where one is told as a bound. */
export function roundedBy(a: Figure, b: Figure): Rational | null {
  const [x, y] = [halfWidth(a.range), halfWidth(b.range)];
  return x === null || y === null ? null : x.plus(y);
}

/** A part held against its whole: it is not more. */
export const partOfWhole = (part: Figure, whole: Figure, verdict: Verdict, note: string): Relation =>
  remark({
    type: 'subset',
    words: [wordsOf(part), wordsOf(whole)],
    formula: `${valueText(part)} ≤ ${valueText(whole)}`,
    computed: part.value,
    stated: whole.value,
    print: printOf(part),
    verdict,
    note,
  });

/** The same, judged: wrong, or doubtful where it isn't sure that the one is a part of the other, if the part is more. */
export function withinWhole(part: Figure, whole: Figure, wrong: string, isSure = true): Relation {
  if (!exceeds(part.range, whole.range)) return partOfWhole(part, whole, 'consistent', '');
  return partOfWhole(part, whole, isSure ? 'inconsistent' : 'cannot tell', wrong);
}
