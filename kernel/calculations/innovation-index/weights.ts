// Weights of the indicators: given, equal, from a judgement matrix (AHP) or from the information in the values (entropy).
import { decimal, formatDecimal, naturalLogarithm, nthRoot, Rational } from '../frame/index.ts';
import type { Input, Matrix } from './input.ts';

export interface Weighting {
  /** Null where they cannot be computed. */
  readonly weights: readonly Rational[] | null;
  /** Of a judgement matrix. */
  readonly consistencyRatio: Rational | null;
  readonly consistent: boolean | null;
}

/** Random index of Saaty for three to nine rows. */
const randomIndex = ['0.58', '0.90', '1.12', '1.24', '1.32', '1.41', '1.45'].map(decimal);

/** wⱼ ÷ wᵢ for each pair, as the root of the quotient of two row products: exact where that root is a fraction, as in a consistent matrix. */
function weightQuotients(matrix: Matrix): Rational[][] {
  const products = matrix.map((row) => row.reduce((product, value) => product.times(value), Rational.one));
  return products.map((own) => products.map((other) => nthRoot(other.dividedBy(own), matrix.length)));
}

/** λ = mean of (Aw)ᵢ ÷ wᵢ; CR = (λ − n) ÷ (n − 1) ÷ RI. Two rows cannot contradict each other. */
function consistencyRatioOf(matrix: Matrix, quotients: readonly (readonly Rational[])[]): Rational {
  const n = matrix.length;
  const random = randomIndex[n - 3];
  if (random === undefined) return Rational.zero;
  const rows = matrix.map((row, i) => Rational.sum(row.map((value, j) => value.times(quotients[i]?.[j] ?? 0))));
  return Rational.sum(rows)
    .dividedBy(n)
    .minus(n)
    .dividedBy(n - 1)
    .dividedBy(random);
}

/** Row geometric means, normalised; consistent below 0.1. */
function byHierarchy(matrix: Matrix): Weighting {
  const quotients = weightQuotients(matrix);
  const consistencyRatio = consistencyRatioOf(matrix, quotients);
  return {
    weights: quotients.map((row) => Rational.one.dividedBy(Rational.sum(row))),
    consistencyRatio,
    consistent: consistencyRatio.isLessThan(decimal('0.1')),
  };
}

/** Rounds away what a logarithm is short of, so that a value that is a short decimal is that decimal again. */
function settled(value: Rational): Rational {
  return decimal(formatDecimal(value, 50));
}

/** 1 − e with e = −Σ p ln p ÷ ln n: the information in an indicator; none where all its values are alike. */
function information(z: readonly Rational[]): Rational {
  const total = Rational.sum(z);
  if (z.every((value) => value.equals(z[0] ?? 0))) return Rational.zero;
  const shares = z.filter((value) => value.isPositive()).map((value) => value.dividedBy(total));
  const sum = Rational.sum(shares.map((share) => share.times(naturalLogarithm(share))));
  return settled(Rational.one.plus(sum.dividedBy(naturalLogarithm(Rational.of(z.length)))));
}

function equalWeights(count: number): readonly Rational[] {
  return new Array<Rational>(count).fill(Rational.of(1, count));
}

/** Σw is one; where no indicator tells cities apart, all weigh the same. */
function byEntropy(standardised: readonly (readonly Rational[])[]): readonly Rational[] {
  const contents = standardised.map(information);
  const total = Rational.sum(contents);
  return total.isZero() ? equalWeights(contents.length) : contents.map((content) => settled(content.dividedBy(total)));
}

/** `standardised` are the values of MIN_MAX by indicator, null while one value is unknown. */
export function weightingOf({ weighting, indicators, matrix }: Input, standardised: readonly (readonly Rational[])[] | null): Weighting {
  const plain = { consistencyRatio: null, consistent: null };
  if (weighting === 'AHP' && matrix !== null) return byHierarchy(matrix);
  if (weighting === 'ENTROPY') return { weights: standardised && byEntropy(standardised), ...plain };
  if (weighting === 'EQUAL') return { weights: equalWeights(indicators.length), ...plain };
  return { weights: indicators.map(({ weight }) => weight ?? Rational.zero), ...plain };
}
