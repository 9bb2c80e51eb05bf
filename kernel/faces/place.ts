// Names a place among answers: the path for machines, the label for people.
import type { Field } from '../fields/field.ts';

export type AnyAnswers = Readonly<Record<string, unknown>>;
export type FieldRecord = Readonly<Record<string, Field>>;

/** Where a record of fields stands: the form itself, or one row of a table. */
export interface Frame {
  readonly path: string;
  name(label: string): string;
}

export const wholeForm: Frame = { path: '', name: (label) => label };

export function rowLabel(index: number, label: string): string {
  return `第${index + 1}行 ${label}`;
}

export function rowFrame(path: string, index: number): Frame {
  return { path: `${path}[${index}].`, name: (label) => rowLabel(index, label) };
}

export function isRecord(value: unknown): value is AnyAnswers {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
