// A declared field of a calculation as the controls of forms know it: which kind of box, unit, options and columns.
import type { Field, Fields } from '#kernel/calculations/frame/fields.ts';
import type { ValueKind, ValueType } from '#kernel/calculations/frame/value-type.ts';
import type { FieldView } from '#kernel/faces/form-view.ts';
import type { FieldKind } from '#kernel/fields/field.ts';

/** The parts that only some kinds of value have. */
export type Shape = ValueType<unknown> & {
  readonly fields?: Fields;
  readonly element?: Shape;
  readonly inner?: Shape;
  readonly labels?: Readonly<Record<string, string>>;
  readonly kinds?: Readonly<Record<string, { readonly label: string; readonly fields: Fields }>>;
};

/** A field with the kind of value behind it, for what the boxes of forms do not know: moments, lists in one box, unknown flags. */
export interface CalculationField extends FieldView {
  readonly type: Shape;
  /** Empty means a default instead of unknown. */
  readonly hasDefault?: boolean;
}

export type MoneyUnit = '元' | '万元';

const kinds: Partial<Record<ValueKind, FieldKind>> = {
  money: 'money',
  decimal: 'decimal',
  ratio: 'percent',
  integer: 'integer',
  date: 'date',
  month: 'month',
  flag: 'yes-no',
  word: 'choice',
};

function kindOf(type: Shape): FieldKind {
  return (type.kind === 'nullable' && type.inner !== undefined ? kinds[type.inner.kind] : kinds[type.kind]) ?? 'text';
}

export function scalarView(key: string, label: string, type: Shape, unit: MoneyUnit, required: boolean): CalculationField {
  const kind = kindOf(type);
  const options = Object.entries(type.labels ?? {}).map(([code, name]) => ({ code, name }));
  return {
    key,
    // The box names its own unit, which may be 万元.
    label: kind === 'money' ? label.replace(/（元）$/, '') : label,
    kind,
    type,
    required,
    ...(kind === 'money' ? { unit } : {}),
    // The contract keeps twelve decimals; the calculation itself refuses more.
    ...(kind === 'decimal' || kind === 'percent' ? { places: 12 } : {}),
    ...(options.length > 0 ? { options } : {}),
  };
}

export function fieldView(key: string, field: Field<unknown>, unit: MoneyUnit): CalculationField {
  const view = scalarView(key, field.label, field.type, unit, field.presence === 'required');
  return field.presence === 'default' ? { ...view, hasDefault: true } : view;
}

/** One box holds it: a value, a list of values, or named values. */
export function fitsOneBox(type: Shape): boolean {
  if (type.kind === 'list' || type.kind === 'map') return type.element !== undefined && isSingle(type.element);
  return isSingle(type);
}

function isSingle(type: Shape): boolean {
  if (type.kind === 'nullable') return type.inner !== undefined && isSingle(type.inner);
  return !['list', 'record', 'variants', 'map'].includes(type.kind);
}

const widestTable = 10;

/** Records whose every part fits a cell, and not too many of them, stand as rows of a table; others one below the other. */
export function isTable(element: Shape): boolean {
  const columns = Object.values(element.fields ?? {});
  return columns.length > 0 && columns.length <= widestTable && columns.every((field) => fitsOneBox(field.type));
}
