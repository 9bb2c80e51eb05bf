// Exact fractions of whole numbers: what every amount, ratio and score is while it takes part in a decision.

/** Anything that stands for an exact number; a JavaScript number is accepted only while it is a safe whole number. */
export type Exact = Rational | bigint | number;

function wholeNumber(value: bigint | number): bigint {
  if (typeof value === 'bigint') return value;
  if (!Number.isSafeInteger(value)) throw new RangeError(`not a safe whole number: ${value}`);
  return BigInt(value);
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}

/** An immutable fraction in lowest terms with a positive denominator, so that equal values have equal parts. */
export class Rational {
  readonly numerator: bigint;
  readonly denominator: bigint;

  private constructor(numerator: bigint, denominator: bigint) {
    this.numerator = numerator;
    this.denominator = denominator;
  }

  static readonly zero = new Rational(0n, 1n);
  static readonly one = new Rational(1n, 1n);

  /** `Rational.of(2, 3)` is two thirds. */
  static of(value: Exact, divisor: bigint | number = 1n): Rational {
    const base = value instanceof Rational ? value : new Rational(wholeNumber(value), 1n);
    return divisor === 1n ? base : Rational.reduced(base.numerator, base.denominator * wholeNumber(divisor));
  }

  static sum(values: Iterable<Exact>): Rational {
    return Rational.sumBetween([...values], 0);
  }

  /** By halves: many unlike denominators make long numbers, and few of the additions should have to carry them. */
  private static sumBetween(values: readonly Exact[], from: number, to: number = values.length): Rational {
    if (to - from > 8) {
      const middle = (from + to) >> 1;
      return Rational.sumBetween(values, from, middle).plus(Rational.sumBetween(values, middle, to));
    }
    let total = Rational.zero;
    for (let index = from; index < to; index += 1) total = total.plus(values[index] ?? 0);
    return total;
  }

  private static reduced(numerator: bigint, denominator: bigint): Rational {
    if (denominator === 0n) throw new RangeError('division by zero');
    const [n, d] = denominator < 0n ? [-numerator, -denominator] : [numerator, denominator];
    if (d === 1n) return new Rational(n, d);
    const divisor = greatestCommonDivisor(n, d);
    return divisor === 1n ? new Rational(n, d) : new Rational(n / divisor, d / divisor);
  }

  plus(other: Exact): Rational {
    const b = Rational.of(other);
    if (this.denominator === b.denominator) return Rational.reduced(this.numerator + b.numerator, b.denominator);
    return Rational.reduced(this.numerator * b.denominator + b.numerator * this.denominator, this.denominator * b.denominator);
  }

  minus(other: Exact): Rational {
    return this.plus(Rational.of(other).negated());
  }

  times(other: Exact): Rational {
    const b = Rational.of(other);
    return Rational.reduced(this.numerator * b.numerator, this.denominator * b.denominator);
  }

  dividedBy(other: Exact): Rational {
    const b = Rational.of(other);
    return Rational.reduced(this.numerator * b.denominator, this.denominator * b.numerator);
  }

  /** To a whole, not negative power. */
  toPower(exponent: number): Rational {
    const n = wholeNumber(exponent);
    return new Rational(this.numerator ** n, this.denominator ** n);
  }

  negated(): Rational {
    return new Rational(-this.numerator, this.denominator);
  }

  absolute(): Rational {
    return this.numerator < 0n ? this.negated() : this;
  }

  /** Negative, zero or positive, as `this` is less than, equal to or greater than `other`. */
  compare(other: Exact): -1 | 0 | 1 {
    const b = Rational.of(other);
    const left = this.numerator * b.denominator;
    const right = b.numerator * this.denominator;
    return left < right ? -1 : left > right ? 1 : 0;
  }

  equals(other: Exact): boolean {
    return this.compare(other) === 0;
  }

  isLessThan(other: Exact): boolean {
    return this.compare(other) < 0;
  }

  isMoreThan(other: Exact): boolean {
    return this.compare(other) > 0;
  }

  isAtLeast(other: Exact): boolean {
    return this.compare(other) >= 0;
  }

  isAtMost(other: Exact): boolean {
    return this.compare(other) <= 0;
  }

  isZero(): boolean {
    return this.numerator === 0n;
  }

  isNegative(): boolean {
    return this.numerator < 0n;
  }

  isPositive(): boolean {
    return this.numerator > 0n;
  }

  isWhole(): boolean {
    return this.denominator === 1n;
  }

  /** The greatest whole number that is not greater. */
  floor(): bigint {
    const quotient = this.numerator / this.denominator;
    return this.numerator < 0n && quotient * this.denominator !== this.numerator ? quotient - 1n : quotient;
  }

  /** The whole part, cut off towards zero. */
  truncated(): bigint {
    return this.numerator / this.denominator;
  }

  /** The nearest whole number; a half goes away from zero (四舍五入). */
  rounded(): bigint {
    const doubled = 2n * this.denominator;
    const magnitude = (2n * (this.numerator < 0n ? -this.numerator : this.numerator) + this.denominator) / doubled;
    return this.numerator < 0n ? -magnitude : magnitude;
  }

  /** For debugging; what a person reads is made by `formatDecimal`. */
  toString(): string {
    return `${this.numerator}/${this.denominator}`;
  }

  /** A number that reaches a document must have been rounded on purpose, so reaching it unrounded is a mistake. */
  toJSON(): never {
    throw new TypeError('an exact number has to be printed before it is put into a document');
  }
}

export function smaller(a: Exact, b: Exact): Rational {
  const [x, y] = [Rational.of(a), Rational.of(b)];
  return x.isAtMost(y) ? x : y;
}

export function greater(a: Exact, b: Exact): Rational {
  const [x, y] = [Rational.of(a), Rational.of(b)];
  return x.isAtLeast(y) ? x : y;
}
