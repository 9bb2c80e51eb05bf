// Exact arithmetic on decimal strings for showing and entering numbers; a float never touches money.

const FORM = /^([+-]?)(\d+)(?:\.(\d+))?$/;

/** A decimal as an integer and how many of its digits stand behind the point. */
export interface Decimal {
  readonly digits: bigint;
  readonly scale: number;
}

const tenTo = (power: number): bigint => 10n ** BigInt(power);

/** Reads `-12.50`; undefined when the text is no plain decimal. */
export function readDecimal(text: string): Decimal | undefined {
  const match = FORM.exec(text.trim());
  if (!match) return undefined;
  const [, sign, whole = '', part = ''] = match;
  const digits = BigInt(whole + part);
  return { digits: sign === '-' ? -digits : digits, scale: part.length };
}

/** Writes without a needless zero at the end: `12.5`, `0`, `-3`. */
export function writeDecimal({ digits, scale }: Decimal): string {
  const negative = digits < 0n;
  const text = (negative ? -digits : digits).toString().padStart(scale + 1, '0');
  const whole = text.slice(0, text.length - scale);
  const part = text.slice(text.length - scale).replace(/0+$/, '');
  return `${negative && /[1-9]/.test(text) ? '-' : ''}${whole}${part === '' ? '' : `.${part}`}`;
}

/** Multiplies by ten to the power: `shift('1.5', 4)` is `15000`. Exact in both directions. */
export function shift(value: string, power: number): string | undefined {
  const decimal = readDecimal(value);
  if (!decimal) return undefined;
  const scale = decimal.scale - power;
  return scale >= 0 ? writeDecimal({ digits: decimal.digits, scale }) : writeDecimal({ digits: decimal.digits * tenTo(-scale), scale: 0 });
}

/** Rounds half away from zero, as money and statistics are rounded, keeping exactly `places` digits. */
export function round(value: Decimal, places: number): string {
  const { digits, scale } = value;
  const negative = digits < 0n;
  const size = negative ? -digits : digits;
  let kept: bigint;
  if (scale <= places) kept = size * tenTo(places - scale);
  else {
    const step = tenTo(scale - places);
    kept = size / step + ((size % step) * 2n >= step ? 1n : 0n);
  }
  const text = kept.toString().padStart(places + 1, '0');
  const whole = text.slice(0, text.length - places);
  return `${negative && kept !== 0n ? '-' : ''}${whole}${places === 0 ? '' : `.${text.slice(text.length - places)}`}`;
}

export function subtract(a: Decimal, b: Decimal): Decimal {
  const scale = Math.max(a.scale, b.scale);
  return { digits: a.digits * tenTo(scale - a.scale) - b.digits * tenTo(scale - b.scale), scale };
}

export function compare(a: Decimal, b: Decimal): number {
  const { digits } = subtract(a, b);
  return digits < 0n ? -1 : digits > 0n ? 1 : 0;
}

/** The share of a in b to `places` digits, undefined when b is zero: a share of nothing is unknown. */
export function divide(a: Decimal, b: Decimal, places: number): Decimal | undefined {
  if (b.digits === 0n) return undefined;
  const scale = Math.max(a.scale, b.scale);
  const top = a.digits * tenTo(scale - a.scale) * tenTo(places + 1);
  const bottom = b.digits * tenTo(scale - b.scale);
  return { digits: top / bottom, scale: places + 1 };
}

/** Thousands separated by commas: `1,234,567.5`. */
export function grouped(text: string): string {
  const [whole = '', part] = text.split('.');
  const body = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',');
  return part === undefined ? body : `${body}.${part}`;
}
