// One of several options, kept as its code. In a tree every option may be chosen, branch or leaf.
import { Type } from 'typebox';
import { jsonText } from '../json-column.ts';
import type { FieldKindFaces } from '../kind.ts';
import { findOption, notAnOption, optionsOf, writeOption } from '../option-list.ts';

export const choice: FieldKindFaces<string> = {
  schema(field) {
    const codes = optionsOf(field).map((option) => option.code);
    return Type.Unsafe<string>({ type: 'string', enum: codes, description: '所列选项之一' });
  },
  parse(raw, field) {
    if (raw.trim() === '') return { problem: `${field.label}不能为空` };
    const option = findOption(optionsOf(field), raw);
    return option ? { value: option.code } : { problem: notAnOption(raw, field, option) };
  },
  format: (value, field) => writeOption(optionsOf(field), value),
  sql: (key, _field, column) => ({ type: 'text', expression: jsonText(key, column) }),
  filter: (field) => (optionsOf(field).some((option) => option.parent !== undefined) ? ['in', 'below'] : ['in']),
  sample(field, n) {
    const options = optionsOf(field);
    return options[Math.abs(n) % options.length]?.code ?? '';
  },
};
