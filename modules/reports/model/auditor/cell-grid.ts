// A table as it stands in the text: titles of rows and the numbers behind them, aligned from the right, whatever the reader made of its cells.
import { readDecimal } from '#kernel/exact/decimal.ts';
import { Rational } from '#kernel/exact/rational.ts';
import type { Block } from '../reader/source-text.ts';
import type { Page } from './figure.ts';
import { pointRange, type Range, rangeOf } from './range.ts';
import { type Words, wordsAt } from './remark.ts';
import { isTitles, piecesOfLine, titleOver } from './table-place.ts';
import { tellsTime } from './terms.ts';

export interface NumberCell {
  readonly text: string;
  readonly value: Rational;
  /** Half a unit of the last written place on either side; a whole number is exact. */
  readonly range: Range;
  readonly words: Words;
}

export interface GridRow {
  readonly title: string;
  /** Null where a dash or a stroke stands. */
  readonly cells: readonly (NumberCell | null)[];
}

export interface CellGrid {
  /** Titles over the numbers, one for each column; null where the lines above name several years and don't say which column has which. */
  readonly columns: readonly string[] | null;
  readonly rows: readonly GridRow[];
}

const NUMBER = /^([-−－]?\d[\d,]*(?:\.\d+)?)(?:[%％‰]|[万亿]?(?:元|家|个|项|件|人|户|名|位|篇|次|场|批|台|套|亩|吨|人年|人次|个百分点)?)$/;
const UNIT = /^[(（]?(?:[百千万亿]?(?:元|家|个|项|件|人|户|名|位|篇|次|场|批|台|套|亩|吨|人年|人次)|[%％‰]|个百分点)[)）]?$/;
const NOTHING = /^[-—–…/／.]*$/;
const MOST_ROWS = 400;

export function numberOf(text: string): { readonly value: Rational; readonly range: Range } | undefined {
  const written = NUMBER.exec(text)?.[1]?.replaceAll(',', '').replace(/[−－]/, '-');
  const value = written === undefined || /年$/.test(text) ? undefined : readDecimal(written);
  if (written === undefined || value === undefined) return undefined;
  const places = written.split('.')[1]?.length ?? 0;
  const half = Rational.of(1, 2n * 10n ** BigInt(places));
  return { value, range: places === 0 ? pointRange(value) : rangeOf(value.minus(half), value.plus(half)) };
}

interface Cell {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A running number and a unit may stand beside the title. */
const MOST_BEFORE = 2;

/** The title, and the numbers behind it; what stands before the title is a running number. */
function rowOf(cells: readonly Cell[], words: (cell: Cell) => Words): GridRow | undefined {
  const last = cells.findLastIndex(({ text }) => /[一-龥A-Za-z%％]/.test(text) && numberOf(text) === undefined);
  const [own, before] = [cells[last]?.text, cells[last - 1]?.text];
  const title = own !== undefined && UNIT.test(own) && before !== undefined && numberOf(before) === undefined ? before : own;
  if (title === undefined || last > MOST_BEFORE) return undefined;
  const numbers = cells.slice(last + 1).map((cell): NumberCell | null | undefined => {
    const read = numberOf(cell.text);
    return read !== undefined ? { ...read, text: cell.text, words: words(cell) } : NOTHING.test(cell.text) ? null : undefined;
  });
  return !numbers.some((one) => one) || numbers.includes(undefined)
    ? undefined
    : { title: title.replaceAll(/\s/g, ''), cells: numbers.map((one) => one ?? null) };
}

function mostFrequent(lengths: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const length of lengths) counts.set(length, (counts.get(length) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
}

const MOST_TITLE_LINES = 3;
const LONGEST_LINE = 600;
const LONGEST_CELL = 30;

/** The cells of a line, empty ones too; undefined where it is prose. */
function cellsOf(block: Block, start: number, end: number): Cell[] | undefined {
  if (end - start > LONGEST_LINE || end - start < 3) return undefined;
  const cells = piecesOfLine(block, start, end).map((piece) => ({ ...piece, text: block.text.slice(piece.start, piece.end) }));
  return cells.length < 2 || cells.some((cell) => cell.text.length > LONGEST_CELL || /[。；！？]/.test(cell.text)) ? undefined : cells;
}

const YEARS = /(?:19|20)\d\d|[上去本今当]年|同期/g;

/** The last line of titles over the rows, aligned from the right. */
function columnsOf(titles: readonly (readonly string[])[], width: number): readonly string[] | null {
  const line = titles.at(-1) ?? [];
  const last = line.slice(0, line.findLastIndex((title) => title !== '') + 1);
  // 2016年 | 2017年 | 增长率: the column of the rows' own titles may have none.
  if (last.length > width || (last.length === width && tellsTime(last[0] ?? '')))
    return Array.from({ length: width }, (_, i) => titleOver(last, width, i));
  const years = new Set(titles.flatMap((line) => line.join(' ').match(YEARS) ?? []));
  return years.size > 1 ? null : Array.from({ length: width }, () => '');
}

/** The tables of the text with at least two rows of as many numbers. */
export function cellGridsOf(page: Page): CellGrid[] {
  const grids: CellGrid[] = [];
  for (const block of page.blocks) {
    let rows: GridRow[] = [];
    let titles: (readonly string[])[] = [];
    const close = () => {
      const width = mostFrequent(rows.map(({ cells }) => cells.length));
      const kept = rows.filter(({ cells }) => cells.length === width);
      if (kept.length >= 2) grids.push({ columns: columnsOf(titles, width), rows: kept });
      rows = [];
      titles = [];
    };
    let start = 0;
    for (const line of block.text.split('\n')) {
      const cells = cellsOf(block, start, start + line.length);
      if (cells === undefined || rows.length >= MOST_ROWS) close();
      const row = cells === undefined ? undefined : rowOf(cells, (cell) => wordsAt(page, block, cell.start, cell.end));
      const words = cells?.map((cell) => cell.text) ?? [];
      if (row !== undefined) rows.push(row);
      else if (rows.length === 0 && isTitles(words)) titles = [...titles, words].slice(-MOST_TITLE_LINES);
      start += line.length + 1;
    }
    close();
  }
  return grids;
}

const plain = (text: string): string => text.replaceAll(/[^\d]/g, '').replace(/^0+/, '');

/** Digits as they count: without sign, point, noughts before and, behind a point, noughts after. */
export const digitsOf = (text: string): string => (text.includes('.') ? plain(text).replace(/0+$/, '') : plain(text));
