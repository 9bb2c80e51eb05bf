// Reads all sums that several formulas need over several periods in one statement, and evaluates any of them.
import type { Transaction } from 'kysely';
import { type Formula, measuresOf } from '#kernel/declare/indicator.ts';
import { daysNeeded, type Evaluated, evaluate, type Period, type Value } from '../model/evaluate.ts';
import type { FiguresSetting } from '../setting.ts';
import { readCumulative } from '../store/read-figures.ts';
import { publishedOf, territoryOfRoot } from './published.ts';

export interface Asked {
  readonly formula: Formula;
  readonly period: Period;
}

export type Evaluator = (formula: Formula, region: string, period: Period) => Value;

/** As `evaluatorOf`, with what each value was made of. */
export async function openerOf(
  db: Transaction<unknown>,
  setting: FiguresSetting,
  root: string,
  asked: readonly Asked[],
  known: string | null = null,
): Promise<(formula: Formula, region: string, period: Period) => Evaluated> {
  const measures = [...new Set(asked.flatMap(({ formula }) => measuresOf(formula)))];
  const days = asked.flatMap(({ formula, period }) => daysNeeded(formula, period));
  const cumulative = await readCumulative(db, measures, days, known);
  const territory = territoryOfRoot(setting, root);
  const observations = await publishedOf(
    db,
    setting,
    root,
    asked.map(({ formula }) => formula),
    known,
  );
  return (formula, region, period) => evaluate(formula, region, period, territory, cumulative, observations);
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
