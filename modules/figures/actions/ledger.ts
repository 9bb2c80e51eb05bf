// The ledger as other modules read it: any formulas for any regions and periods as known on a day, where data begins, and the targets that were issued.
import type { Transaction } from 'kysely';
import type { Formula } from '#kernel/declare/indicator.ts';
import type { Catalogue } from '#kernel/declare/system.ts';
import type { Evaluated, Period } from '../model/evaluate.ts';
import { formulaText } from '../model/formula-text.ts';
import type { FiguresSetting } from '../setting.ts';
import { firstDays } from '../store/read-ahead.ts';
import { listPlans, standing, targetsOf } from '../store/target-plans.ts';
import { type Asked, openerOf } from './evaluator.ts';

export interface IssuedTarget {
  readonly indicator: string;
  readonly region: string;
  /** In the base unit of the indicator. */
  readonly value: string;
  /** 达到, 突破, 以上 … */
  readonly bound: string;
  /** Document by which it was issued. */
  readonly document: string;
}

export interface Ledger {
  readonly catalogue: Catalogue;
  regionName(code: string): string;
  countiesOf(root: string): readonly string[];
  /** A formula in words. */
  inWords(formula: Formula): string;
  /** One reading of the database for all that is asked; what was asked can then be opened, parts and all. */
  open(
    db: Transaction<unknown>,
    root: string,
    asked: readonly Asked[],
    known: string | null,
  ): Promise<(formula: Formula, region: string, period: Period) => Evaluated>;
  /** First day for which each measure has an entry: before it nothing is known, which is not the same as nothing being there. */
  firstDays(
    db: Transaction<unknown>,
    root: string,
    measures: readonly string[],
    known: string | null,
  ): Promise<ReadonlyMap<string, string>>;
  targets(db: Transaction<unknown>, root: string, year: number, known: string | null): Promise<readonly IssuedTarget[]>;
}

export const ledgerOf = (setting: FiguresSetting): Ledger => ({
  catalogue: setting.catalogue,
  regionName: setting.regionName,
  countiesOf: setting.countiesOf,
  inWords: (formula) => formulaText(formula, setting.catalogue),
  open: (db, root, asked, known) => openerOf(db, setting, root, asked, known),
  firstDays,
  async targets(db, root, year, known) {
    const plans = await listPlans(db, root, { year, status: 'issued' });
    const rows = await targetsOf(
      db,
      root,
      plans.map(({ id }) => id),
      known,
    );
    return standing(rows).flatMap(({ plan, region, value, bound, document_name: name, document_number: number }) => {
      const indicator = plans.find(({ id }) => id === plan)?.indicator;
      return indicator === undefined ? [] : [{ indicator, region, value, bound, document: number === '' ? name : `${name}（${number}）` }];
    });
  },
});
