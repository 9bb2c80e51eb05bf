// Deadlines in working days: holidays, make-up days, pauses, extensions, lights, and the same answers as the clock of casework.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readClock } from '../stages/clock.ts';
import { caseOf } from './case.ts';

const deadline = await caseOf('work-deadline');

/** Weeks without holidays; 2 June 2025 is a Monday. */
const plain = { years: [2025, 2026], holidays: [], makeUpWorkdays: [] };
const given = (changes: object = {}) => ({
  acceptDate: '2025-06-02',
  promisedLimit: 5,
  statutoryLimit: 20,
  calendar: plain,
  asOf: null,
  ...changes,
});
const due = (changes: object = {}) => {
  const found = deadline.run(given(changes));
  return found.deadline ?? found.reason;
};
const pause = (from: string, to: string | null = null) => ({ from, to });

describe('working days', () => {
  test('day one is the next working day', () => {
    expect([due(), due({ promisedLimit: 1 }), due({ acceptDate: '2025-06-06', promisedLimit: 1 })]).toEqual([
      '2025-06-09',
      '2025-06-03',
      '2025-06-09',
    ]);
    expect(due({ acceptDate: '2025-06-07', promisedLimit: 1 })).toBe('2025-06-09');
    expect(due({ extensionDays: 10 })).toBe('2025-06-23');
    expect(due({ extensionDays: null })).toBe('2025-06-09');
  });

  test('the handbook: National Day with two make-up days', () => {
    expect(deadline.at('deadline')).toBe('2025-10-09');
    expect(deadline.at('deadline', { promisedLimit: 6 })).toBe('2025-10-10');
    expect(deadline.at('deadline', { promisedLimit: 7 })).toBe('2025-10-11');
    expect(deadline.at('deadline', { promisedLimit: 8 })).toBe('2025-10-13');
  });

  test('holidays on weekdays do not count, make-up days on weekends do', () => {
    expect(due({ calendar: { ...plain, holidays: ['2025-06-03'], makeUpWorkdays: ['2025-06-07'] } })).toBe('2025-06-09');
    expect(due({ calendar: { ...plain, holidays: ['2025-06-07', '2025-06-07'] } })).toBe('2025-06-09');
  });

  test('a leap day is a day', () => {
    const calendar = { years: [2024], holidays: [], makeUpWorkdays: [] };
    expect(due({ calendar, acceptDate: '2024-02-28', promisedLimit: 2 })).toBe('2024-03-01');
  });
});

describe('what is not known', () => {
  test('no calendar, or a year that it does not reach', () => {
    expect(due({ calendar: null })).toBe('CALENDAR_MISSING');
    expect(due({ calendar: { ...plain, years: [] } })).toBe('CALENDAR_MISSING');
    expect(due({ calendar: { ...plain, years: [2025] }, acceptDate: '2025-12-24' })).toBe('2025-12-31');
    expect(due({ calendar: { ...plain, years: [2025] }, acceptDate: '2025-12-25' })).toBe('CALENDAR_MISSING');
    expect(due({ acceptDate: '9999-12-30' })).toBe('CALENDAR_MISSING');
  });

  test('a pause that is still open stops the count where it is reached', () => {
    expect(due({ suspensions: [pause('2025-06-04')] })).toBe('SUSPENDED');
    expect(due({ suspensions: [pause('2025-06-08')] })).toBe('SUSPENDED');
    expect(due({ suspensions: [pause('2025-06-09')] })).toBe('2025-06-09');
    expect(due({ suspensions: [pause('2020-01-01')] })).toBe('SUSPENDED');
  });

  test('whichever comes first', () => {
    const soon = { calendar: { ...plain, years: [2025] }, acceptDate: '2025-12-29' };
    expect(due({ ...soon, suspensions: [pause('2025-12-30')] })).toBe('SUSPENDED');
    expect(due({ ...soon, suspensions: [pause('2026-01-02')] })).toBe('CALENDAR_MISSING');
    expect(due({ calendar: null, suspensions: [pause('2025-06-02')] })).toBe('SUSPENDED');
    expect(due({ calendar: null, suspensions: [pause('2025-06-03')] })).toBe('CALENDAR_MISSING');
  });
});

describe('pauses', () => {
  test('the day of the pause still counts, the day of the return does not', () => {
    expect(due({ suspensions: [pause('2025-06-04', '2025-06-06')] })).toBe('2025-06-11');
    expect(due({ suspensions: [pause('2025-06-04', '2025-06-04')] })).toBe('2025-06-09');
  });

  test('overlaps count once, weekends in them not at all, later ones not', () => {
    expect(due({ suspensions: [pause('2025-06-04', '2025-06-06'), pause('2025-06-05', '2025-06-06')] })).toBe('2025-06-11');
    expect(due({ suspensions: [pause('2025-06-05', '2025-06-06'), pause('2025-06-03', '2025-06-05')] })).toBe('2025-06-12');
    expect(due({ suspensions: [pause('2025-06-06', '2025-06-08')] })).toBe('2025-06-09');
    expect(due({ suspensions: [pause('2025-06-09', '2025-06-30')] })).toBe('2025-06-09');
    expect(due({ suspensions: [pause('2025-06-08', '2025-06-09')] })).toBe('2025-06-10');
    expect(due({ suspensions: [pause('2025-06-08', '2025-06-09'), pause('2025-06-10')] })).toBe('2025-06-10');
  });

  test('a pause may lie over the acceptance and may be very long', () => {
    expect(due({ suspensions: [pause('2025-05-01', '2025-06-06')] })).toBe('2025-06-13');
    expect(due({ suspensions: [pause('2025-06-03', '9999-12-31')] })).toBe('CALENDAR_MISSING');
  });
});

describe('how a case stands', () => {
  const stands = (changes: object) => {
    const { clockState, overdue, remainingWorkdays, light } = deadline.run(given(changes));
    return [clockState, overdue, remainingWorkdays, light];
  };

  test('yellow at two days or thirty percent, red after the last', () => {
    const on = (asOf: string) => stands({ promisedLimit: 10, asOf });
    expect(on('2025-06-11')).toEqual(['RUNNING', false, 3, 'YELLOW']);
    expect(on('2025-06-10')).toEqual(['RUNNING', false, 4, 'GREEN']);
    expect(stands({ asOf: '2025-06-05' })).toEqual(['RUNNING', false, 2, 'YELLOW']);
    expect(stands({ asOf: '2025-06-04' })).toEqual(['RUNNING', false, 3, 'GREEN']);
    expect(stands({ asOf: '2025-06-09' })).toEqual(['RUNNING', false, 0, 'YELLOW']);
    expect(stands({ asOf: '2025-06-10' })).toEqual(['RUNNING', true, 0, 'RED']);
    expect(stands({ asOf: '2025-06-04', parameters: { yellowDays: 3 } })[3]).toBe('YELLOW');
    expect(stands({ asOf: '2025-06-05', parameters: { yellowDays: 0, yellowRatio: '0.399999' } })[3]).toBe('GREEN');
    expect(stands({ asOf: '2025-06-05', parameters: { yellowDays: 0, yellowRatio: '0.4' } })[3]).toBe('YELLOW');
  });

  test('the limit of the light includes extensions', () => {
    expect(stands({ asOf: '2025-06-17', extensionDays: 5 })).toEqual(['RUNNING', true, 0, 'RED']);
    expect(stands({ asOf: '2025-06-11', extensionDays: 5 })).toEqual(['RUNNING', false, 3, 'YELLOW']);
  });

  test('paused, also with a known end, and what is left does not count the pause', () => {
    const suspensions = [pause('2025-06-04', '2025-06-06')];
    expect(stands({ suspensions, asOf: '2025-06-04' })).toEqual(['RUNNING', false, 3, 'GREEN']);
    expect(stands({ suspensions, asOf: '2025-06-05' })).toEqual(['PAUSED', false, 3, 'GREEN']);
    expect(stands({ suspensions, asOf: '2025-06-06' })).toEqual(['PAUSED', false, 3, 'GREEN']);
    expect(stands({ suspensions: [pause('2025-06-04')], asOf: '2025-06-05' })).toEqual(['PAUSED', null, null, null]);
    expect(stands({ suspensions: [pause('2025-06-10')], asOf: '2025-06-11' })).toEqual(['PAUSED', true, 0, 'RED']);
  });

  test('a closed case has stopped; it was on time or not', () => {
    const closed = (closeDate: string, more: object = {}) => deadline.run(given({ closeDate, ...more }));
    expect(closed('2025-06-09', { asOf: '2025-07-01' })).toMatchObject({
      clockState: 'STOPPED',
      onTime: true,
      overdue: null,
      remainingWorkdays: null,
      light: null,
    });
    expect(closed('2025-06-10')).toMatchObject({ onTime: false });
    expect(closed('2025-06-10', { calendar: null })).toMatchObject({ onTime: null, deadline: null });
    expect(deadline.run(given())).toMatchObject({ clockState: null, onTime: null, light: null });
  });
});

test('the promise against the legal limit', () => {
  const promise = (promisedLimit: number, statutoryLimit: number | null) => {
    const changes = given({ promisedLimit, statutoryLimit });
    return [deadline.finding('WD-1', changes), deadline.at('compression', changes)];
  };
  expect(promise(20, 20)).toEqual(['met 20', '0.000000']);
  expect(promise(21, 20)).toEqual(['unmet 21', '-0.050000']);
  expect(promise(1, 3)).toEqual(['met 1', '0.666667']);
  expect(promise(5, null)).toEqual(['unknown 5', null]);
});

test('casework and this calculation give the same answers', () => {
  const calendar = { isWorkday: (day: string) => ![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay()) };
  const day = fc.integer({ min: 0, max: 60 }).map((offset) => new Date(Date.UTC(2025, 5, 2 + offset)).toISOString().slice(0, 10));
  const pauses = fc.array(
    fc.tuple(day, day).map(([a, b]) => (a < b ? { from: a, to: b } : { from: b, to: a })),
    { maxLength: 3 },
  );
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 20 }), fc.nat(5), pauses, fc.option(day), day, (limit, extended, finished, pausedOn, asOf) => {
      const clock = { startedOn: '2025-06-02', workdays: limit, extended, pauses: finished, pausedOn };
      const suspensions = pausedOn === null ? finished : [...finished, { from: pausedOn, to: null }];
      const found = deadline.run(given({ promisedLimit: limit, extensionDays: extended, suspensions, asOf }));
      const { dueOn, left, colour } = readClock(calendar, clock, asOf);
      expect(found.deadline).toBe(dueOn);
      const lights = { green: 'GREEN', amber: 'YELLOW', red: 'RED', paused: null };
      expect(found.light).toBe(lights[colour]);
      if (colour === 'green' || colour === 'amber') expect(found.remainingWorkdays).toBe(left);
    }),
    { numRuns: 200 },
  );
});

test('a longer promise is never due earlier', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 200 }), (limit) => {
      expect(String(due({ promisedLimit: limit + 1 })) > String(due({ promisedLimit: limit }))).toBe(true);
    }),
    { numRuns: 30 },
  );
});

test.each([
  [{ acceptDate: null }, 'MISSING acceptDate'],
  [{ promisedLimit: null }, 'MISSING promisedLimit'],
  [{ promisedLimit: 0 }, 'RANGE promisedLimit'],
  [{ promisedLimit: 3651 }, 'RANGE promisedLimit'],
  [{ extensionDays: -1 }, 'RANGE extensionDays'],
  [{ statutoryLimit: 0 }, 'RANGE statutoryLimit'],
  [{ calendar: { years: [2025], holidays: [] } }, 'MISSING calendar.makeUpWorkdays'],
  [{ calendar: { ...plain, holidays: ['2025-02-29'] } }, 'FORMAT calendar.holidays[0]'],
  [{ calendar: { ...plain, holidays: ['2025-06-07'], makeUpWorkdays: ['2025-06-07'] } }, 'CONFLICT calendar.makeUpWorkdays[0]'],
  [{ suspensions: [{ to: '2025-06-07' }] }, 'MISSING suspensions[0].from'],
  [{ suspensions: [pause('2025-06-07', '2025-06-06')] }, 'CONFLICT suspensions[0].to'],
  [{ asOf: '2025-09-24' }, 'CONFLICT asOf'],
  [{ closeDate: '2025-09-24' }, 'CONFLICT closeDate'],
  [{ parameters: { yellowRatio: '1.5' } }, 'RANGE parameters.yellowRatio'],
])('problem %#', (changes, problem) => {
  expect(deadline.problem(changes)).toBe(problem);
});
