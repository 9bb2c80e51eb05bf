// The working-day clock of a stage: when it is due, how much is left, and the colour that shows it.
import { type Calendar, dueDay, type Pause, workdaysBetween } from '../declare/calendar.ts';
import { Rational } from '../exact/rational.ts';
import type { Clock } from './case-state.ts';

function pausesOf({ pauses, pausedOn }: Clock): readonly Pause[] {
  return pausedOn === null ? pauses : [...pauses, { from: pausedOn, to: null }];
}

/** Due day: start + limit + extensions, days of pauses not counted. Null while a pause keeps it open, since nobody can know it yet. */
export function dueOn(calendar: Calendar, clock: Clock): string | null {
  return dueDay(calendar, clock.startedOn, clock.workdays + clock.extended, pausesOf(clock));
}

const thirtyPercent = Rational.of(3, 10);

/** Close to its day: two working days, or 30 % of the limit, are left. */
export function isNearDue(left: number, limit: number, days: number = 2, share: Rational = thirtyPercent): boolean {
  return left <= days || share.times(limit).isAtLeast(left);
}

export interface ClockReading {
  readonly dueOn: string | null;
  /** Working days left after `today`; negative when overdue; null while paused. */
  readonly left: number | null;
  readonly colour: 'green' | 'amber' | 'red' | 'paused';
}

/** A day that does not follow from a clock: amber in its last two working days, red when it has passed. */
export function readUntil(calendar: Calendar, until: string, today: string): ClockReading {
  const left = workdaysBetween(calendar, today, until);
  return { dueOn: until, left, colour: today > until ? 'red' : isNearDue(left, 0) ? 'amber' : 'green' };
}

/** Amber near its day, red when overdue, also if the pause began only after it was. */
export function readClock(calendar: Calendar, clock: Clock, today: string): ClockReading {
  const due = dueOn(calendar, clock);
  if (due === null) return { dueOn: null, left: null, colour: 'paused' };
  if (today > due) return { dueOn: due, left: workdaysBetween(calendar, today, due), colour: 'red' };
  const left = workdaysBetween(calendar, today, due, pausesOf(clock));
  return { dueOn: due, left, colour: isNearDue(left, clock.workdays + clock.extended) ? 'amber' : 'green' };
}
