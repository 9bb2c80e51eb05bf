// A region by its statistical code. The caller gives the regions as options; without them only the form of the code is checked.
import { Type } from 'typebox';
import { jsonText } from '../json-column.ts';
import type { FieldKindFaces } from '../kind.ts';
import { findOption, notAnOption, writeOption } from '../option-list.ts';
import { tidyCode } from '../tidy.ts';

/** Province, city and county have six digits, a township nine, a village twelve. */
const codeForm = /^\d{6}(\d{3}){0,2}$/;

export const region: FieldKindFaces<string> = {
  schema(field) {
    if (field.options !== undefined) {
      return Type.Unsafe<string>({ type: 'string', enum: field.options.map((option) => option.code), description: '所列地区之一' });
    }
    return Type.String({ pattern: codeForm.source, description: '6、9 或 12 位的行政区划代码' });
  },
  parse(raw, field) {
    const code = tidyCode(raw);
    if (code === '') return { problem: `${field.label}不能为空` };
    if (field.options !== undefined) {
      const option = findOption(field.options, raw);
      return option ? { value: option.code } : { problem: notAnOption(raw, field, option) };
    }
    return codeForm.test(code) ? { value: code } : { problem: `${field.label}应为 6、9 或 12 位的行政区划代码，现为“${code}”` };
  },
  format: (value, field) => (field.options === undefined ? value : writeOption(field.options, value)),
  sql: (key, _field, column) => ({ type: 'text', expression: jsonText(key, column) }),
  filter: () => ['below', 'in'],
  sample(field, n) {
    const options = field.options ?? [];
    return options[Math.abs(n) % Math.max(options.length, 1)]?.code ?? '990102';
  },
};
