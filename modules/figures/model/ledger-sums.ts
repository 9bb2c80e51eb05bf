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

/** What one region has: before the first month, in each month, and on days within a month. */
interface Kept<T> {
  opening: T;
  readonly months: T[] | Float64Array;
  readonly inside: Map<number, T>;
}

interface Arithmetic<T> {
  readonly zero: T;
  read(text: string): T;
  plus(a: T, b: T): T;
  row(length: number): T[] | Float64Array;
}

/** Beyond this a product with the scale could be off by one; the fast reading then gives way to the exact one. */
const readable = 2 ** 50;
class Unfit extends Error {}

const scaled = (places: number): Arithmetic<number> => {
  const scale = 10 ** places;
  return {
    zero: 0,
    read: (text) => {
      const point = text.indexOf('.');
      const value = Math.round(Number(text) * scale);
      if ((point >= 0 && text.length - point - 1 > places) || !(Math.abs(value) < readable)) throw new Unfit();
      return value;
    },
    plus: (a, b) => {
      const value = a + b;
      if (!Number.isSafeInteger(value)) throw new Unfit();
      return value;
    },
    row: (length) => new Float64Array(length),
  };
};

const exact: Arithmetic<Rational> = {
  zero: Rational.zero,
  read: decimal,
  plus: (a, b) => a.plus(b),
  row: (length) => new Array<Rational>(length).fill(Rational.zero),
};

function keepLine<T>(parts: readonly string[], kept: Kept<T>, layout: Layout, { read, plus }: Arithmetic<T>): void {
  const months = kept.months as T[];
  const [, at = '', value = ''] = parts;
  if (parts.length === 2) kept.opening = plus(kept.opening, read(at));
  else if (parts.length === 14) {
    const first = Number(at) * 12 - layout.base;
    const end = Math.min(12, layout.months - first);
    for (let month = 0; month < end; month += 1) {
      const text = parts[month + 2] ?? '';
      if (text !== '0') months[first + month] = plus(months[first + month] as T, read(text));
    }
  } else if (at.length === 7) {
    const month = monthOf(at) - layout.base;
    if (month < 0) kept.opening = plus(kept.opening, read(value));
    else if (month < layout.months) months[month] = plus(months[month] as T, read(value));
  } else {
    const day = layout.dayAt.get(at);
    if (day !== undefined) kept.inside.set(day, read(value));
  }
}

/** Sums of one measure by region, up to each day. */
function add<T>(lines: string, layout: Layout, arithmetic: Arithmetic<T>): Map<string, readonly T[] | Float64Array> {
  const regions = new Map<string, Kept<T>>();
  for (const line of lines.split('\n')) {
    const parts = line.split(',');
    const region = parts[0] ?? '';
    let kept = regions.get(region);
    if (kept === undefined) {
      kept = { opening: arithmetic.zero, months: arithmetic.row(layout.months), inside: new Map() };
      regions.set(region, kept);
    }
    keepLine(parts, kept, layout, arithmetic);
  }
  const sums = new Map<string, readonly T[] | Float64Array>();
  for (const [region, { opening, months, inside }] of regions) {
    const upTo = arithmetic.row(layout.whole.length) as T[];
    let running = opening;
    let month = 0;
    layout.whole.forEach((whole, day) => {
      for (; month < whole; month += 1) running = arithmetic.plus(running, months[month] as T);
      const more = inside.get(day);
      upTo[day] = more === undefined ? running : arithmetic.plus(running, more);
    });
    sums.set(region, upTo);
  }
  return sums;
}

/** Two places are what money has, none what is counted; more are rare. */
const placesTried = [2, 6];

function sumsOfMeasure(lines: string, layout: Layout): ReadonlyMap<string, SumsOfRegion> {
  for (const places of placesTried) {
    try {
      const sums = add(lines, layout, scaled(places)) as Map<string, Float64Array>;
      return new Map([...sums].map(([region, values]) => [region, { scale: 10 ** places, values }]));
    } catch (error) {
      if (!(error instanceof Unfit)) throw error;
    }
  }
  const sums = add(lines, layout, exact) as Map<string, readonly Rational[]>;
  return new Map([...sums].map(([region, long]) => [region, { scale: 1, values: new Float64Array(0), long }]));
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
