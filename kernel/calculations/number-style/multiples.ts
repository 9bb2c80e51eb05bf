// Words of multiplication (翻番, 增长n倍) and what they mean: 增长3倍 is four times as much.
import {
  asScore,
  decimal,
  figureOf,
  formatDecimal,
  type JsonObject,
  quotient,
  Rational,
  type Reading,
  given as whenKnown,
} from '../frame/index.ts';
import type { Item } from './input.ts';

type Of<K extends Item['kind']> = Extract<Item, { kind: K }>;

/** 翻一番 doubles, 翻两番 doubles twice. */
const doublings: Readonly<Record<string, number>> = { 番: 1, 一番: 1, 两番: 2, 二番: 2, 三番: 3, 四番: 4, 五番: 5 };
const doublingForm = /^翻(番|[一两二三四五]番)$/;
const moreForm = /^(?:增长|增加|提高|扩大)(\d{1,16}(?:\.\d{1,12})?)倍$/;
const toForm = /^(?:增长到|增加到|达到|为|是)(?:原来的|上年的|去年的)?(\d{1,16}(?:\.\d{1,12})?)倍$/;

/** How many times as much the phrase says; undefined for any other phrase. */
export function factorOf(phrase: string): Rational | undefined {
  const doubled = doublings[doublingForm.exec(phrase)?.[1] ?? ''];
  if (doubled !== undefined) return Rational.of(2).toPower(doubled);
  const more = moreForm.exec(phrase)?.[1];
  if (more !== undefined) return decimal(more).plus(1);
  const to = toForm.exec(phrase)?.[1];
  return to === undefined ? undefined : decimal(to);
}

export function checkPhrase({ phrase }: Of<'PHRASE'>, path: string, reading: Reading): void {
  if (factorOf(phrase) === undefined) reading.fail('VALUE', `${path}.phrase`, '不是可识别的倍数说法，如“翻番”“增长3倍”“为原来的2倍”');
}

export function phrase(item: Of<'PHRASE'>): JsonObject {
  const factor = factorOf(item.phrase);
  return { text: item.phrase, factor: factor === undefined ? null : formatDecimal(factor, 6) };
}

/** “翻番” only from twice as much on; anything else is written as a multiple. */
export function doubling({ from, to }: Of<'DOUBLING'>): JsonObject {
  const ratio = quotient(to, from);
  const multiple = figureOf(ratio);
  const printed = asScore(multiple);
  const reached = typeof ratio === 'string' ? false : whenKnown([multiple], (times) => times.isAtLeast(2));
  const text = reached === true ? '翻番' : whenKnown([printed], (times) => `为原来的${times}倍`);
  return { text, multiple: printed, reached };
}
