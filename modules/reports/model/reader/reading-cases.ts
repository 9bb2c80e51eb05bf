// Compares what was read with what a test expects, field by field, so that a table of sentences is enough for a test.
import { expect } from 'vitest';
import { readFigures } from './read-figures.ts';
import type { Reading } from './reading.ts';

/** What a test says of one figure: its number as written, and any fields it cares for. */
export type Expected = { raw: string } & Partial<Omit<Reading, 'raw'>>;

export const read = (text: string, reportingYear: number | undefined = 2022): Reading[] => readFigures(text, { reportingYear });

/** The figures of a text are exactly these, in this order, as far as the fields are named. */
export function expectFigures(text: string, expected: readonly Expected[], reportingYear = 2022): void {
  const readings = read(text, reportingYear);
  expect(readings.map(({ raw }) => raw)).toEqual(expected.map(({ raw }) => raw));
  readings.forEach((reading, at) => {
    expect(reading, `${text} … ${reading.raw}`).toMatchObject(expected[at] ?? {});
    expect([...text].slice(reading.start, reading.end).join('')).toBe(reading.quote);
    expect([...text].slice(reading.rawStart, reading.rawStart + [...reading.raw].length).join('')).toBe(reading.raw);
  });
}
