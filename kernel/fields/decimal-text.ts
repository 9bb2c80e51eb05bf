// Arithmetic on decimal text, exact at any length: what fields need to move between units without a float.

const decimalForm = /^(-?)(\d+)(?:\.(\d+))?$/;

interface Parts {
  readonly sign: string;
  readonly whole: string;
  readonly fraction: string;
}

function partsOf(text: string): Parts {
  const match = decimalForm.exec(text);
  if (match === null) throw new RangeError(`Not a decimal: ${text}`);
  return { sign: match[1] ?? '', whole: match[2] ?? '', fraction: match[3] ?? '' };
}

/** The one spelling of a number: `canonicalDecimal('007.50')` is `'7.5'`, `'-0.0'` becomes `'0'`. */
export function canonicalDecimal(text: string): string {
  const { sign, whole, fraction } = partsOf(text);
  const left = whole.replace(/^0+(?=\d)/, '');
  const right = fraction.replace(/0+$/, '');
  const value = right === '' ? left : `${left}.${right}`;
  return value === '0' ? value : sign + value;
}

/** Times a power of ten: `shiftPoint('1234.5', 4)` is `'12345000'`, `shiftPoint('5', -2)` is `'0.05'`. */
export function shiftPoint(text: string, places: number): string {
  const { sign, whole, fraction } = partsOf(text);
  const digits = whole + fraction;
  const point = whole.length + places;
  if (point >= digits.length) return canonicalDecimal(sign + digits.padEnd(point, '0'));
  if (point > 0) return canonicalDecimal(`${sign}${digits.slice(0, point)}.${digits.slice(point)}`);
  return canonicalDecimal(`${sign}0.${digits.padStart(digits.length - point, '0')}`);
}

/** Places after the point that carry something: `decimalPlaces('1.50')` is 1. */
export function decimalPlaces(text: string): number {
  return partsOf(canonicalDecimal(text)).fraction.length;
}

/** Digits before the point: `wholeDigits('-0123.4')` is 3. */
export function wholeDigits(text: string): number {
  return partsOf(canonicalDecimal(text)).whole.length;
}

/** Below zero when a is the smaller, above when it is the greater, zero when both are the same amount. */
export function compareDecimals(a: string, b: string): number {
  const places = Math.max(partsOf(a).fraction.length, partsOf(b).fraction.length);
  const left = BigInt(shiftPoint(a, places));
  const right = BigInt(shiftPoint(b, places));
  if (left === right) return 0;
  return left < right ? -1 : 1;
}
