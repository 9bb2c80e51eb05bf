// Reads all sums that several formulas need over several periods in one statement, and evaluates any of them.
import type { Transaction } from 'kysely';
import { type Formula, measuresOf, observedIn } from '#kernel/declare/indicator.ts';
import { daysNeeded, type Evaluated, evaluate, type Period, type Territory, type Value } from '../model/evaluate.ts';
import { type Grid, gridsOf } from '../model/evaluate-grid.ts';
import { cumulativeOf, type LedgerSums } from '../model/ledger-sums.ts';
import type { FiguresSetting } from '../setting.ts';
import { readSums } from '../store/read-figures.ts';
import { type PublishedValues, publishedOf, territoryOfRoot } from './published.ts';

export interface Asked {
  readonly formula: Formula;
  readonly period: Period;
}

export type Evaluator = (formula: Formula, region: string, period: Period) => Value;

/** The definitions of published indicators that formulas read, and those that these read in turn. */
function definitionsIn(setting: FiguresSetting, formulas: readonly Formula[]): readonly Formula[] {
  const found = new Map<string, Formula>();
  const ids = formulas.flatMap(observedIn);
  for (let id = ids.pop(); id !== undefined; id = ids.pop()) {
    const definition = setting.catalogue.published.get(id)?.formula;
    if (definition === undefined || found.has(id)) continue;
    found.set(id, definition);
    ids.push(...observedIn(definition));
  }
  return [...found.values()];
}

interface Spans {
  readonly formula: Formula;
  readonly periods: readonly Period[];
}

const keyOf = ({ from, to }: Period): string => `${from} ${to}`;

/** Each formula once, with all the periods for which it is asked. */
function spansOf(asked: readonly Asked[]): readonly Spans[] {
  const found = new Map<Formula, Map<string, Period>>();
  for (const { formula, period } of asked) {
    const periods = found.get(formula) ?? new Map<string, Period>();
    found.set(formula, periods.set(keyOf(period), period));
  }
  return [...found].map(([formula, periods]) => ({ formula, periods: [...periods.values()] }));
}

interface Reading {
  readonly sums: LedgerSums;
  readonly published: PublishedValues;
}

/** Sums and published values for all that is asked, each in one statement. */
async function reading(
  db: Transaction<unknown>,
  setting: FiguresSetting,
  root: string,
  asked: readonly Spans[],
  known: string | null,
): Promise<Reading> {
  const formulas = asked.map(({ formula }) => formula);
  const measures = new Set([...formulas, ...definitionsIn(setting, formulas)].flatMap(measuresOf));
  const published = await publishedOf(db, setting, root, formulas, known);
  const sums = await readSums(db, [...measures], daysNeeded(asked, published.definition), known);
  return { sums, published };
}

/** Formulas over all regions and periods at once; `published` tells what was published of them beside the ledger. */
export async function gridsFor(
  db: Transaction<unknown>,
  setting: FiguresSetting,
  root: string,
  asked: { readonly formulas: readonly Formula[]; readonly regions: readonly string[]; readonly periods: readonly Period[] },
  known: string | null = null,
): Promise<{ readonly grid: (formula: Formula) => Grid; readonly published: PublishedValues }> {
  const { formulas, regions, periods } = asked;
  const all = formulas.map((formula) => ({ formula, periods }));
  const { sums, published } = await reading(db, setting, root, all, known);
  return { grid: gridsOf(regions, periods, territoryOfRoot(setting, root), sums, published), published };
}

export type Opener = (formula: Formula, region: string, period: Period) => Evaluated;

export interface Answers {
  /** Any cell of what was asked for the city and its counties, from the grid of its formula; what lies outside is reckoned by itself. */
  readonly value: Evaluator;
  /** One value opened into its parts. */
  readonly open: Opener;
}

function valuesBy({ sums, published }: Reading, spans: readonly Spans[], territory: Territory, open: Opener): Evaluator {
  const regions = [territory.root, ...territory.counties];
  const regionAt = new Map(regions.map((region, i) => [region, i]));
  const periodsOf = new Map(spans.map(({ formula, periods }) => [formula, periods]));
  // Formulas over the same periods share what depends on these alone.
  const over = new Map<string, { readonly grid: (formula: Formula) => Grid; readonly at: ReadonlyMap<string, number> }>();
  const field = (periods: readonly Period[]) => {
    const keys = periods.map(keyOf);
    const key = keys.join();
    const found = over.get(key) ?? {
      grid: gridsOf(regions, periods, territory, sums, published),
      at: new Map(keys.map((one, i) => [one, i])),
    };
    over.set(key, found);
    return found;
  };
  const grids = new Map<Formula, { readonly grid: Grid; readonly at: ReadonlyMap<string, number> }>();
  return (formula, region, period) => {
    const periods = periodsOf.get(formula);
    if (periods !== undefined && !grids.has(formula)) {
      const { grid, at } = field(periods);
      grids.set(formula, { grid: grid(formula), at });
    }
    const own = grids.get(formula);
    const [r, p] = [regionAt.get(region), own?.at.get(keyOf(period))];
    return own === undefined || r === undefined || p === undefined ? open(formula, region, period).value : own.grid.value(r, p);
  };
}

/** One reading of the database for all that is asked, answered in numbers and opened into parts. */
export async function answersOf(
  db: Transaction<unknown>,
  setting: FiguresSetting,
  root: string,
  asked: readonly Asked[],
  known: string | null = null,
): Promise<Answers> {
  const spans = spansOf(asked);
  const read = await reading(db, setting, root, spans, known);
  const [territory, cumulative] = [territoryOfRoot(setting, root), cumulativeOf(read.sums)];
  const open: Opener = (formula, region, period) => evaluate(formula, region, period, territory, cumulative, read.published);
  return { value: valuesBy(read, spans, territory, open), open };
}

export const openerOf = async (...asked: Parameters<typeof answersOf>): Promise<Opener> => (await answersOf(...asked)).open;
export const evaluatorOf = async (...asked: Parameters<typeof answersOf>): Promise<Evaluator> => (await answersOf(...asked)).value;

/** The days of a year up to a day; a year to come is its first day alone. */
export function yearUpTo(year: number, day: string): Period {
  const [from, end] = [`${year}-01-01`, `${year}-12-31`];
  return { from, to: day >= end ? end : day < from ? from : day };
}
