// Amounts of funds: exact decimal strings in yuan, and how a refusal says them.
import { decimal, formatDecimal, formatPlain } from '#kernel/exact/decimal.ts';
import { Rational } from '#kernel/exact/rational.ts';

export const toText = (amount: Rational): string => formatDecimal(amount, 2);

export const sumOf = (amounts: Iterable<string>): Rational => Rational.sum([...amounts].map(decimal));

/** Exact to the fen in as few digits as it takes: 12.5万元, 800元. */
export function sayMoney(amount: string | Rational): string {
  const value = typeof amount === 'string' ? decimal(amount) : amount;
  return value.absolute().isLessThan(10_000) ? `${formatPlain(value, 2)}元` : `${formatPlain(value.dividedBy(10_000), 6)}万元`;
}
