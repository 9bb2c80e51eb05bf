// A line of text, free or of a fixed form.
import { Type } from 'typebox';
import { jsonText } from '../json-column.ts';
import type { FieldKindFaces } from '../kind.ts';
import { patterns } from '../patterns.ts';
import { wrongLength } from '../text-length.ts';
import { isStorable, tidyLine } from '../tidy.ts';

const limit = 200;

export const text: FieldKindFaces<string> = {
  schema(field) {
    const longest = field.maxLength ?? limit;
    if (field.pattern !== undefined) {
      const { form, says } = patterns[field.pattern];
      return Type.String({ pattern: form.source, maxLength: longest, description: says });
    }
    return Type.String({ minLength: 1, maxLength: longest, pattern: '\\S', description: `1 至 ${longest} 个字的文字` });
  },
  parse(raw, field) {
    const pattern = field.pattern === undefined ? undefined : patterns[field.pattern];
    const value = pattern === undefined ? tidyLine(raw) : pattern.tidy(raw);
    const wrong = wrongLength(value, field.label, field.maxLength ?? limit);
    if (wrong !== null) return { problem: wrong };
    if (pattern !== undefined && !pattern.form.test(value)) return { problem: `${field.label}应为${pattern.says}，现为“${value}”` };
    const problem = pattern?.problem?.(value, field.label) ?? null;
    return problem === null ? { value } : { problem };
  },
  format: (value) => value,
  sql: (key, _field, column) => ({ type: 'text', expression: jsonText(key, column) }),
  filter: () => ['contains'],
  sample(field, n) {
    if (field.pattern !== undefined) return patterns[field.pattern].sample(n);
    return `${field.label}${n}`.slice(-(field.maxLength ?? limit));
  },
  problem(value, field) {
    if (!isStorable(value)) return `${field.label}含有无法保存的字符，请删去后重新填写`;
    return field.pattern === undefined ? null : (patterns[field.pattern].problem?.(value, field.label) ?? null);
  },
  warning(value, field) {
    return field.pattern === undefined ? null : (patterns[field.pattern].warning?.(value, field.label) ?? null);
  },
};
