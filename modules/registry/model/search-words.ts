// Words under which a name is found, and what a query asks of them: pairs of characters, because two-character queries are the most common.
import { nameKey } from './name-keys.ts';
import type { Spelling } from './pinyin.ts';

/** Pairs of neighbouring characters; the last character stands alone so that a one-character prefix finds it too. */
function pairs(text: string): string[] {
  const letters = [...text];
  return letters.map((letter, index) => letter + (letters[index + 1] ?? ''));
}

function triples(text: string): string[] {
  return Array.from({ length: Math.max(text.length - 2, 0) }, (_, index) => text.slice(index, index + 3));
}

/** Marks keep names, initials and full spellings apart in one index. */
const INITIALS = '#';
const SPELLING = '~';

/** Lexemes of a name for one GIN index: pairs of the name and of its initials, triples of its spelling. */
export function searchWords(name: string, spelling: Spelling): string[] {
  return [
    ...new Set([
      ...pairs(nameKey(name)),
      ...pairs(spelling.initials).map((pair) => INITIALS + pair),
      ...triples(spelling.full).map((triple) => SPELLING + triple),
    ]),
  ];
}

/** The lexemes as PostgreSQL reads a tsvector; they hold letters, digits and the two marks only. */
export const wordsLiteral = (words: readonly string[]): string => words.map((word) => `'${word}'`).join(' ');

/** One way in which a row may answer: the lexemes it must have, and the column that must contain the text where they alone do not decide. */
export interface Way {
  /** A tsquery. */
  readonly words: string;
  readonly contains: { readonly column: 'name' | 'initials' | 'spelling'; readonly text: string } | null;
}

export type Query =
  /** Digits may also stand in a name. */
  | { readonly kind: 'code'; readonly prefix: string; readonly ways: readonly Way[] }
  | { readonly kind: 'name'; readonly ways: readonly Way[] }
  /** Nothing to look for: blanks and punctuation only. */
  | { readonly kind: 'nothing' };

const lexeme = (text: string): string => `'${text}'`;
const all = (words: readonly string[]): string => [...new Set(words)].map(lexeme).join(' & ');

function nameWay(key: string): Way {
  const letters = [...key];
  if (letters.length === 1) return { words: `${lexeme(key)}:*`, contains: null };
  const inner = pairs(key).slice(0, -1);
  return { words: all(inner), contains: letters.length === 2 ? null : { column: 'name', text: key } };
}

function initialsWay(key: string): Way {
  if (key.length === 1) return { words: `${lexeme(INITIALS + key)}:*`, contains: null };
  const inner = pairs(key).slice(0, -1);
  return { words: all(inner.map((pair) => INITIALS + pair)), contains: key.length === 2 ? null : { column: 'initials', text: key } };
}

function spellingWay(key: string): Way | null {
  if (key.length < 3) return null;
  return {
    words: all(triples(key).map((triple) => SPELLING + triple)),
    contains: key.length === 3 ? null : { column: 'spelling', text: key },
  };
}

/** Longest text looked for; more would only make the query slow. */
const LONGEST = 60;

/**
 * Understands what was typed: the beginning of a credit code (from 6 characters with a digit in front), letters as initials, spelling or
 * part of the name, anything else as part of the name.
 */
export function readQuery(text: string): Query {
  const key = [...nameKey(text)].slice(0, LONGEST).join('');
  if (key === '') return { kind: 'nothing' };
  const code = key.toUpperCase();
  if (/^[0-9A-HJ-NP-RTUWXY]{4,18}$/.test(code) && /^(\d{4}|[0-9ANY]\d\d{2,6})/.test(code))
    return { kind: 'code', prefix: code, ways: [nameWay(key)] };
  if (!/^[a-z0-9]+$/.test(key)) return { kind: 'name', ways: [nameWay(key)] };
  const spelling = spellingWay(key);
  return { kind: 'name', ways: [nameWay(key), initialsWay(key), ...(spelling === null ? [] : [spelling])] };
}
