// A calendar day.
import { Type } from 'typebox';
import { readDay } from '../../calculations/frame/day.ts';
import { isoDay, readDateText, serialDay } from '../date-text.ts';
import type { Field } from '../field.ts';
import { jsonAs } from '../json-column.ts';
import type { FieldKindFaces, Parsed } from '../kind.ts';

const says = '存在的日期，写作 2023-02-01';

function wrong(value: string, field: Field<string>): string | null {
  if (readDay(value) === undefined) return `${field.label}“${value}”不是存在的日期，请核对`;
  if (field.min !== undefined && value < field.min) return `${field.label}不能早于 ${field.min}，现为 ${value}`;
  if (field.max !== undefined && value > field.max) return `${field.label}不能晚于 ${field.max}，现为 ${value}`;
  return null;
}

function checked(value: string | undefined, raw: string, field: Field<string>): Parsed<string> {
  if (value === undefined) return { problem: `${field.label}“${raw.trim()}”不是存在的日期，请写作 2023-02-01` };
  const problem = wrong(value, field);
  return problem === null ? { value } : { problem };
}

export const date: FieldKindFaces<string> = {
  schema: () => Type.String({ pattern: '^(18|19|20|21)\\d{2}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$', description: says }),
  parse(raw, field, reading) {
    if (raw.trim() === '') return { problem: `${field.label}不能为空` };
    if (reading?.serialDays === true && /^\d+(\.\d+)?$/.test(raw.trim())) return checked(serialDay(raw), raw, field);
    const read = readDateText(raw);
    if (read === undefined) return { problem: `${field.label}“${raw.trim()}”不是日期，请写作 2023-02-01` };
    if (read.date === undefined) return { problem: `${field.label}“${raw.trim()}”缺少日，请写到年月日，如 2023-02-01` };
    return checked(isoDay(read.year, read.month, read.date), raw, field);
  },
  format: (value) => value,
  sql: (key, _field, column) => jsonAs('date', key, column),
  filter: () => ['between'],
  sample(field, n) {
    const day = isoDay(2024, (Math.abs(n) % 12) + 1, 15) ?? '2024-01-15';
    if (field.min !== undefined && day < field.min) return field.min;
    return field.max !== undefined && day > field.max ? field.max : day;
  },
  problem: wrong,
};
