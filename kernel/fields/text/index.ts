// A line of text.
import { Type } from 'typebox';
import type { FieldKindFaces } from '../kind.ts';

const limit = 200;

export const text: FieldKindFaces<string> = {
  schema: (field) => Type.String({ minLength: 1, maxLength: field.maxLength ?? limit }),
  parse(raw, field) {
    const value = raw.normalize('NFC').replaceAll(/\s+/g, ' ').trim();
    const longest = field.maxLength ?? limit;
    if (value === '') return { problem: `${field.label}不能为空` };
    if (value.length > longest) return { problem: `${field.label}最多 ${longest} 个字，现为 ${value.length} 个字，请精简` };
    return { value };
  },
  format: (value) => value,
  sql: (key, _field, column = 'answers') => ({ type: 'text', expression: `${column} ->> '${key}'` }),
  filter: () => ['contains'],
  sample: (field, n) => `${field.label}${n}`,
};
