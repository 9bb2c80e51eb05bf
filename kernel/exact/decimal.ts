// Decimal text to exact numbers and back: the only two doors between what people write and what is calculated.
import { Rational } from './rational.ts';

const decimalForm = /^(-?)(\d+)(?:\.(\d+))?$/;

/** Reads `-?digits[.digits]` exactly, and answers undefined for anything else: no sign +, exponent, comma or blank. */
export function readDecimal(text: string): Rational | undefined {
  const parts = decimalForm.exec(text);
  if (parts === null) return undefined;
  const [, sign, whole = '', fraction = ''] = parts;
  const digits = BigInt(whole + fraction);
  return Rational.of(sign === '-' ? -digits : digits, 10n ** BigInt(fraction.length));
}

/** A number of the law or of the program text: `decimal('0.03')`. */
export function decimal(text: string): Rational {
  const value = readDecimal(text);
  if (value === undefined) throw new RangeError(`not a decimal: ${text}`);
  return value;
}

/** Rounds once, half away from zero, and prints exactly that many places: `formatDecimal(decimal('0.125'), 2)` is `'0.13'`. */
export function formatDecimal(value: Rational, places: number): string {
  const units = value.times(10n ** BigInt(places)).rounded();
  const digits = (units < 0n ? -units : units).toString().padStart(places + 1, '0');
  const sign = units < 0n ? '-' : '';
  return places === 0 ? sign + digits : `${sign}${digits.slice(0, -places)}.${digits.slice(-places)}`;
}

/** As many decimals as needed up to `places`, without trailing zeros: `formatPlain(decimal('2.50'), 2)` is `'2.5'`. */
export function formatPlain(value: Rational, places: number): string {
  const text = formatDecimal(value, places);
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}

/** Rounds to whole fen (0.01 yuan), half away from zero. */
export function roundToFen(value: Rational): Rational {
  return Rational.of(value.times(100).rounded(), 100n);
}
