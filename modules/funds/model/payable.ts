// Whether a part of a commitment may be paid, and if not, every reason with its numbers.
import { decimal } from '#kernel/exact/decimal.ts';
import { Rational } from '#kernel/exact/rational.ts';
import type { PartRow } from '../store/tables.ts';
import { sayMoney } from './money.ts';

export interface PayablePart {
  readonly no: number;
  readonly name: string;
  readonly amount: string;
  readonly dueOn: string | null;
  readonly pending: string;
  readonly paid: string;
  readonly givenUp: string;
}

export const payablePart = ({ no, name, amount, due_on, pending, paid, given_up }: PartRow): PayablePart => ({
  no,
  name,
  amount,
  dueOn: due_on,
  pending,
  paid,
  givenUp: given_up,
});

export interface Payable {
  readonly status: 'waiting' | 'active' | 'settled' | 'given-up';
  /** Of the whole commitment. */
  readonly amount: string;
  readonly parts: readonly PayablePart[];
  readonly ownRequired: string | null;
  readonly ownPaid: string;
}

export interface Unpayable {
  readonly code: 'NO_LINE' | 'NOT_DUE' | 'ABOVE_PART' | 'ABOVE_COMMITMENT' | 'OWN_MONEY_FIRST';
  readonly where: string;
  readonly message: string;
}

/** What of a part is neither paid, under way nor given up. */
export const restOf = ({ amount, pending, paid, givenUp }: Pick<PayablePart, 'amount' | 'pending' | 'paid' | 'givenUp'>): Rational =>
  decimal(amount).minus(decimal(pending)).minus(decimal(paid)).minus(decimal(givenUp));

const underWay = (parts: readonly PayablePart[]): Rational =>
  Rational.sum(parts.flatMap(({ paid, pending }) => [decimal(paid), decimal(pending)]));

/** Own money goes first or at least at the same pace (揭榜挂帅：发榜方自有资金先付或同比例支付). */
function ownMoney(of: Payable, amount: Rational): Unpayable[] {
  if (of.ownRequired === null) return [];
  const required = decimal(of.ownRequired);
  const wanted = required.times(underWay(of.parts).plus(amount)).dividedBy(decimal(of.amount));
  const own = decimal(of.ownPaid);
  if (own.isAtLeast(wanted)) return [];
  const message = `自有资金应先付或同比例支付：本次拨付后自有资金应付到${sayMoney(wanted)}，现只登记到${sayMoney(own)}（共应付${sayMoney(required)}）`;
  return [{ code: 'OWN_MONEY_FIRST', where: 'ownPaid', message }];
}

export function whyUnpayable(of: Payable, part: PayablePart, amount: string, today: string): readonly Unpayable[] {
  const value = decimal(amount);
  const problems: Unpayable[] = [];
  const whole = decimal(of.amount)
    .minus(underWay(of.parts))
    .minus(Rational.sum(of.parts.map(({ givenUp }) => decimal(givenUp))));
  const rest = restOf(part);
  if (of.status === 'waiting') problems.push({ code: 'NO_LINE', where: 'line', message: '尚未落实预算指标，请先安排指标' });
  if (part.dueOn === null)
    problems.push({ code: 'NOT_DUE', where: 'part', message: `“${part.name}”尚未到付款条件，由办件的相应环节确认后才能拨付` });
  else if (part.dueOn > today)
    problems.push({ code: 'NOT_DUE', where: 'part', message: `“${part.name}”自 ${part.dueOn} 起才能拨付，今天是 ${today}` });
  if (value.isMoreThan(whole))
    problems.push({
      code: 'ABOVE_COMMITMENT',
      where: 'amount',
      message: `拨付${sayMoney(amount)}超过整笔承诺的余额${sayMoney(whole)}（承诺${sayMoney(of.amount)}）`,
    });
  if (value.isMoreThan(rest))
    problems.push({
      code: 'ABOVE_PART',
      where: 'amount',
      message: `拨付${sayMoney(amount)}超过“${part.name}”的余额${sayMoney(rest)}（本期${sayMoney(part.amount)}，已付${sayMoney(part.paid)}，在途${sayMoney(part.pending)}）`,
    });
  return [...problems, ...ownMoney(of, value)];
}
