// The JSON Schema of a form's answers: the same object serves OpenAPI, the server's check and the browser.
import { type TObject, type TSchema, Type } from 'typebox';
import type { Form } from '../declare/form.ts';
import type { Field } from '../fields/field.ts';
import { facesOf, schemaOf } from '../fields/kinds.ts';
import { rowsSchema } from '../fields/table/index.ts';

export interface SchemaSettings {
  /** A draft: every answer and every cell may still be missing. */
  readonly partial: boolean;
  /** Stored answers also hold what was derived; what comes from outside never does. */
  readonly withDerived?: boolean;
  readonly $id?: string;
}

function fieldSchema(field: Field, settings: SchemaSettings): TSchema {
  if (field.kind !== 'table') return { ...schemaOf(field), title: field.label };
  const { partial, withDerived = false } = settings;
  return { ...rowsSchema(field, { partial, withDerived }, facesOf), title: field.label };
}

/** An object of the answers, in which nothing else may stand. */
export function answersSchema(form: Form, settings: SchemaSettings): TObject {
  const properties: Record<string, TSchema> = {};
  for (const [key, field] of Object.entries(form.fields)) {
    if (field.kind === 'derived' && settings.withDerived !== true) continue;
    const schema = fieldSchema(field, settings);
    const mayMiss = settings.partial || field.optional === true || field.kind === 'derived';
    properties[key] = mayMiss ? Type.Optional(schema) : schema;
  }
  return Type.Object(properties, { additionalProperties: false, ...(settings.$id !== undefined && { $id: settings.$id }) });
}
