// Recognises the numerals that number sections and points: 一、 (一) 1. 2、 ① 一是 第一，.
import type { Block } from './source-text.ts';
import { GAP } from './source-text.ts';

const CHINESE_SECTION = /^[一二三四五六七八九十]{1,3}(?:、|[.](?!\d)|，(?=是))/;
const CHINESE_POINT =
  /^(?:其[一二三四五六七八九]|[一二三四五六七八九十]{1,2}(?:是|要(?![素点求件])|则|来(?=[，是]))|[一二三四五六七八九十]{1,2}[)）])/;
const BRACKETED = /^[(（](?:[一二三四五六七八九十]{1,3}|\d{1,2})[)）](?!\d{4}年[一二三四五六七八九十]月)/;
const ARABIC = /^\d{1,2}(?:[.．、](?=\D|$)|[)）]|[.．、](?=(?:19|20)\d\d年|(?:19|20)[xX*×]{2}年|\d{1,2}月))/;
/** 2.2家企业: enterprises come whole, so the point belongs to the enumerator. */
const BEFORE_WHOLE = /^\d{1,2}[.](?=\d{1,4}(?:余|多)?(?:家|个|项|名|人|位|场|次|支|所|座)(?!\/|百分点))/;
const ARABIC_LIST_AFTER_STOP = /^\d{1,2}[.．]\d{1,2}[.．](?:\d{1,2}[.．]?)?(?=\D)/;
const CIRCLED = /^[①-⑳⑴-⑽]/;
const STOPS = '。；！？!?;:：\n”)）》o';

const isDigit = (code: number) => code >= 0x30 && code <= 0x39;

/** The end of the enumerator at `at`, or 0. */
export function enumeratorEnd(block: Block, at: number): number {
  const { text } = block;
  const first = text.charCodeAt(at);
  const previous = at === 0 ? '\n' : text.charAt(at - 1);
  const fresh = STOPS.includes(previous) || (block.gap[at] ?? 0) >= GAP.space;
  if (isDigit(first) && !fresh && previous !== '.') return 0;
  const tail = text.slice(at, at + 12);
  if (isDigit(first)) return numbered(text, at, tail);
  if (CIRCLED.test(tail)) return at + 1;
  const bracketed = BRACKETED.exec(tail);
  if (bracketed)
    return fresh || !/[\d一-龥]/.test(text.charAt(at + bracketed[0].length)) || text.charAt(at + 1) < '0' || text.charAt(at + 1) > '9'
      ? at + bracketed[0].length
      : 0;
  const point = CHINESE_POINT.exec(tail);
  if (point && (fresh || '，、'.includes(previous))) return at + point[0].length;
  return fresh || previous === '.' ? numbered(text, at, tail) : 0;
}

function numbered(text: string, at: number, tail: string): number {
  const match = CHINESE_SECTION.exec(tail) ?? ARABIC_LIST_AFTER_STOP.exec(tail) ?? ARABIC.exec(tail) ?? BEFORE_WHOLE.exec(tail);
  if (!match) return 0;
  const listOfNumbers = /^\d+、$/.test(match[0]) && /^\d/.test(text.slice(at + match[0].length));
  return listOfNumbers ? 0 : at + match[0].length;
}
