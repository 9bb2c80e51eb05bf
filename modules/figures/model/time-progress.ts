// How much of a year's target should be reached by a day: as time passes, or as a plan by months says.
import { addDays, addMonths } from '#kernel/declare/calendar.ts';
import { decimal } from '#kernel/exact/decimal.ts';
import { Rational } from '#kernel/exact/rational.ts';

const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);

/** Within a month the plan goes evenly from the end of the month before to its own. */
export function timeProgress(year: number, day: string, months: readonly string[] | null): Rational {
  const first = `${year}-01-01`;
  if (day < first) return Rational.zero;
  if (day >= `${year}-12-31`) return Rational.one;
  if (months === null) return Rational.of(daysBetween(first, day) + 1, daysBetween(first, `${year + 1}-01-01`));
  const month = Number(day.slice(5, 7));
  const start = `${day.slice(0, 7)}-01`;
  const reached = month === 1 ? Rational.zero : decimal(months[month - 2] ?? '0');
  const planned = decimal(months[month - 1] ?? '1');
  const passed = Rational.of(daysBetween(start, day) + 1, daysBetween(start, addDays(addMonths(start, 1), -1)) + 1);
  return reached.plus(planned.minus(reached).times(passed));
}

/** What is wrong with a plan by months, in a sentence; null if nothing. */
export function monthsProblem(months: readonly string[] | null): string | null {
  if (months === null) return null;
  for (const [index, share] of months.entries()) {
    const before = months[index - 1];
    if (before !== undefined && decimal(share).isLessThan(decimal(before))) return `分月计划应逐月递增，${index + 1}月小于${index}月`;
  }
  return decimal(months[11] ?? '0').equals(1) ? null : '分月计划12月应为100%';
}
