// Describes the spreadsheets of a form: which sheets, columns, units, choices, remarks and samples; another part writes the file.
import type { Form } from '../declare/form.ts';
import type { Field, FieldKind } from '../fields/field.ts';
import { facesOf } from '../fields/kinds.ts';
import { rowLimits } from '../fields/table/index.ts';
import { type AnyAnswers, type FieldRecord, isRecord } from './place.ts';
import { sampleAnswers } from './sample.ts';

/** How a cell holds its value: `code` is always text, `money` is given in yuan and `percent` as a fraction. */
export type SheetColumnKind = 'text' | 'code' | 'integer' | 'decimal' | 'money' | 'percent' | 'date' | 'year';

export interface SheetColumn {
  /** Key of the field, with that of the part for compounds: `income`, `contact.phone`. */
  readonly key: string;
  readonly header: string;
  /** Shown behind the header: 总收入（万元）. */
  readonly unit?: string;
  readonly kind: SheetColumnKind;
  readonly isRequired: boolean;
  /** Names to choose from. */
  readonly options?: readonly string[];
  /** How to fill it in, as a remark on the header. */
  readonly comment?: string;
}

export type SheetValue = string | number | null;
export type SheetRecord = Readonly<Record<string, SheetValue>>;

export interface SheetDescription {
  readonly name: string;
  /** `rows`: one record a row. `lines`: one record in all, its fields below each other, label before value. */
  readonly layout: 'rows' | 'lines';
  /** Key of the table whose rows these are; null for the form itself. */
  readonly table: string | null;
  readonly columns: readonly SheetColumn[];
  readonly samples: readonly SheetRecord[];
}

/** Column of the record's number in a sheet of records that have tables, and of its counterpart in the sheets of the tables. */
export const recordNumber: SheetColumn = { key: '#', header: '序号', kind: 'integer', isRequired: true };
export const ownerNumber: SheetColumn = {
  key: '#',
  header: '主表序号',
  kind: 'integer',
  isRequired: true,
  comment: '填主表中对应一行的序号',
};

const kinds: Partial<Record<FieldKind, SheetColumnKind>> = {
  integer: 'integer',
  decimal: 'decimal',
  percent: 'percent',
  money: 'money',
  date: 'date',
  year: 'year',
  // As a date a spreadsheet would add a day that nobody meant.
  month: 'code',
};

function columnKind(field: Field): SheetColumnKind {
  if (field.kind === 'text') return field.pattern === undefined ? 'text' : 'code';
  if (field.kind === 'derived') return field.unit === undefined ? 'text' : 'decimal';
  return kinds[field.kind] ?? 'text';
}

function optionNames(field: Field): string[] | undefined {
  if (field.kind === 'yes-no') return ['是', '否'];
  if (field.options === undefined || (field.kind !== 'choice' && field.kind !== 'region')) return undefined;
  return field.options.map((option) => facesOf(field).format(option.code, field));
}

const remarks: Partial<Record<FieldKind, string>> = {
  percent: '填百分数，如 5 或 5%',
  date: '写作 2023-02-01',
  month: '写作 2023-02',
  year: '填四位数字',
};

function commentOf(field: Field): string | undefined {
  const names = field.kind === 'choices' ? `可填多项，用“；”分开：${(field.options ?? []).map(({ name }) => name).join('；')}` : undefined;
  const said = [field.help, remarks[field.kind], names, field.kind === 'money' ? `以${field.unit ?? '万元'}为单位` : undefined];
  const lines = said.filter((line) => line !== undefined);
  return lines.length === 0 ? undefined : lines.join('。');
}

function column(key: string, field: Field, isRequired: boolean): SheetColumn {
  const [options, comment] = [optionNames(field), commentOf(field)];
  const unit = field.unit ?? (field.kind === 'percent' ? '%' : undefined);
  return {
    key,
    header: field.label,
    kind: columnKind(field),
    isRequired,
    ...(unit !== undefined && { unit }),
    ...(options !== undefined && { options }),
    ...(comment !== undefined && { comment }),
  };
}

/** What a sheet is for: `template` is filled in and read back, `export` shows what is known, derived values and file names too. */
export type SheetPurpose = 'template' | 'export';

/** One column for a simple field, one for each part of a compound, none for what a cell cannot hold. */
function columnsOfField(key: string, field: Field, purpose: SheetPurpose): SheetColumn[] {
  if (field.kind === 'table') return [];
  if (purpose === 'template' && (field.kind === 'file' || field.kind === 'derived')) return [];
  const isRequired = field.optional !== true && field.kind !== 'derived';
  const parts = facesOf(field).parts?.(field);
  if (parts === undefined) return [column(key, field, isRequired)];
  return Object.entries(parts).map(([name, part]) => column(`${key}.${name}`, part, isRequired && part.optional !== true));
}

/** Columns of a record of fields; where two have one header, the second says its key too, so that each can be found again. */
export function sheetColumns(fields: FieldRecord, purpose: SheetPurpose): SheetColumn[] {
  const seen = new Set<string>();
  return Object.entries(fields)
    .flatMap(([key, field]) => columnsOfField(key, field, purpose))
    .map((own) => {
      const header = seen.has(own.header) ? `${own.header}【${own.key}】` : own.header;
      seen.add(header);
      return { ...own, header };
    });
}

/** The columns as the reader of spreadsheets looks for them: values are wanted in the unit of the field, which the template prints. */
export function wantedColumns(columns: readonly SheetColumn[]): {
  readonly key: string;
  readonly label: string;
  readonly unit?: string;
  readonly isRequired: boolean;
}[] {
  return columns.map(({ key, header, unit, isRequired }) => ({ key, label: header, isRequired, ...(unit !== undefined && { unit }) }));
}

function cellOf(field: Field, value: unknown): SheetValue {
  if (value === undefined || value === null || value === '') return null;
  const kind = columnKind(field);
  // Figures and days stay as on the wire, so that the cell holds a number or a day; the rest is text for people.
  if (kind !== 'text' && kind !== 'code' && (typeof value === 'string' || typeof value === 'number')) return value;
  return facesOf(field).format(value, field);
}

/** The cells of one record by column key. */
export function sheetRecord(fields: FieldRecord, answers: AnyAnswers): SheetRecord {
  const record: Record<string, SheetValue> = {};
  for (const [key, field] of Object.entries(fields)) {
    if (field.kind === 'table') continue;
    const value = answers[key];
    const parts = facesOf(field).parts?.(field);
    if (parts === undefined) record[key] = cellOf(field, value);
    else for (const [name, part] of Object.entries(parts)) record[`${key}.${name}`] = cellOf(part, isRecord(value) ? value[name] : null);
  }
  return record;
}

/** The made-up record that templates show. */
export function templateSample(form: Form): Record<string, unknown> {
  return sampleAnswers(form, 1);
}

function tablesOf(form: Form): [string, Field][] {
  return Object.entries(form.fields).filter(([, field]) => field.kind === 'table');
}

function rowsIn(answers: AnyAnswers, key: string): AnyAnswers[] {
  const rows = answers[key];
  return Array.isArray(rows) ? rows.filter(isRecord) : [];
}

function tableSheet(key: string, field: Field, answers: AnyAnswers, owner: boolean): SheetDescription {
  const columns = field.columns ?? {};
  const samples = rowsIn(answers, key).map((row) => ({ ...(owner && { [ownerNumber.key]: 1 }), ...sheetRecord(columns, row) }));
  const own = sheetColumns(columns, 'template');
  return { name: field.label, layout: 'rows', table: key, columns: owner ? [ownerNumber, ...own] : own, samples };
}

/** A sheet with one record a row, and one for each table, tied to it by number: for registers and lists. */
export function recordSheets(form: Form, name: string): SheetDescription[] {
  const tables = tablesOf(form);
  const answers = templateSample(form);
  const own = sheetColumns(form.fields, 'template');
  const hasTables = tables.length > 0;
  const sample = { ...(hasTables && { [recordNumber.key]: 1 }), ...sheetRecord(form.fields, answers) };
  const main: SheetDescription = {
    name,
    layout: 'rows',
    table: null,
    columns: hasTables ? [recordNumber, ...own] : own,
    samples: [sample],
  };
  return [main, ...tables.map(([key, field]) => tableSheet(key, field, answers, true))];
}

/** A sheet for each page with its fields below each other, and one for each table: for a single application. */
export function formSheets(form: Form): SheetDescription[] {
  const answers = templateSample(form);
  const headers = new Map(sheetColumns(form.fields, 'template').map((own) => [own.key, own]));
  return form.pages.flatMap(({ title, fields }) => {
    const keys = sheetColumns(fields, 'template').map(({ key }) => key);
    const columns = keys.flatMap((key) => headers.get(key) ?? []);
    const lines: SheetDescription = { name: title, layout: 'lines', table: null, columns, samples: [sheetRecord(fields, answers)] };
    const tables = Object.entries(fields).filter(([, field]) => field.kind === 'table');
    const own = tables.map(([key, field]) => tableSheet(key, field, answers, false));
    return columns.length === 0 ? own : [lines, ...own];
  });
}

/** Lines of advice for the sheet of remarks. */
export function sheetNotes(form: Form): string[] {
  const rows = tablesOf(form).map(([, field]) => {
    const { least, most } = rowLimits(field);
    return `“${field.label}”每份${least === 0 ? '' : `至少 ${least} 行，`}最多 ${most} 行。`;
  });
  const files = Object.values(form.fields).filter((field) => field.kind === 'file');
  const names = files.map(({ label }) => label).join('、');
  const notes = ['带 * 的为必填项；没有的留空，不要填 0 或“无”。', '示例为虚构内容，填报前请删去。', ...rows];
  return files.length === 0 ? notes : [...notes, `附件（${names}）请在系统中上传。`];
}
