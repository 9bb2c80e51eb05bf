// Rows of the same columns, such as the products of a firm. Each cell is a field, and what is wrong with it names its row and column.
import { type TSchema, Type } from 'typebox';
import type { Field } from '../field.ts';
import { jsonValue } from '../json-column.ts';
import type { FieldKindFaces } from '../kind.ts';

export type Row = Readonly<Record<string, unknown>>;
export type Rows = readonly Row[];

const mostRows = 500;

export function columnsOf(field: Field): Readonly<Record<string, Field>> {
  if (field.columns === undefined || Object.keys(field.columns).length === 0) throw new Error(`Table ${field.label} has no columns`);
  return field.columns;
}

export function rowLimits(field: Field): { readonly least: number; readonly most: number } {
  return { least: field.minRows ?? (field.optional === true ? 0 : 1), most: field.maxRows ?? mostRows };
}

export interface RowsSchemaSettings {
  /** In a draft any cell may still be missing, in a complete answer only the optional ones. */
  readonly partial: boolean;
  /** Derived cells have no place on the way in; stored answers have them. */
  readonly withDerived: boolean;
}

/** The rows of a table. */
export function rowsSchema(field: Field, settings: RowsSchemaSettings, facesOf: (column: Field) => FieldKindFaces): TSchema {
  const { partial, withDerived } = settings;
  const properties: Record<string, TSchema> = {};
  for (const [key, column] of Object.entries(columnsOf(field))) {
    if (column.kind === 'derived' && !withDerived) continue;
    const schema = { ...facesOf(column).schema(column), title: column.label };
    properties[key] = partial || column.optional === true ? Type.Optional(schema) : schema;
  }
  const { least, most } = rowLimits(field);
  const row = Type.Object(properties, { additionalProperties: false, description: `${field.label}的一行` });
  return Type.Array(row, { minItems: partial ? 0 : least, maxItems: most, description: `最多 ${most} 行的表` });
}

/** Tables are made for the faces of their columns, which the list of kinds supplies. */
export function tableFaces(facesOf: (column: Field) => FieldKindFaces): FieldKindFaces<Rows> {
  return {
    schema: (field) => rowsSchema(field, { partial: true, withDerived: true }, facesOf),
    parse: (_raw, field) => ({ problem: `${field.label}是一张表，请在同名的工作表中逐行填写` }),
    format: (value) => `共 ${value.length} 行`,
    sql: (key, _field, column) => ({ type: 'jsonb', expression: jsonValue(key, column) }),
    filter: () => [],
    sample(field, n) {
      const { least, most } = rowLimits(field);
      const count = Math.min(most, Math.max(least, 2));
      return Array.from({ length: count }, (_, row) => {
        const cells = Object.entries(columnsOf(field)).filter(([, column]) => column.kind !== 'derived');
        return Object.fromEntries(cells.map(([key, column]) => [key, facesOf(column).sample(column, n * 10 + row)]));
      });
    },
  };
}
