// Regional totals of registered contracts: output by the seller's region, absorption by the buyer's.
import { all, asMoney, type JsonObject, known, Rational, type Status, given as whenKnown } from '../frame/index.ts';
import type { Contract } from './input.ts';

export interface Counted {
  readonly contract: Contract;
  /** Deal or technical trade amount, as the call counts; null where it is unknown. */
  readonly amount: Rational | null;
}

/** The first four digits are those of the province and the city. */
function isInCity(region: string | null, cityCode: string): Status {
  return known([region], (code) => code.slice(0, 4) === cityCode.slice(0, 4));
}

/** Null as soon as a contract may belong and lacks its region, or belongs and lacks its amount. */
function totalOf(counted: readonly Counted[], belongs: (contract: Contract) => Status): Rational | null {
  let total = Rational.zero;
  for (const { contract, amount } of counted) {
    const status = belongs(contract);
    if (status === 'unmet') continue;
    if (status === 'unknown' || amount === null) return null;
    total = total.plus(amount);
  }
  return total;
}

/** A deal inside the city counts on both sides, so `sum` counts it twice. */
export function regionalTotals(counted: readonly Counted[], cityCode: string): JsonObject {
  const sold = ({ sellerRegion }: Contract) => isInCity(sellerRegion, cityCode);
  const bought = ({ buyerRegion }: Contract) => isInCity(buyerRegion, cityCode);
  const [output, absorption] = [totalOf(counted, sold), totalOf(counted, bought)];
  return {
    count: counted.length,
    techOutput: asMoney(output),
    techAbsorption: asMoney(absorption),
    sum: asMoney(whenKnown([output, absorption], (out, into) => out.plus(into))),
    intraCity: asMoney(totalOf(counted, (contract) => all(sold(contract), bought(contract)))),
    netInflow: asMoney(whenKnown([output, absorption], (out, into) => into.minus(out))),
  };
}
