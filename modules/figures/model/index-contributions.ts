// Contributions of the pillars to an index as they are printed: rounded so that together they are the printed index exactly.
import { contributionsBetween, contributionsOverTime } from '#kernel/calculations/innovation-index/contributions.ts';
import { decimal, formatDecimal } from '#kernel/exact/decimal.ts';
import { Rational } from '#kernel/exact/rational.ts';
import type { IndexItem, IndexSpec } from './index-shapes.ts';

type Row = readonly (Rational | null)[];

/** Hundredths are handed out by the largest remainders. Unknown where a part is. */
export function roundedTo(printed: string, parts: Row): readonly string[] | null {
  const known: Rational[] = [];
  for (const part of parts) {
    if (part === null) return null;
    known.push(part.times(100));
  }
  const floors = known.map((part) => part.floor());
  const total = decimal(printed).times(100).rounded();
  let left = total - floors.reduce((sum, part) => sum + part, 0n);
  const order = known
    .map((part, at) => ({ at, rest: part.minus(Rational.of(floors[at] ?? 0n)) }))
    .sort((a, b) => b.rest.compare(a.rest) || a.at - b.at);
  for (let n = 0; left !== 0n && order.length > 0; n += 1) {
    // Weights that were printed before they came here may leave the sum short or long by more than the number of parts.
    const at = order[left > 0n ? n % order.length : order.length - 1 - (n % order.length)]?.at ?? 0;
    const step = left > 0n ? 1n : -1n;
    floors[at] = (floors[at] ?? 0n) + step;
    left -= step;
  }
  return floors.map((part) => formatDecimal(Rational.of(part, 100n), 2));
}

const frameOf = ({ method }: IndexSpec, items: readonly IndexItem[], values: (item: IndexItem) => readonly (string | null)[]) => ({
  method: method as 'BASE_YEAR' | 'CHAINED' | 'MIN_MAX' | 'TARGET',
  indicators: items.map((item) => ({
    indicatorId: item.id,
    weight: decimal(item.weight),
    direction: item.direction as 'POSITIVE' | 'NEGATIVE',
    target: item.target === null ? null : decimal(item.target),
    values: values(item).map((value) => (value === null ? null : decimal(value))),
  })),
});

/** Contributions of every pillar, by pillar and then by year or area, where the weights are those that the whole was reckoned with. */
export function pillarContributions(
  spec: IndexSpec,
  pillars: readonly string[],
  values: (item: IndexItem) => readonly (string | null)[],
  years: readonly number[] | null,
): readonly Row[] {
  const { items } = spec;
  const weights = items.map(({ weight }) => decimal(weight));
  if (Rational.sum(weights).isZero()) return pillars.map(() => []);
  const frame = frameOf(spec, items, values);
  const byItem =
    years === null
      ? contributionsBetween(frame, weights, decimal(spec.scaleFloor))
      : contributionsOverTime(frame, weights, years.indexOf(spec.baseYear), years.length);
  return pillars.map((pillar) => {
    const own = byItem.filter((_row, at) => items[at]?.pillar === pillar);
    return (own[0] ?? []).map((_value, at) =>
      own.reduce<Rational | null>((sum, row) => {
        const part = row[at] ?? null;
        return sum === null || part === null ? null : sum.plus(part);
      }, Rational.zero),
    );
  });
}
