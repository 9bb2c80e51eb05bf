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

/** A year, its first half or some years on end; undefined for what is no stretch of years, or lies ahead. */
export function daysOf(period: string, words: string, lastDay: string): Days | undefined {
  const found = /^((?:19|20)\d\d)(?:(H1)|-((?:19|20)\d\d))?$/.exec(period.trim());
  if (found === null) return undefined;
  const [first, last] = [Number(found[1]), Number(found[3] ?? found[1])];
  const end = found[2] === undefined ? `${last}-12-31` : `${last}-06-30`;
  const told = found[3] === undefined ? (dayTold(words, first) ?? end) : end;
  const from = `${first}-01-01`;
  return from > lastDay || last < first ? undefined : { from, to: told < lastDay ? told : lastDay };
}
