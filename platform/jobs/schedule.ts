// Decides whether a minute is one at which a scheduled job runs, by the clock of Asia/Shanghai.
import type { Schedule } from './job.ts';

/** A minute as the queue gives it, in UTC and without its year. */
export interface Minute {
  readonly min: number;
  readonly hour: number;
  readonly date: number;
  readonly month: number;
}

const TIME = /^([01]\d|2[0-3]):([0-5]\d)$/;

export function isDue(schedule: Schedule, minute: Minute, year: number): boolean {
  // The year decides only what follows 28 February.
  const local = new Date(Date.UTC(year, minute.month - 1, minute.date, minute.hour + 8, minute.min));
  if ('everyMinutes' in schedule) return (local.getUTCHours() * 60 + local.getUTCMinutes()) % schedule.everyMinutes === 0;
  const [, hour, min] = TIME.exec(schedule.at) ?? [];
  if (hour === undefined || min === undefined) throw new Error(`not a time of day: ${schedule.at}`);
  if (local.getUTCHours() !== Number(hour) || local.getUTCMinutes() !== Number(min)) return false;
  if (schedule.weekdays !== undefined && !schedule.weekdays.includes(local.getUTCDay())) return false;
  return schedule.monthDays === undefined || schedule.monthDays.includes(local.getUTCDate());
}
