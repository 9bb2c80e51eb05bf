// Lengths of text in characters as people count them: a rare character outside the basic plane is one, not two.

export function lengthOf(text: string): number {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}

/** What is wrong with the length of a text, or null. */
export function wrongLength(text: string, label: string, longest: number): string | null {
  if (text === '') return `${label}不能为空`;
  const length = lengthOf(text);
  return length > longest ? `${label}最多 ${longest} 个字，现为 ${length} 个字，请精简` : null;
}
