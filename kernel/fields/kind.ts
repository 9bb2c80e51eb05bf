// The six faces that each kind of field must show here (the seventh, its control, is in ui/fields), plus what some kinds add.
import type { TSchema } from 'typebox';
import type { Field } from './field.ts';

/** Result of reading text or a cell: the value on the wire, or what is wrong and how to mend it, in Chinese. */
export type Parsed<V> = { readonly value: V } | { readonly problem: string };

/** How a list may be filtered by a field of this kind. */
export type FilterOperator = 'contains' | 'equals' | 'in' | 'between' | 'is-true' | 'below';

/** What is known of where a text came from. */
export interface Reading {
  /** The text is the number of a cell that its workbook shows as a date, so a bare number counts days. */
  readonly serialDays?: boolean;
}

export interface FieldKindFaces<V = unknown> {
  /** JSON Schema of the value on the wire; the same object serves OpenAPI, the server's check and the form. */
  schema(field: Field<V>): TSchema;
  /** Reads text typed or found in a cell: full-width digits, thousands commas and blanks are forgiven; a wrong value never is. */
  parse(text: string, field: Field<V>, reading?: Reading): Parsed<V>;
  /** Text for people; `parse(format(v))` gives v back for kinds that a cell can hold. */
  format(value: V, field: Field<V>): string;
  /** PostgreSQL type and the expression that takes the value out of a jsonb column of answers. */
  sql(key: string, field: Field<V>, column?: string): { readonly type: string; readonly expression: string };
  /** Operators offered as filters, none when the kind cannot be searched. */
  filter(field: Field<V>): readonly FilterOperator[];
  /** A plausible value for guides and tests, the same for the same number. */
  sample(field: Field<V>, n: number): V;
  /** What else is wrong with a value that fits its schema (a credit code's check digit); null when nothing is. */
  problem?(value: V, field: Field<V>): string | null;
  /** What a person should look at although it may be right; null when nothing is. */
  warning?(value: V, field: Field<V>): string | null;
  /** The fields that a compound value is made of: each has its own column in a sheet and its own error. */
  parts?(field: Field<V>): Readonly<Record<string, Field>>;
  /** The value that these parts make; only for kinds with parts. */
  join?(parts: Readonly<Record<string, unknown>>): V;
}
