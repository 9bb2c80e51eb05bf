// Decimal numbers as text: out of a spreadsheet's double, and moved between 元 and 万元 without arithmetic.

const form = /^(-?)(\d+)(?:\.(\d+))?$/;

/** Plain digits of `-?digits[.digits]` with the point moved: `shiftDecimal('12.5', 4)` is `125000`. No trailing zeros, no -0. */
export function shiftDecimal(text: string, places: number): string {
  const parts = form.exec(text);
  if (parts === null) throw new RangeError(`not a decimal: ${text}`);
  const [, sign = '', whole = '', fraction = ''] = parts;
  let digits = whole + fraction;
  let point = whole.length + places;
  if (point <= 0) {
    digits = '0'.repeat(1 - point) + digits;
    point = 1;
  }
  digits = digits.padEnd(point, '0');
  const left = digits.slice(0, point).replace(/^0+(?=\d)/, '');
  const right = digits.slice(point).replace(/0+$/, '');
  const plain = right === '' ? left : `${left}.${right}`;
  return /[1-9]/.test(plain) ? sign + plain : '0';
}

/**
 * The digits of a number cell. A spreadsheet keeps doubles but shows fifteen digits, so `1234.5599999999999` in the file
 * is what the person typed as 1234.56.
 */
export function numberText(value: number): string {
  const [mantissa = '', exponent = '0'] = value.toPrecision(15).split('e');
  return shiftDecimal(mantissa, Number(exponent));
}

/** Can a double hold these digits so that a spreadsheet shows them all? Beyond fifteen it cannot. */
export function fitsDouble(text: string): boolean {
  const parts = form.exec(text);
  if (parts === null) return false;
  const digits = `${parts[2]}${parts[3] ?? ''}`.replace(/^0+/, '').replace(/0+$/, '');
  return digits.length <= 15;
}
