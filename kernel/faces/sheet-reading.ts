// Turns the rows of a spreadsheet into answers, with every fault at its cell.
import { Value } from 'typebox/value';
import type { Form } from '../declare/form.ts';
import { shiftPoint } from '../fields/decimal-text.ts';
import type { Field } from '../fields/field.ts';
import type { Parsed } from '../fields/kind.ts';
import { facesOf } from '../fields/kinds.ts';
import { readNumber } from '../fields/number-text.ts';
import { tidyCode } from '../fields/tidy.ts';
import { inspectAnswers, type Problem } from './answers.ts';
import { type FieldRecord, isRecord } from './place.ts';
import { recordNumber, templateSample } from './sheet.ts';

/** A cell as the reader of spreadsheets gives it: text as a person sees it, percentages with their sign, days as 2023-02-01. */
export interface SheetCell {
  readonly row: number;
  /** 1 is A. */
  readonly column: number;
  readonly kind: 'text' | 'number' | 'date' | 'boolean' | 'error' | 'uncalculated';
  readonly text: string;
}

export interface SheetRow {
  readonly number: number;
  /** Cells that hold something, by column key. */
  readonly cells: Readonly<Partial<Record<string, SheetCell>>>;
}

/** Where the columns stand in this file, and the power of ten from their unit to the unit of the field. */
export interface FoundColumn {
  readonly key: string;
  readonly column: number;
  readonly exponent: number;
  /** Row of the field where fields stand below each other. */
  readonly row?: number;
}

export interface CellFault {
  readonly row: number;
  /** Without it the whole row is meant. */
  readonly column?: number;
  readonly label: string;
  /** A whole sentence that names the field. */
  readonly message: string;
}

export interface ReadRecord {
  readonly row: number;
  /** The number that ties rows of tables to their record; null where the sheet has none. */
  readonly number: number | null;
  readonly answers: Record<string, unknown>;
}

export interface ReadRows {
  readonly records: ReadRecord[];
  readonly faults: CellFault[];
  readonly warnings: CellFault[];
}

const dashes = new Set(['', '-', '--', '—', '——', '–', '/', '\\', 'n/a', '空']);

/** In tables of figures a dash or a slash says that there is nothing. */
function saysNothing(text: string): boolean {
  return dashes.has(tidyCode(text).toLowerCase());
}

const figures: ReadonlySet<Field['kind']> = new Set(['integer', 'decimal', 'percent', 'money', 'date', 'month', 'year', 'yes-no']);

/** Reads one cell; undefined when it says nothing. */
export function readCell(cell: SheetCell | undefined, field: Field, exponent = 0): Parsed<unknown> | undefined {
  if (cell === undefined) return undefined;
  if (cell.kind === 'error') return { problem: `${field.label}的单元格是错误值 ${cell.text}，请改正公式或直接填写` };
  if (cell.kind === 'uncalculated') return { problem: `${field.label}的公式没有计算结果，请重新计算并保存，或直接填写` };
  if (saysNothing(cell.text)) return undefined;
  // A spreadsheet keeps fifteen digits of a number; a longer code has lost its end.
  if (cell.kind === 'number' && !figures.has(field.kind) && /\d{16,}/.test(cell.text)) {
    return { problem: `${field.label}被存为数字，15 位以后的数字已丢失，请把该列设为“文本”格式后重新填写` };
  }
  // An apostrophe before a sign is how text is kept from being taken for a formula.
  const text = cell.text.replace(/^'(?=[=+\-@])/, '');
  return facesOf(field).parse(inUnitOf(text, field, exponent), field);
}

/** A bare number of a column in another unit, moved into the unit of the field; a unit in the cell itself wins. */
function inUnitOf(text: string, field: Field, exponent: number): string {
  if (exponent === 0) return text;
  const read = readNumber(text, field.label);
  return 'problem' in read || read.suffix !== '' ? text : shiftPoint(read.number, exponent);
}

/** Fields by column key: those a cell can hold, compounds by their parts. */
function cellFields(fields: FieldRecord): Map<string, { readonly field: Field; readonly owner: string; readonly part: string | null }> {
  const found = new Map<string, { field: Field; owner: string; part: string | null }>();
  for (const [key, field] of Object.entries(fields)) {
    const parts = facesOf(field).parts?.(field);
    if (parts === undefined) found.set(key, { field, owner: key, part: null });
    else for (const [name, part] of Object.entries(parts)) found.set(`${key}.${name}`, { field: part, owner: key, part: name });
  }
  return found;
}

/** What a sheet holds of a form: tables have their own sheets, files and derived values none. */
function cellForm(fields: FieldRecord): Form {
  const own = Object.entries(fields).filter(([, { kind }]) => kind !== 'table' && kind !== 'file' && kind !== 'derived');
  const kept = Object.fromEntries(own);
  return { pages: [{ title: '', fields: kept }], fields: kept };
}

class RowReader {
  readonly #form: Form;
  readonly #fields: ReturnType<typeof cellFields>;
  readonly #columns: ReadonlyMap<string, FoundColumn>;
  readonly faults: CellFault[] = [];
  readonly warnings: CellFault[] = [];

  constructor(fields: FieldRecord, columns: readonly FoundColumn[]) {
    this.#form = cellForm(fields);
    this.#fields = cellFields(this.#form.fields);
    this.#columns = new Map(columns.map((found) => [found.key, found]));
  }

  /** The answers of one row; faults are kept. */
  read({ number: row, cells }: SheetRow): Record<string, unknown> {
    const values: Record<string, unknown> = {};
    const parts: Record<string, Record<string, unknown>> = {};
    const faulty = new Set<string>();
    for (const [key, { field, owner, part }] of this.#fields) {
      const cell = cells[key];
      const read = readCell(cell, field, this.#columns.get(key)?.exponent);
      if (read === undefined) continue;
      if ('problem' in read) {
        faulty.add(owner);
        this.faults.push({ ...this.#place(key, row, cell), label: field.label, message: read.problem });
      } else if (part === null) values[key] = read.value;
      else parts[owner] = { ...parts[owner], [part]: read.value };
    }
    for (const [owner, own] of Object.entries(parts)) {
      const field = this.#form.fields[owner];
      if (field !== undefined && !faulty.has(owner)) values[owner] = facesOf(field).join?.(own) ?? own;
    }
    this.#check(values, faulty, row, cells);
    return values;
  }

  #check(values: Record<string, unknown>, faulty: ReadonlySet<string>, row: number, cells: SheetRow['cells']): void {
    const located = ({ path, label, message }: Problem): CellFault => {
      const key = this.#columns.has(path) ? path : (this.#keyUnder(path) ?? path);
      return { ...this.#place(key, row, cells[key]), label, message };
    };
    const isNew = ({ path }: Problem): boolean => !faulty.has(path.split('.')[0] ?? path);
    const { problems, warnings } = inspectAnswers(this.#form, values, { complete: true });
    this.faults.push(...problems.filter(isNew).map(located));
    this.warnings.push(...warnings.map(located));
  }

  /** A fault of a whole compound is shown at its first column. */
  #keyUnder(path: string): string | undefined {
    return [...this.#columns.keys()].find((key) => key.startsWith(`${path}.`));
  }

  #place(key: string, row: number, cell: SheetCell | undefined): { row: number; column?: number } {
    const found = this.#columns.get(key);
    const column = cell?.column ?? found?.column;
    return { row: cell?.row ?? found?.row ?? row, ...(column !== undefined && { column }) };
  }
}

function numberOf(row: SheetRow): number | null {
  const text = tidyCode(row.cells[recordNumber.key]?.text ?? '');
  return /^\d{1,9}$/.test(text) ? Number(text) : null;
}

function isEmpty(row: SheetRow): boolean {
  return Object.entries(row.cells).every(([key, cell]) => key === recordNumber.key || cell === undefined || saysNothing(cell.text));
}

function inOrder(a: CellFault, b: CellFault): number {
  return a.row - b.row || (a.column ?? 0) - (b.column ?? 0);
}

function readRows(fields: FieldRecord, rows: Iterable<SheetRow>, columns: readonly FoundColumn[]): ReadRows {
  const reader = new RowReader(fields, columns);
  const records: ReadRecord[] = [];
  for (const row of rows) {
    if (isEmpty(row)) continue;
    records.push({ row: row.number, number: numberOf(row), answers: reader.read(row) });
  }
  return { records, faults: reader.faults.sort(inOrder), warnings: reader.warnings.sort(inOrder) };
}

/** Rows that are still the made-up ones of the template are passed over. */
function withoutSamples(read: ReadRows, fields: FieldRecord, samples: readonly unknown[]): ReadRows {
  const kept = cellForm(fields).fields;
  const shown = samples
    .filter(isRecord)
    .map((sample) => Object.fromEntries(Object.entries(sample).filter(([key]) => Object.hasOwn(kept, key))));
  return { ...read, records: read.records.filter(({ answers }) => !shown.some((sample) => Value.Equal(answers, sample))) };
}

/** The records of a sheet with one a row. */
export function readSheetRows(form: Form, rows: Iterable<SheetRow>, columns: readonly FoundColumn[]): ReadRows {
  return withoutSamples(readRows(form.fields, rows, columns), form.fields, [templateSample(form)]);
}

/** The rows of the sheet of one table. */
export function readTableRows(form: Form, table: string, rows: Iterable<SheetRow>, columns: readonly FoundColumn[]): ReadRows {
  const field = form.fields[table];
  if (field?.kind !== 'table') throw new Error(`No table ${table}`);
  const samples = templateSample(form)[table];
  return withoutSamples(readRows(field.columns ?? {}, rows, columns), field.columns ?? {}, Array.isArray(samples) ? samples : []);
}

/** Gives each record its rows of a table by number; rows without a record are faults, and so is a number that two records have. */
export function joinTable(records: readonly ReadRecord[], table: string, label: string, read: ReadRows): CellFault[] {
  const faults: CellFault[] = [];
  const owners = new Map<number, ReadRecord>();
  for (const record of records) {
    if (record.number === null) continue;
    const twin = owners.get(record.number);
    if (twin === undefined) owners.set(record.number, record);
    else faults.push({ row: record.row, label: '序号', message: `序号 ${record.number} 与第 ${twin.row} 行重复，请改为不同的序号` });
  }
  for (const row of read.records) {
    const owner = row.number === null ? undefined : owners.get(row.number);
    if (owner === undefined) {
      faults.push({
        row: row.row,
        label: '主表序号',
        message: `${label}的主表序号${row.number ?? '为空或不是数字'}在主表中找不到，请核对`,
      });
      continue;
    }
    const rows = owner.answers[table];
    owner.answers[table] = [...(Array.isArray(rows) ? rows : []), row.answers];
  }
  return faults;
}
