// Days, months and moments as whole numbers: comparable as they are, and free of time zones and of the clock.

declare const unit: unique symbol;
/** Days since 1970-01-01. */
export type Day = number & { readonly [unit]: 'day' };
/** Months since January of year 0. */
export type Month = number & { readonly [unit]: 'month' };
/** Seconds since 1970-01-01T00:00:00+08:00, the wall clock of Beijing. */
export type Moment = number & { readonly [unit]: 'moment' };

const dayForm = /^(\d{4})-(\d{2})-(\d{2})$/;
const monthForm = /^(\d{4})(\d{2})$/;
const momentForm = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):([0-5]\d):([0-5]\d)\+08:00$/;

function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

function lengthOfMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Days from civil date in the Gregorian calendar, counted in eras of 400 years that begin in March. */
function dayFrom(year: number, month: number, date: number): Day {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + date - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return (era * 146097 + dayOfEra - 719468) as Day;
}

/** The inverse of `dayFrom`. */
export function civilDate(day: Day): { year: number; month: number; date: number } {
  const shifted = day + 719468;
  const era = Math.floor(shifted / 146097);
  const dayOfEra = shifted - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  const date = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1;
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, date };
}

/** A day that exists, or undefined. */
export function dayOf(year: number, month: number, date: number): Day | undefined {
  const exists = year >= 1 && month >= 1 && month <= 12 && date >= 1 && date <= lengthOfMonth(year, month);
  return exists ? dayFrom(year, month, date) : undefined;
}

export function readDay(text: string): Day | undefined {
  const parts = dayForm.exec(text);
  return parts === null ? undefined : dayOf(Number(parts[1]), Number(parts[2]), Number(parts[3]));
}

export function formatDay(day: Day): string {
  const { year, month, date } = civilDate(day);
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
}

export function yearOf(day: Day): number {
  return civilDate(day).year;
}

export function addDays(day: Day, days: number): Day {
  return (day + days) as Day;
}

/** Keeps the day of the month, or takes the last day of a shorter month: 31 January and one month is 28 (29) February. */
export function addMonths(day: Day, months: number): Day {
  const { year, month, date } = civilDate(day);
  const counted = year * 12 + (month - 1) + months;
  const [toYear, toMonth] = [Math.floor(counted / 12), (((counted % 12) + 12) % 12) + 1];
  return dayFrom(toYear, toMonth, Math.min(date, lengthOfMonth(toYear, toMonth)));
}

export function addYears(day: Day, years: number): Day {
  return addMonths(day, years * 12);
}

/** "Within n years of d": d − n years ≤ x ≤ d, both ends included. */
export function isWithinYears(day: Day, years: number, of: Day): boolean {
  return addYears(of, -years) <= day && day <= of;
}

/** 1 Monday … 7 Sunday. */
export function weekdayOf(day: Day): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

export function readMonth(text: string): Month | undefined {
  const parts = monthForm.exec(text);
  if (parts === null) return undefined;
  const [year, month] = [Number(parts[1]), Number(parts[2])];
  return year >= 1 && month >= 1 && month <= 12 ? monthOf(year, month) : undefined;
}

export function monthOf(year: number, month: number): Month {
  return (year * 12 + month - 1) as Month;
}

export function readMoment(text: string): Moment | undefined {
  const parts = momentForm.exec(text);
  const day = parts?.[1] === undefined ? undefined : readDay(parts[1]);
  if (parts === null || day === undefined) return undefined;
  return (day * 86400 + Number(parts[2]) * 3600 + Number(parts[3]) * 60 + Number(parts[4])) as Moment;
}

export function formatMoment(moment: Moment): string {
  const day = Math.floor(moment / 86400) as Day;
  const second = moment - day * 86400;
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0');
  return `${formatDay(day)}T${two(second / 3600)}:${two((second % 3600) / 60)}:${two(second % 60)}+08:00`;
}

export function addSeconds(moment: Moment, seconds: number): Moment {
  return (moment + seconds) as Moment;
}
