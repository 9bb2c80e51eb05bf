// A street address within a region.
import { type TSchema, Type } from 'typebox';
import type { Address, Field, FieldSettings } from '../field.ts';
import { jsonText } from '../json-column.ts';
import type { FieldKindFaces, Parsed } from '../kind.ts';
import { region } from '../region/index.ts';
import { text } from '../text/index.ts';
import { tidyLine } from '../tidy.ts';

function parts(field: Field): { readonly region: Field<string>; readonly street: Field<string> } {
  const options: FieldSettings = field.options === undefined ? {} : { options: field.options };
  return {
    region: { kind: 'region', label: `${field.label}所在地区`, ...options },
    street: { kind: 'text', label: `${field.label}详细地址` },
  };
}

/** The region stands in front: a code or name before a blank, or else the longest name that the text begins with. */
function split(raw: string, field: Field): { readonly region: string; readonly street: string } {
  const line = tidyLine(raw);
  const names = (field.options ?? []).map((option) => region.format(option.code, parts(field).region));
  const longest = names.filter((name) => line.startsWith(name)).sort((a, b) => b.length - a.length)[0];
  const head = longest ?? /^\S+/.exec(line)?.[0] ?? '';
  return { region: head, street: line.slice(head.length).trim() };
}

export const address: FieldKindFaces<Address> = {
  schema(field) {
    const own = parts(field);
    const properties: Record<keyof Address, TSchema> = { region: region.schema(own.region), street: text.schema(own.street) };
    return Type.Object(properties, { additionalProperties: false, description: '所在地区和详细地址' });
  },
  parse(raw, field): Parsed<Address> {
    if (raw.trim() === '') return { problem: `${field.label}不能为空` };
    const written = split(raw, field);
    const own = parts(field);
    const where = region.parse(written.region, own.region);
    if ('problem' in where) return where;
    const street = text.parse(written.street, own.street);
    return 'problem' in street ? street : { value: { region: where.value, street: street.value } };
  },
  format: (value, field) => `${region.format(value.region, parts(field).region)} ${value.street}`,
  sql: (key, _field, column) => ({ type: 'text', expression: jsonText(key, column, 'street') }),
  filter: () => ['contains'],
  sample: (field, n) => ({ region: region.sample(parts(field).region, n), street: `演示路${n + 1}号` }),
  parts,
  join: ({ region: where, street }) => ({ region: String(where ?? ''), street: String(street ?? '') }),
};
