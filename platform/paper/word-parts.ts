// Runs and tables of a Word paper.
import {
  AlignmentType,
  BorderStyle,
  type FileChild,
  type IRunOptions,
  LineRuleType,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx';
import { type FaceName, faces } from './fonts.ts';
import { blockWidth, size, twips, wholeTable } from './measures.ts';
import type { Block } from './paper.ts';

export const exactly = (points: number) => ({ line: twips(points), lineRule: LineRuleType.EXACT });

export function wordRun(text: string, face: FaceName, points: number, more: IRunOptions = {}): TextRun {
  const { word } = faces[face];
  return new TextRun({ text, font: { ascii: word, hAnsi: word, eastAsia: word, cs: word }, size: points * 2, ...more });
}

const sides = { left: AlignmentType.LEFT, right: AlignmentType.RIGHT, center: AlignmentType.CENTER };
const rule = { style: BorderStyle.SINGLE, size: 4, color: '000000' };

/** Borders all round; the head is repeated on every page, and a row is never torn. */
export function wordTable(it: Extract<Block, { kind: 'table' }>): FileChild[] {
  const total = it.columns.reduce((sum, column) => sum + (column.weight ?? 1), 0);
  const widths = it.columns.map((column) => Math.floor((twips(blockWidth) * (column.weight ?? 1)) / total));
  // Of a table that is not to be parted every row but the last stays with the next.
  const isWhole = it.rows.length <= wholeTable;
  const cell = (text: string, i: number, face: FaceName, align: keyof typeof sides, keepNext: boolean) =>
    new TableCell({
      verticalAlign: VerticalAlign.CENTER,
      width: { size: widths[i] ?? 0, type: WidthType.DXA },
      margins: { top: 40, bottom: 40, left: 80, right: 80 },
      children: [new Paragraph({ alignment: sides[align], spacing: exactly(18), keepNext, children: [wordRun(text, face, size.table)] })],
    });
  const head = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: it.columns.map(({ title }, i) => cell(title, i, 'hei', 'center', true)),
  });
  const rows = it.rows.map(
    (row, at) =>
      new TableRow({
        cantSplit: true,
        children: it.columns.map(({ align = 'left' }, i) => cell(row[i] ?? '', i, 'body', align, isWhole && at < it.rows.length - 1)),
      }),
  );
  const caption =
    it.caption === undefined
      ? []
      : [
          new Paragraph({
            alignment: AlignmentType.CENTER,
            spacing: { before: 120, after: 60, ...exactly(24) },
            keepNext: true,
            children: [wordRun(it.caption, 'hei', 14)],
          }),
        ];
  return [
    ...caption,
    new Table({
      layout: TableLayoutType.FIXED,
      width: { size: twips(blockWidth), type: WidthType.DXA },
      columnWidths: widths,
      borders: { top: rule, bottom: rule, left: rule, right: rule, insideHorizontal: rule, insideVertical: rule },
      rows: [head, ...rows],
    }),
    // Word joins tables that touch, and the text below needs its distance.
    new Paragraph({ spacing: exactly(10), children: [] }),
  ];
}
