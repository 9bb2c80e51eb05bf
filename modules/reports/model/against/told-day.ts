// The days that a figure speaks of: its period, ended where the words before it name a month or a day (截至6月底, 1—9月, 前三季度).
import { addDays, addMonths } from '#kernel/declare/calendar.ts';

export interface Days {
  readonly from: string;
  readonly to: string;
}

const two = (number: number): string => String(number).padStart(2, '0');
const endOfMonth = (year: number, month: number): string => addDays(addMonths(`${year}-${two(month)}-01`, 1), -1);

const UP_TO = /(?:截至|截止|到|至)(?:目前|(?:(?:19|20)\d\d年|今年|当年)?([1-9]|1[0-2])月(?:(\d{1,2})日|份|底|末)?)/g;
const MONTHS = /(?:^|[^\d])1(?:月)?(?:至|到|—|-|－|~|～)([1-9]|1[0-2])月/g;
const QUARTERS: readonly (readonly [RegExp, number])[] = [
  [/前三季度/, 9],
  [/前两个?季度|二季度末/, 6],
  [/(?:^|[^二三四])一季度/, 3],
];

/** Last day of the year that the words name; undefined where they name none. */
export function dayTold(words: string, year: number): string | undefined {
  const upTo = [...words.matchAll(UP_TO)].at(-1);
  if (upTo?.[1] !== undefined) {
    const end = endOfMonth(year, Number(upTo[1]));
    const day = Number(upTo[2] ?? 0);
    return day >= 1 && day <= Number(end.slice(8)) ? `${end.slice(0, 8)}${two(day)}` : end;
  }
  const months = [...words.matchAll(MONTHS)].at(-1)?.[1];
  if (months !== undefined) return endOfMonth(year, Number(months));
  const quarter = QUARTERS.find(([shape]) => shape.test(words))?.[1];
  return quarter === undefined ? undefined : endOfMonth(year, quarter);
}

/** First and last month of a half, a quarter, months on end. */
const MONTHS_OF: Readonly<Record<string, readonly [number, number]>> = {
  H1: [1, 6],
  H2: [7, 12],
  Q1: [1, 3],
  Q2: [4, 6],
  Q3: [7, 9],
  Q4: [10, 12],
  'Q1-Q3': [1, 9],
};

function monthsOf(part: string): readonly [number, number] {
  const [from, to] = part.match(/\d{1,2}/g)?.map(Number) ?? [];
  return MONTHS_OF[part] ?? [from ?? 1, Math.min(to ?? 12, 12)];
}

/** A year, a part of it or some years on end; undefined for what is no stretch of years, or lies ahead. */
export function daysOf(period: string, words: string, lastDay: string): Days | undefined {
  const found = /^((?:19|20)\d\d)(?:(H[12]|Q[1-4]|Q1-Q3|年\d{1,2}-\d{1,2}月)|-((?:19|20)\d\d))?$/.exec(period.trim());
  if (found === null) return undefined;
  const [first, last] = [Number(found[1]), Number(found[3] ?? found[1])];
  const [opens, closes] = found[2] === undefined ? [1, 12] : monthsOf(found[2]);
  const end = endOfMonth(last, closes);
  const from = `${first}-${two(opens)}-01`;
  const day = found[3] === undefined ? dayTold(words, first) : undefined;
  const told = day === undefined || day < from ? end : day;
  return from > lastDay || last < first ? undefined : { from, to: told < lastDay ? told : lastDay };
}
