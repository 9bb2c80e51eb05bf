// As an agreement is typed: own money and milestones follow the fiscal money, and shares follow amounts, so that everything adds up to the fen.
import { decimal, formatPlain } from '../exact/decimal.ts';
import { Rational } from '../exact/rational.ts';
import { partsOf } from './agreement.ts';

type Data = Readonly<Record<string, unknown>>;
interface Row {
  readonly share?: string;
  readonly amount?: string;
}

const number = (value: unknown): Rational | null => (typeof value === 'string' && /^\d+(\.\d+)?$/.test(value) ? decimal(value) : null);
const rowsOf = (data: Data): readonly Row[] => (Array.isArray(data.milestones) ? (data.milestones as readonly Row[]) : []);

/** Amounts by the shares that stand there; untouched while a share is missing or they make no whole. */
function byShares(rows: readonly Row[], fiscal: Rational): readonly Row[] {
  const shares = rows.map(({ share }) => number(share));
  if (shares.some((share) => share === null)) return rows;
  const whole = shares as readonly Rational[];
  if (!Rational.sum(whole).equals(1)) return rows;
  const amounts = partsOf(fiscal, whole);
  return rows.map((row, i) => ({ ...row, amount: formatPlain(amounts[i] ?? Rational.zero, 2) }));
}

/** Shares by the amounts that stand there, the last having the rest of a whole; untouched while the amounts make no sum. */
function byAmounts(rows: readonly Row[], fiscal: Rational): readonly Row[] {
  const amounts = rows.map(({ amount }) => number(amount));
  if (amounts.some((amount) => amount === null) || !fiscal.isPositive()) return rows;
  if (!Rational.sum(amounts as readonly Rational[]).equals(fiscal)) return rows;
  const rounded = (amounts as readonly Rational[]).map((amount) => decimal(formatPlain(amount.dividedBy(fiscal), 4)));
  const first = rounded.slice(0, -1);
  const shares = [...first, Rational.of(1).minus(Rational.sum(first))];
  return rows.map((row, i) => ({ ...row, share: formatPlain(shares[i] ?? Rational.zero, 4) }));
}

const differ = (before: readonly Row[], after: readonly Row[], key: keyof Row): boolean =>
  before.length !== after.length || after.some((row, i) => row[key] !== before[i]?.[key]);

export function followAgreement(before: Data, after: Data): Data {
  const [contract, fiscal] = [number(after.contractAmount), number(after.fiscalAmount)];
  if (fiscal === null) return after;
  const isSumChanged = before.fiscalAmount !== after.fiscalAmount || before.contractAmount !== after.contractAmount;
  if (isSumChanged) {
    const own = contract === null || contract.isLessThan(fiscal) ? after.ownAmount : formatPlain(contract.minus(fiscal), 2);
    return { ...after, ownAmount: own, milestones: byShares(rowsOf(after), fiscal) };
  }
  const [was, is] = [rowsOf(before), rowsOf(after)];
  if (differ(was, is, 'share')) return { ...after, milestones: byShares(is, fiscal) };
  return differ(was, is, 'amount') ? { ...after, milestones: byAmounts(is, fiscal) } : after;
}

/** Whether what a move asks is an agreement. */
export const isAgreement = (keys: readonly string[]): boolean => keys.includes('fiscalAmount') && keys.includes('milestones');
