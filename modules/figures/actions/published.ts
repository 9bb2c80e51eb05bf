// Published values beside the ledger: what was observed of the formulas that are asked, for the years in which the ledger holds nothing.
import type { Transaction } from 'kysely';
import { type Formula, type Indicator, measuresOf, observedIn } from '#kernel/declare/indicator.ts';
import type { Catalogue } from '#kernel/declare/system.ts';
import { decimal } from '#kernel/exact/decimal.ts';
import type { Observations, Period, Published, Territory } from '../model/evaluate.ts';
import type { FiguresSetting } from '../setting.ts';
import { readPublished } from '../store/outside-values.ts';
import { postedMeasures } from '../store/read-figures.ts';

export const territoryOfRoot = (setting: FiguresSetting, root: string): Territory => ({
  root,
  counties: setting.countiesOf(root),
  parent: setting.parentOf?.(root),
  sisters: setting.sistersOf?.(root),
});

const within = (formula: Formula): readonly Formula[] => [
  formula,
  ...Object.values(formula).flatMap((part) => (typeof part === 'object' ? within(part as Formula) : [])),
];

/** Indicators whose own formula is among those that are asked, and those that the formulas read. */
function concerned(catalogue: Catalogue, formulas: readonly Formula[]): ReadonlyMap<Formula, Indicator> {
  const asked = new Set(formulas.flatMap(within));
  const own = [...catalogue.indicators.values(), ...catalogue.published.values()].filter(({ formula }) => asked.has(formula));
  const read = [...own.map(({ formula }) => formula), ...formulas].flatMap(observedIn).flatMap((id) => catalogue.published.get(id) ?? []);
  return new Map([...own, ...read].map((indicator) => [indicator.formula, indicator]));
}

/** The year that a period is, or of which it is the last day for a stock; undefined for a part of a year. */
function yearOf(period: Period, isStock: boolean): number | undefined {
  const year = period.to.slice(0, 4);
  return period.to === `${year}-12-31` && (isStock || period.from === `${year}-01-01`) ? Number(year) : undefined;
}

export interface PublishedValues extends Observations {
  /** What was published of an indicator, whether or not the ledger knows better. */
  published(formula: Formula, region: string, period: Period): Published | undefined;
}

export async function publishedOf(
  db: Transaction<unknown>,
  setting: FiguresSetting,
  root: string,
  formulas: readonly Formula[],
  known: string | null,
): Promise<PublishedValues> {
  const { catalogue } = setting;
  const all = concerned(catalogue, formulas);
  const ids = [...new Set([...all.values()].map(({ id }) => id))];
  const rows = new Map((await readPublished(db, root, ids, known)).map((row) => [`${row.indicator}|${row.region}|${row.year}`, row]));
  const told = new Set([...rows.values()].map(({ indicator }) => indicator));
  const posted = await postedMeasures(db, root, rows.size === 0 ? [] : [...all.values()].flatMap(({ formula }) => measuresOf(formula)));
  const kept = new Set([...all.values()].filter(({ formula }) => measuresOf(formula).some((id) => posted.has(id))).map(({ id }) => id));
  const own = new Set([root, ...setting.countiesOf(root)]);
  const published = (formula: Formula, region: string, period: Period): Published | undefined => {
    const indicator = formula.kind === 'observed' ? catalogue.published.get(formula.indicator) : all.get(formula);
    if (indicator === undefined) return undefined;
    const isStock = formula.kind === 'stock' || ('nature' in indicator && indicator.nature === 'stock');
    const row = rows.get(`${indicator.id}|${region}|${yearOf(period, isStock)}`);
    return row === undefined ? undefined : { value: decimal(row.value), document: row.document_name };
  };
  return {
    published,
    isTold: (formula) => told.has(formula.kind === 'observed' ? formula.indicator : (all.get(formula)?.id ?? '')),
    seen: (formula, region, period) => {
      const id = formula.kind === 'observed' ? formula.indicator : all.get(formula)?.id;
      return id !== undefined && kept.has(id) && own.has(region) ? undefined : published(formula, region, period);
    },
    definition: (id) => {
      const formula = catalogue.published.get(id)?.formula;
      return formula?.kind === 'observed' && formula.indicator === id ? undefined : formula;
    },
  };
}
