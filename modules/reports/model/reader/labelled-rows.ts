// Finds rows of tables whose cells hold words with figures: what stands under 指标 is what all figures of its row are of.
import type { Block } from './source-text.ts';
import { type Cell, columnCells, filledLines, isNumberCell, type Line, LONGEST_CELL } from './table-cells.ts';

type Range = { readonly start: number; readonly end: number };

/** `edges` are the offsets at which its cells begin; `marks` are its cells of running numbers and sources, which count nothing. */
export type LabelledRow = Range & { readonly label: string; readonly edges: readonly number[]; readonly marks: readonly Range[] };

const LABELS = /^(?:指标|指标名称|主要指标|项目|项目名称|名称|事项)$/;
const MARKS = /^(?:序号|编号|来源|出处|页码)$/;
const isTitle = ({ text }: Cell): boolean => text !== '' && text.length <= 16 && !/\d|[，。；：]/.test(text);
const isLabel = (text: string): boolean =>
  /[一-龥]{2}/.test(text) && text.length <= LONGEST_CELL && !/[，。；：]/.test(text) && !isNumberCell(text);

interface Row {
  readonly line: Line;
  readonly cells: readonly Cell[];
}

/** Whether no cell but those of marks is a plain number: then its numbers all stand among words, and the rows are no table of numbers. */
const isOfWords = (titles: readonly Cell[], rows: readonly Row[]): boolean =>
  rows.every(({ cells }) => cells.every(({ text }, at) => MARKS.test(titles[at]?.text ?? '') || !isNumberCell(text)));

function labelled(titles: readonly Cell[], rows: readonly Row[], tables: readonly Range[]): LabelledRow[] {
  const labelAt = titles.findIndex(({ text }) => LABELS.test(text));
  const ofWords = isOfWords(titles, rows);
  return rows.flatMap(({ line, cells }) => {
    const label = cells[labelAt]?.text ?? '';
    const isCounted = !ofWords && tables.some(({ start, end }) => start <= line.start && line.start < end);
    if (!isLabel(label) || isCounted) return [];
    const marks = cells.filter((_, at) => MARKS.test(titles[at]?.text ?? ''));
    return [{ ...line, label, edges: cells.map(({ start }) => start), marks }];
  });
}

/** The rows below a line of titles, as long as they have its cells; in a table of numbers only those that are none of `tables`. */
export function labelledRows(block: Block, tables: readonly Range[]): LabelledRow[] {
  if (!/指标|项目|名称|事项/.test(block.text)) return [];
  const found: LabelledRow[] = [];
  let titles: readonly Cell[] = [];
  let rows: Row[] = [];
  const close = (next: readonly Cell[]) => {
    found.push(...labelled(titles, rows, tables));
    titles = next;
    rows = [];
  };
  for (const line of filledLines(block)) {
    const cells = columnCells(block, line);
    if (cells.length >= 3 && cells.every(isTitle) && cells.some(({ text }) => LABELS.test(text))) close(cells);
    else if (titles.length > 0 && cells.length === titles.length) rows.push({ line, cells });
    else if (titles.length > 0) close([]);
  }
  close([]);
  return found;
}
