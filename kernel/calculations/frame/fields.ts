// Records, lists and the fields that make them up: what may be absent, what must be unique, and the static type that follows.
import { Reading } from './problem.ts';
import { text } from './scalars.ts';
import { isJsonObject, type JsonObject, type JsonSchema, memberOf, type ValueType } from './value-type.ts';

/** A named place in a record; `T` is what an evaluation sees, null where the value may be unknown. */
export interface Field<T> {
  readonly label: string;
  readonly presence: 'required' | 'optional' | 'default';
  /** True for the key of an array's elements. */
  readonly unique: boolean;
  readonly type: ValueType<unknown>;
  /** The JSON form of the default, if there is one. */
  readonly fallback: unknown;
  read(value: unknown, path: string, reading: Reading): T;
}

export type Fields = { readonly [name: string]: Field<unknown> };
/** The static type of a record: `Read<typeof input>`. */
export type Read<F extends Fields> = { readonly [K in keyof F]: F[K] extends Field<infer T> ? T : never };

function isAbsent(value: unknown): value is null | undefined {
  return value === undefined || value === null;
}

/** `!`: absent or null is MISSING. */
export function required<T>(label: string, type: ValueType<T>): Field<T> {
  return {
    label,
    type,
    presence: 'required',
    unique: false,
    fallback: undefined,
    read: (value, path, reading) =>
      isAbsent(value) ? reading.fail('MISSING', path, `缺少必填项“${label}”`) : type.read(value, path, reading),
  };
}

/** May be absent or null: unknown. */
export function optional<T>(label: string, type: ValueType<T>): Field<T | null> {
  return {
    label,
    type,
    presence: 'optional',
    unique: false,
    fallback: undefined,
    read: (value, path, reading) => (isAbsent(value) ? null : type.read(value, path, reading)),
  };
}

/** Absent or null means the default, which is written in its JSON form: `withDefault('合格分', int, 60)`. */
export function withDefault<T>(label: string, type: ValueType<T>, fallback: unknown): Field<T> {
  const known = type.read(fallback, label, new Reading());
  return {
    label,
    type,
    presence: 'default',
    unique: false,
    fallback,
    read: (value, path, reading) => (isAbsent(value) ? known : type.read(value, path, reading)),
  };
}

/** `#`: a required text that is unique in its array, else CONFLICT. */
export function key(label: string): Field<string> {
  return { ...required(label, text), unique: true };
}

export interface RecordType<F extends Fields> extends ValueType<Read<F>> {
  readonly fields: F;
}

function readFields<F extends Fields>(fields: F, value: JsonObject, path: string, reading: Reading): Read<F> {
  const prefix = path === '' ? '' : `${path}.`;
  const result: Record<string, unknown> = {};
  for (const [name, field] of Object.entries(fields)) result[name] = field.read(memberOf(value, name), prefix + name, reading);
  return result as Read<F>;
}

function refuseOtherNames(fields: Fields, value: JsonObject, path: string, reading: Reading): void {
  const stranger = Object.keys(value).find((name) => !Object.hasOwn(fields, name));
  if (stranger !== undefined) reading.fail('VALUE', `${path}.${stranger}`, `没有名为“${stranger}”的项`);
}

/** `{a, b}`; other names are ignored unless the record is closed (then they are VALUE, as in `parameters` and `scores`). */
export function record<const F extends Fields>(fields: F, options: { closed?: boolean } = {}): RecordType<F> {
  return {
    kind: 'record',
    fields,
    schema: recordSchema(fields, options.closed === true),
    read(value, path, reading) {
      if (!isJsonObject(value)) return reading.fail('TYPE', path, '应为对象');
      if (options.closed === true) refuseOtherNames(fields, value, path, reading);
      return readFields(fields, value, path, reading);
    },
  };
}

export function recordSchema(fields: Fields, closed: boolean): JsonSchema {
  const needed = Object.keys(fields).filter((name) => fields[name]?.presence === 'required');
  return {
    type: 'object',
    properties: Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, fieldSchema(field)])),
    ...(needed.length > 0 ? { required: needed } : {}),
    ...(closed ? { additionalProperties: false } : {}),
  };
}

function fieldSchema(field: Field<unknown>): JsonSchema {
  if (field.presence === 'required') return { title: field.label, ...field.type.schema };
  const fallback = field.fallback === undefined ? {} : { default: field.fallback };
  return { title: field.label, anyOf: [field.type.schema, { type: 'null' }], ...fallback };
}

interface ListType<T> extends ValueType<readonly T[]> {
  readonly element: ValueType<T>;
}

function refuseRepeatedKeys(fields: Fields, items: readonly unknown[], path: string, reading: Reading): void {
  for (const [name, field] of Object.entries(fields)) {
    if (!field.unique) continue;
    const seen = new Set<unknown>();
    for (const [index, item] of items.entries()) {
      const value = isJsonObject(item) ? item[name] : undefined;
      if (seen.has(value)) reading.conflict(`${path}[${index}].${name}`, `“${field.label}”重复：${String(value)}`);
      seen.add(value);
    }
  }
}

/** `[T]`; a number of elements outside `from` … `to` is RANGE. */
export function listOf<T>(element: ValueType<T>, size: { from?: number; to?: number } = {}): ListType<T> {
  const { from = 0, to = Number.POSITIVE_INFINITY } = size;
  return {
    kind: 'list',
    element,
    schema: {
      type: 'array',
      items: element.schema,
      ...(from > 0 ? { minItems: from } : {}),
      ...(Number.isFinite(to) ? { maxItems: to } : {}),
    },
    read(value, path, reading) {
      if (!Array.isArray(value)) return reading.fail('TYPE', path, '应为数组');
      if (value.length < from || value.length > to) return reading.fail('RANGE', path, '元素个数超出允许范围');
      const items = value.map((item: unknown, index) => readElement(element, item, `${path}[${index}]`, reading));
      if (isRecordType(element)) refuseRepeatedKeys(element.fields, items, path, reading);
      return items;
    },
  };
}

function readElement<T>(element: ValueType<T>, item: unknown, path: string, reading: Reading): T {
  if (item === null && element.kind !== 'nullable') return reading.fail('TYPE', path, '数组元素不能为空值');
  return element.read(item, path, reading);
}

function isRecordType(type: ValueType<unknown>): type is RecordType<Fields> {
  return type.kind === 'record';
}

/** The `?` of `[T?]`: the element may be null, unknown. */
export function orNull<T>(type: ValueType<T>): ValueType<T | null> & { readonly inner: ValueType<T> } {
  return {
    kind: 'nullable',
    inner: type,
    schema: { anyOf: [type.schema, { type: 'null' }] },
    read: (value, path, reading) => (value === null ? null : type.read(value, path, reading)),
  };
}

/** `{name: T}` with free names; a null value is the same as an absent name. */
export function mapOf<T>(type: ValueType<T>): ValueType<ReadonlyMap<string, T>> & { readonly element: ValueType<T> } {
  return {
    kind: 'map',
    element: type,
    schema: { type: 'object', additionalProperties: { anyOf: [type.schema, { type: 'null' }] } },
    read(value, path, reading) {
      if (!isJsonObject(value)) return reading.fail('TYPE', path, '应为对象');
      const known = Object.entries(value).filter(([, item]) => item !== null);
      return new Map(known.map(([name, item]) => [name, type.read(item, `${path}.${name}`, reading)]));
    },
  };
}
