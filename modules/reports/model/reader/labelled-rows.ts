// Finds rows of tables whose cells hold words with figures: what stands under 指标 is what all figures of its row are of.
import type { Block } from './source-text.ts';
import { type Cell, columnCells, filledLines, isNumberCell, LONGEST_CELL } from './table-cells.ts';

/** `edges` are the offsets at which its cells begin. */
export type LabelledRow = { readonly start: number; readonly end: number; readonly label: string; readonly edges: readonly number[] };

const LABELS = /^(?:指标|指标名称|主要指标|项目|项目名称|名称|事项)$/;
const isTitle = ({ text }: Cell): boolean => text !== '' && text.length <= 16 && !/\d|[，。；：]/.test(text);
const isLabel = (text: string): boolean =>
  /[一-龥]{2}/.test(text) && text.length <= LONGEST_CELL && !/[，。；：]/.test(text) && !isNumberCell(text);

type Range = { readonly start: number; readonly end: number };

/** The rows below a line of titles, as long as they have its cells; those that were read as `tables` of numbers are none. */
export function labelledRows(block: Block, tables: readonly Range[]): LabelledRow[] {
  if (!/指标|项目|名称|事项/.test(block.text)) return [];
  const found: LabelledRow[] = [];
  let head: { readonly columns: number; readonly at: number } | null = null;
  for (const line of filledLines(block)) {
    const cells = columnCells(block, line);
    const at = cells.findIndex(({ text }) => LABELS.test(text));
    if (at >= 0 && cells.length >= 3 && cells.every(isTitle)) {
      head = { columns: cells.length, at };
      continue;
    }
    if (head === null || cells.length !== head.columns) {
      head = null;
      continue;
    }
    const label = cells[head.at]?.text ?? '';
    if (isLabel(label) && !tables.some(({ start, end }) => start <= line.start && line.start < end))
      found.push({ ...line, label, edges: cells.map(({ start }) => start) });
  }
  return found;
}
