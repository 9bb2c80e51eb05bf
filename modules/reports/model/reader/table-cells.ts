// Cuts the lines of a block into the cells of tables: at bars, at column gaps, or at single spaces where a line ends in numbers.
import { unitAt } from './lexicon/units.ts';
import type { Block } from './source-text.ts';
import { GAP } from './source-text.ts';

export type Cell = { readonly start: number; readonly end: number; readonly text: string };
export type Line = { readonly start: number; readonly end: number };
/** The cells of one line; between bars a cell may be empty. */
export type Row = { readonly cells: readonly Cell[]; readonly barred: boolean };

const NUMBER = /^[-+－−]?\d[\d,]*(?:\.\d+)?(%|‰|[万亿]?[一-龥]{1,4})?$/;
/** A number, alone or with its unit: 86, -3.5%, 4.07个百分点, 3.2亿元, 第4位. */
export function isNumberCell(text: string): boolean {
  if (/^第\d{1,3}[位名]?$/.test(text)) return true;
  const unit = NUMBER.exec(text);
  return unit !== null && (unit[1] === undefined || /^[%‰]$/.test(unit[1]) || unitAt(unit[1].replace(/^[万亿]/, ''), 0) !== null);
}
export const isYearCell = (text: string): boolean => /^(?:19|20)\d\d年?$/.test(text);
/** 2025年上半年, 2025年1至11月: the title of a column, though it begins and ends as an amount does. */
const isPeriodCell = (text: string): boolean => /^(?:19|20)\d\d年/.test(text);
export const isBlank = (text: string): boolean => /^(?:[-—–…/／*]+|无)?$/.test(text);
export const isData = (text: string): boolean =>
  (isNumberCell(text) && !isYearCell(text) && !isPeriodCell(text)) || (text !== '' && isBlank(text));

const MOST_CELLS = 24;
export const LONGEST_CELL = 30;
export const PROSE = /[。；！？]/;
const LONGEST_ROW = 400;
const BAR = '|';

/** The lines of a block that hold anything. */
export function filledLines({ text }: Block): Line[] {
  const lines: Line[] = [];
  for (let start = 0; start < text.length; ) {
    const stop = text.indexOf('\n', start);
    const end = stop < 0 ? text.length : stop;
    if (end > start) lines.push({ start, end });
    start = end + 1;
  }
  return lines;
}

/** The lines of a block that hold more than bars. */
export const linesOf = (block: Block): Line[] =>
  filledLines(block).filter(({ start, end }) => !(block.text.charAt(start) === BAR && /^\|+$/.test(block.text.slice(start, end))));

export const hasBar = (text: string, { start, end }: Line): boolean => text.slice(start, end).includes(BAR);

/** The cells between bars, with the empty ones among them. */
export function barredCells(block: Block, { start, end }: Line): Cell[] {
  const cells: Cell[] = [];
  let from = block.text.charAt(start) === BAR ? start + 1 : start;
  for (let at = from; at <= end && cells.length <= MOST_CELLS; at++) {
    if (at < end && block.text.charAt(at) !== BAR) continue;
    cells.push({ start: from, end: at, text: block.text.slice(from, at) });
    from = at + 1;
  }
  while (cells.at(-1)?.text === '') cells.pop();
  return cells;
}

function gapCells(block: Block, line: Line, least: number): Cell[] {
  const { text, gap } = block;
  const cells: Cell[] = [];
  let start = line.start;
  for (let at = line.start + 1; at <= line.end && cells.length <= MOST_CELLS; at++) {
    if (at < line.end && ((gap[at] ?? 0) < least || gap[at] === GAP.wrap)) continue;
    cells.push({ start, end: at, text: text.slice(start, at) });
    start = at;
  }
  return cells;
}

/** The cells of a line between bars or column gaps. */
export const columnCells = (block: Block, line: Line): Cell[] =>
  hasBar(block.text, line) ? barredCells(block, line) : gapCells(block, line, GAP.cell);

/** The cells of a line parted by single spaces: a header whose rows are. */
export const spacedCells = (block: Block, line: Line): Cell[] => gapCells(block, line, GAP.space);

const isShort = (cells: readonly Cell[]) =>
  cells.length <= MOST_CELLS && cells.every(({ text }) => text.length <= LONGEST_CELL && !PROSE.test(text));

/** The line as a row of a table, or nothing. */
export function rowIn(block: Block, line: Line): Row | null {
  if (line.end - line.start > LONGEST_ROW) return null;
  if (hasBar(block.text, line)) {
    const cells = barredCells(block, line);
    return isShort(cells) ? { cells, barred: true } : null;
  }
  const wide = gapCells(block, line, GAP.cell);
  if (wide.length >= 3) return isShort(wide) ? { cells: wide, barred: false } : null;
  const narrow = spacedCells(block, line);
  const numbers = narrow.filter(({ text }) => isNumberCell(text)).length;
  if (narrow.length >= 3 && numbers >= 2 && numbers * 3 >= narrow.length) return isShort(narrow) ? { cells: narrow, barred: false } : null;
  // A thing and its number, parted by a column gap.
  const [label, value] = wide;
  const isPair = label && value && wide.length === 2 && /[一-龥]{2}/.test(label.text) && !/[，,]/.test(label.text);
  return isPair && (isData(value.text) || /^[一-龥()（）%]{2,10}$/.test(value.text)) && isShort(wide)
    ? { cells: wide, barred: false }
    : null;
}
