// Index numbers over years: against a base year, or linked from year to year.
import { asRatio, asScore, figureOf, type JsonObject, quotient, Rational, sumOf, given as whenKnown } from '../frame/index.ts';
import type { Indicator, Input } from './input.ts';

type Weights = readonly Rational[];
type Series = readonly (Rational | null)[];

/** b ÷ a, or a ÷ b where less is better; null where it is unknown or not computable. */
export function changeOf(direction: Indicator['direction'], from: Rational | null, to: Rational | null): Rational | null {
  return figureOf(direction === 'POSITIVE' ? quotient(to, from) : quotient(from, to));
}

/** Σ w × part ÷ Σ w; null while one part is. */
export function weightedMean(parts: readonly (Rational | null)[], weights: Weights): Rational | null {
  const weighted = parts.map((part, index) => whenKnown([part], (known) => known.times(weights[index] ?? 0)));
  return whenKnown([sumOf(weighted)], (total) => total.dividedBy(Rational.sum(weights)));
}

/** Where the base year has no figure or zero, the first later year with one takes its place. */
export function basePosition({ values }: Indicator, from: number): number | null {
  const later = values.findIndex((value, index) => index >= from && value !== null && value.isPositive());
  return later < 0 ? null : later;
}

function againstBase(indicators: readonly Indicator[], bases: readonly (number | null)[], weights: Weights, count: number): Series {
  return Array.from({ length: count }, (_, at) => {
    const parts = indicators.map(({ direction, values }, index) => {
      const base = bases[index] ?? null;
      return base === null ? null : changeOf(direction, values[base] ?? null, values[at] ?? null);
    });
    return whenKnown([weightedMean(parts, weights)], (mean) => mean.times(100));
  });
}

/** Digits beyond any that could be printed only make long chains slow. */
const carriedBits = 1n << 4096n;

export function carried(value: Rational): Rational {
  return value.denominator < carriedBits ? value : Rational.of((value.numerator * carriedBits) / value.denominator, carriedBits);
}

/** 100 in the first year, then the change of each year; a gap ends the chain. */
function linked(indicators: readonly Indicator[], weights: Weights, count: number): Series {
  const series: (Rational | null)[] = [Rational.of(100)];
  for (let at = 1; at < count; at += 1) {
    const parts = indicators.map(({ direction, values }) => changeOf(direction, values[at - 1] ?? null, values[at] ?? null));
    const before = series[at - 1] ?? null;
    series.push(whenKnown([before, weightedMean(parts, weights)], (index, change) => carried(index.times(change))));
  }
  return series;
}

function printed(years: readonly number[], series: Series): JsonObject[] {
  return years.map((year, at) => {
    const index = series[at] ?? null;
    const growth = whenKnown([figureOf(quotient(index, series[at - 1] ?? null))], (multiple) => multiple.minus(1));
    return { year, index: asScore(index), growth: asRatio(growth) };
  });
}

/** `weights` is null where no index may be given. */
export function overTime({ method, indicators, years, baseYear }: Input, weights: Weights | null): JsonObject {
  const shown = years ?? [];
  const from = shown.indexOf(baseYear ?? Number.NaN);
  const unknown = shown.map(() => null);
  if (method === 'CHAINED') return { series: printed(shown, weights === null ? unknown : linked(indicators, weights, shown.length)) };
  const bases = indicators.map((indicator) => basePosition(indicator, from));
  const rebased = indicators.flatMap(({ indicatorId }, index) => {
    const base = bases[index] ?? null;
    return base === null || base === from ? [] : [{ indicatorId, baseYear: shown[base] ?? null }];
  });
  return { rebased, series: printed(shown, weights === null ? unknown : againstBase(indicators, bases, weights, shown.length)) };
}
