// A table on a sheet: finds its header, then gives its rows of data, setting aside totals, notes and repeated headers.
import { Refusal } from '../refusal.ts';
import type { Cell, Row } from './cell.ts';
import { type HeaderMatch, headerProblems, matchHeaders, type TemplateColumn } from './headers.ts';
import type { Workbook, WorkbookSheet } from './read-workbook.ts';
import { cleanText, isBlankText } from './values.ts';

/** `numbering` is the line of column numbers below the header of official forms: 甲 乙 1 2 3. */
export type RowRole = 'data' | 'total' | 'note' | 'numbering' | 'header' | 'blank';

export interface TableRow {
  readonly number: number;
  readonly isHidden: boolean;
  readonly role: RowRole;
  /** Cells of the matched columns that hold something, by template key. */
  readonly cells: Readonly<Partial<Record<string, Cell>>>;
}

export interface Table {
  readonly sheet: string;
  readonly header: HeaderMatch;
  rows(): AsyncGenerator<TableRow, void, undefined>;
}

const total = /^(?:合计|总计|小计|累计|共计|平均值?)(?:[数:(].*)?$|^其中(?:[:,、]|$)|^.{0,10}(?:合计|小计|总计)$/;
const note =
  /^(?:注|备注|附注|说明|填表说明|填报说明|填表人|制表人?|审核人?|单位负责人|负责人|填报单位|填报日期|联系电话|报出日期|数据来源)[\d一二三]*(?:[:、.]|$)/;

/** Roles are told by what the row says, given that it was not said in a row of data. */
export function roleOf(row: Row, header: HeaderMatch): RowRole {
  const filled = row.cells.filter((cell): cell is Cell => cell !== undefined && !isBlankText(cell.text));
  const [first] = filled;
  if (first === undefined) return row.cells.some((cell) => cell?.kind === 'uncalculated') ? 'data' : 'blank';
  const texts = filled.map((cell) => cleanText(cell.text).replaceAll(' ', ''));
  const [lead = ''] = texts;
  // Numbers before the word do not hide it: a running number and then 合计.
  if (texts.slice(0, 2).some((text) => total.test(text))) return 'total';
  if (texts.every((text) => /^(?:[甲乙丙丁戊]|\d{1,3})$/.test(text)) && filled.length >= 3 && isSequence(texts)) return 'numbering';
  const headers = new Map(header.columns.map((column) => [column.column, cleanText(column.header.split('/').at(-1) ?? '')]));
  const repeated = filled.filter((cell) => headers.get(cell.column) === cleanText(cell.text)).length;
  if (repeated >= 2 && repeated * 2 > filled.length) return 'header';
  if (filled.length <= 2 && note.test(lead)) return 'note';
  // A long sentence alone in its row is a remark, not the name of an enterprise.
  return filled.length === 1 && lead.length > 40 ? 'note' : 'data';
}

function isSequence(texts: readonly string[]): boolean {
  const numbers = texts.filter((text) => /^\d/.test(text)).map(Number);
  return (
    numbers.every((number, index) => index === 0 || number === (numbers[index - 1] ?? 0) + 1) && numbers[0] !== undefined && numbers[0] <= 1
  );
}

function tableRow(row: Row, header: HeaderMatch): TableRow {
  const cells: Record<string, Cell> = {};
  for (const { key, column } of header.columns) {
    const cell = row.cells[column - 1];
    if (cell !== undefined) cells[key] = cell;
  }
  return { number: row.number, isHidden: row.isHidden, role: roleOf(row, header), cells };
}

async function* tableRows(sheet: WorkbookSheet, header: HeaderMatch): AsyncGenerator<TableRow, void, undefined> {
  for await (const row of sheet.rows()) {
    if (row.number > header.lastRow) yield tableRow(row, header);
  }
}

async function firstRows(sheet: WorkbookSheet, count: number): Promise<Row[]> {
  const rows: Row[] = [];
  for await (const row of sheet.rows()) {
    rows.push(row);
    if (rows.length >= count) break;
  }
  return rows;
}

/** The table of one sheet, or undefined when its first rows hold no header of the template. */
export async function findTable(sheet: WorkbookSheet, template: readonly TemplateColumn[]): Promise<Table | undefined> {
  const header = matchHeaders(await firstRows(sheet, 40), template);
  return header === undefined ? undefined : { sheet: sheet.name, header, rows: () => tableRows(sheet, header) };
}

/** The sheet whose header fits the template best, visible sheets first. Refuses, saying why, when none can be read. */
export async function readTable(workbook: Workbook, template: readonly TemplateColumn[]): Promise<Table> {
  let best: Table | undefined;
  const inOrder = [...workbook.sheets].sort((a, b) => Number(a.isHidden) - Number(b.isHidden));
  for (const sheet of inOrder) {
    const table = await findTable(sheet, template);
    if (table !== undefined && table.header.columns.length > (best?.header.columns.length ?? 0)) best = table;
  }
  if (best === undefined) {
    const labels = template.slice(0, 6).map((column) => `“${column.label}”`);
    throw new Refusal('SHEET_NO_HEADER', `没有找到表头。表头应含有${labels.join('、')}等列，请对照模板核对后再上传。`, { status: 400 });
  }
  const problems = headerProblems(best.header, template);
  if (problems.length > 0) {
    const details = problems.map((message) => ({ where: `${best.sheet}!${best.header.firstRow}`, message }));
    throw new Refusal('SHEET_HEADER', `工作表“${best.sheet}”的表头有问题：${problems.join('；')}。`, { status: 400, details });
  }
  return best;
}
