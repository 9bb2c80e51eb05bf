// Finds tables that were flattened to one cell a line: 指标, 单位, 2021年, 2022年, and then the rows, as many lines each as the header has.
import { type CellAt, type FoundTable, groupedTable } from './grouped-tables.ts';
import type { Block } from './source-text.ts';
import { type Cell, isData, isNumberCell, type Line, LONGEST_CELL, PROSE } from './table-cells.ts';

const HEADER_START =
  /^(?:(?:主要|具体|考核|统计)?指标(?:名称)?|项目(?:名称)?|名称|类别|地区|区域|各?县市?区|区县|县区市|县市|市县|市州|地市|市别|单位|单位名称|部门|产品名称|企业名称|机构名称|园区|年份|年度|序号|排名|板块|乡镇|镇街)(?:[(（].{1,8}[)）])?$/;
const MOST_COLUMNS = 12;
const MOST_HEADER = 60;

/** The table that begins with the title of its first column on this line, by the width at which most rows are alike. */
export function verticalTable(block: Block, lines: readonly Line[], from: number, captionAt: (line: number) => string): FoundTable | null {
  const cell: CellAt = (index) => {
    const line = lines[index];
    return line && line.end - line.start <= LONGEST_CELL ? { ...line, text: block.text.slice(line.start, line.end) } : null;
  };
  const isNumbered = (index: number) => startsAsNumber(block.text.charCodeAt(lines[index]?.start ?? 0));
  const opening = cell(from);
  const grouped = opening && isNumbered(from + 1) && isNumbered(from + 2) ? groupedTable(cell, from, captionAt) : null;
  if (grouped) return grouped;
  if (!opening || !HEADER_START.test(opening.text)) return null;
  let firstNumber = from + 1;
  while (firstNumber <= from + MOST_HEADER && !isNumbered(firstNumber)) firstNumber++;
  const below = firstNumber > from + MOST_HEADER ? null : groupedTable(cell, firstNumber - 1, captionAt);
  if (below) return below;
  if (firstNumber > from + MOST_COLUMNS + 1) return null;
  let best: Cell[][] = [];
  for (let width = 2; width <= MOST_COLUMNS; width++) {
    // A header holds no number, so it is no wider than this.
    const last = cell(from + width - 1);
    if (!last || isData(last.text) || PROSE.test(last.text)) break;
    const rows = rowsOf(cell, from + width, width);
    if (rows.length * width > best.length * (best[0]?.length ?? 1)) best = rows;
  }
  const width = best[0]?.length ?? 0;
  const end = best.at(-1)?.at(-1)?.end;
  if (best.length === 0 || end === undefined) return null;
  if (best.length === 1 && (best[0]?.filter(({ text }) => isNumberCell(text)).length ?? 0) < 2) return null;
  // 合计 stands without a serial.
  const next = from + width + best.length * width;
  const whole = isData(best[0]?.[0]?.text ?? '') && WHOLE.test(cell(next)?.text ?? '') ? takeFrom(cell, next, width - 1) : null;
  if (whole) best.push(whole);
  const header = Array.from({ length: width }, (_, at) => ({ title: cell(from + at)?.text ?? '', group: '' }));
  return {
    table: { start: opening.start, end: whole?.at(-1)?.end ?? end, caption: captionAt(from), header, rows: best },
    next: next + (whole?.length ?? 0),
  };
}

/** A digit, a sign, or 第. */
const startsAsNumber = (code: number) => (code >= 0x30 && code <= 0x39) || code === 0x2d || code === 0x2b || code === 0x7b2c;

const WHOLE = /^(?:合计|总计|小计|全[市省县区])$/;

/** A short line and behind it numbers alone, so many in all. */
function takeFrom(cell: CellAt, from: number, width: number): Cell[] | null {
  const taken = Array.from({ length: width }, (_, offset) => cell(from + offset)).filter((found) => found !== null);
  return taken.length === width && taken.slice(1).every(({ text }) => isData(text)) ? taken : null;
}

/** Rows of that width in which each column holds numbers, or words, throughout. */
function rowsOf(cell: CellAt, from: number, width: number): Cell[][] {
  const rows: Cell[][] = [];
  for (let at = from; ; at += width) {
    const row: Cell[] = [];
    for (let offset = 0; offset < width; offset++) {
      const found = cell(at + offset);
      if (!found || PROSE.test(found.text)) return rows;
      row.push(found);
    }
    if (!isAlike(row, rows[0]) || !row.some(({ text }) => isNumberCell(text)) || row.every(({ text }) => isData(text))) return rows;
    rows.push(row);
  }
}

/** Numbers stand under numbers and words under words; 合计 may stand where the others have their serial. */
function isAlike(row: readonly Cell[], first: readonly Cell[] | undefined): boolean {
  if (first === undefined) return row.slice(1).some(({ text }) => isData(text));
  return row.every(({ text }, at) => isData(text) === isData(first[at]?.text ?? '') || WHOLE.test(text));
}
