// Where a place of the text stands in a table: its cell, the title over its column, and whether the cell lists values one by one.
import { type Block, GAP } from '../reader/source-text.ts';

export interface TablePlace {
  /** Where the cell begins in its block. */
  readonly cell: number;
  /** What the cell says before the place. */
  readonly before: string;
  /** The title over the column, aligned from the right; empty where no line of titles is told. */
  readonly column: string;
  /** 2026年1至11月：54家；同比增长8%。2025年：682家: a cell that lists values, each with its own words, is compared with no other cell. */
  readonly isList: boolean;
}

interface Cell {
  readonly start: number;
  readonly end: number;
}

const LONGEST_LINE = 2000;
const MOST_CELLS = 60;

/** The pieces of a line between bars and the gaps of columns, with the empty ones between two bars. */
export function piecesOfLine({ text, gap }: Block, start: number, end: number): readonly Cell[] {
  const pieces: Cell[] = [];
  let from = start;
  for (let at = start; at < end; at++) {
    const isBar = text.charAt(at) === '|' || text.charAt(at) === '｜';
    if (!isBar && (at === from || (gap[at] ?? 0) < GAP.cell)) continue;
    pieces.push({ start: from, end: at });
    from = isBar ? at + 1 : at;
  }
  if (from < end) pieces.push({ start: from, end });
  return pieces;
}

/** The cells of a line; none where it is prose. */
function cellsOfLine(block: Block, start: number, end: number): readonly Cell[] {
  if (end - start > LONGEST_LINE) return [];
  const cells = piecesOfLine(block, start, end).filter((piece) => piece.end > piece.start);
  const isProse = cells.slice(0, -1).every(({ end: stop }) => /[。！？]\s*$/.test(block.text.slice(Math.max(0, stop - 8), stop)));
  // Paragraphs that stand on one line, each with its stop, are no cells.
  return cells.length < 2 || cells.length > MOST_CELLS || isProse ? [] : cells;
}

const TIMES = /(?:(?:19|20)\d\d年?度?|十[三四五]五)?(?:\d{1,2}月?(?:[-—–~～至到]\d{1,2})?月(?:\d{1,2}日|底|末)?)?/g;
const LIST = /^(?:(?:19|20)\d\d年|截至)[^：:，]{0,14}[：:]/;

/** A line of titles holds no number but times. */
export const isTitles = (cells: readonly string[]): boolean =>
  cells.length > 1 && cells.every((cell) => !/\d/.test(cell.replace(TIMES, '')));

/** The title over a cell, where the titles are at least as many as the cells. */
export const titleOver = (titles: readonly string[], cells: number, i: number): string => titles[titles.length - cells + i] ?? '';

/** Asks places in rising order. */
export function tablePlaces(block: Block): (at: number) => TablePlace | null {
  const { text } = block;
  let line: { readonly end: number; readonly cells: readonly Cell[] } = { end: -1, cells: [] };
  let titles: readonly string[] = [];
  const advance = () => {
    const start = line.end + 1;
    const stop = text.indexOf('\n', start);
    const end = stop < 0 ? text.length : stop;
    const cells = cellsOfLine(block, start, end);
    const words = cells.map((cell) => text.slice(cell.start, cell.end));
    if (cells.length === 0) titles = [];
    else if (isTitles(words)) titles = words;
    line = { end, cells };
  };
  return (at) => {
    while (line.end <= at && line.end < text.length) advance();
    const i = line.cells.findIndex(({ start, end }) => at >= start && at < end);
    const cell = line.cells[i];
    if (cell === undefined) return null;
    return {
      cell: cell.start,
      before: text.slice(cell.start, at),
      column: titles.length < line.cells.length ? '' : titleOver(titles, line.cells.length, i),
      isList: LIST.test(text.slice(cell.start, cell.end)),
    };
  };
}
