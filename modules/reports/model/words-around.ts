// The words that belong to a number which a person marked by hand: back and on to the nearest stop.

/** Clauses of reports seldom run longer. */
const REACH = 60;
const STOP = /[。；;！？!?，,\n]/;

export function wordsAround(text: string, start: number, end: number): { readonly start: number; readonly end: number } {
  let from = start;
  while (from > 0 && start - from < REACH && !STOP.test(text.charAt(from - 1))) from--;
  let to = end;
  while (to < text.length && to - end < REACH && !STOP.test(text.charAt(to))) to++;
  // Not between the halves of a surrogate pair, and without the blanks of an indented line.
  if (/[\udc00-\udfff]/.test(text.charAt(from))) from++;
  if (/[\udc00-\udfff]/.test(text.charAt(to))) to--;
  while (from < start && /\s/.test(text.charAt(from))) from++;
  return { start: Math.min(from, start), end: Math.max(to, end) };
}
