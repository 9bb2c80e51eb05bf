// Tests of working days against the State Council's notices for 2020 to 2026.
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  addWorkdays,
  CalendarUnknown,
  calendar,
  isProvisional,
  isWorkday,
  knownYears,
  provisionalCalendar,
  publishedCalendar,
  workdaysBetween,
} from './calendar.ts';
import { dayNumber, dayText } from './day.ts';
import { statutoryText } from './generate.ts';

test('the committed table is what the generator makes of the installed package', () => {
  expect(readFileSync(new URL('./statutory-days.ts', import.meta.url), 'utf8')).toBe(statutoryText());
});

/** Days off that are no weekend, and weekend days worked, as in the yearly notices (2020 with the extension of 26 January). */
const notices: Readonly<Record<number, { readonly off: string; readonly work: string }>> = {
  2020: {
    off: '01-01 01-24 01-27 01-28 01-29 01-30 01-31 04-06 05-01 05-04 05-05 06-25 06-26 10-01 10-02 10-05 10-06 10-07 10-08',
    work: '01-19 04-26 05-09 06-28 09-27 10-10',
  },
  2021: {
    off: '01-01 02-11 02-12 02-15 02-16 02-17 04-05 05-03 05-04 05-05 06-14 09-20 09-21 10-01 10-04 10-05 10-06 10-07',
    work: '02-07 02-20 04-25 05-08 09-18 09-26 10-09',
  },
  2022: {
    off: '01-03 01-31 02-01 02-02 02-03 02-04 04-04 04-05 05-02 05-03 05-04 06-03 09-12 10-03 10-04 10-05 10-06 10-07',
    work: '01-29 01-30 04-02 04-24 05-07 10-08 10-09',
  },
  2023: {
    off: '01-02 01-23 01-24 01-25 01-26 01-27 04-05 05-01 05-02 05-03 06-22 06-23 09-29 10-02 10-03 10-04 10-05 10-06',
    work: '01-28 01-29 04-23 05-06 06-25 10-07 10-08',
  },
  2024: {
    off: '01-01 02-12 02-13 02-14 02-15 02-16 04-04 04-05 05-01 05-02 05-03 06-10 09-16 09-17 10-01 10-02 10-03 10-04 10-07',
    work: '02-04 02-18 04-07 04-28 05-11 09-14 09-29 10-12',
  },
  2025: {
    off: '01-01 01-28 01-29 01-30 01-31 02-03 02-04 04-04 05-01 05-02 05-05 06-02 10-01 10-02 10-03 10-06 10-07 10-08',
    work: '01-26 02-08 04-27 09-28 10-11',
  },
  2026: {
    off: '01-01 01-02 02-16 02-17 02-18 02-19 02-20 02-23 04-06 05-01 05-04 05-05 06-19 09-25 10-01 10-02 10-05 10-06 10-07',
    work: '01-04 02-14 02-28 05-09 09-20 10-10',
  },
};

test.each(Object.entries(notices))('the working days of %s are those of its notice', (year, { off, work }) => {
  const offFound: string[] = [];
  const workFound: string[] = [];
  for (let number = dayNumber(`${year}-01-01`); number <= dayNumber(`${year}-12-31`); number += 1) {
    const day = dayText(number);
    const isWeekend = [0, 6].includes(new Date(`${day}T12:00:00Z`).getUTCDay());
    if (isWorkday(day) && isWeekend) workFound.push(day.slice(5));
    if (!isWorkday(day) && !isWeekend) offFound.push(day.slice(5));
  }
  expect(offFound.join(' ')).toBe(off);
  expect(workFound.join(' ')).toBe(work);
});

test('a case accepted on 25 September 2025 with five working days is due on 9 October', () => {
  expect(addWorkdays('2025-09-25', 5)).toBe('2025-10-09');
  expect(isWorkday('2025-09-28')).toBe(true);
  expect(workdaysBetween('2025-09-25', '2025-10-09')).toBe(5);
  expect(workdaysBetween('2025-09-25', '2025-10-08')).toBe(4);
  expect(workdaysBetween('2025-10-09', '2025-09-25')).toBe(-5);
  expect(addWorkdays('2025-10-09', -5)).toBe('2025-09-25');
  expect(addWorkdays('2025-10-01', 0)).toBe('2025-10-01');
});

test('counting working days undoes adding them', () => {
  const anyDay = fc.integer({ min: dayNumber('2008-01-01'), max: dayNumber('2025-12-31') }).map(dayText);
  fc.assert(
    fc.property(anyDay, fc.integer({ min: 1, max: 60 }), (day, n) => {
      const due = addWorkdays(day, n);
      expect(isWorkday(due)).toBe(true);
      expect(workdaysBetween(day, due)).toBe(n);
    }),
    { numRuns: 200 },
  );
});

test('a year without a notice stops the count with a clear sentence', () => {
  expect(knownYears.to).toBeGreaterThanOrEqual(2026);
  expect(() => calendar.isWorkday(`${knownYears.to + 1}-01-04`)).toThrow(CalendarUnknown);
  expect(() => calendar.isWorkday('1999-01-04')).toThrow(/1999年的放假安排未知/);
  expect(() => addWorkdays(`${knownYears.to}-12-30`, 5)).toThrow(CalendarUnknown);
});

test('the provisional calendar goes on with weekends and the days that the law fixes', () => {
  const provisional = provisionalCalendar();
  // Spring Festival of 2027 is on 6 February: its eve and three days are off by law.
  expect(['2027-02-04', '2027-02-05', '2027-02-08', '2027-02-09'].map((day) => provisional.isWorkday(day))).toEqual([
    true,
    false,
    false,
    true,
  ]);
  expect(['2027-04-05', '2027-06-09', '2027-09-15', '2027-10-01'].some((day) => provisional.isWorkday(day))).toBe(false);
  expect(provisional.isWorkday('2025-09-28')).toBe(true);
  expect(isProvisional(addWorkdays(`${knownYears.to}-12-30`, 5, provisional))).toBe(true);
  expect(isProvisional('2025-10-09')).toBe(false);
});

test('an override wins over the table and makes its day known', () => {
  const own = publishedCalendar([
    { day: '2025-09-28', workday: false, basis: '示例通知' },
    { day: '2099-01-01', workday: false, basis: '示例通知' },
  ]);
  expect(own.isWorkday('2025-09-28')).toBe(false);
  expect(own.isWorkday('2099-01-01')).toBe(false);
  expect(addWorkdays('2025-09-25', 5, own)).toBe('2025-10-10');
});

test('a text that is no day is refused', () => {
  for (const bad of ['2025-02-30', '2025-2-3', '20250203', '', '2025-13-01']) expect(() => isWorkday(bad), bad).toThrow(/不是有效日期/);
});
