// Calendar days as YYYY-MM-DD text and day numbers, without clocks and zones.

const shape = /^(\d{4})-(\d{2})-(\d{2})$/;
const millisecondsOfDay = 86_400_000;

/** Days since 1970-01-01. A text that is no day of the calendar throws. */
export function dayNumber(day: string): number {
  const parts = shape.exec(day);
  if (parts !== null) {
    const [, year, month, date] = parts;
    // Date.UTC alone would take 30 February for 2 March.
    const time = new Date(Date.UTC(Number(year), Number(month) - 1, Number(date)));
    if (time.getUTCMonth() === Number(month) - 1 && time.getUTCDate() === Number(date)) return time.getTime() / millisecondsOfDay;
  }
  throw new RangeError(`“${day}”不是有效日期，应为 2025-09-25 的形式。`);
}

export function dayText(number: number): string {
  return new Date(number * millisecondsOfDay).toISOString().slice(0, 10);
}

/** 0 is Sunday, 6 is Saturday. 1970-01-01 was a Thursday. */
export function weekdayOf(number: number): number {
  return (((number + 4) % 7) + 7) % 7;
}
