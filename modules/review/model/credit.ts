// The credit and the fee of experts: what lateness and a hidden conflict cost, when an expert is suspended, and what a panel is paid.
import { addDays } from '#kernel/declare/calendar.ts';
import { decimal, formatDecimal } from '#kernel/exact/decimal.ts';
import { Rational } from '#kernel/exact/rational.ts';
import type { Rules } from './bureau-rules.ts';
import type { TitleLevel } from './expert.ts';

export interface CreditChange {
  readonly credit: number;
  /** Last day of a suspension that this change begins; null when it begins none. */
  readonly suspendedUntil: string | null;
}

function monthsAfter(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10);
}

/** Points taken off; below the line the expert is suspended from that day on. */
export function takeCredit(credit: number, points: number, day: string, rules: Rules): CreditChange {
  const left = Math.max(0, credit - points);
  const falls = left < rules.creditLine && points > 0;
  return { credit: left, suspendedUntil: falls ? addDays(monthsAfter(day, rules.suspensionMonths), -1) : null };
}

/** Fee after tax in yuan for so many days: the first two in full, half from the third (财科教〔2017〕128号). */
export function feeFor(level: TitleLevel, days: number, rules: Rules): string {
  const daily = decimal(level === 'SENIOR' ? rules.seniorFee : rules.otherFee);
  const full = Math.min(days, 2);
  return formatDecimal(daily.times(full).plus(daily.times(Rational.of(days - full, 2))), 2);
}
