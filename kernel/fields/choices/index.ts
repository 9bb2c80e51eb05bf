// Several of the options, kept as codes in the order given. An empty list says: none of them.
import { Type } from 'typebox';
import type { Field } from '../field.ts';
import { jsonValue } from '../json-column.ts';
import type { FieldKindFaces, Parsed } from '../kind.ts';
import { findOption, notAnOption, optionsOf, writeOption } from '../option-list.ts';

const strong = /[;；\n]/;
const weak = /[、,，]/;

/** Reads one piece whole if it is an option (a name may contain a comma), else piece by piece. */
function readPieces(piece: string, field: Field): Parsed<string[]> {
  const options = optionsOf(field);
  const whole = findOption(options, piece);
  if (whole) return { value: [whole.code] };
  const pieces = piece.split(weak).filter((part) => part.trim() !== '');
  if (pieces.length < 2) return { problem: notAnOption(piece, field, whole) };
  const codes: string[] = [];
  for (const part of pieces) {
    const option = findOption(options, part);
    if (!option) return { problem: notAnOption(part, field, option) };
    codes.push(option.code);
  }
  return { value: codes };
}

function writeSafely(code: string, field: Field): string {
  const written = writeOption(optionsOf(field), code);
  return strong.test(written) ? code : written;
}

export const choices: FieldKindFaces<readonly string[]> = {
  schema(field) {
    const codes = optionsOf(field).map((option) => option.code);
    const one = Type.Unsafe<string>({ type: 'string', enum: codes });
    return Type.Array(one, { uniqueItems: true, maxItems: codes.length, description: '所列选项中的一项或几项，不重复' });
  },
  parse(raw, field) {
    const whole = findOption(optionsOf(field), raw);
    if (whole) return { value: [whole.code] };
    const codes: string[] = [];
    for (const piece of raw.split(strong)) {
      if (piece.trim() === '') continue;
      const read = readPieces(piece, field);
      if ('problem' in read) return read;
      codes.push(...read.value);
    }
    if (codes.length === 0) return { problem: `${field.label}不能为空` };
    return { value: [...new Set(codes)] };
  },
  format: (value, field) => value.map((code) => writeSafely(code, field)).join('；'),
  sql: (key, _field, column) => ({ type: 'jsonb', expression: jsonValue(key, column) }),
  filter: () => ['in'],
  sample(field, n) {
    const codes = optionsOf(field).map((option) => option.code);
    const first = Math.abs(n) % codes.length;
    return codes.slice(first, first + 2);
  },
};
