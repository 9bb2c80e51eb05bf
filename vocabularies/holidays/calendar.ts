// Which days are working days: weekends, statutory holidays and make-up workdays, and counting by them.
import { dayNumber, dayText, weekdayOf } from './day.ts';
import { type DayOverride, overrides } from './overrides.ts';
import { foreseen, published } from './statutory-days.ts';

/** What the kernel needs to count working days. */
export interface Calendar {
  isWorkday(day: string): boolean;
}

/** The year's holidays are not known, so nothing can be counted there. */
export class CalendarUnknown extends RangeError {
  readonly year: number;
  constructor(year: number, from: number, to: number) {
    super(`${year}年的放假安排未知（已知${from}年至${to}年），无法推算工作日。请待国务院办公厅通知发布后补充节假日表。`);
    this.name = 'CalendarUnknown';
    this.year = year;
  }
}

interface Year {
  readonly off: ReadonlySet<string>;
  readonly work: ReadonlySet<string>;
}

function readYears(lines: readonly string[]): ReadonlyMap<number, Year> {
  return new Map(
    lines.map((line) => {
      const [year = '', off = '', work = ''] = line.split('|');
      return [Number(year), { off: new Set(off.split(' ')), work: new Set(work.split(' ')) }];
    }),
  );
}

const publishedYears = readYears(published);
const foreseenYears = readYears(foreseen);

/** Years whose holidays the State Council has published. */
export const knownYears: { readonly from: number; readonly to: number } = {
  from: Math.min(...publishedYears.keys()),
  to: Math.max(...publishedYears.keys()),
};

const yearOf = (day: string): number => Number(day.slice(0, 4));

function calendarOf(years: ReadonlyMap<number, Year>, own: readonly DayOverride[]): Calendar {
  const overridden = new Map(own.map((each) => [each.day, each.workday]));
  const to = Math.max(...years.keys());
  return {
    isWorkday(day) {
      const number = dayNumber(day);
      const known = overridden.get(day);
      if (known !== undefined) return known;
      const year = years.get(yearOf(day));
      if (year === undefined) throw new CalendarUnknown(yearOf(day), knownYears.from, to);
      const monthDay = day.slice(5);
      if (year.work.has(monthDay)) return true;
      return !year.off.has(monthDay) && weekdayOf(number) % 6 !== 0;
    },
  };
}

/** The published calendar; a day outside the known years throws CalendarUnknown. Own overrides win over the table. */
export function publishedCalendar(own: readonly DayOverride[] = overrides): Calendar {
  return calendarOf(publishedYears, own);
}

/**
 * The published calendar, and for the ten years after it weekends and the days that the law itself fixes. A deadline that
 * falls there is provisional (see isProvisional): bridging days and make-up workdays come with the notice of late autumn.
 */
export function provisionalCalendar(own: readonly DayOverride[] = overrides): Calendar {
  return calendarOf(new Map([...publishedYears, ...foreseenYears]), own);
}

/** The calendar to hand to the kernel where an unknown year must stop the count. */
export const calendar: Calendar = publishedCalendar();

/** Does the day lie after the last published year, so that a deadline on it may still move? */
export function isProvisional(day: string): boolean {
  return yearOf(day) > knownYears.to;
}

export function isWorkday(day: string, by: Calendar = calendar): boolean {
  return by.isWorkday(day);
}

/**
 * The nth working day after the day (before it, if n is negative); the day itself is not counted. A case accepted on Thursday
 * 25 September 2025 with five working days is due on 9 October, for Sunday the 28th was a make-up workday. With 0, the day.
 */
export function addWorkdays(day: string, n: number, by: Calendar = calendar): string {
  if (!Number.isInteger(n)) throw new RangeError(`Working days must be whole, not ${n}`);
  const step = Math.sign(n);
  let number = dayNumber(day);
  for (let left = Math.abs(n); left > 0; ) {
    number += step;
    if (by.isWorkday(dayText(number))) left -= 1;
  }
  return dayText(number);
}

/** Working days after `from` up to and with `to`: `workdaysBetween(a, addWorkdays(a, n))` is n. Turned round, the same count is negative. */
export function workdaysBetween(from: string, to: string, by: Calendar = calendar): number {
  const [first, last] = [dayNumber(from), dayNumber(to)];
  if (last < first) return -workdaysBetween(to, from, by);
  let count = 0;
  for (let number = first + 1; number <= last; number += 1) {
    if (by.isWorkday(dayText(number))) count += 1;
  }
  return count;
}
