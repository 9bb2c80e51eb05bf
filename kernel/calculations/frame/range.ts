// Intervals of points: an unknown part spans its whole range, and sums add both ends.

export interface Range {
  readonly min: number;
  readonly max: number;
}

export function span(min: number, max: number = min): Range {
  return { min, max };
}

export function sumOfRanges(...parts: readonly Range[]): Range {
  return parts.reduce((sum, part) => span(sum.min + part.min, sum.max + part.max), span(0));
}

/** Neither end above the cap. */
export function capped(range: Range, cap: number): Range {
  return span(Math.min(range.min, cap), Math.min(range.max, cap));
}

/** The one value of a certain range, else null. */
export function certain(range: Range): number | null {
  return range.min === range.max ? range.min : null;
}

/** How many members surely count, and how many may. */
export function countRange(statuses: readonly ('met' | 'unmet' | 'unknown')[]): Range {
  const met = statuses.filter((status) => status === 'met').length;
  return span(met, met + statuses.filter((status) => status === 'unknown').length);
}

/** The `[min, max]` form of a result document. */
export function asPair(range: Range): [number, number] {
  return [range.min, range.max];
}
