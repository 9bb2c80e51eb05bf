// What a column of a written sheet is, and how its values become cells.
import type { CellValue, Style } from 'exceljs';
import { fitsDouble, shiftDecimal } from './decimal-text.ts';
import { exponentBetween } from './units.ts';

/**
 * `code` is a credit code, number or phone: always text. `money` is given in yuan and shown in the column's unit. `percent` is
 * given as a fraction: 0.05. Decimals are text, so that nothing is lost on the way.
 */
export type ColumnKind = 'text' | 'code' | 'integer' | 'decimal' | 'money' | 'percent' | 'date' | 'year';

export interface SheetColumn {
  readonly key: string;
  readonly header: string;
  /** Shown in the header: 营业收入（万元）. */
  readonly unit?: string;
  readonly kind: ColumnKind;
  /** In characters of half width. */
  readonly width?: number;
  /** A star before the header says that the column must be filled in. */
  readonly isRequired?: boolean;
  /** Values to choose from, for templates. */
  readonly options?: readonly string[];
}

/** The value of a cell: text, a decimal as text or a whole number, a day as 2025-09-25; null or undefined for nothing known. */
export type SheetValue = string | number | null | undefined;
export type SheetRecord = Readonly<Record<string, SheetValue>>;

export function headerText(column: SheetColumn): string {
  return `${column.isRequired ? '*' : ''}${column.header}${column.unit === undefined ? '' : `（${column.unit}）`}`;
}

const longestText = 32_767;

/** Text that no spreadsheet takes for a formula, without the control characters that XML cannot hold. */
export function safeText(text: string): string {
  const plain = text.replaceAll(/[^\P{Cc}\t\n\r]|\p{Noncharacter_Code_Point}|\p{Surrogate}/gu, '');
  const defused = /^[=+\-@\t\r]/.test(plain) ? `'${plain}` : plain;
  return defused.length > longestText ? `${defused.slice(0, longestText - 1)}…` : defused;
}

/** A number cell, or text where a double could not show all digits. */
function numberCell(text: string, places: number): CellValue {
  if (!/^-?\d+(?:\.\d+)?$/.test(text)) return safeText(text);
  const shifted = shiftDecimal(text, places);
  return fitsDouble(shifted) ? Number(shifted) : shifted;
}

export function cellValue(column: SheetColumn, value: SheetValue): CellValue {
  if (value === null || value === undefined || value === '') return null;
  const text = String(value);
  switch (column.kind) {
    case 'text':
    case 'code':
      return safeText(text);
    case 'date':
      return /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : safeText(text);
    case 'money':
      return numberCell(text, exponentBetween('元', column.unit ?? '元') ?? 0);
    default:
      return numberCell(text, 0);
  }
}

const formats: Readonly<Record<ColumnKind, string>> = {
  text: 'General',
  code: '@',
  integer: '#,##0',
  decimal: 'General',
  money: '#,##0.00',
  percent: '0.00%',
  date: 'yyyy-mm-dd',
  year: '0',
};

const usualWidths: Readonly<Record<ColumnKind, number>> = {
  text: 20,
  code: 22,
  integer: 12,
  decimal: 14,
  money: 16,
  percent: 12,
  date: 13,
  year: 8,
};

const isWide = (character: string): boolean => character > '\u2e7f';

/** Chinese characters are two wide. */
const widthOf = (text: string): number => [...text].reduce((width, character) => width + (isWide(character) ? 2 : 1), 0);

export const columnFont = { name: '宋体', size: 11 };

export function columnWidth(column: SheetColumn): number {
  return column.width ?? Math.min(40, Math.max(usualWidths[column.kind], widthOf(headerText(column)) + 4));
}

/** One object for all cells of a column: exceljs looks a style up by identity, and otherwise spells it out for every cell. */
export function columnStyle(column: SheetColumn): Partial<Style> {
  const isText = column.kind === 'text' || column.kind === 'code';
  return {
    numFmt: formats[column.kind],
    font: columnFont,
    alignment: { vertical: 'middle', horizontal: isText ? 'left' : column.kind === 'date' || column.kind === 'year' ? 'center' : 'right' },
  };
}
