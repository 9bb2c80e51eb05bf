// Reads the days and months that people write: 2023-02-01, 20230201, 2023.2.1, 2023/2/1, 2023年2月1日.
import { type Day, dayOf, formatDay, readDay } from '../calculations/frame/day.ts';
import { tidyCode } from './tidy.ts';

export type ReadDate = { readonly year: number; readonly month: number; readonly date: number | undefined };

const time = /[T\s]([01]?\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d+)?)?Z?$/;
const separated = /^(\d{4})\s*([-/.年])\s*(\d{1,2})(?:\s*([-/.月])\s*(?:(\d{1,2})\s*(日?))?)?$/;
const compactDay = /^(\d{4})(\d{2})(\d{2})$/;
const compactMonth = /^(\d{4})(\d{2})$/;

function numbers(year: string | undefined, month: string | undefined, date: string | undefined): ReadDate {
  return { year: Number(year), month: Number(month), date: date === undefined ? undefined : Number(date) };
}

/** The numbers of a day or a month as written, existing or not; undefined when the text is neither. A time of day after it is dropped. */
export function readDateText(text: string): ReadDate | undefined {
  const tidy = tidyCode(text)
    .replaceAll(/[‐–—−]/g, '-')
    .replace(time, '')
    .trim();
  const day = compactDay.exec(tidy);
  if (day !== null) return numbers(day[1], day[2], day[3]);
  const month = compactMonth.exec(tidy);
  if (month !== null) return numbers(month[1], month[2], undefined);
  const match = separated.exec(tidy);
  if (match === null) return undefined;
  const [, year, first, second, last, date, sun] = match;
  // 年 goes with 月, and a sign with the same sign: 2023-2/1 may be a slip of anything.
  const chinese = first === '年';
  if (chinese ? last !== '月' : last !== undefined && last !== first) return undefined;
  if (date === undefined ? !chinese && last !== undefined : !chinese && sun === '日') return undefined;
  return numbers(year, second, date);
}

/** Years that a day of this system can lie in; anything else is a slip of the pen. */
export const years = { first: 1800, last: 2199 } as const;

/** `YYYY-MM-DD` of a day that exists between 1800 and 2199. */
export function isoDay(year: number, month: number, date: number): string | undefined {
  if (year < years.first || year > years.last) return undefined;
  const day = dayOf(year, month, date);
  return day === undefined ? undefined : formatDay(day);
}

/** The day that a spreadsheet counts from 1899-12-30; it wrongly has a 29 February 1900, so counting is right from 61 on. */
export function serialDay(text: string): string | undefined {
  const match = /^(\d{1,7})(?:\.\d+)?$/.exec(text.trim());
  const base = readDay('1899-12-30');
  const days = Number(match?.[1]);
  if (match === null || base === undefined || days < 61) return undefined;
  const day = formatDay((base + days) as Day);
  return Number(day.slice(0, 4)) <= years.last && day.length === 10 ? day : undefined;
}
