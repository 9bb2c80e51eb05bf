// Whom to call: name, telephone, e-mail.
import { partsSchema, present } from '../compound.ts';
import type { Contact, Field } from '../field.ts';
import { jsonText } from '../json-column.ts';
import type { FieldKindFaces } from '../kind.ts';
import { patterns } from '../patterns.ts';
import { text } from '../text/index.ts';

const { phone, email } = patterns;

function parts(field: Field): { readonly name: Field<string>; readonly phone: Field<string>; readonly email: Field<string> } {
  return {
    name: { kind: 'text', label: `${field.label}姓名`, maxLength: 50, personal: true },
    phone: { kind: 'text', label: `${field.label}电话`, pattern: 'phone', personal: true },
    email: { kind: 'text', label: `${field.label}邮箱`, pattern: 'email', optional: true, personal: true },
  };
}

/** A piece with @ is the e-mail, a piece of digits the telephone, in any order; the rest is the name. */
function split(raw: string): { readonly name: string; readonly phone: string; readonly email: string } {
  const pieces = raw.split(/[\s，,;；]+/).filter((piece) => piece !== '');
  const mail = pieces.find((piece) => /[@＠]/.test(piece)) ?? '';
  const call = pieces.find((piece) => /^[-\d０-９+()（）—–]{7,20}$/.test(piece)) ?? '';
  return { name: pieces.filter((piece) => piece !== mail && piece !== call).join(' '), phone: call, email: mail };
}

export const contact: FieldKindFaces<Contact> = {
  schema: (field) => partsSchema(parts(field), text, '姓名和电话，可附邮箱'),
  parse(raw, field) {
    if (raw.trim() === '') return { problem: `${field.label}不能为空` };
    const written = split(raw);
    const fields = parts(field);
    const value: { name: string; phone: string; email?: string } = { name: '', phone: '' };
    for (const key of ['name', 'phone', 'email'] as const) {
      if (key === 'email' && written.email === '') continue;
      const read = text.parse(written[key], fields[key]);
      if ('problem' in read) return read;
      value[key] = read.value;
    }
    return { value };
  },
  format: (value) => [value.name, value.phone, value.email].filter((piece) => piece !== undefined && piece !== '').join(' '),
  sql: (key, _field, column) => ({ type: 'text', expression: jsonText(key, column, 'name') }),
  filter: () => ['contains'],
  sample: (_field, n) => ({ name: `演示联系人${n}`, phone: phone.sample(n), email: email.sample(n) }),
  parts,
  join: (values) => ({ name: '', phone: '', ...present(values) }),
};
