// Completes a unit that the text leaves out: 资金2500万 is yuan, 面积17.12万 square metres.
import type { Amount } from './tokens.ts';

const MONEY = /资金|经费|投资|投入|收入|产值|贷款|税|补助|补贴|奖励|融资|成交|交易|金额|授信|支出|费用|额|利润|募集/;
const AREA = /面积|建筑|厂房/;

/** The unit to report, in base units. */
export function inferredUnit(amount: Amount, left: string, name: string): string | null {
  if (amount.unit) return amount.unit.base;
  const near = left.slice(-10) + name;
  if (AREA.test(near)) return '平方米';
  if (MONEY.test(near) && amount.place !== null && amount.place !== 0) return '元';
  return null;
}
