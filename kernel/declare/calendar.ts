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

/** A time in which a clock stands still: the days after `from` up to and including `to`; null while it is still open. */
export interface Pause {
  readonly from: string;
  readonly to: string | null;
}

/** The same days without overlaps and in order, so that a walk looks at one pause only. */
function withoutOverlaps(pauses: readonly Pause[]): Pause[] {
  const merged: Pause[] = [];
  for (const pause of [...pauses].sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))) {
    const last = merged.at(-1);
    if (last === undefined || (last.to !== null && last.to < pause.from)) merged.push(pause);
    else if (last.to !== null && (pause.to === null || pause.to > last.to)) merged[merged.length - 1] = { from: last.from, to: pause.to };
  }
  return merged;
}

/** The days after `day` in which the clock runs; it ends where a pause is still open. */
function* runningDays(day: string, pauses: readonly Pause[]): Generator<string> {
  const ahead = withoutOverlaps(pauses);
  let current = addDays(day, 1);
  for (let next = 0; ; ) {
    const pause = ahead[next];
    if (pause === undefined || pause.from >= current) {
      yield current;
      current = addDays(current, 1);
    } else if (pause.to === null) return;
    else {
      if (pause.to >= current) current = addDays(pause.to, 1);
      next += 1;
    }
  }
}

/**
 * The `count`-th working day after `day` in which the clock runs; the next working day is day 1 (行政许可法 第四十五条、第八十二条).
 * Overlapping pauses count once and a pause after that day has no effect. Null where a pause that is still open comes first.
 */
export function dueDay(calendar: Calendar, day: string, count: number, pauses: readonly Pause[]): string | null {
  if (count === 0) return day;
  let left = count;
  for (const current of runningDays(day, pauses)) {
    if (calendar.isWorkday(current)) left -= 1;
    if (left === 0) return current;
  }
  return null;
}

/** The `count`-th working day after `day`, without pauses. */
export function addWorkdays(calendar: Calendar, day: string, count: number): string {
  return dueDay(calendar, day, count, []) ?? day;
}

/** Working days after `from` up to and including `to` in which the clock runs; negative when `to` lies before `from`. */
export function workdaysBetween(calendar: Calendar, from: string, to: string, pauses: readonly Pause[] = []): number {
  if (to < from) return -workdaysBetween(calendar, to, from, pauses);
  let count = 0;
  for (const day of runningDays(from, pauses)) {
    if (day > to) break;
    if (calendar.isWorkday(day)) count += 1;
  }
  return count;
}
