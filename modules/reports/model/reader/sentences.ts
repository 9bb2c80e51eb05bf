// Cuts a block into sentences and tells which numbers, brackets and headings each one holds.
import type { Block } from './source-text.ts';
import type { Amount, Token } from './tokens.ts';

export type Sentence = {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly amounts: readonly Amount[];
  /** The enumerator that opens the sentence, with its offset: a section, a point or nothing. */
  readonly enumerator: string;
  readonly startsLine: boolean;
  /** The sentence goes on behind a ；. */
  readonly goesOn: boolean;
};

const STOP = new Set([...'。；！？!?|】\n'].map((character) => character.charCodeAt(0)));
const LINE_BREAK = 0x0a;
const COMMA = 0xff0c;

/** Text without a full stop is cut at a comma, so that the work on one sentence stays bounded. */
const LONGEST = 1200;

const NO_EDGES: ReadonlySet<number> = new Set();

/** The sentences of a block, in order; enumerators open new ones, and so do the edges of cells. */
export function sentencesOf(block: Block, tokens: readonly Token[], edges = NO_EDGES): Sentence[] {
  const { text } = block;
  const openings = new Map<number, number>();
  for (const token of tokens) if (token.type === 'ignored' && token.reason === 'enumerator') openings.set(token.start, token.end);
  const amounts = tokens.filter((token) => token.type === 'amount');
  const sentences: Sentence[] = [];
  let start = 0;
  let enumerator = '';
  let startsLine = true;
  let next = 0;
  const close = (end: number) => {
    const own: Amount[] = [];
    while (next < amounts.length) {
      const amount = amounts[next];
      if (!amount || amount.start >= end) break;
      own.push(amount);
      next++;
    }
    if (end > start)
      sentences.push({
        start,
        end,
        text: text.slice(start, end),
        amounts: own,
        enumerator,
        startsLine,
        goesOn: text.charAt(start - 1) === '；' && enumerator === '',
      });
    enumerator = '';
    startsLine = false;
  };
  for (let at = 0; at < text.length; at++) {
    const opened = openings.size > 0 ? openings.get(at) : undefined;
    if (opened !== undefined) {
      const fresh: boolean = startsLine && at === start;
      close(at);
      enumerator = text.slice(at, opened);
      startsLine = fresh || at === 0 || text.charAt(at - 1) === '\n';
      start = opened;
      at = opened - 1;
      continue;
    }
    if (edges.has(at)) {
      close(at);
      start = at;
    }
    const code = text.charCodeAt(at);
    const endless = at - start > LONGEST && (code === COMMA || at - start > 2 * LONGEST);
    if (!endless && !STOP.has(code)) continue;
    close(at);
    start = at + 1;
    if (code === LINE_BREAK) startsLine = true;
  }
  close(text.length);
  return sentences;
}
