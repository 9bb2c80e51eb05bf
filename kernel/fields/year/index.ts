// A calendar year.
import { Type } from 'typebox';
import { years } from '../date-text.ts';
import type { Field } from '../field.ts';
import { jsonAs } from '../json-column.ts';
import type { FieldKindFaces } from '../kind.ts';
import { tidyCode } from '../tidy.ts';

function range(field: Field<number>): { readonly minimum: number; readonly maximum: number } {
  return {
    minimum: Math.max(years.first, Number(field.min ?? years.first)),
    maximum: Math.min(years.last, Number(field.max ?? years.last)),
  };
}

export const year: FieldKindFaces<number> = {
  schema(field) {
    const { minimum, maximum } = range(field);
    return Type.Integer({ minimum, maximum, description: `${minimum} 至 ${maximum} 的年份` });
  },
  parse(raw, field) {
    const tidy = tidyCode(raw);
    if (tidy === '') return { problem: `${field.label}不能为空` };
    const match = /^(\d{4})\s*(年|年度)?$/.exec(tidy);
    if (match === null) return { problem: `${field.label}“${tidy}”不是年份，请填四位数字，如 2023` };
    const value = Number(match[1]);
    const { minimum, maximum } = range(field);
    if (value < minimum || value > maximum) return { problem: `${field.label}应在 ${minimum} 至 ${maximum} 之间，现为 ${value}` };
    return { value };
  },
  format: (value) => String(value),
  sql: (key, _field, column) => jsonAs('integer', key, column),
  filter: () => ['between'],
  sample(field, n) {
    const { minimum, maximum } = range(field);
    return Math.min(maximum, Math.max(minimum, 2020 + (Math.abs(n) % 5)));
  },
};
