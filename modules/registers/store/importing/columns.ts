// Columns of a register's workbook: those of its form's template, each read by the kind of its field.
import type { Register } from '#kernel/declare/register.ts';
import { sheetColumns } from '#kernel/faces/sheet.ts';
import type { Field } from '#kernel/fields/field.ts';
import { facesOf } from '#kernel/fields/kinds.ts';
import { codeColumn, type ImportColumn, nameColumn } from '#modules/registry/contract.ts';

interface SheetField {
  readonly key: string;
  readonly field: Field;
  readonly owner: string;
  readonly part: string | null;
}

/** Fields that a cell can hold, compounds by their parts, in the order of the template. */
function sheetFields(register: Register): SheetField[] {
  return Object.entries(register.form.fields).flatMap(([owner, field]): SheetField[] => {
    const parts = facesOf(field).parts?.(field);
    if (parts === undefined) return [{ key: owner, field, owner, part: null }];
    return Object.entries(parts).map(([part, own]) => ({ key: `${owner}.${part}`, field: own, owner, part }));
  });
}

const readers: Partial<Record<Field['kind'], ImportColumn['reader']>> = {
  money: 'decimal',
  decimal: 'decimal',
  integer: 'integer',
  date: 'day',
  year: 'year',
  'yes-no': 'yes-no',
};

/** What a cell's text means on the wire, or what is wrong with it; the place of a fault names the column already. */
export function wireValue(field: Field, text: string): { readonly value: unknown } | { readonly problem: string } {
  const { kind } = field;
  if (kind === 'integer' || kind === 'year') return judged(field, Number(text));
  if (kind === 'yes-no') return { value: text === 'true' };
  if (kind === 'money' || kind === 'decimal' || kind === 'date') return judged(field, text);
  const read = facesOf(field).parse(text, field);
  return 'problem' in read ? { problem: bare(field, read.problem) } : read;
}

const bare = (field: Field, says: string): string => (says.startsWith(field.label) ? says.slice(field.label.length) : says);

function judged(field: Field, value: unknown): { readonly value: unknown } | { readonly problem: string } {
  const problem = facesOf(field).problem?.(value, field) ?? null;
  return problem === null ? { value } : { problem: bare(field, problem) };
}

const shownUnit = (field: Field): Partial<ImportColumn> => {
  if (field.kind === 'money') return { unit: '元', shownUnit: field.unit ?? '万元' };
  return field.unit === undefined || (field.kind !== 'decimal' && field.kind !== 'integer') ? {} : { unit: field.unit };
};

function columnOf(
  { key, field, owner, part }: SheetField,
  header: string,
  options: readonly string[] | undefined,
  register: Register,
): ImportColumn {
  const isOrganisation = part !== null && register.form.fields[owner]?.kind === 'organisation';
  // Codes and names of organisations are read as everywhere: tidied, judged, and warned of where only the check character fails.
  if (isOrganisation && part === 'uscc') return { ...codeColumn, key, label: header, aliases: codeAliases(register, owner, header) };
  if (isOrganisation && part === 'name')
    return { ...nameColumn, key, label: header, aliases: [register.form.fields[owner]?.label ?? header] };
  return {
    key,
    label: header,
    reader:
      readers[field.kind] ??
      (field.pattern !== undefined ? 'code' : field.kind === 'text' || field.kind === 'long-text' ? 'written' : 'text'),
    maxLength: field.maxLength ?? (field.kind === 'long-text' ? 5000 : 200),
    check: (value) => {
      const read = wireValue(field, value);
      return 'problem' in read ? read.problem : null;
    },
    ...(field.kind === 'decimal' || field.kind === 'money' ? { maySink: true } : {}),
    ...shownUnit(field),
    ...(options === undefined ? {} : { options: options.map((name) => ({ code: name, name })) }),
    // The name of a row must be there to say whom it means; what else a new row needs is judged with the row.
    ...(key === register.title || key === `${register.title}.name` ? { isRequired: true } : {}),
  };
}

/** Where only one organisation stands in a row, its code needs no longer name. */
function codeAliases(register: Register, owner: string, header: string): readonly string[] {
  const organisations = Object.entries(register.form.fields).filter(([, field]) => field.kind === 'organisation');
  return organisations.length === 1 && organisations[0]?.[0] === owner ? [...(codeColumn.aliases ?? []), codeColumn.label] : [header];
}

const made = new WeakMap<Register, readonly ImportColumn[]>();

export function importColumns(register: Register): readonly ImportColumn[] {
  const known = made.get(register);
  if (known !== undefined) return known;
  const fields = new Map(sheetFields(register).map((each) => [each.key, each]));
  const columns = sheetColumns(register.form.fields, 'template').flatMap(({ key, header, options }) => {
    const own = fields.get(key);
    return own === undefined ? [] : [columnOf(own, header, options, register)];
  });
  made.set(register, columns);
  return columns;
}

/** The answers that the cells of a row give: those of cells that say nothing are absent. */
export function answersOf(register: Register, values: Readonly<Record<string, string>>): Record<string, unknown> {
  const answers: Record<string, unknown> = {};
  const parts: Record<string, Record<string, unknown>> = {};
  for (const { key, field, owner, part } of sheetFields(register)) {
    const text = values[key];
    if (text === undefined) continue;
    const read = wireValue(field, text);
    if ('problem' in read) continue;
    if (part === null) answers[owner] = read.value;
    else parts[owner] = { ...parts[owner], [part]: read.value };
  }
  for (const [owner, own] of Object.entries(parts)) {
    const field = register.form.fields[owner];
    if (field !== undefined) answers[owner] = facesOf(field).join?.(own) ?? own;
  }
  return answers;
}

/** Column at which a fault of an answer is shown: its own, or the first of a compound. */
export const columnAt = (register: Register, path: string): string | null => {
  const keys = importColumns(register).map((column) => column.key);
  return keys.find((key) => key === path) ?? keys.find((key) => key.startsWith(`${path}.`)) ?? null;
};
