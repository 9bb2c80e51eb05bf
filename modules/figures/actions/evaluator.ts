// Reads all sums that several formulas need over several periods in one statement, and evaluates any of them.
import type { Transaction } from 'kysely';
import { type Formula, measuresOf, observedIn } from '#kernel/declare/indicator.ts';
import { daysNeeded, type Evaluated, evaluate, type Period, type Value, yearBefore } from '../model/evaluate.ts';
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

interface Reading {
  readonly sums: LedgerSums;
  readonly published: PublishedValues;
}

/** Sums and published values for all that is asked, each in one statement. */
async function reading(
  db: Transaction<unknown>,
  setting: FiguresSetting,
  root: string,
  asked: readonly { readonly formula: Formula; readonly periods: readonly Period[] }[],
  known: string | null,
): Promise<Reading> {
  const formulas = asked.map(({ formula }) => formula);
  const all = asked.flatMap(({ formula, periods }) => [
    { formula, periods },
    // A definition may be compared with the year before.
    ...definitionsIn(setting, [formula]).map((definition) => ({ formula: definition, periods: [...periods, ...periods.map(yearBefore)] })),
  ]);
  const measures = [...new Set(all.flatMap(({ formula }) => measuresOf(formula)))];
  const days = new Set(all.flatMap(({ formula, periods }) => periods.flatMap((period) => daysNeeded(formula, period))));
  const sums = await readSums(db, measures, [...days], known);
  return { sums, published: await publishedOf(db, setting, root, formulas, known) };
}

/** As `evaluatorOf`, with what each value was made of. */
export async function openerOf(
  db: Transaction<unknown>,
  setting: FiguresSetting,
  root: string,
  asked: readonly Asked[],
  known: string | null = null,
): Promise<(formula: Formula, region: string, period: Period) => Evaluated> {
  const all = asked.map(({ formula, period }) => ({ formula, periods: [period] }));
  const { sums, published } = await reading(db, setting, root, all, known);
  const [territory, cumulative] = [territoryOfRoot(setting, root), cumulativeOf(sums)];
  return (formula, region, period) => evaluate(formula, region, period, territory, cumulative, published);
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

export async function evaluatorOf(
  db: Transaction<unknown>,
  setting: FiguresSetting,
  root: string,
  asked: readonly Asked[],
  known: string | null = null,
): Promise<Evaluator> {
  const open = await openerOf(db, setting, root, asked, known);
  return (formula, region, period) => open(formula, region, period).value;
}

/** The days of a year up to a day; a year to come is its first day alone. */
export function yearUpTo(year: number, day: string): Period {
  const [from, end] = [`${year}-01-01`, `${year}-12-31`];
  return { from, to: day >= end ? end : day < from ? from : day };
}
