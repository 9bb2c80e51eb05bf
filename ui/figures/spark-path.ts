// Points of a small line: known values joined, unknown ones left as gaps.

export interface Point {
  readonly x: number;
  readonly y: number;
}

const fixed = (value: number): string => String(Math.round(value * 10) / 10);

/** Floats are good enough here: a line of 120 pixels shows a shape, not an amount. */
export function sparkPaths(values: readonly (string | null)[], width: number, height: number): { paths: string[]; end: Point | undefined } {
  const numbers = values.map((value) => (value === null ? null : Number(value)));
  const known = numbers.filter((value) => value !== null && Number.isFinite(value)) as number[];
  if (known.length === 0) return { paths: [], end: undefined };
  const [low, high] = [Math.min(...known), Math.max(...known)];
  const pad = 3;
  const x = (index: number) => pad + (index * (width - 2 * pad)) / Math.max(1, values.length - 1);
  const y = (value: number) => (high === low ? height / 2 : pad + ((high - value) * (height - 2 * pad)) / (high - low));
  const paths: string[] = [];
  let line = '';
  let end: Point | undefined;
  for (const [index, value] of numbers.entries()) {
    if (value === null || !Number.isFinite(value)) {
      if (line !== '') paths.push(line);
      line = '';
      continue;
    }
    end = { x: x(index), y: y(value) };
    line += `${line === '' ? 'M' : 'L'}${fixed(end.x)} ${fixed(end.y)}`;
  }
  if (line !== '') paths.push(line);
  return { paths, end };
}
