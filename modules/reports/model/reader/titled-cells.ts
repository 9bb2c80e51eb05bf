// Finds the cells of words in tables of tasks: what stands under 年度目标 is aimed at, and what stands under 完成情况 is done.
import type { Block } from './source-text.ts';
import { barredCells, type Cell, filledLines, hasBar, type Line, LONGEST_CELL } from './table-cells.ts';

/** What the title above a cell says of it; a title itself says nothing. */
export type CellMood = 'aims' | 'done' | 'title' | null;
export type TitledCell = { readonly start: number; readonly end: number; readonly mood: CellMood };

const DONE = /完成|进展|落实|成效|实绩|推进情况|执行情况|工作情况|实施情况/;
const AIMS = /目标|任务|计划|要点|安排|打算|思路|指标/;
const moodOf = (title: string): CellMood => (DONE.test(title) ? 'done' : AIMS.test(title) ? 'aims' : null);
const isTitle = (written: string) => {
  // 进度(√完成，→正常): what stands in brackets explains the title.
  const text = written.replace(/\([^()]*\)$/, '');
  return text !== '' && text.length <= 16 && !/\d|[，。；]/.test(text);
};

/** Rows on one line each, between bars, below a line of titles. */
function underTitles(rows: readonly (readonly Cell[])[]): TitledCell[] {
  const found: TitledCell[] = [];
  let titles: readonly Cell[] = [];
  for (const cells of rows) {
    if (cells.length >= 2 && cells.every(({ text }) => isTitle(text))) {
      titles = cells.some(({ text }) => moodOf(text)) ? cells : [];
      for (const { start, end } of titles) found.push({ start, end, mood: 'title' });
    } else if (cells.length === titles.length)
      for (const [at, { start, end }] of cells.entries()) found.push({ start, end, mood: moodOf(titles[at]?.text ?? '') });
  }
  return found.filter(({ start, end }) => end > start);
}

/** The words between lines that are nothing but a bar; without such lines, each line alone. */
function piecesFrom(block: Block, lines: readonly Line[], from: number): Cell[] {
  const { text } = block;
  const pieces: Cell[] = [];
  const isBar = (line: Line | undefined) => line !== undefined && text.charAt(line.start) === '|' && line.end === line.start + 1;
  const parted = isBar(lines[from + 1]);
  for (let at = from; at < lines.length && pieces.length < MOST_PIECES; at++) {
    const line = lines[at];
    if (!line) break;
    if (parted && isBar(line)) continue;
    const last = pieces.at(-1);
    if (parted && last && !isBar(lines[at - 1]))
      pieces[pieces.length - 1] = { ...last, end: line.end, text: text.slice(last.start, line.end) };
    else pieces.push({ ...line, text: text.slice(line.start, line.end) });
  }
  return pieces;
}

/** The words between bars, whether a line of theirs ends with them or not; a cell may go over several lines. */
function barredPieces(text: string, from: number): Cell[] {
  const pieces: Cell[] = [];
  const limit = Math.min(text.length, from + MOST_BARRED);
  for (let start = from; start < limit && pieces.length < MOST_PIECES; ) {
    const bar = text.indexOf('|', start);
    const stop = bar < 0 || bar > limit ? limit : bar;
    const words = text.slice(start, stop);
    const lead = words.length - words.trimStart().length;
    const trimmed = words.trim();
    if (trimmed !== '') pieces.push({ start: start + lead, end: start + lead + trimmed.length, text: trimmed });
    start = stop + 1;
  }
  return pieces;
}

const MOST_BARRED = 60_000;
const MOST_PIECES = 400;
const MOST_TITLES = 8;

/** 序号, 工作任务, 完成情况, and then 1 with its cells, 2 with its cells …, one below the other. */
function bySerial(pieces: readonly Cell[]): TitledCell[] {
  const first = pieces.findIndex(({ text }) => text === '1');
  if (first < 2 || first > MOST_TITLES) return [];
  const titles = pieces.slice(0, first);
  if (!titles.every(({ text }) => isTitle(text)) || !titles.some(({ text }) => moodOf(text))) return [];
  const found: TitledCell[] = titles.map(({ start, end }) => ({ start, end, mood: 'title' }));
  let at = first;
  for (let serial = 1; pieces[at]?.text === String(serial); serial++, at += titles.length)
    for (let column = 1; column < titles.length; column++) {
      const cell = pieces[at + column];
      if (!cell) return found;
      found.push({ start: cell.start, end: cell.end, mood: moodOf(titles[column]?.text ?? '') });
    }
  return found;
}

/** All cells of words under titles in a block, in order. */
export function titledCells(block: Block): TitledCell[] {
  const { text } = block;
  if (!MAYBE.test(text)) return [];
  const lines = filledLines(block);
  const found: TitledCell[] = [];
  let rows: Cell[][] = [];
  const close = () => {
    if (rows.length > 1) found.push(...underTitles(rows));
    rows = [];
  };
  const lastWithin = (cells: readonly TitledCell[], from: number): number => {
    const end = cells.at(-1)?.end ?? 0;
    let at = from;
    while ((lines[at + 1]?.end ?? Number.POSITIVE_INFINITY) <= end) at++;
    return at;
  };
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at];
    if (!line) break;
    if (line.end - line.start === 3 && text.startsWith('序号|', line.start)) {
      close();
      const cells = bySerial(barredPieces(text, line.start));
      found.push(...cells);
      at = lastWithin(cells, at);
      if (cells.length > 0) continue;
    }
    if (line.end - line.start > 1 && hasBar(text, line)) {
      rows.push(barredCells(block, line));
      continue;
    }
    close();
    if (line.end - line.start > LONGEST_CELL || text.slice(line.start, line.end) !== '序号') continue;
    const near = lines.slice(at + 1, at + 2 * MOST_TITLES + 2);
    if (!near.some(({ start, end }) => end - start === 1 && text.charAt(start) === '1')) continue;
    const cells = bySerial(piecesFrom(block, lines, at));
    found.push(...cells);
    at = lastWithin(cells, at);
  }
  close();
  return found;
}

const MAYBE = /\||序号/;
