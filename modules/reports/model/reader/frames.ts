// Lays out the words around each number of a sentence: what stands before it in its clause, and what follows it.
import { boundAfter } from './bounds.ts';
import type { Sentence } from './sentences.ts';
import type { Amount } from './tokens.ts';

/** One number with its surroundings; all offsets are those of the block. */
export type Frame = {
  readonly amount: Amount;
  /** The number as it reads, with the bound behind it. */
  readonly raw: string;
  readonly index: number;
  /** The words between the clause's start (or the number before) and this number, without the bound in front of it. */
  readonly left: string;
  /** The words of the bound in front of the number: 超过, 高于. */
  readonly bounding: string;
  readonly leftStart: number;
  /** The clause up to the number, with earlier numbers in it. */
  readonly clause: string;
  readonly clauseStart: number;
  /** The clause before this one, where it holds no number: what 增速 and 占比 then speak of. */
  readonly skipped: string;
  /** The words between the number before and this clause. */
  readonly silent: string;
  /** The sentence up to the number. */
  readonly before: string;
  /** The words after the number and its bound, up to the next stop or number. */
  readonly after: string;
  readonly afterStart: number;
  /** Where the words after the number run up to the next number: what that one counts. */
  readonly object: string;
  /** The very characters behind the number, with brackets. */
  readonly behind: string;
  /** The words after the number run up to the next number: their end names that one. */
  readonly abuts: boolean;
  /** The number stands in a list right behind the number before it: 13家、7家. */
  readonly continues: boolean;
  /** 其中 or brackets: the number is part of the number before. */
  readonly inside: boolean;
};

const STOP_AFTER = /[，。；：:！？\n()（）《\d]/;
const DATE_AFTER = /(?:(?:19|20)(?:\d\d|[xX*×]{2})年度?(?:[、和至-](?=(?:19|20)))?)+/g;
/** A date, a bracket or a quotation mark. */
const TO_DROP = /[(（“”]|(?:19|20)[\dxX*×]/;
const COMMA = 0xff0c;
const LIST_MARK = 0x3001;
const LOOK_AHEAD = 36;
const JOINER = /^(?:、|和|与|及|以及|，|,|至|到|-|—|~|:|：|或)*$/;

/** The marks that part clauses. */
const MARKS = new Map(
  [...'()（），:：'].map((mark) => [mark.charCodeAt(0), '(（'.includes(mark) ? 'open' : ')）'.includes(mark) ? 'close' : 'part']),
);
/** Brackets within brackets that a person would write. */
const DEEPEST = 16;
/** Words farther away say nothing of a number. */
const LONGEST_CLAUSE = 150;

/** Walks a sentence once and tells at each number where its clause starts (behind the last comma, colon or open bracket) and whether a bracket is open. */
function clauseWalker(text: string, from: number): (at: number) => { start: number; inside: boolean } {
  const starts = [from];
  let position = from;
  return (at) => {
    for (; position < at; position++) {
      const mark = MARKS.get(text.charCodeAt(position));
      if (mark === undefined) continue;
      if (mark === 'part') starts[starts.length - 1] = position + 1;
      else if (mark === 'open') {
        if (starts.length < DEEPEST) starts.push(position + 1);
      } else if (starts.length > 1) starts.pop();
    }
    return { start: Math.max(starts.at(-1) ?? from, at - LONGEST_CLAUSE), inside: starts.length > 1 };
  };
}

/** The words after a number, without dates and brackets; a list mark ends them only where another number follows in the list. */
function followingWords(text: string, from: number, limit: number, next: Amount | undefined): string {
  const until = next ? Math.min(limit, Math.max(from, next.boundStart)) : limit;
  const code = text.charCodeAt(from);
  if (until <= from || code === COMMA || code === LIST_MARK) return '';
  const written = text.slice(from, Math.max(from, until));
  const tail = TO_DROP.test(written)
    ? written
        .replace(DATE_AFTER, '')
        .replace(/[(（][^()（）]{0,30}[)）]/g, '')
        .replace(/[“”]/g, '')
    : written;
  const stop = STOP_AFTER.exec(tail);
  const clause = stop ? tail.slice(0, stop.index) : tail;
  const list = clause.indexOf('、');
  if (list === 0) return '';
  return list > 0 && !stop && next && until === next.boundStart ? clause.slice(0, list) : clause;
}

/** The last clause between the number before and this clause: 完成投资xx亿元, in which the number is blotted out. */
function skippedClause(text: string, from: number, clauseStart: number): string {
  if (clauseStart <= from) return '';
  const between = text.slice(Math.max(from, clauseStart - 60), clauseStart);
  if (!/[xX×*]/.test(between)) return '';
  return blottedIn(between);
}

function blottedIn(silent: string): string {
  const between = silent.replace(/[，:：(（]+$/, '');
  const clause = between.slice(Math.max(between.lastIndexOf('，'), between.lastIndexOf(':')) + 1);
  const blotted = /^(.*?)(?:达到?|约|为|共|完成|超)*[xX×*]+(?:[.][xX×*]+)?(?:万|亿)?(?:元|家|个|项|件|人|名|%|位|平方米)/.exec(clause);
  return blotted?.[1] ?? '';
}

export function framesOf(text: string, sentence: Sentence): Frame[] {
  const clauseAt = clauseWalker(text, sentence.start);
  return sentence.amounts.map((amount, index) => {
    const previous = sentence.amounts[index - 1];
    const next = sentence.amounts[index + 1];
    const { start: clauseStart, inside } = clauseAt(amount.boundStart);
    const leftStart = Math.max(clauseStart, previous ? Math.min(previous.end, amount.boundStart) : 0);
    const afterStart = boundAfter(text, amount.end)?.end ?? amount.end;
    // 新建3-5家平台: what the second number counts the first counts too.
    const ranges = next !== undefined && amount.unit?.class === 'count' && /^[-—~至]$/.test(text.slice(amount.end, next.start));
    const counted = ranges ? next.end : afterStart;
    const behind = ranges ? sentence.amounts[index + 2] : next;
    const after = followingWords(text, counted, Math.min(sentence.end, counted + LOOK_AHEAD), behind);
    const abuts = next !== undefined && !/[，。；:：()（）]/.test(text.slice(afterStart, next.boundStart));
    const gapText = previous ? text.slice(previous.end, amount.boundStart).replace(/^(?:以上|左右|以下)/, '') : 'x';
    return {
      amount,
      raw: text.slice(amount.start, afterStart),
      index,
      left: text.slice(leftStart, amount.boundStart),
      bounding: text.slice(amount.boundStart, amount.start),
      leftStart,
      clause: text.slice(clauseStart, amount.boundStart),
      clauseStart,
      skipped: skippedClause(text, previous?.end ?? sentence.start, clauseStart),
      silent: text.slice(Math.max(previous?.end ?? sentence.start, clauseStart - 40), clauseStart),
      before: text.slice(Math.max(sentence.start, amount.boundStart - 200), amount.boundStart),
      after,
      afterStart,
      abuts,
      object:
        abuts && next ? followingWords(text, next.end, Math.min(sentence.end, next.end + LOOK_AHEAD), sentence.amounts[index + 2]) : '',
      behind: text.slice(afterStart, Math.min(sentence.end, afterStart + 8)),
      continues: JOINER.test(gapText),
      inside,
    };
  });
}
