// The list of all kinds of field: a kind without its faces does not compile.
import type { TSchema } from 'typebox';
import { address } from './address/index.ts';
import { choice } from './choice/index.ts';
import { choices } from './choices/index.ts';
import { contact } from './contact/index.ts';
import { date } from './date/index.ts';
import { decimal } from './decimal/index.ts';
import { derived } from './derived/index.ts';
import type { Field, FieldKind } from './field.ts';
import { file } from './file/index.ts';
import { integer } from './integer/index.ts';
import type { FieldKindFaces } from './kind.ts';
import { longText } from './long-text/index.ts';
import { money } from './money/index.ts';
import { month } from './month/index.ts';
import { organisation } from './organisation/index.ts';
import { percent } from './percent/index.ts';
import { person } from './person/index.ts';
import { region } from './region/index.ts';
import { tableFaces } from './table/index.ts';
import { text } from './text/index.ts';
import { year } from './year/index.ts';
import { yesNo } from './yes-no/index.ts';

/** The faces by kind. Their value is `unknown` here: check it against the schema of the field before you hand it over. */
export const kinds: Record<FieldKind, FieldKindFaces> = {
  text,
  'long-text': longText,
  integer,
  decimal,
  percent,
  money,
  date,
  month,
  year,
  'yes-no': yesNo,
  choice,
  choices,
  region,
  organisation,
  person,
  file,
  table: tableFaces((column) => facesOf(column)),
  address,
  contact,
  derived,
};

export function facesOf(field: Field): FieldKindFaces {
  return kinds[field.kind];
}

const schemas = new WeakMap<Field, TSchema>();

/** The schema of a field, made once: the same object serves every check. */
export function schemaOf(field: Field): TSchema {
  const known = schemas.get(field);
  if (known !== undefined) return known;
  const schema = facesOf(field).schema(field);
  schemas.set(field, schema);
  return schema;
}
