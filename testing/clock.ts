// A clock that tests set: the only time that server and jobs see.
export interface Clock {
  now(): Date;
  /** Sets the time, e.g. `2026-03-02T09:00:00+08:00`; a bare day means nine in the morning in Shanghai. */
  at(instant: string | Date): void;
  advance(step: { readonly days?: number; readonly hours?: number; readonly minutes?: number; readonly seconds?: number }): void;
}

export const MORNING = '2026-03-02T09:00:00+08:00';

export function makeClock(start: string | Date = MORNING): Clock {
  const read = (instant: string | Date): Date => {
    const date =
      typeof instant === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(instant) ? new Date(`${instant}T09:00:00+08:00`) : new Date(instant);
    if (Number.isNaN(date.getTime())) throw new Error(`not an instant: ${String(instant)}`);
    return date;
  };
  let current = read(start);
  return {
    now: () => new Date(current),
    at: (instant) => {
      current = read(instant);
    },
    advance: ({ days = 0, hours = 0, minutes = 0, seconds = 0 }) => {
      current = new Date(current.getTime() + ((days * 24 + hours) * 60 + minutes) * 60_000 + seconds * 1000);
    },
  };
}
