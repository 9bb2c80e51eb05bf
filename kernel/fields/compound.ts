// Values made of parts, such as a contact: each part is a field of its own.
import { type TObject, type TSchema, Type } from 'typebox';
import type { Field } from './field.ts';

/** Signs that separate the parts of a compound written into one cell. */
export const separator = /[，,;；\t\n]/;

type Faces = { schema(field: Field): TSchema };

/** The object of the parts; optional parts may be left out. */
export function partsSchema(parts: Readonly<Record<string, Field>>, faces: Faces, description: string): TObject {
  const properties: Record<string, TSchema> = {};
  for (const [key, part] of Object.entries(parts)) {
    const schema = faces.schema(part);
    properties[key] = part.optional === true ? Type.Optional(schema) : schema;
  }
  return Type.Object(properties, { additionalProperties: false, description });
}

/** A value of the parts that are there. */
export function present(parts: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined && value !== ''));
}
