// Walks a block once and sorts its numerals into amounts, ranks and what is no figure.
import { arabicTokenAt } from './arabic.ts';
import { CHINESE_STARTS, chineseTokenAt } from './chinese.ts';
import { documentNumberEnd } from './dates.ts';
import { enumeratorEnd } from './enumerators.ts';
import { furnitureEnd } from './furniture.ts';
import { setPhraseEnd } from './lexicon/names.ts';
import { leadingPlacesAt, ordinalAt, topPlaceAt } from './ordinals.ts';
import type { Block } from './source-text.ts';
import type { NoFigure, Token } from './tokens.ts';

/** What a character does in the walk: nothing, end a clause, or begin what may be a numeral, a name or an enumerator. */
const ROLE = new Uint8Array(0x10000);
const CLAUSE_END = 1;
const BEGINS = 2;
for (const character of '。，；！？!?:\n：') ROLE[character.charCodeAt(0)] = CLAUSE_END;
for (const character of [...CHINESE_STARTS, ...'0123456789《“‘「『第前后首榜〔[(【上下全①翻实']) ROLE[character.charCodeAt(0)] = BEGINS;
const LINE_BREAK = 0x0a;
const TITLE = 240;
/** 三分之一; 分三期建设: no set phrase, whatever it begins with. */
const NO_PHRASE = /^[\s\S]?[二三四五六七八九十百千]{1,2}分之|^分[两二三四五六]期|^[的占了到近过足于为]一半/;
/** A quotation this short is the name of something. */
const QUOTED_NAME = 16;
const HOLDS_NUMERAL = /[\d一二两三四五六七八九十百千万零〇]/;

const ignored = (start: number, end: number, reason: NoFigure['reason']): NoFigure => ({ type: 'ignored', start, end, reason });

/** Titles in 《》 and short quotations are names: their numerals count nothing. */
function nameSpan(text: string, at: number): NoFigure | null {
  const opening = text.charAt(at);
  if (opening === '《') {
    let depth = 0;
    for (let end = at; end < text.length && end - at < TITLE; end++) {
      const character = text.charAt(end);
      if (character === '《') depth++;
      else if (character === '》' && --depth === 0) return ignored(at, end + 1, 'title');
    }
    return null;
  }
  const closing = opening === '“' ? '”' : opening === '‘' ? '’' : opening === '「' ? '」' : '』';
  const length = text.slice(at + 1, at + 2 + QUOTED_NAME).indexOf(closing);
  if (length < 0) return saying(text, at, closing);
  const close = at + 1 + length;
  return /[，。；]/.test(text.slice(at, close)) && close - at > 12 ? null : ignored(at, close + 1, 'name');
}

const LONG_QUOTED = 60;

/** “以…为主线、实现四项升级”的战略思路: words of a slogan, not what was counted. */
function saying(text: string, at: number, closing: string): NoFigure | null {
  const within = text.slice(at, at + LONG_QUOTED);
  const length = within.indexOf(closing);
  if (length < 0 || /[。\n]/.test(within.slice(0, length))) return null;
  const close = at + length;
  const says = /^的?[一-龥]{0,6}(?:思路|战略|方针|理念|布局|格局|部署)/.test(text.slice(close + 1, close + 12));
  return says ? ignored(at, close + 1, 'name') : null;
}

/** All numerals of a block in order. */
export function scanTokens(block: Block): Token[] {
  const { text } = block;
  const tokens: Token[] = [];
  let clauseStart = 0;
  for (let at = 0; at < text.length; ) {
    const role = ROLE[text.charCodeAt(at)];
    const lineEnd = at === 0 || text.charCodeAt(at - 1) === LINE_BREAK ? furnitureEnd(text, at) : 0;
    if (lineEnd > at) {
      if (HOLDS_NUMERAL.test(text.slice(at, lineEnd))) tokens.push(ignored(at, lineEnd, 'furniture'));
      at = lineEnd;
      continue;
    }
    const found = role === BEGINS ? tokenAt(block, at, text.charAt(at), clauseStart) : null;
    if (found === null) {
      if (role === CLAUSE_END) clauseStart = at + 1;
      at++;
    } else {
      for (const token of found.tokens)
        if (token.type === 'amount' || HOLDS_NUMERAL.test(text.slice(token.start, token.end))) tokens.push(token);
      at = Math.max(at + 1, found.end);
      if (found.boundary) clauseStart = at;
    }
  }
  return tokens;
}

type Found = { tokens: readonly Token[]; end: number; boundary?: boolean };

const one = (token: Token | null): Found | null => (token ? { tokens: [token], end: token.end } : null);

function tokenAt(block: Block, at: number, character: string, clauseStart: number): Found | null {
  const { text } = block;
  const code = text.charCodeAt(at);
  const digit = code >= 0x30 && code <= 0x39;
  const enumerated = enumeratorEnd(block, at);
  if (enumerated > at) return { tokens: [ignored(at, enumerated, 'enumerator')], end: enumerated, boundary: true };
  if ('《“‘「『'.includes(character)) return one(nameSpan(text, at));
  if ('〔[(【'.includes(character)) {
    const end = documentNumberEnd(text, at);
    return end > at ? one(ignored(at, end, 'document-number')) : null;
  }
  if (character === '第') return one(ordinalAt(text, at, clauseStart));
  if (character === '后') return /[居列排位]/.test(text.charAt(at - 1)) ? one(leadingPlacesAt(text, at, clauseStart)) : null;
  if (character === '前') return one(leadingPlacesAt(text, at, clauseStart));
  if (character === '首' || character === '榜') return one(topPlaceAt(text, at, clauseStart));
  if (digit) return arabicTokenAt(block, at, clauseStart);
  const phrase = NO_PHRASE.test(text.slice(Math.max(0, at - 1), at + 4)) ? 0 : setPhraseEnd(text, at);
  if (phrase > at) return one(ignored(at, phrase, 'name'));
  return one(chineseTokenAt(text, at, clauseStart));
}
