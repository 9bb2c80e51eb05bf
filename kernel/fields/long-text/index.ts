// Several lines of text, such as a summary or a reason.
import { Type } from 'typebox';
import { jsonText } from '../json-column.ts';
import type { FieldKindFaces } from '../kind.ts';
import { wrongLength } from '../text-length.ts';
import { isStorable, tidyLines } from '../tidy.ts';

const limit = 5000;

export const longText: FieldKindFaces<string> = {
  schema(field) {
    const longest = field.maxLength ?? limit;
    return Type.String({ minLength: 1, maxLength: longest, pattern: '\\S', description: `1 至 ${longest} 个字的文字，可以分段` });
  },
  parse(raw, field) {
    const value = tidyLines(raw);
    const problem = wrongLength(value.trim() === '' ? '' : value, field.label, field.maxLength ?? limit);
    return problem === null ? { value } : { problem };
  },
  format: (value) => value,
  sql: (key, _field, column) => ({ type: 'text', expression: jsonText(key, column) }),
  filter: () => ['contains'],
  sample: (field, n) => `${field.label}的说明${n}。\n演示数据，均为虚构。`.slice(-(field.maxLength ?? limit)).trimStart(),
  problem: (value, field) => (isStorable(value) ? null : `${field.label}含有无法保存的字符，请删去后重新填写`),
};
