// A month of a year.
import { Type } from 'typebox';
import { isoDay, readDateText, serialDay } from '../date-text.ts';
import { jsonText } from '../json-column.ts';
import type { FieldKindFaces } from '../kind.ts';

export const month: FieldKindFaces<string> = {
  schema: () => Type.String({ pattern: '^(18|19|20|21)\\d{2}-(0[1-9]|1[0-2])$', description: '年月，写作 2023-02' }),
  parse(raw, field, reading) {
    if (raw.trim() === '') return { problem: `${field.label}不能为空` };
    const isSerial = reading?.serialDays === true && /^\d+(\.\d+)?$/.test(raw.trim());
    const read = readDateText(isSerial ? (serialDay(raw) ?? '') : raw);
    if (read === undefined) return { problem: `${field.label}“${raw.trim()}”不是年月，请写作 2023-02` };
    // A spreadsheet turns 2023-02 into the first day of the month; any other day says that a day was meant.
    if (read.date !== undefined && read.date !== 1) return { problem: `${field.label}只填年月，现为“${raw.trim()}”，请写作 2023-02` };
    const day = isoDay(read.year, read.month, 1);
    if (day === undefined) return { problem: `${field.label}“${raw.trim()}”不是存在的年月，请写作 2023-02` };
    return { value: day.slice(0, 7) };
  },
  format: (value) => value,
  sql: (key, _field, column) => ({ type: 'text', expression: jsonText(key, column) }),
  filter: () => ['between'],
  sample: (_field, n) => `2024-${String((Math.abs(n) % 12) + 1).padStart(2, '0')}`,
};
