// Finds tables that were flattened to text: rows of cells on one line, or one cell a line, with their headers.
import { verticalTable } from './column-tables.ts';
import type { Block } from './source-text.ts';
import { type Cell, isData, type Line, LONGEST_CELL, linesOf, PROSE, type Row, rowIn, spacedCells } from './table-cells.ts';

/** The title of a column, and that of the columns that it stands under with others. */
export type Heading = { readonly title: string; readonly group: string };

export type Table = {
  readonly start: number;
  readonly end: number;
  /** The short lines right before it: what it is about, and in which unit. */
  readonly caption: string;
  readonly header: readonly Heading[];
  readonly rows: readonly (readonly Cell[])[];
};

/** |---|:--:| */
const isRule = (cells: readonly Cell[]) => cells.length > 0 && cells.every(({ text }) => /^:?-{2,}:?$/.test(text));

const plain = (text: string) => text.replace(/[(（][^()（）]*[)）]/g, '');
const heading = (title: string, group = ''): Heading => ({ title, group });

/** Titles that stand twice are one wide title: what stands below says which of its columns. */
function underWide(main: readonly Cell[], below: readonly string[]): Heading[] | null {
  const isWide = (text: string, at: number) => text !== '' && (text === main[at - 1]?.text || text === main[at + 1]?.text);
  const wide = main.filter(({ text }, at) => isWide(text, at)).length;
  if (wide !== below.length) return null;
  let next = 0;
  return main.map(({ text }, at) => (isWide(text, at) ? heading(below[next++] ?? '', plain(text)) : heading(text)));
}

/** 县区 | 高企 | 科小 above 数量 增速 数量 增速: each upper title spans as many columns. */
function underGroups(upper: readonly Cell[], main: readonly Cell[], width: number): Heading[] | null {
  const groups = upper.slice(1);
  const lacking = width - main.length;
  const spanned = lacking === 0 ? main.length - 1 : main.length;
  if (groups.length === 0 || lacking < 0 || lacking > 1 || spanned % groups.length !== 0) return null;
  const each = spanned / groups.length;
  if (each < 2) return null;
  const own = lacking === 0 ? main.slice(1) : main;
  return [heading(upper[0]?.text ?? ''), ...own.map(({ text }, at) => heading(text, plain(groups[Math.floor(at / each)]?.text ?? '')))];
}

/** Between bars the empty cells tell which titles are wide. */
function underEmpty(upper: readonly Cell[], main: readonly Cell[]): Heading[] {
  let last = '';
  const filled = Array.from({ length: Math.max(upper.length, main.length) }, (_, at) => {
    last = upper[at]?.text || last;
    return last;
  });
  return filled.map((group, at) => {
    const own = main[at]?.text ?? '';
    return own === '' ? heading(upper[at]?.text ?? '') : heading(own, own === group || upper[at]?.text === own ? '' : plain(group));
  });
}

/** The titles of the columns, from all rows above the first data. */
function headerOf(heads: readonly (readonly Cell[])[], width: number, barred: boolean): Heading[] {
  const longest = Math.max(0, ...heads.map(({ length }) => length));
  const at = heads.findLastIndex(({ length }) => length === longest);
  const main = heads[at];
  if (!main) return [];
  const below = heads.slice(at + 1).flatMap((row) => row.map(({ text }) => text).filter((text) => text !== ''));
  const wide = below.length > 0 ? underWide(main, below) : null;
  if (wide) return wide;
  const upper = heads[at - 1];
  if (upper && upper.length >= 2) {
    const grouped =
      barred && [...upper, ...main].some(({ text }) => text === '') ? underEmpty(upper, main) : underGroups(upper, main, width);
    if (grouped) return grouped;
  }
  const titles = main.map(({ text }) => heading(text));
  return titles.length === width - 1 && heads.length > 1 ? [heading(''), ...titles] : titles;
}

/** A run of rows is a table when it has data under a header, or under that of the table before. */
function tableOf(rows: readonly Row[], caption: string, before: Table | undefined): Table | null {
  const filled = rows.map(({ cells }) => cells).filter((cells) => !isRule(cells));
  const first = filled.findIndex((cells) => cells.slice(1).some(({ text }) => isData(text)));
  const data = first < 0 ? [] : filled.slice(first).filter((cells) => cells.length >= 2);
  const start = filled[0]?.[0]?.start;
  const end = filled.at(-1)?.at(-1)?.end;
  if (data.length === 0 || filled.length < 2 || start === undefined || end === undefined) return null;
  const width = Math.max(...data.map(({ length }) => length));
  const heads = filled.slice(0, first);
  const titled = heads.filter(({ length }) => length >= 2);
  const goesOn = titled.length === 0 && before !== undefined && before.header.length === width && start - before.end <= 60;
  if (width === 2 && titled.length === 0 && !goesOn && data.length < 3) return null;
  const own = heads.filter(({ length }) => length === 1).map((cells) => cells[0]?.text ?? '');
  return {
    start,
    end,
    caption: [caption, ...own].join('\n'),
    header: goesOn ? before.header : headerOf(titled, width, rows[0]?.barred === true),
    rows: data,
  };
}

/** All tables of a block, in order. */
export function tablesIn(block: Block): Table[] {
  const lines = linesOf(block);
  const tables: Table[] = [];
  let run: Row[] = [];
  let runStart = 0;
  const textAt = (at: number) => {
    const line = lines[at];
    return line && line.end - line.start <= 2 * LONGEST_CELL ? block.text.slice(line.start, line.end) : '';
  };
  const captionAt = (at: number) => [textAt(at - 2), textAt(at - 1)].filter((text) => text !== '' && !PROSE.test(text)).join('\n');
  const close = () => {
    const first = run[0]?.cells;
    // 县区 高企数 增长: a header parted by single spaces above rows that are parted more widely.
    const above = lines[runStart - 1];
    if (first?.slice(1).some(({ text }) => isData(text)) && above && isTitleLine(block, above, first.length)) {
      run.unshift({ cells: spacedCells(block, above), barred: false });
      runStart--;
    }
    const table = run.length === 0 ? null : tableOf(run, captionAt(runStart), tables.at(-1));
    if (table) tables.push(table);
    run = [];
  };
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at];
    if (!line) break;
    const row = rowIn(block, line);
    const last = run.at(-1);
    const isApart = row && last && !row.barred && (run[0]?.barred || (row.cells.length === 2) !== (last.cells.length === 2));
    if (row && !isApart) {
      if (run.length === 0) runStart = at;
      run.push(row);
      continue;
    }
    close();
    if (row) {
      runStart = at;
      run.push(row);
      continue;
    }
    const column = verticalTable(block, lines, at, captionAt);
    if (!column) continue;
    tables.push(column.table);
    at = column.next - 1;
  }
  close();
  return tables;
}

const isTitleLine = (block: Block, line: Line, width: number): boolean => {
  if (line.end - line.start > 8 * LONGEST_CELL) return false;
  const cells = spacedCells(block, line);
  return cells.length === width && cells.every(({ text }) => text.length <= 16 && !/[，。；：:]/.test(text) && !isData(text));
};
