// How single figures are written in official Chinese: amounts in 万元 or 亿元, percents, plain numbers.
import { decimal, formatDecimal, formatPlain, greater, Rational } from '../frame/index.ts';

const hundredMillion = Rational.of(100_000_000);
const tenThousand = Rational.of(10_000);

/** In units of 亿, with two decimals. */
export function inHundredMillions(value: Rational): string {
  return formatDecimal(value.dividedBy(hundredMillion), 2);
}

function inTenThousands(value: Rational): string {
  return formatDecimal(value.dividedBy(tenThousand), 2);
}

/** The unit follows from the exact amount, not from what it rounds to. */
function isLarge(value: Rational): boolean {
  return value.absolute().isAtLeast(hundredMillion);
}

/** `111.77亿元`, `7830万元`, `7830.50万元`. */
export function amountText(value: Rational): string {
  return isLarge(value) ? `${inHundredMillions(value)}亿元` : `${inTenThousands(value).replace(/\.00$/, '')}万元`;
}

/** Amounts that are compared stand in one unit, and have decimals all or none. */
export function comparedAmounts(values: readonly Rational[]): readonly string[] {
  const greatest = values.map((value) => value.absolute()).reduce(greater, Rational.zero);
  if (isLarge(greatest)) return values.map((value) => `${inHundredMillions(value)}亿元`);
  const written = values.map(inTenThousands);
  const whole = written.every((text) => text.endsWith('.00'));
  return written.map((text) => `${whole ? text.slice(0, -3) : text}万元`);
}

/** A fraction as a percent number: two decimals, trailing zeros dropped; `0.5016` is `50.16`. */
export function percentForm(fraction: Rational): string {
  return formatPlain(fraction.times(100), 2);
}

export function isNothing(written: string): boolean {
  return decimal(written).isZero();
}
