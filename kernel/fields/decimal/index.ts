// A number with decimal places, kept as decimal text.
import { Type } from 'typebox';
import { outOfBounds, withinBounds } from '../bounds.ts';
import { canonicalDecimal, decimalPlaces, wholeDigits } from '../decimal-text.ts';
import type { Field } from '../field.ts';
import { jsonAs } from '../json-column.ts';
import type { FieldKindFaces } from '../kind.ts';
import { readNumber, wrongUnit } from '../number-text.ts';

const defaultPlaces = 6;
const longestWhole = 16;

function bounds(value: string, field: Field<string>): string | null {
  return outOfBounds(value, field.label, field, (bound) => `${canonicalDecimal(bound)}${field.unit ?? ''}`);
}

export const decimal: FieldKindFaces<string> = {
  schema(field) {
    const places = field.places ?? defaultPlaces;
    const fraction = places === 0 ? '' : `(\\.\\d{1,${places}})?`;
    return Type.String({ pattern: `^-?(0|[1-9]\\d{0,15})${fraction}$`, description: `最多 ${places} 位小数的数字` });
  },
  parse(raw, field) {
    const read = readNumber(raw, field.label);
    if ('problem' in read) return read;
    if (read.suffix !== '' && read.suffix !== field.unit) return { problem: wrongUnit(raw, field.label, field.unit) };
    const value = canonicalDecimal(read.number);
    const places = field.places ?? defaultPlaces;
    if (decimalPlaces(value) > places) {
      return { problem: `${field.label}最多 ${places} 位小数，现为 ${decimalPlaces(value)} 位，请核对` };
    }
    if (wholeDigits(value) > longestWhole) return { problem: `${field.label}的整数部分最多 ${longestWhole} 位，请核对` };
    const problem = bounds(value, field);
    return problem === null ? { value } : { problem };
  },
  format: (value) => canonicalDecimal(value),
  sql: (key, _field, column) => jsonAs('numeric', key, column),
  filter: () => ['between'],
  sample: (field, n) => withinBounds((field.places ?? defaultPlaces) === 0 ? `${10 + n}` : `${10 + n}.5`, field),
  problem: bounds,
};
