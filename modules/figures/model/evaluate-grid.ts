// Evaluates a formula for all regions and periods at once, node by node: the same values as `evaluate` one by one, held to it by a property test.
import { addDays } from '#kernel/declare/calendar.ts';
import type { Formula } from '#kernel/declare/indicator.ts';
import { Rational } from '#kernel/exact/rational.ts';
import {
  isOutside,
  nothingPublished,
  type Observations,
  type Period,
  placesOf,
  rankedWith,
  reasons,
  type Territory,
  unrankable,
  type Value,
  wholeOf,
  yearBefore,
} from './evaluate.ts';
import { ExactColumn } from './exact-column.ts';
import type { LedgerSums } from './ledger-sums.ts';

/** Values by region and period, in the orders in which they were asked. */
export interface Grid {
  value(region: number, period: number): Value;
  /** Exact up to so many places (at most twelve), as `formatPlain` prints it; null where unknown. */
  text(region: number, period: number, places: number): string | null;
  /** Why a value is unknown; null where it is known. */
  why(region: number, period: number): string | null;
}

interface Ground {
  readonly territory: Territory;
  readonly sums: LedgerSums;
  readonly observations: Observations;
}

/** Regions and periods of a grid with the positions of their days, kept so that several formulas share them. */
class Field {
  readonly regions: readonly string[];
  readonly periods: readonly Period[];
  private before: Field | undefined;
  private readonly days = new Map<LedgerSums, { readonly from: readonly number[]; readonly to: readonly number[] }>();

  constructor(regions: readonly string[], periods: readonly Period[]) {
    this.regions = regions;
    this.periods = periods;
  }

  get size(): number {
    return this.regions.length * this.periods.length;
  }

  get yearBefore(): Field {
    this.before ??= new Field(this.regions, this.periods.map(yearBefore));
    return this.before;
  }

  daysIn(sums: LedgerSums): { readonly from: readonly number[]; readonly to: readonly number[] } {
    const found = this.days.get(sums) ?? {
      from: this.periods.map(({ from }) => sums.dayAt.get(addDays(from, -1)) ?? -1),
      to: this.periods.map(({ to }) => sums.dayAt.get(to) ?? -1),
    };
    this.days.set(sums, found);
    return found;
  }
}

/** Grids of formulas over the same regions and periods. */
export function gridsOf(
  regions: readonly string[],
  periods: readonly Period[],
  territory: Territory,
  sums: LedgerSums,
  observations: Observations = nothingPublished,
): (formula: Formula) => Grid {
  const field = new Field(regions, periods);
  const width = periods.length;
  return (formula) => {
    const column = columnOf(formula, field, { territory, sums, observations }, []);
    return {
      value: (region, period) => column.value(region * width + period),
      text: (region, period, places) => column.text(region * width + period, places),
      why: (region, period) => column.unknown.get(region * width + period) ?? null,
    };
  };
}

function columnOf(formula: Formula, field: Field, ground: Ground, within: readonly string[]): ExactColumn {
  const { observations } = ground;
  const column = reckoned(formula, field, ground, within);
  if (!observations.isTold(formula)) return column;
  field.regions.forEach((region, r) => {
    field.periods.forEach((period, p) => {
      const published = observations.seen(formula, region, period);
      if (published !== undefined) column.know(r * field.periods.length + p, published.value);
    });
  });
  return column;
}

function reckoned(formula: Formula, field: Field, ground: Ground, within: readonly string[]): ExactColumn {
  const at = (of: Formula, where: Field): ExactColumn => columnOf(of, where, ground, within);
  switch (formula.kind) {
    case 'sum':
    case 'change':
    case 'stock':
      return leaf(formula, field, ground);
    case 'observed': {
      const definition = ground.observations.definition(formula.indicator);
      if (definition === undefined) return nothing(field, reasons.notPublished);
      if (within.includes(formula.indicator)) return nothing(field, reasons.cyclic);
      return columnOf(definition, field, ground, [...within, formula.indicator]);
    }
    case 'ratio':
      return ExactColumn.quotient(at(formula.part, field), at(formula.whole, field), reasons.noWhole);
    case 'difference':
      return ExactColumn.difference(at(formula.minuend, field), at(formula.subtrahend, field));
    case 'growth':
      return ExactColumn.growth(at(formula.of, field), at(formula.of, field.yearBefore), reasons.noBase);
    case 'share-of-parent':
      return share(formula.of, field, ground, at);
    case 'rank':
      return rank(formula.of, field, ground, at);
  }
}

function nothing(field: Field, why: string): ExactColumn {
  const column = new ExactColumn(field.size);
  for (let cell = 0; cell < field.size; cell += 1) column.unknown.set(cell, why);
  return column;
}

function leaf(formula: Formula & { readonly measure: string }, field: Field, { territory, sums }: Ground): ExactColumn {
  const column = new ExactColumn(field.size);
  const width = field.periods.length;
  const { from, to } = field.daysIn(sums);
  const starts = formula.kind === 'stock' ? undefined : from;
  if (to.includes(-1) || starts?.includes(-1)) throw new RangeError(`sums of ${formula.measure} were not read up to all days`);
  field.regions.forEach((region, r) => {
    if (isOutside(region, territory)) {
      for (let p = 0; p < width; p += 1) column.unknown.set(r * width + p, reasons.notPublishedThere);
      return;
    }
    const own = placesOf(region, territory).flatMap((place) => sums.of(formula.measure, place) ?? []);
    const scale = own[0]?.scale ?? 1;
    const isPlain = own.every((one) => one.long === undefined && one.scale === scale);
    for (let p = 0; p < width; p += 1) {
      const [start, end, cell] = [starts?.[p], to[p] ?? 0, r * width + p];
      let total = 0;
      let isSafe = isPlain;
      for (let one = 0; isSafe && one < own.length; one += 1) {
        const values = own[one]?.values;
        total += (values?.[end] ?? 0) - (start === undefined ? 0 : (values?.[start] ?? 0));
        isSafe = Number.isSafeInteger(total);
      }
      if (isSafe) {
        column.numerators[cell] = total;
        column.denominators[cell] = scale;
      } else column.know(cell, exactTotal(own, start, end));
    }
  });
  return column;
}

function exactTotal(own: readonly ReturnType<LedgerSums['of']>[], start: number | undefined, end: number): Rational {
  const upTo = (day: number): Rational =>
    Rational.sum(
      own.map((one) =>
        one === undefined ? 0 : one.long === undefined ? Rational.of(one.values[day] ?? 0, one.scale) : (one.long[day] ?? 0),
      ),
    );
  return start === undefined ? upTo(end) : upTo(end).minus(upTo(start));
}

/** A column over other regions, set beside a field: `places` names for each region of the field the region that is meant. */
function beside(
  of: Formula,
  field: Field,
  places: readonly (string | undefined)[],
  at: (of: Formula, where: Field) => ExactColumn,
): ExactColumn {
  const distinct = [...new Set(places.filter((place) => place !== undefined))];
  const there = at(of, new Field(distinct, field.periods));
  const column = new ExactColumn(field.size);
  const width = field.periods.length;
  places.forEach((place, r) => {
    const row = place === undefined ? -1 : distinct.indexOf(place);
    for (let p = 0; p < width; p += 1) {
      if (row < 0) column.unknown.set(r * width + p, reasons.noParent);
      else column.copy(there, row * width + p, r * width + p);
    }
  });
  return column;
}

function share(of: Formula, field: Field, { territory }: Ground, at: (of: Formula, where: Field) => ExactColumn): ExactColumn {
  const wholes = field.regions.map((region) => wholeOf(region, territory));
  const column = ExactColumn.quotient(at(of, field), beside(of, field, wholes, at), reasons.noParentTotal);
  const width = field.periods.length;
  wholes.forEach((whole, r) => {
    if (whole !== undefined) return;
    for (let p = 0; p < width; p += 1) column.unknown.set(r * width + p, reasons.noParent);
  });
  return column;
}

/** Competition ranking within each of the two circles: the counties of the city, the cities of the province. */
function rank(of: Formula, field: Field, { territory }: Ground, at: (of: Formula, where: Field) => ExactColumn): ExactColumn {
  const column = new ExactColumn(field.size);
  const width = field.periods.length;
  const circles = new Map<string, ExactColumn>();
  const placesIn = new Map<string, readonly Int32Array[]>();
  field.regions.forEach((region, r) => {
    const among = rankedWith(region, territory);
    const row = among?.indexOf(region) ?? -1;
    if (among === undefined || row < 0) {
      for (let p = 0; p < width; p += 1) column.unknown.set(r * width + p, among === undefined ? reasons.noSisters : reasons.notRanked);
      return;
    }
    const key = among === territory.counties ? 'counties' : 'cities';
    const all = circles.get(key) ?? at(of, new Field(among, field.periods));
    circles.set(key, all);
    const places = placesIn.get(key) ?? among.map(() => new Int32Array(width));
    if (!placesIn.has(key)) for (let p = 0; p < width; p += 1) rankPeriod(all, p, width, places);
    placesIn.set(key, places);
    for (let p = 0; p < width; p += 1) {
      const why = all.unknown.size === 0 ? undefined : firstUnknown(all, p, width, among.length);
      if (why === undefined) column.numerators[r * width + p] = places[row]?.[p] ?? 0;
      else column.unknown.set(r * width + p, unrankable(why));
    }
  });
  return column;
}

function firstUnknown(all: ExactColumn, period: number, width: number, count: number): string | undefined {
  for (let row = 0; row < count; row += 1) {
    const why = all.unknown.get(row * width + period);
    if (why !== undefined) return why;
  }
  return undefined;
}

/** Best first; one that is not less than the one before it shares its place. Means nothing where a value is unknown. */
function rankPeriod(all: ExactColumn, period: number, width: number, places: readonly Int32Array[]): void {
  const cells = places.map((_, row) => row * width + period);
  cells.sort((a, b) => (all.isMoreThan(a, b) ? -1 : all.isMoreThan(b, a) ? 1 : 0));
  let shared = 1;
  cells.forEach((cell, i) => {
    if (i > 0 && all.isMoreThan(cells[i - 1] ?? 0, cell)) shared = i + 1;
    const place = places[(cell - period) / width];
    if (place !== undefined) place[period] = shared;
  });
}
