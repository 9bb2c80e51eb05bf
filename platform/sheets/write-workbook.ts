// Writes a workbook as a stream: rows go out as they come, so an export of any length needs little memory.
import { once } from 'node:events';
import { PassThrough, type Writable } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import type ExcelJS from 'exceljs';
import type { DataValidation, Style, Worksheet } from 'exceljs';
import { Refusal } from '../refusal.ts';
import { addressOf, columnLetters } from './cell.ts';
import { cellValue, columnFont, columnStyle, columnWidth, headerText, type SheetColumn, type SheetRecord, safeText } from './columns.ts';

export type { SheetColumn, SheetRecord, SheetValue } from './columns.ts';

export interface SheetContent {
  readonly name: string;
  /** A line above the header, over all columns. */
  readonly title?: string;
  readonly columns: readonly SheetColumn[];
  readonly rows: Iterable<SheetRecord> | AsyncIterable<SheetRecord>;
}

export interface WorkbookOptions {
  /** Lines of a further sheet 说明: how to fill in, where figures come from, as of when. */
  readonly notes?: readonly string[];
  /** A template gets choices in its cells, and no filter in its header. */
  readonly isTemplate?: boolean;
}

const headerStyle: Partial<Style> = {
  font: { ...columnFont, bold: true },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFDCE6F1' } },
  alignment: { vertical: 'middle', horizontal: 'center', wrapText: true },
  border: { bottom: { style: 'thin', color: { argb: 'FF8EA9C8' } } },
};

const titleStyle: Partial<Style> = {
  font: { ...columnFont, size: 14, bold: true },
  alignment: { vertical: 'middle', horizontal: 'center' },
};

/** Names of sheets are at most 31 characters, unlike each other, and free of seven characters. */
function sheetName(wanted: string, taken: Set<string>): string {
  const plain =
    wanted
      .replaceAll(/[[\]:*?/\\]/g, ' ')
      .replaceAll(/^'|'$/g, '')
      .trim()
      .slice(0, 31) || 'Sheet';
  let name = plain;
  for (let n = 2; taken.has(name.toLowerCase()); n += 1) name = `${plain.slice(0, 31 - String(n).length - 2)}(${n})`;
  taken.add(name.toLowerCase());
  return name;
}

const choicesSheet = '选项';
const rowsWithChoices = 5_000;

/** exceljs writes the validations of a streamed sheet but leaves them out of its types. */
interface WithValidations {
  readonly dataValidations: { add(range: string, validation: DataValidation): void };
}

function offerChoices(sheet: Worksheet, columns: readonly SheetColumn[], firstRow: number, choices: string[][]): void {
  for (const [index, { options, header }] of columns.entries()) {
    if (options === undefined || options.length === 0) continue;
    choices.push([...options]);
    const letters = columnLetters(choices.length);
    const own = columnLetters(index + 1);
    (sheet as unknown as WithValidations).dataValidations.add(`${own}${firstRow}:${own}${firstRow + rowsWithChoices}`, {
      type: 'list',
      allowBlank: true,
      formulae: [`'${choicesSheet}'!$${letters}$1:$${letters}$${options.length}`],
      showErrorMessage: true,
      errorTitle: header,
      error: `请从下拉列表中选择“${header}”`,
    });
  }
}

/** Waits for the reader, and for the rest of the process: a long export must not starve other requests. */
async function giveWay(output: Writable): Promise<void> {
  if (output.writableNeedDrain) {
    const either = new AbortController();
    const { signal } = either;
    await Promise.race([once(output, 'drain', { signal }), once(output, 'close', { signal })]).finally(() => either.abort());
  }
  await setImmediate();
  if (output.destroyed) throw new Refusal('EXPORT_STOPPED', '下载已中断，文件没有导出完。', { status: 409 });
}

const mostRows = 1_048_000;

async function writeSheet(sheet: Worksheet, content: SheetContent, output: Writable): Promise<void> {
  const { columns, title } = content;
  const styles = columns.map(columnStyle);
  // The column's own style holds for cells yet to be filled in: a credit code typed into a template stays text.
  sheet.columns = columns.map((column, index) => ({ width: columnWidth(column), style: { numFmt: styles[index]?.numFmt } }));
  if (title !== undefined) {
    const row = sheet.addRow([safeText(title)]);
    row.height = 26;
    Object.assign(row.getCell(1), { style: titleStyle });
    if (columns.length > 1) sheet.mergeCells(1, 1, 1, columns.length);
    row.commit();
  }
  const header = sheet.addRow(columns.map((column) => safeText(headerText(column))));
  header.height = 32;
  header.eachCell((cell) => Object.assign(cell, { style: headerStyle }));
  header.commit();
  let count = 0;
  for await (const record of content.rows) {
    const row = sheet.addRow(columns.map((column) => cellValue(column, record[column.key])));
    row.eachCell((cell, column) => Object.assign(cell, { style: styles[column - 1] }));
    row.commit();
    count += 1;
    if (count > mostRows) throw new Refusal('EXPORT_TOO_LONG', `一张工作表最多 ${mostRows} 行，请缩小导出范围。`);
    if (count % 50 === 0) await giveWay(output);
  }
}

function writeNotes(workbook: ExcelJS.stream.xlsx.WorkbookWriter, name: string, notes: readonly string[]): void {
  const sheet = workbook.addWorksheet(name);
  sheet.columns = [{ width: 100, style: { font: columnFont, alignment: { wrapText: true, vertical: 'top' } } }];
  for (const note of notes) sheet.addRow([safeText(note)]).commit();
  sheet.commit();
}

function writeChoices(workbook: ExcelJS.stream.xlsx.WorkbookWriter, choices: readonly string[][]): void {
  const sheet = workbook.addWorksheet(choicesSheet, { state: 'veryHidden' });
  const longest = Math.max(...choices.map((each) => each.length));
  for (let row = 0; row < longest; row += 1) sheet.addRow(choices.map((each) => safeText(each[row] ?? ''))).commit();
  sheet.commit();
}

/** Writes sheets to a stream, such as a reply or a file, and ends it. */
export async function writeWorkbook(output: Writable, sheets: readonly SheetContent[], options: WorkbookOptions = {}): Promise<void> {
  // Loaded when a workbook is written: it is large, and most commands write none.
  const { default: excel } = await import('exceljs');
  const workbook = new excel.stream.xlsx.WorkbookWriter({ stream: output, useStyles: true, useSharedStrings: false });
  const taken = new Set([choicesSheet]);
  const choices: string[][] = [];
  const finished = once(output, 'finish');
  // A broken connection is reported below; without a listener it would end the process.
  finished.catch(() => {});
  for (const content of sheets) {
    const headerRow = content.title === undefined ? 1 : 2;
    const sheet = workbook.addWorksheet(sheetName(content.name, taken), {
      views: [{ state: 'frozen', ySplit: headerRow, topLeftCell: addressOf(headerRow + 1, 1) }],
    });
    if (options.isTemplate) offerChoices(sheet, content.columns, headerRow + 1, choices);
    await writeSheet(sheet, content, output);
    if (!options.isTemplate)
      sheet.autoFilter = { from: { row: headerRow, column: 1 }, to: { row: headerRow, column: content.columns.length } };
    sheet.commit();
  }
  if (options.notes !== undefined && options.notes.length > 0) writeNotes(workbook, sheetName('说明', taken), options.notes);
  if (choices.length > 0) writeChoices(workbook, choices);
  await workbook.commit();
  await finished;
}

/** The same as bytes, for templates, attachments and short lists. */
export async function workbookBytes(sheets: readonly SheetContent[], options: WorkbookOptions = {}): Promise<Buffer> {
  const output = new PassThrough();
  const pieces: Buffer[] = [];
  output.on('data', (piece: Buffer) => pieces.push(piece));
  await writeWorkbook(output, sheets, options);
  return Buffer.concat(pieces);
}
