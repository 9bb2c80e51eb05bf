// Offsets of readings count Unicode code points; strings of the program count UTF-16 units: the way between the two.

export interface Offsets {
  /** UTF-16 offset of a code point. */
  toUnits(point: number): number;
  /** Code point at a UTF-16 offset. */
  toPoints(unit: number): number;
  /** Number of code points. */
  readonly length: number;
}

/** Most reports hold no character beyond the basic plane, and then both are the same; else its few places are remembered. */
export function offsetsOf(text: string): Offsets {
  // UTF-16 offsets of the characters that take two units.
  const wide: number[] = [];
  for (const match of text.matchAll(/[\u{10000}-\u{10ffff}]/gu)) wide.push(match.index);
  if (wide.length === 0) return { toUnits: (point) => point, toPoints: (unit) => unit, length: text.length };
  /** How many of them start before a UTF-16 offset. */
  const before = (unit: number): number => {
    let [low, high] = [0, wide.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((wide[middle] ?? 0) < unit) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  const toPoints = (unit: number): number => unit - before(unit);
  /** The i-th wide character stands at code point `wide[i] - i`, so the number before a code point is found by the same search. */
  const toUnits = (point: number): number => {
    let [low, high] = [0, wide.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((wide[middle] ?? 0) - middle < point) low = middle + 1;
      else high = middle;
    }
    return point + low;
  };
  return { toUnits, toPoints, length: text.length - wide.length };
}

/** A text that a database can keep and whose code points count the same everywhere: no NUL, no half of a surrogate pair. */
export const storableText = (text: string): string => text.replace(/\0|\p{Cs}/gu, '\ufffd');
