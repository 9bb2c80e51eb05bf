// A question answered by yes or no.
import { Type } from 'typebox';
import { jsonAs } from '../json-column.ts';
import type { FieldKindFaces } from '../kind.ts';
import { tidyCode } from '../tidy.ts';

const words: ReadonlyMap<string, boolean> = new Map([
  ...['是', '有', '√', '✓', '✔', 'Y', 'YES', 'TRUE', '1'].map((word) => [word, true] as const),
  ...['否', '无', '没有', '不是', '×', '✗', '✘', 'N', 'NO', 'FALSE', '0'].map((word) => [word, false] as const),
]);

export const yesNo: FieldKindFaces<boolean> = {
  schema: () => Type.Boolean({ description: '“是”或“否”' }),
  parse(raw, field) {
    const tidy = tidyCode(raw);
    if (tidy === '') return { problem: `${field.label}不能为空` };
    const value = words.get(tidy.toUpperCase());
    return value === undefined ? { problem: `${field.label}应填“是”或“否”，现为“${tidy}”` } : { value };
  },
  format: (value) => (value ? '是' : '否'),
  sql: (key, _field, column) => jsonAs('boolean', key, column),
  filter: () => ['is-true'],
  sample: (_field, n) => n % 2 === 0,
};
