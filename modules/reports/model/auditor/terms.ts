// Until which month a figure counts, by the words of its own sentence: 上半年, 前三季度, 1—9月, 截至6月底, 全年.
import type { Figure } from './figure.ts';

/** Months of one year; a figure of the whole year, or one whose words tell no month, has none. */
export interface Term {
  readonly from: number;
  readonly until: number;
}

const SPAN = '[-—–~～至到－]';
const DIGITS = '一二三四五六七八九';
const QUARTER = 3;

const WORDS: readonly (readonly [RegExp, (match: RegExpExecArray) => Term])[] = [
  [/上半年/g, () => ({ from: 1, until: 6 })],
  [/下半年/g, () => ({ from: 7, until: 12 })],
  [
    /(?<![前第])([一二三四])季度/g,
    ([, which = '']) => ({ from: QUARTER * DIGITS.indexOf(which) + 1, until: QUARTER * (DIGITS.indexOf(which) + 1) }),
  ],
  [/前([二两三])个?季度/g, ([, how = '']) => ({ from: 1, until: how === '三' ? 9 : 6 })],
  [new RegExp(`(?<!\\d)1月?${SPAN}{1,2}(\\d{1,2})月`, 'g'), ([, month]) => ({ from: 1, until: Number(month) })],
  [
    /(?:截至|截止到?|到|至)(?:(?:19|20)\d\d年|今年|本年)?(\d{1,2})月(?:\d{1,2}日|底|末|份)?/g,
    ([, month]) => ({ from: 1, until: Number(month) }),
  ],
  [/全年|年末|年底/g, () => ({ from: 1, until: 12 })],
];

/** Where the last of the words stands that tell of months, and what it says. */
function lastWord(before: string): Term | null {
  let best: { readonly at: number; readonly term: Term } | null = null;
  for (const [shape, term] of WORDS)
    for (const match of before.matchAll(shape)) {
      const [earlier, rest] = [before.slice(0, match.index), before.slice(match.index)];
      const isComparison = /(?:上年|去年|同比|较|比)$/.test(earlier);
      // 预计全年达…；, 完成全年目标…；: said of that clause, not of the next.
      const isPast = /[；;]/.test(rest) && (/(?:预计|预期)$/.test(earlier) || /^全年目标/.test(rest));
      if (!isComparison && !isPast && (best === null || match.index > best.at)) best = { at: match.index, term: term(match) };
    }
  return best?.term ?? null;
}

/** A term of less than the year. */
const shorter = (term: Term | null): Term | null => (term?.until === 12 && term.from === 1 ? null : term);

export const termIn = (words: string): Term | null => shorter(lastWord(words));

const TELLS_TIME = /(?:19|20)\d\d|[上本今去当]年|同期|季度|半年|\d月/;

export const tellsTime = (words: string): boolean => TELLS_TIME.test(words);

/** What a cell says before its number, else the title of its column, else the sentence. */
function wordsOfTime({ before, inTable }: Figure): string {
  if (inTable === null) return before;
  if (tellsTime(inTable.before)) return inTable.before;
  return tellsTime(inTable.column) ? inTable.column : before;
}

export function termOf(figure: Figure): Term | null {
  const { reading } = figure;
  const told = lastWord(wordsOfTime(figure));
  if (told !== null) return shorter(told);
  return /H1$/.test(reading.period ?? '') ? { from: 1, until: 6 } : null;
}

export const sameTerm = (a: Figure, b: Figure): boolean => {
  const [x, y] = [termOf(a), termOf(b)];
  return x?.from === y?.from && x?.until === y?.until;
};
