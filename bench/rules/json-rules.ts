// The eight conditions in json-rules-engine: one rule, with operators that multiply out, since it knows no arithmetic.
import { Engine } from 'json-rules-engine';
import type { Facts } from './cases.ts';

interface Whole {
  readonly total: number;
  readonly per: number;
  readonly of: number;
}

const engine = new Engine([
  {
    conditions: {
      all: [
        { fact: 'days', operator: 'greaterThanInclusive', value: 365 },
        { fact: 'coreRight', operator: 'equal', value: true },
        { fact: 'field', operator: 'in', value: [1, 2, 3, 4, 5, 6, 7, 8] },
        { fact: 'scienceStaff', operator: 'atLeastShare', value: { fact: 'staffNeeded' } },
        { fact: 'rd', operator: 'atLeastShare', value: { fact: 'rdNeeded' } },
        { fact: 'domesticRd', operator: 'atLeastShare', value: { fact: 'domesticNeeded' } },
        { fact: 'highTechIncome', operator: 'atLeastShare', value: { fact: 'incomeNeeded' } },
        { fact: 'violation', operator: 'equal', value: false },
      ],
    },
    event: { type: 'meets' },
  },
]);
engine.addOperator<number, Whole>('atLeastShare', (part, whole) => whole.total > 0 && part * whole.of >= whole.total * whole.per);

/** What each share is measured against is given as a fact, so that the engine itself has no more to do than compare. */
export function withNeeds(facts: Facts): Record<string, unknown> {
  const per = facts.lastSales <= 50_000_000 ? 5 : facts.lastSales <= 200_000_000 ? 4 : 3;
  return {
    ...facts,
    staffNeeded: { total: facts.averageStaff, per: 1, of: 10 },
    rdNeeded: { total: facts.sales, per, of: 100 },
    domesticNeeded: { total: facts.rd, per: 6, of: 10 },
    incomeNeeded: { total: facts.totalIncome, per: 6, of: 10 },
  };
}

/** Its result always says what each condition found: there is no shorter run. */
export async function jsonRulesDecide(facts: Record<string, unknown>): Promise<boolean> {
  const { results } = await engine.run(facts);
  return results.length > 0;
}
