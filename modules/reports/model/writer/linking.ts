// Sentences of a paragraph in a row: those of one time are set apart by semicolons, a few at a time, and the rest by full stops.
import type { WrittenBlock, WrittenRun } from './shapes.ts';

export interface Said {
  readonly runs: readonly WrittenRun[];
  readonly time: string | null;
  /** A rate stands in a sentence of its own: beside two amounts it would be taken for one of them by the other. */
  readonly isAlone: boolean;
}

/** More between two full stops are hard to read [P]. */
const mostLinked = 3;

export function linked(said: readonly Said[]): WrittenRun[] {
  let since = 0;
  return said.flatMap(({ runs, time, isAlone }, at) => {
    const next = said[at + 1];
    since += 1;
    const isEnd = next === undefined || next.time !== time || isAlone || next.isAlone || since >= mostLinked;
    if (isEnd) since = 0;
    return [...runs, { text: isEnd ? '。' : '；', figure: null }];
  });
}

export const paragraph = (item: string, runs: readonly WrittenRun[]): WrittenBlock => ({
  kind: 'paragraph',
  item,
  level: 0,
  runs: [...runs],
  columns: [],
  rows: [],
});
