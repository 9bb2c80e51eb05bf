// Finds tables that were flattened to text: rows of cells on one line, or one cell a line.
import { unitAt } from './lexicon/units.ts';
import type { Block } from './source-text.ts';
import { GAP } from './source-text.ts';

export type Cell = { readonly start: number; readonly end: number; readonly text: string };
export type Table = {
  readonly start: number;
  readonly end: number;
  readonly header: readonly Cell[];
  readonly rows: readonly (readonly Cell[])[];
};

type Line = { readonly start: number; readonly end: number };

const NUMBER = /^[-+]?\d[\d,]*(?:\.\d+)?(%|‰|[万亿]?[一-龥]{1,4})?$/;
/** A number, alone or with its unit: 86, -3.5%, 4.07个百分点, 3.2亿元, 第4位. */
export function isNumberCell(text: string): boolean {
  if (/^第\d{1,3}[位名]?$/.test(text)) return true;
  const unit = NUMBER.exec(text);
  return unit !== null && (unit[1] === undefined || /^[%‰]$/.test(unit[1]) || unitAt(unit[1].replace(/^[万亿]/, ''), 0) !== null);
}
export const isYearCell = (text: string): boolean => /^(?:19|20)\d\d年?$/.test(text);
/** 2025年上半年, 2025年1至11月: the title of a column, though it begins and ends as an amount does. */
const isPeriodCell = (text: string): boolean => /^(?:19|20)\d\d年/.test(text);
const isData = (text: string) => (isNumberCell(text) && !isYearCell(text) && !isPeriodCell(text)) || /^[-—–…]+$/.test(text);

const MOST_CELLS = 24;
const LONGEST_CELL = 24;
const PROSE = /[。；！？]/;

/** The cells of one line: split at column gaps and bars, or at single spaces where the line ends in numbers. */
function cellsOf(block: Block, line: Line): Cell[] {
  const { text, gap } = block;
  const split = (least: number): Cell[] => {
    const cells: Cell[] = [];
    let start = line.start;
    const close = (end: number) => {
      if (end > start) cells.push({ start, end, text: text.slice(start, end) });
    };
    for (let at = line.start; at < line.end && cells.length <= MOST_CELLS; at++) {
      const bar = text.charAt(at) === '|';
      if (!bar && (at === line.start || (gap[at] ?? 0) < least || gap[at] === GAP.wrap)) continue;
      close(at);
      start = bar ? at + 1 : at;
    }
    close(line.end);
    return cells;
  };
  const wide = split(GAP.cell);
  if (wide.length >= 3) return wide;
  const narrow = split(GAP.space);
  const numbers = narrow.filter((cell) => isNumberCell(cell.text)).length;
  return narrow.length >= 3 && numbers >= 2 && numbers * 3 >= narrow.length ? narrow : wide;
}

const isRow = (cells: readonly Cell[]) =>
  cells.length >= 3 && cells.length <= MOST_CELLS && cells.every((cell) => cell.text.length <= LONGEST_CELL + 6 && !PROSE.test(cell.text));

function linesOf(block: Block): Line[] {
  const lines: Line[] = [];
  let start = 0;
  for (let end = block.text.indexOf('\n'); start <= block.text.length; end = block.text.indexOf('\n', start)) {
    const stop = end < 0 ? block.text.length : end;
    if (stop > start) lines.push({ start, end: stop });
    if (end < 0) break;
    start = end + 1;
  }
  return lines;
}

/** A run of rows is a table when it has a header and at least one row with data. */
function tableOf(rows: readonly (readonly Cell[])[]): Table | null {
  const first = rows.findIndex((row) => row.slice(1).some((cell) => isData(cell.text)));
  const data = first < 0 ? [] : rows.slice(first);
  const start = rows[0]?.[0]?.start;
  const end = rows.at(-1)?.at(-1)?.end;
  if (data.length === 0 || rows.length < 2 || start === undefined || end === undefined) return null;
  return { start, end, header: first > 0 ? (rows[first - 1] ?? []) : [], rows: data };
}

const HEADER_START = /^(?:指标|项目|名称|类别|地区|县区|区县|单位名称|产品名称|年份|序号)/;

/** One cell a line: 指标, 单位, 2021年, 2022年, and then the rows, as many lines each as the header has. */
function columnTable(block: Block, lines: readonly Line[], from: number): { table: Table; next: number } | null {
  const cell = (index: number): Cell | null => {
    const line = lines[index];
    return line && line.end - line.start <= LONGEST_CELL ? { ...line, text: block.text.slice(line.start, line.end) } : null;
  };
  const opening = cell(from);
  if (!opening || !HEADER_START.test(opening.text) || opening.text === '序号') return null;
  let firstData = from + 1;
  while (firstData - from < 14 && cell(firstData) && !isData(cell(firstData)?.text ?? '')) firstData++;
  const hasUnits = Array.from({ length: firstData - from }, (_, at) => cell(from + at)?.text ?? '').some((text) =>
    /^(?:计量)?单位$/.test(text),
  );
  const width = firstData - from - (hasUnits ? 2 : 1);
  if (width < 2 || !isData(cell(firstData)?.text ?? '')) return null;
  const take = (at: number) =>
    Array.from({ length: width }, (_, offset) => cell(at + offset)).filter((found): found is Cell => found !== null);
  const header = take(from);
  const rows: Cell[][] = [];
  let next = from + width;
  for (; ; next += width) {
    const row = take(next);
    if (
      row.length < width ||
      isData(row[0]?.text ?? '1') ||
      !row.slice(1).some((found) => isData(found.text)) ||
      row.some((found) => PROSE.test(found.text))
    )
      break;
    rows.push(row);
  }
  const end = rows.at(-1)?.at(-1)?.end;
  if (rows.length === 0 || end === undefined) return null;
  return { table: { start: opening.start, end, header, rows }, next };
}

/** All tables of a block, in order. */
export function tablesIn(block: Block): Table[] {
  const lines = linesOf(block);
  const tables: Table[] = [];
  let run: Cell[][] = [];
  const close = () => {
    const table = tableOf(run);
    if (table) tables.push(table);
    run = [];
  };
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at];
    if (!line) break;
    const cells = line.end - line.start <= 400 ? cellsOf(block, line) : [];
    if (isRow(cells)) {
      run.push(cells);
      continue;
    }
    close();
    const column = columnTable(block, lines, at);
    if (!column) continue;
    tables.push(column.table);
    at = column.next - 1;
  }
  close();
  return tables;
}
