// A person by name, unit and telephone.
import { partsSchema, present, separator } from '../compound.ts';
import type { Field, Person } from '../field.ts';
import { jsonText } from '../json-column.ts';
import type { FieldKindFaces } from '../kind.ts';
import { patterns } from '../patterns.ts';
import { text } from '../text/index.ts';
import { tidyLine } from '../tidy.ts';

const { phone } = patterns;

function parts(field: Field): { readonly name: Field<string>; readonly unit: Field<string>; readonly phone: Field<string> } {
  return {
    name: { kind: 'text', label: `${field.label}姓名`, maxLength: 50, personal: true },
    unit: { kind: 'text', label: `${field.label}单位`, maxLength: 100, optional: true },
    phone: { kind: 'text', label: `${field.label}电话`, pattern: 'phone', optional: true, personal: true },
  };
}

/** The first piece is the name, the last the telephone if it is one, what stands between is the unit. */
function split(raw: string): { readonly name: string; readonly unit: string; readonly phone: string } {
  const pieces = raw.split(separator).map((piece) => tidyLine(piece));
  const [first = '', ...rest] = pieces.filter((piece) => piece !== '');
  if (rest.length === 0) {
    const match = /^(.*\S)\s+([-\d+()]{7,20})$/.exec(first);
    if (match !== null) return { name: match[1] ?? '', unit: '', phone: match[2] ?? '' };
  }
  const last = rest.at(-1) ?? '';
  const hasPhone = /^[-\d+()\s]{7,20}$/.test(last);
  return { name: first, unit: (hasPhone ? rest.slice(0, -1) : rest).join('，'), phone: hasPhone ? last : '' };
}

export const person: FieldKindFaces<Person> = {
  schema: (field) => partsSchema(parts(field), text, '姓名，可附单位和电话'),
  parse(raw, field) {
    if (raw.trim() === '') return { problem: `${field.label}不能为空` };
    const written = split(raw);
    const fields = parts(field);
    const value: { name: string; unit?: string; phone?: string } = { name: '' };
    for (const key of ['name', 'unit', 'phone'] as const) {
      if (key !== 'name' && written[key] === '') continue;
      const read = text.parse(written[key], fields[key]);
      if ('problem' in read) return read;
      value[key] = read.value;
    }
    return { value };
  },
  format: (value) => [value.name, value.unit, value.phone].filter((piece) => piece !== undefined && piece !== '').join('，'),
  sql: (key, _field, column) => ({ type: 'text', expression: jsonText(key, column, 'name') }),
  filter: () => ['contains'],
  sample: (_field, n) => ({ name: `演示人员${n}`, unit: '演示单位（虚构）', phone: phone.sample(n) }),
  parts,
  join: (values) => ({ name: '', ...present(values) }),
};
