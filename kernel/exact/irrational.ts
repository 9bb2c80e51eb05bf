// Square roots, n-th roots and logarithms to sixty decimals: far more than any printed digit can depend on.
import { Rational } from './rational.ts';

const places = 60n;
const scale = 10n ** places;

function bitLength(value: bigint): number {
  return value.toString(2).length;
}

/** The greatest whole r with rⁿ ≤ value, by Newton's method from above. */
function wholeRoot(value: bigint, n: bigint): bigint {
  if (value < 2n) return value;
  let root = 1n << BigInt(Math.ceil(bitLength(value) / Number(n)) + 1);
  for (;;) {
    const next = ((n - 1n) * root + value / root ** (n - 1n)) / n;
    if (next >= root) return root;
    root = next;
  }
}

/** The n-th root (n ≥ 1) of a number that is not negative: exact if the root is a fraction, else cut after sixty decimals. */
export function nthRoot(value: Rational, n: number): Rational {
  if (value.isNegative()) throw new RangeError('root of a negative number');
  const power = BigInt(n);
  const numerator = wholeRoot(value.numerator, power);
  const denominator = wholeRoot(value.denominator, power);
  if (numerator ** power === value.numerator && denominator ** power === value.denominator) return Rational.of(numerator, denominator);
  return Rational.of(wholeRoot((value.numerator * scale ** power) / value.denominator, power), scale);
}

export function squareRoot(value: Rational): Rational {
  return nthRoot(value, 2);
}

/** 2 × artanh(x) for 0 ≤ x ≤ 1/3, in units of 10⁻⁸⁰: the series x + x³/3 + x⁵/5 + … */
function doubledArtanh(x: Rational): bigint {
  const unit = scale * 10n ** 20n;
  const first = (x.numerator * unit) / x.denominator;
  const square = (first * first) / unit;
  let [sum, power] = [0n, first];
  for (let k = 1n; power !== 0n; k += 2n) {
    sum += power / k;
    power = (power * square) / unit;
  }
  return 2n * sum;
}

const logarithmOfTwo = doubledArtanh(Rational.of(1, 3));

/** The natural logarithm of a positive number: value = 2ᵏ × m with 1 ≤ m < 2, so ln = k ln 2 + 2 artanh((m − 1) ÷ (m + 1)). */
export function naturalLogarithm(value: Rational): Rational {
  if (!value.isPositive()) throw new RangeError('logarithm of a number that is not positive');
  let k = bitLength(value.numerator) - bitLength(value.denominator);
  let m = k >= 0 ? value.dividedBy(2n ** BigInt(k)) : value.times(2n ** BigInt(-k));
  if (m.isLessThan(1)) [k, m] = [k - 1, m.times(2)];
  const series = doubledArtanh(m.minus(1).dividedBy(m.plus(1)));
  return Rational.of(BigInt(k) * logarithmOfTwo + series, scale * 10n ** 20n);
}
