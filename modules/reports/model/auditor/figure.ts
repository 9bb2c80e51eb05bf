// A figure as the auditor sees it: the reading with its exact value, the range its writing allows, and its place in sentence and clause.
import { readDecimal } from '#kernel/exact/decimal.ts';
import { Rational } from '#kernel/exact/rational.ts';
import { offsetsOf } from '../code-points.ts';
import type { Reading } from '../reader/reading.ts';
import { type Block, blocksOf } from '../reader/source-text.ts';
import { plainNumeral } from '../written-value.ts';
import { coreOf } from './names.ts';
import { homeNameOf, homeOf, type Place, placeBefore } from './places.ts';
import { type Range, rangeOf } from './range.ts';
import { type TablePlace, tablePlaces } from './table-place.ts';

/** Counts compare with counts, money with money, percentages with percentages. */
export type Sort = 'count' | 'money' | 'part' | 'points' | 'times' | 'rank' | 'size';

/** What a reading alone tells, without the page around it. */
export interface Measured {
  readonly index: number;
  readonly reading: Reading;
  readonly sort: Sort;
  readonly value: Rational;
  readonly range: Range;
  /** What is counted, without place, verb of change and ending. */
  readonly name: string;
}

export interface Figure extends Measured {
  readonly place: Place;
  /** Null in prose. */
  readonly inTable: TablePlace | null;
  /** Running numbers of the paragraph, the sentence (。), the part of it (；) and the clause (，). */
  readonly paragraph: number;
  readonly sentence: number;
  readonly part: number;
  readonly clause: number;
  /** The sentence up to the number, and from the number on. */
  readonly before: string;
  readonly after: string;
  /** From the figure before, or from the beginning of the sentence, to the number. */
  readonly lead: string;
  /** To the next figure, or to the end of the sentence. */
  readonly tail: string;
  /** The sentence before, where it is short as a heading is; else empty. */
  readonly heading: string;
}

export interface Page {
  readonly blocks: readonly Block[];
  readonly figures: readonly Figure[];
  readonly home: Place;
  /** 四川省, 九江市: the name that the head of the document gives most; empty where it gives none. */
  readonly homeName: string;
  /** Code point of a UTF-16 offset of the source. */
  readonly toPoints: (unit: number) => number;
}

function sortOf({ unit, kind, value }: Reading): Sort {
  if (typeof value === 'object' || unit === '个百分点') return 'points';
  if (kind === 'rank') return 'rank';
  if (unit === '%' || unit === '‰') return 'part';
  if (unit === '倍' || kind === 'multiple') return 'times';
  if (unit !== null && /元$/.test(unit)) return 'money';
  if (unit === '位') return kind === 'change' ? 'rank' : 'count';
  return unit !== null && /^(?:平方米|平方公里|公里|米|亩|公顷|吨|千克|公斤|千瓦时|千瓦|立方米|小时|天|年|个月|点|分)$/.test(unit)
    ? 'size'
    : 'count';
}

/** One unit of the last place that is not zero: 780余 is below 790, 突破700 below 800. */
function lastPlace(exact: string): Rational {
  const digits = exact.replace('-', '');
  if (digits.includes('.')) return Rational.of(1, 10n ** BigInt(digits.length - digits.indexOf('.') - 1));
  return Rational.of(10n ** BigInt(/0*$/.exec(digits)?.[0].length ?? 0));
}

/** Half a unit of the last written place; nothing for a count that is written out to its last one. */
function halfOf(reading: Reading, sort: Sort): Rational {
  const isWritten = !/[万亿千百]/.test(reading.raw);
  // 96.1 in a cell, 15.8件 for each ten thousand: what is told with a point was rounded.
  if (sort === 'rank' || (sort === 'count' && isWritten && !/[.．]/.test(reading.raw))) return Rational.zero;
  return readDecimal(plainNumeral(reading.precision ?? 0)) ?? Rational.zero;
}

/** 超三分之二 is less than all, 不足四分之一 more than nothing: the next of its thirds or quarters. */
const FRACTION = /^([二三四五六七八九十])分之/;
const HAN = '一二三四五六七八九十';
const fractionPlace = (raw: string): Rational | undefined => {
  const parts = FRACTION.exec(raw)?.[1];
  return parts === undefined ? undefined : Rational.of(1, BigInt(HAN.indexOf(parts) + 1));
};

/** About: a twentieth on either side, or two units of the last place. */
function writtenRange(reading: Reading, value: Rational, half: Rational): Range {
  const size = value.absolute();
  const place = fractionPlace(reading.raw) ?? lastPlace(reading.exact);
  const signed = (least: Rational | null, most: Rational | null): Range =>
    value.isNegative() ? rangeOf(most?.negated() ?? null, least?.negated() ?? null) : rangeOf(least, most);
  switch (reading.bound) {
    case 'exact':
      // 占三分之一 is said of anything near it.
      if (FRACTION.test(reading.raw)) return rangeOf(value.times(19).dividedBy(20), value.times(21).dividedBy(20));
      return rangeOf(value.minus(half), value.plus(half));
    case 'approx': {
      const twentieth = size.dividedBy(20);
      const wide = twentieth.isMoreThan(half.times(4)) ? twentieth : half.times(4);
      return rangeOf(value.minus(wide), value.plus(wide));
    }
    case 'more_than':
      return signed(size.minus(half), size.plus(place));
    case 'at_least':
      return signed(size.minus(half), null);
    case 'just_under':
    case 'less_than':
      return signed(size.minus(place), size.plus(half));
    case 'at_most':
      return signed(Rational.zero, size.plus(half));
  }
}

const PERCENT = 100n;

function exactValue(reading: Reading, sort: Sort): Rational {
  const value = readDecimal(reading.exact) ?? Rational.zero;
  return sort === 'points' ? value.dividedBy(PERCENT) : value;
}

export function measured(reading: Reading, index: number): Measured {
  const sort = sortOf(reading);
  const value = exactValue(reading, sort);
  const half = sort === 'points' ? halfOf(reading, sort).dividedBy(PERCENT) : halfOf(reading, sort);
  const range = writtenRange(sort === 'points' ? { ...reading, bound: 'exact' } : reading, value, half);
  return { index, reading, sort, value, range, name: coreOf(reading.indicator) };
}

interface Stretch {
  readonly start: number;
  readonly end: number;
}

const cutAt = (text: string, stops: RegExp): Stretch[] => {
  const found: Stretch[] = [];
  let start = 0;
  for (const stop of text.matchAll(stops)) {
    found.push({ start, end: stop.index });
    start = stop.index + 1;
  }
  return [...found, { start, end: text.length }];
};

/** Number of stops before a place: the running number of the stretch that it lies in. */
function counterOf(text: string, stops: RegExp): (at: number) => number {
  const ends = cutAt(text, stops).map(({ end }) => end);
  let next = 0;
  return (at) => {
    while (next < ends.length - 1 && (ends[next] ?? 0) < at) next++;
    return next;
  };
}

/** The greatest i with at[i] <= offset. */
function positionIn(block: Block, offset: number): number {
  let [low, high] = [0, block.at.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((block.at[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

interface Located {
  readonly reading: Reading;
  readonly index: number;
  readonly at: number;
  readonly until: number;
}

const LONGEST_HEADING = 30;
const headingOf = (text: string, stretch: Stretch | undefined): string =>
  stretch === undefined || stretch.end - stretch.start > LONGEST_HEADING ? '' : text.slice(stretch.start, stretch.end).trim();

/** What stands before a figure in its sentence counts only this far: longer stretches are no sentence but a page without stops. */
export const SIGHT = 400;

function figuresOfBlock(block: Block, located: readonly Located[], home: Place, numbers: { from: number }): Figure[] {
  const { text } = block;
  const sentences = cutAt(text, /[。！？!?\n]/g);
  const paragraphOf = counterOf(text, /\n/g);
  const partOf = counterOf(text, /[。！？!?\n；]/g);
  const clauseOf = counterOf(text, /[。！？!?\n；，:：]/g);
  const tablePlaceOf = tablePlaces(block);
  let sentence = 0;
  const figures = located.map((one, i): Figure => {
    while (sentence < sentences.length - 1 && (sentences[sentence]?.end ?? 0) < one.at) sentence++;
    const { start = 0, end = text.length } = sentences[sentence] ?? {};
    const from = Math.max(start, one.at - SIGHT);
    const to = Math.min(end, one.until + SIGHT);
    const before = text.slice(from, one.at);
    const last = Math.max(from, Math.min(located[i - 1]?.until ?? 0, one.at));
    const next = Math.min(to, Math.max(located[i + 1]?.at ?? to, one.until));
    return {
      ...measured(one.reading, one.index),
      place: placeBefore(before, home),
      inTable: tablePlaceOf(one.at),
      paragraph: numbers.from + paragraphOf(one.at),
      sentence: numbers.from + sentence,
      part: numbers.from + partOf(one.at),
      clause: numbers.from + clauseOf(one.at),
      before,
      after: text.slice(one.until, to),
      lead: text.slice(last, one.at),
      tail: text.slice(one.until, next),
      heading: headingOf(text, sentences[sentence - 1]),
    };
  });
  numbers.from += text.length + 1;
  return figures;
}

/** Lays the readings on the cleaned text: wrapped lines joined, page marks gone. */
export function pageOf(source: string, readings: readonly Reading[]): Page {
  const offsets = offsetsOf(source);
  const blocks = [...blocksOf(source)];
  const home = homeOf(source);
  const figures: Figure[] = [];
  const numbers = { from: 0 };
  let next = 0;
  for (const block of blocks) {
    const located: Located[] = [];
    const blockEnd = block.at[block.text.length] ?? 0;
    for (; next < readings.length; next++) {
      const reading = readings[next];
      if (reading === undefined) continue;
      const from = offsets.toUnits(reading.rawStart);
      if (from >= blockEnd) break;
      const at = positionIn(block, from);
      const until = positionIn(block, from + reading.raw.length - 1) + 1;
      located.push({ reading, index: next, at, until });
    }
    figures.push(...figuresOfBlock(block, located, home, numbers));
  }
  return { blocks, figures, home, homeName: homeNameOf(source), toPoints: offsets.toPoints };
}
