// A value computed from the other answers; it is never accepted from outside.
import { Type } from 'typebox';
import { jsonAs, jsonText } from '../json-column.ts';
import type { FieldKindFaces } from '../kind.ts';

export const derived: FieldKindFaces<string | number> = {
  schema: () => Type.Union([Type.String(), Type.Number()], { description: '由系统计算的值', readOnly: true }),
  parse: (_raw, field) => ({ problem: `${field.label}由系统计算，不用填写` }),
  format: (value) => String(value),
  // A unit says that the value is a number; without one it may be a word.
  sql: (key, field, column) =>
    field.unit === undefined ? { type: 'text', expression: jsonText(key, column) } : jsonAs('numeric', key, column),
  filter: (field) => (field.unit === undefined ? ['equals'] : ['between']),
  sample: (field, n) => field.derive?.({}) ?? n,
};
