// Units in which a target may be written, exactly converted to the indicator's own; another unit is a clash and never guessed.
import type { Formula, Indicator } from '#kernel/declare/indicator.ts';
import type { PublishedIndicator } from '#kernel/declare/published-indicator.ts';
import { decimal, formatPlain } from '#kernel/exact/decimal.ts';
import { Rational } from '#kernel/exact/rational.ts';

const factors: Readonly<Record<string, Readonly<Record<string, Rational>>>> = {
  元: { 万元: Rational.of(10_000), 亿元: Rational.of(100_000_000), 元: Rational.one },
  人: { 人: Rational.one, 万人: Rational.of(10_000) },
  件: { 件: Rational.one, 万件: Rational.of(10_000) },
  '%': { '%': Rational.of(1, 100) },
};

/** The usual one first. */
export const unitsFor = (base: string): readonly string[] => Object.keys(factors[base] ?? { [base]: Rational.one });

function factorOf(unit: string, base: string): Rational | undefined {
  return factors[base] === undefined ? (unit === base ? Rational.one : undefined) : factors[base]?.[unit];
}

/** Undefined on a clash of units. */
export function toBase(value: string, unit: string, base: string): Rational | undefined {
  const factor = factorOf(unit, base);
  return factor === undefined ? undefined : decimal(value).times(factor);
}

export function fromBase(value: Rational, unit: string, base: string): string {
  return formatPlain(value.dividedBy(factorOf(unit, base) ?? Rational.one), 12);
}

/** Whole things are not split; money goes by 万元, shares by a hundredth of a point. */
export function usualQuantum(base: string): Rational {
  if (base === '元') return Rational.of(10_000);
  return base === '%' ? Rational.of(1, 10_000) : Rational.one;
}

const adds = (formula: Formula): boolean =>
  formula.kind === 'difference'
    ? adds(formula.minuend) && adds(formula.subtrahend)
    : formula.kind === 'sum' || formula.kind === 'stock' || formula.kind === 'change';

/** Do the counties' values add up to the city's? Shares, growth and places do not. */
export const isAdditive = (indicator: Indicator | PublishedIndicator): boolean =>
  'nature' in indicator ? (indicator.nature === 'stock' || indicator.nature === 'flow') && indicator.unit !== '%' : adds(indicator.formula);
