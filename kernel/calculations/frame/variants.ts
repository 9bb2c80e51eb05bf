// Records of several kinds in one place: the word in `kind` says which fields a record has.
import { type Fields, type Read, record, required } from './fields.ts';
import { words } from './scalars.ts';
import { isJsonObject, memberOf, type ValueType } from './value-type.ts';

interface Variant<F extends Fields> {
  readonly label: string;
  readonly fields: F;
}

type Kinds<V extends { readonly [kind: string]: Fields }> = { readonly [K in keyof V]: Variant<V[K]> };
/** One record of any kind; testing its `kind` narrows it. */
export type ReadVariant<V extends { readonly [kind: string]: Fields }> = {
  [K in keyof V & string]: { readonly kind: K } & Read<V[K]>;
}[keyof V & string];

export interface VariantsType<V extends { readonly [kind: string]: Fields }> extends ValueType<ReadVariant<V>> {
  readonly kinds: Kinds<V>;
}

/** `variants({ AMOUNT: { label: '金额', fields: { value: optional('数值', money) } }, … })`. */
export function variants<const V extends { readonly [kind: string]: Fields }>(kinds: Kinds<V>): VariantsType<V> {
  const labels = Object.fromEntries(Object.entries(kinds).map(([kind, { label }]) => [kind, label]));
  const kindField = required('类型', words(labels));
  const records = Object.fromEntries(
    Object.entries(kinds).map(([kind, { label, fields }]) => {
      const type = record({ kind: required('类型', words({ [kind]: label })), ...fields });
      return [kind, { ...type, schema: { title: label, ...type.schema } }];
    }),
  );
  return {
    kind: 'variants',
    kinds,
    schema: { type: 'object', oneOf: Object.values(records).map(({ schema }) => schema) },
    read(value, path, reading) {
      if (!isJsonObject(value)) return reading.fail('TYPE', path, '应为对象');
      const kind = kindField.read(memberOf(value, 'kind'), `${path}.kind`, reading);
      return records[kind]?.read(value, path, reading) as ReadVariant<V>;
    },
  };
}
