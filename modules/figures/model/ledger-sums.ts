// Sums of measures up to days, read from the lines that the database gives: scaled whole numbers while they are safe, fractions where not.
import { addDays } from '#kernel/declare/calendar.ts';
import { decimal } from '#kernel/exact/decimal.ts';
import { Rational } from '#kernel/exact/rational.ts';
import type { Cumulative } from './evaluate.ts';

/** Sums of a measure in a region up to each of the days, in order. */
export interface SumsOfRegion {
  readonly scale: number;
  /** Sum × scale, each a safe whole number; empty where `long` has the sums. */
  readonly values: Float64Array;
  readonly long?: readonly Rational[];
}

export interface LedgerSums {
  readonly dayAt: ReadonlyMap<string, number>;
  of(measure: string, region: string): SumsOfRegion | undefined;
}

export interface MeasureLines {
  readonly measure: string;
  readonly lines: string;
}

/** Where a month and a day lie among the days that are asked. */
interface Layout {
  readonly dayAt: ReadonlyMap<string, number>;
  /** For each day, how many months from `base` on count whole. */
  readonly whole: readonly number[];
  readonly base: number;
  readonly months: number;
}

const monthOf = (day: string): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;

function layoutOf(days: readonly string[]): Layout {
  const sorted = [...new Set(days)].sort();
  const uptos = sorted.map((day) => monthOf(addDays(day, 1)));
  const base = Math.floor((uptos[0] ?? 0) / 12) * 12;
  return {
    dayAt: new Map(sorted.map((day, i) => [day, i])),
    whole: uptos.map((upto) => upto - base),
    base,
    months: (uptos.at(-1) ?? base) - base,
  };
}

/** A cell that the lines speak of: before the first month, a month, or a day alone. */
const opening = -1;

/** Each number of the lines with its region and where it belongs: months from zero on, days after the months, others left out. */
function eachNumber(lines: string, layout: Layout, take: (region: number, cell: number, from: number, to: number) => void): string[] {
  const regions: string[] = [];
  const at = new Map<string, number>();
  for (let start = 0; start < lines.length; ) {
    const found = lines.indexOf('\n', start);
    const end = found < 0 ? lines.length : found;
    const comma = lines.indexOf(',', start);
    const name = lines.slice(start, comma);
    const region = at.get(name) ?? regions.push(name) - 1;
    at.set(name, region);
    const second = lines.indexOf(',', comma + 1);
    if (second < 0 || second > end) take(region, opening, comma + 1, end);
    else placeLine(lines, layout, comma + 1, second, end, (cell, from, to) => take(region, cell, from, to));
    start = end + 1;
  }
  return regions;
}

function placeLine(
  lines: string,
  layout: Layout,
  start: number,
  comma: number,
  end: number,
  take: (cell: number, from: number, to: number) => void,
): void {
  const when = lines.slice(start, comma);
  if (when.length === 10) {
    const day = layout.dayAt.get(when);
    if (day !== undefined) take(layout.months + day, comma + 1, end);
  } else if (when.length === 7) {
    const month = monthOf(when) - layout.base;
    if (month < layout.months) take(month < 0 ? opening : month, comma + 1, end);
  } else {
    let month = Number(when) * 12 - layout.base;
    for (let from = comma + 1; from <= end && month < layout.months; month += 1) {
      const found = lines.indexOf(',', from);
      const to = found < 0 || found > end ? end : found;
      // A zero adds nothing.
      if (to - from > 1 || lines.charCodeAt(from) !== 48) take(month, from, to);
      from = to + 1;
    }
  }
}

/** Sums that machine numbers do not hold exactly, or with more places than were tried. */
class Unfit extends Error {}

/** Digits as a whole number of so many places; beyond the safe numbers, or with more places, it gives way to the exact reading. */
function scaled(text: string, from: number, to: number, places: number): number {
  let [value, left] = [0, places];
  let isFraction = false;
  const isNegative = text.charCodeAt(from) === 45;
  for (let i = isNegative ? from + 1 : from; i < to; i += 1) {
    const digit = text.charCodeAt(i) - 48;
    if (digit >= 0 && digit <= 9) {
      // Zeros behind the places say nothing more.
      if (isFraction && left <= 0 && digit === 0) continue;
      value = value * 10 + digit;
      if (isFraction) left -= 1;
    } else if (digit === -2) isFraction = true;
    else throw new Unfit();
  }
  if (left < 0) throw new Unfit();
  for (; left > 0; left -= 1) value *= 10;
  if (value > Number.MAX_SAFE_INTEGER) throw new Unfit();
  return isNegative ? -value : value;
}

/** Sums of one measure by region, up to each day, as scaled machine numbers. */
function addSafely(lines: string, layout: Layout, places: number): Map<string, SumsOfRegion> {
  const width = 1 + layout.months + layout.whole.length;
  const rows: Float64Array[] = [];
  const regions = eachNumber(lines, layout, (region, cell, from, to) => {
    rows[region] ??= new Float64Array(width);
    const row = rows[region];
    const sum = (row[cell + 1] ?? 0) + scaled(lines, from, to, places);
    if (!Number.isSafeInteger(sum)) throw new Unfit();
    row[cell + 1] = sum;
  });
  return new Map(
    regions.map((region, i) => {
      const row = rows[i] ?? new Float64Array(width);
      const values = new Float64Array(layout.whole.length);
      let [running, month] = [row[0] ?? 0, 0];
      for (let day = 0; day < values.length; day += 1) {
        for (const whole = layout.whole[day] ?? 0; month < whole; month += 1) {
          running += row[month + 1] ?? 0;
          if (!Number.isSafeInteger(running)) throw new Unfit();
        }
        values[day] = running + (row[layout.months + 1 + day] ?? 0);
        if (!Number.isSafeInteger(values[day])) throw new Unfit();
      }
      return [region, { scale: 10 ** places, values }];
    }),
  );
}

/** The same by fractions. */
function addExactly(lines: string, layout: Layout): Map<string, SumsOfRegion> {
  const rows: Map<number, Rational>[] = [];
  const regions = eachNumber(lines, layout, (region, cell, from, to) => {
    rows[region] ??= new Map();
    rows[region].set(cell, (rows[region].get(cell) ?? Rational.zero).plus(decimal(lines.slice(from, to))));
  });
  return new Map(
    regions.map((region, i) => {
      let running = rows[i]?.get(opening) ?? Rational.zero;
      let month = 0;
      const long = layout.whole.map((whole, day) => {
        for (; month < whole; month += 1) running = running.plus(rows[i]?.get(month) ?? 0);
        return running.plus(rows[i]?.get(layout.months + day) ?? 0);
      });
      return [region, { scale: 1, values: new Float64Array(0), long }];
    }),
  );
}

/** Two places are what money has, none what is counted; more are rare. */
const placesTried = [2, 6];

function sumsOfMeasure(lines: string, layout: Layout): ReadonlyMap<string, SumsOfRegion> {
  for (const places of placesTried) {
    try {
      return addSafely(lines, layout, places);
    } catch (error) {
      if (!(error instanceof Unfit)) throw error;
    }
  }
  return addExactly(lines, layout);
}

export function sumsOf(rows: readonly MeasureLines[], days: readonly string[]): LedgerSums {
  const layout = layoutOf(days);
  const all = new Map(rows.map(({ measure, lines }) => [measure, sumsOfMeasure(lines, layout)]));
  return { dayAt: layout.dayAt, of: (measure, region) => all.get(measure)?.get(region) };
}

/** The same sums one by one. A day that was not read is a mistake of the program, not a zero. */
export const cumulativeOf =
  (sums: LedgerSums): Cumulative =>
  (measure, region, day) => {
    const at = sums.dayAt.get(day);
    if (at === undefined) throw new RangeError(`sums up to ${day} were not read`);
    const found = sums.of(measure, region);
    return found === undefined ? Rational.zero : (found.long?.[at] ?? Rational.of(found.values[at] ?? 0, found.scale));
  };
