// The working-day clock of a stage: when it is due, how much is left, and the colour that shows it.
import { addWorkdays, type Calendar, workdaysBetween } from '../declare/calendar.ts';
import type { Clock } from './case-state.ts';

/** Due day: start + limit + extensions + working days that passed while paused. Null while paused, since nobody can know it yet. */
export function dueOn(calendar: Calendar, clock: Clock): string | null {
  if (clock.pausedOn !== null) return null;
  const paused = clock.pauses.reduce((sum, pause) => sum + workdaysBetween(calendar, pause.from, pause.to), 0);
  return addWorkdays(calendar, clock.startedOn, clock.workdays + clock.extended + paused);
}

export interface ClockReading {
  readonly dueOn: string | null;
  /** Working days left after `today`; negative when overdue; null while paused. */
  readonly left: number | null;
  readonly colour: 'green' | 'amber' | 'red' | 'paused';
}

/** Amber at two working days or 30 % of the limit left, red when overdue. */
export function readClock(calendar: Calendar, clock: Clock, today: string): ClockReading {
  const due = dueOn(calendar, clock);
  if (due === null) return { dueOn: null, left: null, colour: 'paused' };
  const left = workdaysBetween(calendar, today, due);
  if (today > due) return { dueOn: due, left, colour: 'red' };
  const limit = clock.workdays + clock.extended;
  return { dueOn: due, left, colour: left <= 2 || left * 10 <= limit * 3 ? 'amber' : 'green' };
}
