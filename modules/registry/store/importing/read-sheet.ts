// Reads an uploaded workbook by the columns of a kind of import and stages its rows for judging.

import { type CopyRow, copyRows } from '#platform/db/copy.ts';
import type { FileStore } from '#platform/files/store.ts';
import { Refusal } from '#platform/refusal.ts';
import { columnLetters, readTable, readWorkbook, type Table } from '#platform/sheets/sheets.ts';
import type { ImportColumn, ImportContext, ImportKind } from './kind.ts';
import { readCells } from './read-cells.ts';

/** Largest workbook taken, in bytes and rows. */
export const importLimits = { bytes: 30 * 1024 * 1024, rows: 100_000 } as const;

export interface UnderstoodColumn {
  readonly key: string | null;
  readonly header: string;
  readonly label: string | null;
  /** 1 is A; 0 for a column of the kind that the file does not have. */
  readonly column: number;
  readonly note: string | null;
  readonly examples: readonly string[];
}

export interface SheetReading {
  readonly sheet: string;
  readonly rows: number;
  readonly columns: readonly UnderstoodColumn[];
}

const exampleCount = 3;

function understood(table: Table, columns: readonly ImportColumn[], examples: ReadonlyMap<string, readonly string[]>): UnderstoodColumn[] {
  const { header } = table;
  const labels = new Map(columns.map((column) => [column.key, column]));
  const used = header.columns.map(({ key, column, header: text, isUnitAssumed }) => {
    const own = labels.get(key);
    const note = isUnitAssumed === true ? `表头没有写单位，按${own?.shownUnit ?? own?.unit ?? ''}读取` : null;
    return { key, header: text, label: own?.label ?? key, column, note, examples: examples.get(key) ?? [] };
  });
  const unused = header.unknown.map(({ column, header: text, nearest }) => ({
    key: null,
    header: text,
    label: null,
    column,
    note: nearest === undefined ? null : `如果是“${nearest}”，请把表头改成这个名称`,
    examples: [],
  }));
  return [...used, ...unused].sort((a, b) => a.column - b.column);
}

/** Rows of data as they are staged; examples of each column are gathered on the way. */
async function* stagedRows(
  context: ImportContext,
  kind: ImportKind,
  columns: readonly ImportColumn[],
  table: Table,
  is1904: boolean,
  examples: Map<string, string[]>,
  onRows: (rows: number) => void,
): AsyncGenerator<CopyRow, void, undefined> {
  const matched = new Map(table.header.columns.map((column) => [column.key, column]));
  const secret = new Set(columns.flatMap(({ key, isSecret }) => (isSecret === true ? [key] : [])));
  let count = 0;
  for await (const row of table.rows()) {
    if (row.role !== 'data') continue;
    count += 1;
    if (count % 1_000 === 0) onRows(count);
    if (count > importLimits.rows) {
      throw new Refusal('IMPORT_TOO_LONG', `一次最多导入 ${importLimits.rows} 行，请把文件拆成几份分别导入。`, { status: 413 });
    }
    for (const [key, cell] of Object.entries(row.cells)) {
      if (secret.has(key)) continue;
      const own = examples.get(key) ?? [];
      if (cell !== undefined && own.length < exampleCount) examples.set(key, [...own, cell.text.slice(0, 40)]);
    }
    const { values, problems } = readCells(row.cells, columns, matched, is1904);
    const more = kind.finishRow?.(values, context) ?? [];
    const all = row.isHidden
      ? [{ column: null, level: 'warning', message: '该行在文件中被隐藏，仍会导入' }, ...problems, ...more]
      : [...problems, ...more];
    yield [context.by.root, context.region, context.batch, row.number, row.isHidden, values, JSON.stringify(all)];
  }
}

/** Stages every row of the file; `onRows` hears how many were read so far. */
export async function readSheet(
  context: ImportContext,
  kind: ImportKind,
  files: FileStore,
  sha256: string,
  onRows: (rows: number) => void,
): Promise<SheetReading> {
  const columns = kind.columns(context.options, context.by);
  const workbook = await readWorkbook(await files.read(sha256), { bytes: importLimits.bytes });
  const table = await readTable(workbook, columns);
  const examples = new Map<string, string[]>();
  const rows = await copyRows(
    context.db,
    'registry.import_row',
    ['root', 'region', 'batch', 'row', 'hidden', 'values', 'problems'],
    stagedRows(context, kind, columns, table, workbook.is1904, examples, onRows),
  );
  if (rows === 0) throw new Refusal('IMPORT_EMPTY', `工作表“${table.sheet}”的表头下没有数据行，请核对文件。`, { status: 400 });
  return { sheet: table.sheet, rows, columns: understood(table, columns, examples) };
}

/** `第 37 行 C 列 统一社会信用代码`, as people find it in the file. */
export function placeOf(row: number, key: string | null, columns: readonly UnderstoodColumn[]): string {
  const column = columns.find((each) => each.key === key && key !== null);
  return column === undefined ? `第 ${row} 行` : `第 ${row} 行 ${columnLetters(column.column)} 列 ${column.label ?? column.header}`;
}
