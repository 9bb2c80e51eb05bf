// A column of exact values: whole numerators and denominators as machine numbers while they are safe, fractions of long numbers where not.
import { formatPlain } from '#kernel/exact/decimal.ts';
import { Rational } from '#kernel/exact/rational.ts';
import type { Value } from './evaluate.ts';

const most = Number.MAX_SAFE_INTEGER;
const isSafe = (n: number): boolean => n <= most && n >= -most;
const isShort = (n: bigint): boolean => n <= BigInt(most) && n >= -BigInt(most);

export class ExactColumn {
  readonly size: number;
  /** Numerator and positive denominator of a cell, not reduced; meaningless where `long` or `unknown` has the cell. */
  readonly numerators: Float64Array;
  readonly denominators: Float64Array;
  readonly long = new Map<number, Rational>();
  readonly unknown = new Map<number, string>();

  constructor(size: number) {
    this.size = size;
    this.numerators = new Float64Array(size);
    this.denominators = new Float64Array(size).fill(1);
  }

  /** False for a numerator that came to be unsafe and so has lost digits: the caller then has to give the exact value. */
  private isPut(cell: number, numerator: number, denominator: number): boolean {
    if (!isSafe(numerator) || denominator > most) return false;
    this.numerators[cell] = numerator;
    this.denominators[cell] = denominator;
    return true;
  }

  know(cell: number, value: Rational): void {
    this.unknown.delete(cell);
    this.long.delete(cell);
    if (!isShort(value.numerator) || !isShort(value.denominator)) this.long.set(cell, value);
    else {
      this.numerators[cell] = Number(value.numerator);
      this.denominators[cell] = Number(value.denominator);
    }
  }

  /** Of a cell whose value is known. */
  exact(cell: number): Rational {
    return this.long.get(cell) ?? Rational.of(this.numerators[cell] ?? 0, this.denominators[cell] ?? 1);
  }

  value(cell: number): Value {
    const why = this.unknown.get(cell);
    return why === undefined ? { known: this.exact(cell) } : { unknown: why };
  }

  copy(from: ExactColumn, cell: number, to: number): void {
    const [why, long] = [from.unknown.get(cell), from.long.get(cell)];
    if (why !== undefined) this.unknown.set(to, why);
    else if (long !== undefined) this.long.set(to, long);
    this.numerators[to] = from.numerators[cell] ?? 0;
    this.denominators[to] = from.denominators[cell] ?? 1;
  }

  /** The first unknown of two; true where there was one. */
  private isLost(cell: number, a: ExactColumn, b: ExactColumn): boolean {
    if (a.unknown.size === 0 && b.unknown.size === 0) return false;
    const why = a.unknown.get(cell) ?? b.unknown.get(cell);
    if (why !== undefined) this.unknown.set(cell, why);
    return why !== undefined;
  }

  static difference(a: ExactColumn, b: ExactColumn): ExactColumn {
    const made = new ExactColumn(a.size);
    for (let cell = 0; cell < a.size; cell += 1) if (!made.isLost(cell, a, b)) made.subtract(cell, a, b);
    return made;
  }

  private subtract(cell: number, a: ExactColumn, b: ExactColumn): void {
    const [an, ad, bn, bd] = partsOf(a, b, cell);
    const [left, right] = ad === bd ? [an, bn] : [an * bd, bn * ad];
    const isShortEnough = !isLong(a, b, cell) && isSafe(left) && isSafe(right);
    if (isShortEnough && this.isPut(cell, left - right, ad === bd ? ad : ad * bd)) return;
    this.know(cell, a.exact(cell).minus(b.exact(cell)));
  }

  /** Divides where the second is not zero. */
  static quotient(a: ExactColumn, b: ExactColumn, zero: string): ExactColumn {
    const made = new ExactColumn(a.size);
    for (let cell = 0; cell < a.size; cell += 1) {
      if (made.isLost(cell, a, b)) continue;
      if (b.sign(cell) === 0) made.unknown.set(cell, zero);
      else made.divide(cell, a, b);
    }
    return made;
  }

  private divide(cell: number, a: ExactColumn, b: ExactColumn): void {
    const [an, ad, bn, bd] = partsOf(a, b, cell);
    const sign = bn < 0 ? -1 : 1;
    const [part, whole] = ad === bd ? [an, bn] : [an * bd, bn * ad];
    if (!isLong(a, b, cell) && this.isPut(cell, part * sign, whole * sign)) return;
    this.know(cell, a.exact(cell).dividedBy(b.exact(cell)));
  }

  /** `a ÷ b − 1` where the second is positive. */
  static growth(a: ExactColumn, b: ExactColumn, notPositive: string): ExactColumn {
    const made = new ExactColumn(a.size);
    for (let cell = 0; cell < a.size; cell += 1) {
      if (made.isLost(cell, a, b)) continue;
      if (b.sign(cell) <= 0) made.unknown.set(cell, notPositive);
      else made.grow(cell, a, b);
    }
    return made;
  }

  private grow(cell: number, a: ExactColumn, b: ExactColumn): void {
    const [an, ad, bn, bd] = partsOf(a, b, cell);
    const [now, then] = ad === bd ? [an, bn] : [an * bd, bn * ad];
    const isShortEnough = !isLong(a, b, cell) && isSafe(now) && isSafe(then);
    if (isShortEnough && this.isPut(cell, now - then, then)) return;
    this.know(cell, a.exact(cell).dividedBy(b.exact(cell)).minus(1));
  }

  sign(cell: number): number {
    const long = this.long.get(cell);
    return long === undefined ? Math.sign(this.numerators[cell] ?? 0) : long.compare(0);
  }

  isMoreThan(cell: number, other: number): boolean {
    if (this.long.size > 0 && (this.long.has(cell) || this.long.has(other))) return this.exact(cell).isMoreThan(this.exact(other));
    const [an, ad] = [this.numerators[cell] ?? 0, this.denominators[cell] ?? 1];
    const [bn, bd] = [this.numerators[other] ?? 0, this.denominators[other] ?? 1];
    if (ad === bd) return an > bn;
    const [left, right] = [an * bd, bn * ad];
    return isSafe(left) && isSafe(right) ? left > right : this.exact(cell).isMoreThan(this.exact(other));
  }

  /** As `formatPlain` prints it; null where unknown. Up to twelve places. */
  text(cell: number, places: number): string | null {
    if (this.unknown.size > 0 && this.unknown.has(cell)) return null;
    const [n, d] = [this.numerators[cell] ?? 0, this.denominators[cell] ?? 1];
    // A million times a remainder has to be safe.
    if ((this.long.size > 0 && this.long.has(cell)) || d > 9e9) return formatPlain(this.exact(cell), places);
    return plain(n, d, places);
  }
}

const isLong = (a: ExactColumn, b: ExactColumn, cell: number): boolean =>
  (a.long.size > 0 && a.long.has(cell)) || (b.long.size > 0 && b.long.has(cell));

const partsOf = (a: ExactColumn, b: ExactColumn, cell: number): [number, number, number, number] => [
  a.numerators[cell] ?? 0,
  a.denominators[cell] ?? 1,
  b.numerators[cell] ?? 0,
  b.denominators[cell] ?? 1,
];

/** What money has behind the point, from nothing to 99. */
const hundredths: readonly string[] = Array.from({ length: 100 }, (_, n) =>
  n === 0 ? '' : `.${n % 10 === 0 ? n / 10 : String(n).padStart(2, '0')}`,
);

/** Long division, six digits at a time, rounded half away from zero. */
function plain(numerator: number, denominator: number, places: number): string {
  if (denominator === 100 && places >= 2) {
    const rest = Math.abs(numerator % 100);
    const whole = (Math.abs(numerator) - rest) / 100;
    return `${numerator < 0 ? '-' : ''}${whole}${hundredths[rest]}`;
  }
  const size = Math.abs(numerator);
  let rest = size % denominator;
  let whole = (size - rest) / denominator;
  if (rest === 0) return `${numerator < 0 ? '-' : ''}${whole}`;
  let digits = 0;
  for (let left = places; left > 0; ) {
    const step = Math.min(left, 6);
    const shifted = rest * 10 ** step;
    rest = shifted % denominator;
    digits = digits * 10 ** step + (shifted - rest) / denominator;
    left -= step;
  }
  if (rest * 2 >= denominator) digits += 1;
  if (digits === 10 ** places) {
    digits = 0;
    whole += 1;
  }
  const sign = numerator < 0 && (whole > 0 || digits > 0) ? '-' : '';
  if (digits === 0) return `${sign}${whole}`;
  let kept = places;
  while (digits % 10 === 0) {
    digits /= 10;
    kept -= 1;
  }
  return `${sign}${whole}.${String(digits).padStart(kept, '0')}`;
}
