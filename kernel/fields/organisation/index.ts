// An organisation by name and unified social credit code. A code of the wrong form is refused; a wrong check character is only a
// warning, for some valid old codes break the rule (GB 32100-2015 replaced several systems of numbers).
import { Type } from 'typebox';
import type { Field, Organisation } from '../field.ts';
import { jsonText } from '../json-column.ts';
import type { FieldKindFaces } from '../kind.ts';
import { patterns } from '../patterns.ts';
import { text } from '../text/index.ts';
import { wrongLength } from '../text-length.ts';
import { tidyLine } from '../tidy.ts';

const { uscc } = patterns;
const longestName = 100;

function nameField(field: Field): Field<string> {
  return { kind: 'text', label: `${field.label}名称`, maxLength: longestName };
}

/** Splits a code in brackets or after a blank off a name; what looks like a code but is none is still taken for one, so that it is refused. */
function split(raw: string): { readonly name: string; readonly code: string } {
  const match =
    /^(.*?)(?:\s*[(（[【]\s*([0-9A-Za-z０-９Ａ-Ｚａ-ｚ]{15,20})\s*[)）\]】]|[\s,，;；]+([0-9A-Za-z０-９Ａ-Ｚａ-ｚ]{15,20}))\s*$/s.exec(raw);
  return match === null ? { name: raw, code: '' } : { name: match[1] ?? '', code: match[2] ?? match[3] ?? '' };
}

export const organisation: FieldKindFaces<Organisation> = {
  schema(field) {
    const form = uscc.form.source.slice(1, -1);
    return Type.Object(
      { name: text.schema(nameField(field)), uscc: Type.String({ pattern: `^(|${form})$`, description: uscc.says }) },
      { additionalProperties: false, description: '单位名称和统一社会信用代码' },
    );
  },
  parse(raw, field) {
    const line = tidyLine(raw);
    // Longer than any name and code: refused before a pattern has to search it.
    const tooLong = wrongLength(line, nameField(field).label, longestName + 40);
    if (tooLong !== null) return { problem: tooLong };
    if (uscc.form.test(uscc.tidy(line))) return { problem: `${field.label}只有统一社会信用代码，请一并填写单位名称` };
    const { name, code } = split(line);
    const read = text.parse(name, nameField(field));
    if ('problem' in read) return read;
    if (code === '') return { value: { name: read.value, uscc: '' } };
    const tidy = uscc.tidy(code);
    if (!uscc.form.test(tidy)) return { problem: `${field.label}的统一社会信用代码“${tidy}”应为${uscc.says}` };
    return { value: { name: read.value, uscc: tidy } };
  },
  format: (value) => (value.uscc === '' ? value.name : `${value.name}（${value.uscc}）`),
  sql: (key, _field, column) => ({ type: 'text', expression: jsonText(key, column, 'name') }),
  filter: () => ['contains'],
  sample: (field, n) => ({ name: `演示${field.label}${n}有限公司`.slice(-longestName), uscc: uscc.sample(n) }),
  problem: (value, field) => text.problem?.(value.name, nameField(field)) ?? null,
  warning(value, field) {
    return value.uscc === '' ? null : (uscc.warning?.(value.uscc, `${field.label}的统一社会信用代码`) ?? null);
  },
  parts: (field) => ({
    name: nameField(field),
    uscc: { kind: 'text', label: `${field.label}统一社会信用代码`, pattern: 'uscc', optional: true },
  }),
  join: ({ name, uscc: code }) => ({ name: String(name ?? ''), uscc: String(code ?? '') }),
};
