// Numbers that a slip of the pen makes of one another, by their digits alone.

const wrongIn = (a: string, b: string): readonly number[] => [...a].flatMap((digit, i) => (digit === b.charAt(i) ? [] : [i]));

/** Two neighbouring digits exchanged, or, where there are enough of them to tell, one changed. */
export function areSlips(a: string, b: string, least = 4): boolean {
  if (a.length !== b.length || a.length < 2) return false;
  const wrong = wrongIn(a, b);
  const [i, j] = wrong;
  if (wrong.length === 2 && i !== undefined && j === i + 1) return a.charAt(i) === b.charAt(j) && a.charAt(j) === b.charAt(i);
  return wrong.length === 1 && a.length >= least;
}

export const areSameDigits = (a: string, b: string): boolean => [...a].sort().join('') === [...b].sort().join('');

/** The same, with any two digits exchanged: 12 and 21, 85 and 95. */
export function areNearlySame(a: string, b: string, least = 2): boolean {
  if (a.length !== b.length || a.length < 2) return false;
  const wrong = wrongIn(a, b).length;
  return (wrong === 1 && a.length >= least) || (wrong === 2 && areSameDigits(a, b));
}
