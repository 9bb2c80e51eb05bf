// Days of the histories: random ones within bounds, and steps that take working days.
import { addWorkdays, provisionalCalendar } from '#vocabularies/holidays/calendar.ts';
import { dayNumber, dayText } from '#vocabularies/holidays/day.ts';
import type { Random } from './random.ts';
import type { Day } from './types.ts';

const calendar = provisionalCalendar();

export function dayBetween(random: Random, first: Day, last: Day): Day {
  return dayText(random.whole(dayNumber(first), dayNumber(last)));
}

export function afterWorkdays(day: Day, workdays: number): Day {
  return addWorkdays(day, workdays, calendar);
}

export function workdayOn(day: Day): Day {
  return calendar.isWorkday(day) ? day : afterWorkdays(day, 1);
}

export function plusYears(day: Day, years: number): Day {
  const moved = `${Number(day.slice(0, 4)) + years}${day.slice(4)}`;
  return moved.endsWith('02-29') && !isLeap(Number(moved.slice(0, 4))) ? `${moved.slice(0, 8)}28` : moved;
}

export function dayBefore(day: Day): Day {
  return dayText(dayNumber(day) - 1);
}

const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
