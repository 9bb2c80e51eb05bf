// Days as text and the arithmetic of working days over any calendar of holidays.

/** Which days are worked; built from the statutory holiday table, weekends and make-up days included. */
export interface Calendar {
  /** `day` is `YYYY-MM-DD`. Throws a RangeError where the table does not reach. */
  isWorkday(day: string): boolean;
}

/** The day `count` calendar days after `day`, which may lie before it. */
export function addDays(day: string, count: number): string {
  const time = Date.parse(`${day}T00:00:00Z`);
  if (Number.isNaN(time)) throw new RangeError(`not a day: ${day}`);
  return new Date(time + count * 86_400_000).toISOString().slice(0, 10);
}

/** The day of an instant in Asia/Shanghai, which has had no summer time since 1991. */
export function dayOf(instant: Date): string {
  return new Date(instant.getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
}

/** Same day of the month so many months later, or the last day of a shorter month. */
export function addMonths(day: string, count: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const total = year * 12 + (month - 1) + count;
  const targetYear = Math.floor(total / 12);
  const targetMonth = total - targetYear * 12 + 1;
  const last = new Date(Date.UTC(targetYear, targetMonth, 0)).getUTCDate();
  return `${String(targetYear).padStart(4, '0')}-${String(targetMonth).padStart(2, '0')}-${String(Math.min(date, last)).padStart(2, '0')}`;
}

/** The `count`-th working day after `day`; the next working day is day 1 (行政许可法 第八十二条). */
export function addWorkdays(calendar: Calendar, day: string, count: number): string {
  let current = day;
  for (let left = count; left > 0; ) {
    current = addDays(current, 1);
    if (calendar.isWorkday(current)) left -= 1;
  }
  return current;
}

/** Working days after `from` up to and including `to`; negative when `to` lies before `from`. */
export function workdaysBetween(calendar: Calendar, from: string, to: string): number {
  if (to < from) return -workdaysBetween(calendar, to, from);
  let count = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (calendar.isWorkday(day)) count += 1;
  return count;
}
