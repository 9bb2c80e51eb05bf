// Shares in words (每四个村就有一个): held against the two counts, or the share in per cent, that the sentence tells before them.
import { Rational } from '#kernel/exact/rational.ts';
import type { Block } from '../reader/source-text.ts';
import { valueText } from './claim.ts';
import type { Figure, Page } from './figure.ts';
import { isExactLevel } from './find.ts';
import { numberOf } from './lists.ts';
import type { Relation } from './relation.ts';
import { remark, wordsAt, wordsOf } from './remark.ts';

const NUMBER = '([一两二三四五六七八九十]|\\d{1,2})';
const UNIT = '([个家项人名件户所村])';
const EACH = new RegExp(
  `每${NUMBER}${UNIT}[^，。；：\\d]{0,10}?(?:中|里|就|便)+有(?<near>近|约|超过|不到|不足|至少)?${NUMBER}${UNIT}(?<more>以上|多|左右)?`,
  'g',
);
const MOST = 20;
/** A manner of speaking: a tenth more or less is meant as well. */
const LOW = Rational.of(9, 10);
const HIGH = Rational.of(11, 10);
const TENTH = 10;

interface Ratio {
  readonly value: Rational;
  readonly told: readonly Figure[];
}

/** The shares that stand right before, and the counts of the sentence over each other. */
function ratiosOf(before: readonly Figure[], unit: string): Ratio[] {
  const [last] = before;
  const isShare = last?.sort === 'part' && last.reading.kind === 'share' && last.reading.bound === 'exact';
  if (isShare) return [{ value: last.value, told: [last] }];
  const counts = before.filter((figure) => isExactLevel(figure) && figure.sort === 'count' && figure.reading.unit === unit);
  return counts.flatMap((part) =>
    counts
      .filter((whole) => whole.value.isMoreThan(part.value))
      .map((whole) => ({ value: part.value.dividedBy(whole.value), told: [part, whole] })),
  );
}

/** How far the words reach: 每五项有四项以上 up to five, 约 a tenth on either side. */
function fits(value: Rational, part: number, each: number, more: string, near: string): boolean {
  const said = Rational.of(part, each);
  if (/以上|多|超过|至少/.test(more + near)) return value.isAtLeast(said) && value.isAtMost(Rational.of(part + 1, each));
  if (/不到|不足|近/.test(near)) return value.isAtMost(said.times(HIGH)) && value.isAtLeast(said.times(Rational.of(4, 5)));
  return value.isAtLeast(said.times(LOW)) && value.isAtMost(said.times(HIGH));
}

function held(page: Page, block: Block, match: RegExpExecArray): Relation[] {
  const [, eachWord = '', unit = '', , partWord = '', other = ''] = match;
  const words = wordsAt(page, block, match.index, match.index + match[0].length);
  const at = page.figures.findLastIndex(({ reading }) => reading.rawStart < words.span.start);
  const nearest = page.figures[at];
  const start = Math.max(block.text.lastIndexOf('。', match.index), block.text.lastIndexOf('\n', match.index));
  const sentence = block.text.slice(start + 1, match.index);
  if (nearest === undefined || unit !== other || !/\d/.test(sentence)) return [];
  const before = page.figures
    .slice(Math.max(0, at - TENTH), at + 1)
    .filter((figure) => figure.sentence === nearest.sentence)
    .reverse();
  const ratios = ratiosOf(before, unit);
  const [part, each] = [numberOf(partWord), numberOf(eachWord)];
  const [first] = ratios;
  if (first === undefined || part < 1 || each <= part) return [];
  const { near = '', more = '' } = match.groups ?? {};
  const right = ratios.find(({ value }) => fits(value, part, each, more, near));
  // Of several counts any may be meant: only where there is one pair do they speak against the words.
  if (right === undefined && ratios.length > 1) return [];
  const { value, told } = right ?? first;
  return [
    remark({
      type: 'share',
      words: [...told.map(wordsOf), words],
      formula: told.map(valueText).join(' ÷ '),
      computed: value,
      stated: Rational.of(part, each),
      print: 'percent',
      tolerance: null,
      verdict: right === undefined ? 'inconsistent' : 'consistent',
      weight: 'wording',
      note: right === undefined ? `“${match[0]}”与${told.map(valueText).join(' ÷ ')}相差较大，请核对` : '',
    }),
  ];
}

export const eachOf = (page: Page): Relation[] =>
  page.blocks.flatMap((block) => [...block.text.matchAll(EACH)].slice(0, MOST).flatMap((match) => held(page, block, match)));
