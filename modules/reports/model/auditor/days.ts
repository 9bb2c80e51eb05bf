// Days of the calendar: whether they exist, and how far they lie apart.

export interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const MONTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;
const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

export function exists({ year, month, day }: Day): boolean {
  const length = month === 2 && isLeap(year) ? 29 : (MONTHS[month - 1] ?? 0);
  return day >= 1 && day <= length;
}

/** Days from the beginning of the year 0, near enough to compare and subtract. */
export const ordinal = ({ year, month, day }: Day): number =>
  year * 365 +
  Math.floor((year - 1) / 4) +
  MONTHS.slice(0, month - 1).reduce((sum, length) => sum + length, 0) +
  (isLeap(year) && month > 2 ? 1 : 0) +
  day;
