// Answers as text for people: the read-only view, the printed page, the record of what changed.
import { Value } from 'typebox/value';
import type { Form } from '../declare/form.ts';
import type { Field } from '../fields/field.ts';
import { facesOf, schemaOf } from '../fields/kinds.ts';
import type { AnyAnswers } from './place.ts';

export interface PrintedColumn {
  readonly key: string;
  readonly label: string;
  readonly unit: string | null;
}

export interface PrintedLine extends PrintedColumn {
  /** Empty when there is no answer. */
  readonly text: string;
  /** The rows of a table, cell by cell in the order of its columns. */
  readonly table: { readonly columns: readonly PrintedColumn[]; readonly rows: readonly (readonly string[])[] } | null;
}

export interface PrintedPage {
  readonly title: string;
  readonly lines: readonly PrintedLine[];
}

/** Text of a value; one from an older edition that no longer fits its field is shown as it stands rather than hidden. */
export function printValue(field: Field, value: unknown): string {
  if (value === undefined || value === null) return '';
  if (field.kind === 'table') return Array.isArray(value) ? `共 ${value.length} 行` : '';
  if (Value.Check(schemaOf(field), value)) return facesOf(field).format(value, field);
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function column(key: string, field: Field): PrintedColumn {
  return { key, label: field.label, unit: field.unit ?? null };
}

function printTable(field: Field, value: unknown): PrintedLine['table'] {
  if (field.kind !== 'table') return null;
  const columns = Object.entries(field.columns ?? {});
  const rows: unknown[] = Array.isArray(value) ? value : [];
  return {
    columns: columns.map(([key, cell]) => column(key, cell)),
    rows: rows.map((row) => columns.map(([key, cell]) => printValue(cell, (row as AnyAnswers | null)?.[key]))),
  };
}

/** The pages of a form with the text of every answer, the unanswered included. */
export function printAnswers(form: Form, answers: AnyAnswers): PrintedPage[] {
  return form.pages.map(({ title, fields }) => ({
    title,
    lines: Object.entries(fields).map(([key, field]) => ({
      ...column(key, field),
      text: printValue(field, answers[key]),
      table: printTable(field, answers[key]),
    })),
  }));
}
