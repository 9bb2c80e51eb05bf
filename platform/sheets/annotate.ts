// Marks faulty cells in a copy of a workbook: colour, a comment that says what is wrong, and a sheet that lists them all.
import type ExcelJS from 'exceljs';
import type { Cell, Worksheet } from 'exceljs';
import { addressOf } from './cell.ts';
import { columnFont, safeText } from './columns.ts';

export interface CellFault {
  /** The first sheet, if not said. */
  readonly sheet?: string;
  readonly row: number;
  /** 1 is A; without it the whole row is meant, and its first cell is marked. */
  readonly column?: number;
  readonly message: string;
}

export const faultSheet = '错误清单';
const marker = '【请改正】';
const faultColour = 'FFFFC7CE';

/** More marks than a person will work through make the file heavy; the list says how many there were. */
const mostMarks = 5_000;

function noteText(cell: Cell): string {
  const note = cell.note;
  if (note === undefined || note === null) return '';
  return typeof note === 'string' ? note : (note.texts ?? []).map((text) => text.text).join('');
}

/** exceljs has no way to take a note off; it keeps one in the cell and one in the cell's model. */
function removeNote(cell: Cell): void {
  Object.assign(cell, { _comment: undefined });
  Object.assign(cell.model, { comment: undefined });
}

/** A file that was marked up, mended in part and handed in again must not keep old marks. */
function clearMarks(sheet: Worksheet): void {
  sheet.eachRow((row) => {
    row.eachCell((cell) => {
      const note = noteText(cell);
      const at = note.indexOf(marker);
      if (at < 0) return;
      removeNote(cell);
      if (at > 0) cell.note = note.slice(0, at).trimEnd();
      if (cell.fill?.type === 'pattern' && cell.fill.fgColor?.argb === faultColour) cell.fill = { type: 'pattern', pattern: 'none' };
    });
  });
}

function mark(sheet: Worksheet, row: number, column: number, messages: readonly string[]): void {
  const cell = sheet.getCell(row, column);
  // Cells of a file share style objects: a copy keeps the colour from spreading over the sheet.
  cell.style = { ...cell.style, fill: { type: 'pattern', pattern: 'solid', fgColor: { argb: faultColour } } };
  const before = noteText(cell);
  cell.note = `${before === '' ? '' : `${before}\n`}${marker}${messages.join('；')}`;
}

const headerFill = { type: 'pattern', pattern: 'solid', fgColor: { argb: faultColour } } as const;

/** `links` tells whether the faulty cells are in this same file. */
function listFaults(workbook: ExcelJS.Workbook, faults: readonly CellFault[], firstSheet: string, links: boolean): void {
  const old = workbook.getWorksheet(faultSheet);
  if (old !== undefined) workbook.removeWorksheet(old.id);
  const sheet = workbook.addWorksheet(faultSheet, { views: [{ state: 'frozen', ySplit: 2 }] });
  sheet.columns = [{ width: 8 }, { width: 20 }, { width: 10 }, { width: 100 }];
  const more = faults.length > mostMarks ? `，仅列出前 ${mostMarks} 处` : '';
  sheet.addRow([`共 ${faults.length} 处需要改正${more}。改正后删去本表，或直接上传即可。`]).font = { ...columnFont, bold: true };
  const header = sheet.addRow(['序号', '工作表', '单元格', '问题']);
  header.eachCell((cell) => {
    cell.style = { font: { ...columnFont, bold: true }, fill: headerFill };
  });
  for (const [index, fault] of faults.slice(0, mostMarks).entries()) {
    const name = fault.sheet ?? firstSheet;
    const address = fault.column === undefined ? `第${fault.row}行` : addressOf(fault.row, fault.column);
    const target = `#'${name.replaceAll("'", "''")}'!${addressOf(fault.row, fault.column ?? 1)}`;
    const row = sheet.addRow([index + 1, safeText(name), links ? { text: address, hyperlink: target } : address, safeText(fault.message)]);
    row.font = columnFont;
    if (links) row.getCell(3).font = { ...columnFont, color: { argb: 'FF0563C1' }, underline: true };
  }
}

const bytesOf = async (workbook: ExcelJS.Workbook): Promise<Uint8Array> => new Uint8Array(await workbook.xlsx.writeBuffer());

/** The original with its faulty cells marked, in its own styles. Loads the whole file, so it is for files of moderate size. */
export async function annotate(original: Uint8Array, faults: readonly CellFault[]): Promise<Uint8Array> {
  const { default: excel } = await import('exceljs');
  const workbook = new excel.Workbook();
  await workbook.xlsx.load(original.slice().buffer);
  const [first] = workbook.worksheets.filter((sheet) => sheet.name !== faultSheet);
  const firstSheet = first?.name ?? 'Sheet1';
  workbook.eachSheet(clearMarks);
  const byCell = new Map<string, CellFault[]>();
  for (const fault of faults.slice(0, mostMarks)) {
    const key = `${fault.sheet ?? firstSheet}\u0000${fault.row}\u0000${fault.column ?? 1}`;
    byCell.set(key, [...(byCell.get(key) ?? []), fault]);
  }
  for (const same of byCell.values()) {
    const [fault] = same;
    const sheet = fault === undefined ? undefined : workbook.getWorksheet(fault.sheet ?? firstSheet);
    if (fault === undefined || sheet === undefined) continue;
    mark(
      sheet,
      fault.row,
      fault.column ?? 1,
      same.map((each) => each.message),
    );
  }
  listFaults(workbook, faults, firstSheet, true);
  return bytesOf(workbook);
}

/** Only the list, for files too large to load whole. */
export async function faultList(faults: readonly CellFault[], firstSheet: string): Promise<Uint8Array> {
  const { default: excel } = await import('exceljs');
  const workbook = new excel.Workbook();
  listFaults(workbook, faults, firstSheet, false);
  return bytesOf(workbook);
}
