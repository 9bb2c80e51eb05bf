// Finds tables of one cell a line whose titles stand under groups: 高企, 科小, then 数量, 增速, 数量, 增速, and then rows of a name and its numbers.
import { type Cell, isData, isNumberCell } from './table-cells.ts';
import type { Heading, Table } from './table-rows.ts';

/** The short line of that number, or nothing. */
export type CellAt = (line: number) => Cell | null;
/** A table, and the line behind it. */
export type FoundTable = { readonly table: Table; readonly next: number };

const LEAST_NUMBERS = 4;
const MOST_NUMBERS = 24;
const MOST_STACKED = 3;

const isWords = (cell: Cell | null): cell is Cell =>
  cell !== null && cell.text !== '' && !isData(cell.text) && !/[，。；！？:]/.test(cell.text);

/** A name and so many numbers, one below the other. */
function rowAt(cell: CellAt, from: number, numbers: number): Cell[] | null {
  const label = cell(from);
  if (!isWords(label)) return null;
  const row = [label];
  for (let at = from + 1; row.length <= numbers; at++) {
    const found = cell(at);
    if (!found || !isData(found.text)) return null;
    row.push(found);
  }
  return row;
}

/** The lines above, in the order of the text; nothing when one of them is no title. */
function wordsAbove(cell: CellAt, end: number, count: number): string[] | null {
  const words: string[] = [];
  for (let at = end - count; at < end; at++) {
    const found = cell(at);
    if (!isWords(found)) return null;
    words.push(found.text);
  }
  return words;
}

/** The smallest number of titles that come again and again, two at least; their units may differ. */
function spanOf(written: readonly string[]): number | null {
  const titles = written.map((title) => title.replace(/\([^()]*\)?/g, '()'));
  for (let span = 2; span * 2 <= titles.length; span++)
    if (titles.length % span === 0 && titles.every((title, at) => title === titles[at % span])) return span;
  return null;
}

/** A bracket that the end of its line cut off is closed again. */
const closed = (title: string) => (/\([^)]*$/.test(title) ? `${title})` : title);

/** The titles above a first row: a line or more of those that come again under each group, and the groups above them. */
function headerAbove(cell: CellAt, first: number, numbers: number): { header: Heading[]; from: number } | null {
  let titles: string[] | null = null;
  let span = 0;
  let from = first;
  for (let stacked = 0; stacked < MOST_STACKED; stacked++) {
    const above = wordsAbove(cell, from, numbers);
    const repeats = above && spanOf(above);
    if (!above || repeats === null || (span !== 0 && repeats !== span)) break;
    titles = titles ? above.map((word, at) => word + (titles?.[at] ?? '')) : above;
    span = repeats;
    from -= numbers;
  }
  if (!titles) return null;
  const groups = wordsAbove(cell, from, numbers / span);
  if (!groups || new Set(groups).size < groups.length) return null;
  const header = titles.map((title, at) => ({
    title: closed(title),
    group: (groups[Math.floor(at / span)] ?? '').replace(/\([^()]*\)/g, ''),
  }));
  return { header: [{ title: '', group: '' }, ...header], from: from - groups.length };
}

/** The table whose first row begins with its name on this line. */
export function groupedTable(cell: CellAt, first: number, captionAt: (line: number) => string): FoundTable | null {
  const holdsData = (line: number) => {
    const found = cell(line);
    return found !== null && isData(found.text);
  };
  let numbers = 0;
  while (numbers <= MOST_NUMBERS && holdsData(first + 1 + numbers)) numbers++;
  if (numbers < LEAST_NUMBERS || numbers > MOST_NUMBERS) return null;
  const above = headerAbove(cell, first, numbers);
  if (!above) return null;
  const rows: Cell[][] = [];
  let next = first;
  for (;;) {
    const row = rowAt(cell, next, numbers);
    if (!row?.some(({ text }) => isNumberCell(text))) break;
    rows.push(row);
    next += numbers + 1;
  }
  const start = cell(above.from)?.start;
  const end = rows.at(-1)?.at(-1)?.end;
  if (rows.length < 2 || start === undefined || end === undefined) return null;
  return { table: { start, end, caption: captionAt(above.from), header: above.header, rows }, next };
}
