// An amount: yuan as decimal text on the wire, the unit of its field (万元 unless said) for people and sheets.
import { Type } from 'typebox';
import { outOfBounds, withinBounds } from '../bounds.ts';
import { decimalPlaces, shiftPoint, wholeDigits } from '../decimal-text.ts';
import type { Field } from '../field.ts';
import { jsonAs } from '../json-column.ts';
import type { FieldKindFaces } from '../kind.ts';
import { readNumber, wrongUnit } from '../number-text.ts';

/** Powers of ten that the units of money stand for. */
const scales: ReadonlyMap<string, number> = new Map([
  ['元', 0],
  ['千元', 3],
  ['万元', 4],
  ['万', 4],
  ['百万元', 6],
  ['千万元', 7],
  ['亿元', 8],
  ['亿', 8],
]);

/** `numeric(18,2)` keeps sixteen digits before the point. */
const longestWhole = 16;

export function isMoneyUnit(unit: string): boolean {
  return scales.has(unit);
}

function unitOf(field: Field<string>): { readonly unit: string; readonly scale: number } {
  const unit = field.unit ?? '万元';
  const scale = scales.get(unit);
  if (scale === undefined) throw new Error(`Money field ${field.label} cannot be in ${unit}`);
  return { unit, scale };
}

function bounds(value: string, field: Field<string>): string | null {
  const { unit, scale } = unitOf(field);
  return outOfBounds(value, field.label, field, (yuan) => `${shiftPoint(yuan, -scale)}${unit}`);
}

export const money: FieldKindFaces<string> = {
  schema: () => Type.String({ pattern: '^-?(0|[1-9]\\d{0,15})(\\.\\d{1,2})?$', description: '以元为单位的金额，最多两位小数' }),
  parse(raw, field) {
    const read = readNumber(raw, field.label);
    if ('problem' in read) return read;
    const { unit } = unitOf(field);
    const scale = scales.get(read.suffix === '' ? unit : read.suffix);
    if (scale === undefined) return { problem: wrongUnit(raw, field.label, unit) };
    const value = shiftPoint(read.number, scale);
    if (decimalPlaces(value) > 2) return { problem: `${field.label}只能精确到分，“${raw.trim()}”合 ${value} 元，请核对后四舍五入填写` };
    if (wholeDigits(value) > longestWhole) return { problem: `${field.label}“${raw.trim()}”过大，请核对单位（${unit}）` };
    const problem = bounds(value, field);
    return problem === null ? { value } : { problem };
  },
  format: (value, field) => shiftPoint(value, -unitOf(field).scale),
  sql: (key, _field, column) => jsonAs('numeric', key, column),
  filter: () => ['between'],
  sample: (field, n) => withinBounds(shiftPoint(`${100 + n}.5`, 4), field),
  problem: bounds,
};
