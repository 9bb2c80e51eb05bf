// Competition ranks (1, 1, 3): how many are better, plus one, so that equals share the better place.
import type { Rational } from './frame/index.ts';

/** `compare` is negative where the first is better; equals keep the same rank. */
export function ranksOf<T>(items: readonly T[], compare: (a: T, b: T) => number): number[] {
  const order = items.map((item, index) => ({ item, index })).sort((a, b) => compare(a.item, b.item));
  const ranks = new Array<number>(items.length).fill(1);
  let [rank, before] = [1, order[0]];
  for (const [position, entry] of order.entries()) {
    if (before !== undefined && compare(before.item, entry.item) !== 0) rank = position + 1;
    ranks[entry.index] = rank;
    before = entry;
  }
  return ranks;
}

/** Ranks of figures; null for every member while one is unknown. */
export function ranksOfFigures(figures: readonly (Rational | null)[], direction: 'HIGHER' | 'LOWER'): readonly (number | null)[] {
  const known = figures.filter((figure) => figure !== null);
  if (known.length < figures.length) return figures.map(() => null);
  return ranksOf(known, (a, b) => (direction === 'HIGHER' ? b.compare(a) : a.compare(b)));
}
