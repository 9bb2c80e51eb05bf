// A share: a fraction as decimal text on the wire (5 % is `0.05`), percent points for people.
//
// A bare number that a person writes is percent points: `5`, `5%` and `５％` are all 5 %, and `0.05` is 0.05 %. The number of a cell that
// its workbook formats as a percentage is a fraction; the sheet reader adds the sign before it asks here.
import { Type } from 'typebox';
import { outOfBounds, withinBounds } from '../bounds.ts';
import { canonicalDecimal, decimalPlaces, shiftPoint, wholeDigits } from '../decimal-text.ts';
import type { Field } from '../field.ts';
import { jsonAs } from '../json-column.ts';
import type { FieldKindFaces } from '../kind.ts';
import { readNumber, wrongUnit } from '../number-text.ts';

/** Places of the fraction: four places of percent points. */
const defaultPlaces = 6;
const longestWhole = 12;

function points(fraction: string): string {
  return `${shiftPoint(fraction, 2)}%`;
}

function bounds(value: string, field: Field<string>): string | null {
  return outOfBounds(value, field.label, field, points);
}

export const percent: FieldKindFaces<string> = {
  schema(field) {
    const places = field.places ?? defaultPlaces;
    const fraction = places === 0 ? '' : `(\\.\\d{1,${places}})?`;
    return Type.String({
      pattern: `^-?(0|[1-9]\\d{0,11})${fraction}$`,
      description: `用小数表示的比例，如 5% 为 0.05，最多 ${places} 位小数`,
    });
  },
  parse(raw, field) {
    const read = readNumber(raw, field.label);
    if ('problem' in read) return read;
    if (read.suffix !== '' && read.suffix !== '%') return { problem: wrongUnit(raw, field.label, '%') };
    const value = shiftPoint(read.number, -2);
    const places = field.places ?? defaultPlaces;
    if (decimalPlaces(value) > places) {
      return { problem: `${field.label}的百分数最多 ${Math.max(places - 2, 0)} 位小数，现为 ${points(value)}，请核对` };
    }
    if (wholeDigits(value) > longestWhole) return { problem: `${field.label}“${raw.trim()}”过大，请核对` };
    const problem = bounds(value, field);
    return problem === null ? { value } : { problem };
  },
  format: (value) => points(canonicalDecimal(value)),
  sql: (key, _field, column) => jsonAs('numeric', key, column),
  filter: () => ['between'],
  sample(field, n) {
    const places = field.places ?? defaultPlaces;
    return withinBounds(places < 2 ? '1' : shiftPoint(String((Math.abs(n) % 90) + 5), -2), field);
  },
  problem: bounds,
};
