// A table whose cells stand one to a line, as it comes out of a word processor: titles, then the name of a row and its numbers, again and again.
import type { Block } from '../reader/source-text.ts';
import { type CellGrid, type GridRow, type NumberCell, numberOf } from './cell-grid.ts';
import type { Page } from './figure.ts';
import { wordsAt } from './remark.ts';

interface Line {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const LONGEST_CELL = 24;
const LEAST_ROWS = 3;
const LEAST_WIDTH = 2;
const MOST_WIDTH = 12;
const MOST_LINES = 4000;

/** Short lines without stops that follow each other. */
function runsOf(block: Block): Line[][] {
  const runs: Line[][] = [[]];
  let start = 0;
  for (const line of block.text.split('\n')) {
    const text = line.trim();
    const isCell = text !== '' && text.length <= LONGEST_CELL && !/[。；，：:！？]/.test(text);
    if (isCell && (runs.at(-1)?.length ?? 0) < MOST_LINES) runs.at(-1)?.push({ text, start, end: start + line.length });
    else runs.push([]);
    start += line.length + 1;
  }
  return runs.filter((run) => run.length >= (LEAST_WIDTH + 1) * (LEAST_ROWS + 1));
}

const isNumber = ({ text }: Line): boolean => numberOf(text) !== undefined;

function cellOf(page: Page, block: Block, { text, start, end }: Line): NumberCell | undefined {
  const read = numberOf(text);
  return read && { ...read, text, words: wordsAt(page, block, start, end) };
}

/** Titles as many as the cells of a row, and rows of one width to the end of the run or to what is no row. */
function gridOf(page: Page, block: Block, run: readonly Line[]): CellGrid | undefined {
  const first = run.findIndex(isNumber);
  const width = run.slice(first).findIndex((line) => !isNumber(line));
  if (first < width + 2 || width < LEAST_WIDTH || width > MOST_WIDTH) return undefined;
  const columns = run.slice(first - 1 - width, first - 1).map(({ text }) => text);
  const rows: GridRow[] = [];
  for (let at = first - 1; at + width < run.length; at += width + 1) {
    const title = run[at];
    const cells = run.slice(at + 1, at + 1 + width).map((line) => cellOf(page, block, line) ?? null);
    if (title === undefined || isNumber(title) || cells.includes(null)) break;
    rows.push({ title: title.text, cells });
  }
  return rows.length < LEAST_ROWS ? undefined : { columns, rows };
}

export const cellLinesOf = (page: Page): CellGrid[] =>
  page.blocks.flatMap((block) => runsOf(block).flatMap((run) => gridOf(page, block, run) ?? []));
