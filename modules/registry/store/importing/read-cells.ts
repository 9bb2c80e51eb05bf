// Turns the cells of one row into values and problems by the readers of their columns.
import {
  type Cell,
  type MatchedColumn,
  type Reading,
  readCode,
  readDay,
  readDecimal,
  readInteger,
  readOrganisationName,
  readText,
  readWritten,
} from '#platform/sheets/sheets.ts';
import { nameKey } from '../../model/name-keys.ts';
import type { ImportColumn, ImportOption, RowProblem, RowValues } from './kind.ts';

type Options = ReadonlyMap<string, string | null>;
const indexes = new WeakMap<readonly ImportOption[], Options>();

/** Codes by code, name and alias; null where a name stands for several. */
function optionsOf(options: readonly ImportOption[]): Options {
  const known = indexes.get(options);
  if (known !== undefined) return known;
  const index = new Map<string, string | null>();
  for (const { code, name, aliases = [] } of options) {
    for (const text of [code, name, `${code}${name}`, ...aliases]) {
      const key = nameKey(text);
      const other = index.get(key);
      index.set(key, other === undefined || other === code ? code : null);
    }
  }
  indexes.set(options, index);
  return index;
}

function readChoice(cell: Cell | undefined, column: ImportColumn): Reading<string> {
  const read = readText(cell);
  if ('problem' in read || read.value === null) return read;
  const code = optionsOf(column.options ?? []).get(nameKey(read.value));
  if (typeof code === 'string') return { value: code };
  const resolved = column.resolve?.(read.value);
  if (resolved !== undefined) return { value: resolved };
  if (code === null) return { problem: `“${read.value}”对应多个选项，请改填代码` };
  const names = (column.options ?? []).slice(0, 8).map((option) => option.name);
  const count = column.options?.length ?? 0;
  return { problem: `没有“${read.value}”这个选项，可填：${names.join('、')}${count > 8 ? `等 ${count} 项` : ''}` };
}

const yes = new Set(['是', '有', '1', 'y', 'yes', 'true', '√', '✓']);
const no = new Set(['否', '无', '0', 'n', 'no', 'false', '×', '✗']);

function readYesNo(cell: Cell | undefined): Reading<string> {
  const read = readText(cell);
  if ('problem' in read || read.value === null) return read;
  const text = read.value.toLowerCase();
  if (yes.has(text)) return { value: 'true' };
  return no.has(text) ? { value: 'false' } : { problem: `“${read.value}”不能识别，请填“是”或“否”` };
}

function readYear(cell: Cell | undefined): Reading<string> {
  const read = readText(cell);
  if ('problem' in read || read.value === null) return read;
  const year = /^(\d{4}) ?年?(度)?$/.exec(read.value)?.[1];
  return year === undefined ? { problem: `“${read.value}”不是年份，请填四位数字，如 2024` } : { value: year };
}

function readCell(cell: Cell | undefined, column: ImportColumn, exponent: number, is1904: boolean): Reading<string> {
  switch (column.reader) {
    case 'text':
      return readText(cell);
    case 'written':
      return readWritten(cell);
    case 'name':
      return readOrganisationName(cell);
    case 'code':
      return readCode(cell);
    case 'decimal':
      return readDecimal(cell, column.unit ?? '', exponent);
    case 'integer':
      return readInteger(cell, column.unit ?? '', exponent);
    case 'day':
      return readDay(cell, is1904);
    case 'year':
      return readYear(cell);
    case 'choice':
      return readChoice(cell, column);
    case 'yes-no':
      return readYesNo(cell);
  }
}

const tooLong = (value: string, column: ImportColumn): string | null => {
  const limit = column.maxLength ?? (column.reader === 'decimal' || column.reader === 'integer' ? 30 : 200);
  return value.length > limit ? `共 ${value.length} 个字，超过 ${limit} 个字的上限` : null;
};

/** Amounts that `numeric(18,2)` cannot hold are mistakes of unit or of the pen. */
function wrongNumber(value: string, column: ImportColumn): string | null {
  if (column.reader !== 'decimal' && column.reader !== 'integer') return null;
  const [whole = '', fraction = ''] = value.replace('-', '').split('.');
  if (value.startsWith('-') && column.maySink !== true) return '不能为负数';
  if (column.reader === 'integer' && whole.length > 9) return '数值过大，请核对';
  if (whole.length > 16) return `数值过大，请核对单位（${column.unit ?? ''}）`;
  return fraction.length > 2 ? `折合 ${value} ${column.unit ?? ''}，超过两位小数，请四舍五入后填写` : null;
}

export interface ReadRow {
  readonly values: RowValues;
  readonly problems: RowProblem[];
}

/** Reads the matched columns of a row. */
export function readCells(
  cells: Readonly<Partial<Record<string, Cell>>>,
  columns: readonly ImportColumn[],
  matched: ReadonlyMap<string, MatchedColumn>,
  is1904: boolean,
): ReadRow {
  const values: RowValues = {};
  const problems: RowProblem[] = [];
  for (const column of columns) {
    const match = matched.get(column.key);
    if (match === undefined) continue;
    const wrong = (message: string, level: RowProblem['level'] = 'error') => problems.push({ column: column.key, level, message });
    const read = readCell(cells[column.key], column, match.exponent, is1904);
    if ('problem' in read) {
      wrong(read.problem);
      continue;
    }
    if (read.value === null) {
      if (column.isRequired === true) wrong('不能为空');
      continue;
    }
    const value = column.keep?.(read.value) ?? read.value;
    const fault = tooLong(value, column) ?? wrongNumber(value, column) ?? column.check?.(value) ?? null;
    if (fault !== null) wrong(fault);
    else values[column.key] = value;
    const doubt = fault === null ? (column.warn?.(value) ?? null) : null;
    if (doubt !== null) wrong(doubt, 'warning');
  }
  return { values, problems };
}
