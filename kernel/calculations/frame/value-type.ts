// What a kind of value is: how its JSON form reads into an exact value, and the JSON Schema that describes that form.
import type { Reading } from './problem.ts';

export type JsonSchema = { readonly [key: string]: unknown };
export type JsonObject = { readonly [key: string]: unknown };

/** The kinds that a form on screen and a page of the guide have to know. */
export type ValueKind =
  | 'money'
  | 'decimal'
  | 'ratio'
  | 'fraction'
  | 'integer'
  | 'date'
  | 'month'
  | 'time'
  | 'flag'
  | 'text'
  | 'word'
  | 'nullable'
  | 'list'
  | 'record'
  | 'variants'
  | 'map';

export interface ValueType<T> {
  readonly kind: ValueKind;
  readonly schema: JsonSchema;
  /** Never sees null: presence is decided by the field or list around it. */
  read(value: unknown, path: string, reading: Reading): T;
}

export type ValueOf<V> = V extends ValueType<infer T> ? T : never;

/** JSON objects only: neither null nor an array. */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Own keys only, so that a field called like a method of every object is still absent. */
export function memberOf(object: JsonObject, key: string): unknown {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}

export function expectText(value: unknown, path: string, reading: Reading): string {
  return typeof value === 'string' ? value : reading.fail('TYPE', path, '应为文本（数字也写成带引号的文本）');
}
