// A whole number, such as a count of people.
import { Type } from 'typebox';
import { outOfBounds, withinBounds } from '../bounds.ts';
import { canonicalDecimal, decimalPlaces, wholeDigits } from '../decimal-text.ts';
import type { Field } from '../field.ts';
import { jsonAs } from '../json-column.ts';
import type { FieldKindFaces } from '../kind.ts';
import { readNumber, wrongUnit } from '../number-text.ts';

// Fifteen digits are what a cell of a spreadsheet keeps and well inside what a JSON number keeps exactly.
const largest = 999_999_999_999_999;

function bounds(value: string, field: Field<number>): string | null {
  return outOfBounds(value, field.label, field, (bound) => `${bound}${field.unit ?? ''}`);
}

function range({ min, max }: Field<number>): string {
  if (min !== undefined && max !== undefined) return `${min} 至 ${max} 的`;
  if (min !== undefined) return `不小于 ${min} 的`;
  return max === undefined ? '' : `不大于 ${max} 的`;
}

export const integer: FieldKindFaces<number> = {
  schema(field) {
    const minimum = Math.max(-largest, Number(field.min ?? -largest));
    const maximum = Math.min(largest, Number(field.max ?? largest));
    return Type.Integer({ minimum, maximum, description: `${range(field)}整数` });
  },
  parse(raw, field) {
    const read = readNumber(raw, field.label);
    if ('problem' in read) return read;
    if (read.suffix !== '' && read.suffix !== field.unit) return { problem: wrongUnit(raw, field.label, field.unit) };
    const value = canonicalDecimal(read.number);
    if (decimalPlaces(value) > 0) return { problem: `${field.label}应为整数，现为 ${value}，请核对` };
    if (wholeDigits(value) > 15) return { problem: `${field.label}最多 15 位数字，现为 ${wholeDigits(value)} 位，请核对` };
    const problem = bounds(value, field);
    return problem === null ? { value: Number(value) } : { problem };
  },
  format: (value) => String(value),
  sql: (key, _field, column) => jsonAs('bigint', key, column),
  filter: () => ['between'],
  sample: (field, n) => Number(withinBounds(String(10 + n), field)),
};
