// A form: pages of named fields, from which types, schema, pages, templates, lists and filters follow.
import type { Address, Contact, Field, FieldKind, FieldSettings, FileRef, Option, Organisation, Person, ValueOf } from '../fields/field.ts';

export type Fields = Readonly<Record<string, Field>>;

export interface Page<F extends Fields = Fields> {
  readonly title: string;
  readonly fields: F;
}

type Merge<U> = (U extends unknown ? (u: U) => void : never) extends (m: infer M) => void ? M : never;

export interface Form<F extends Fields = Fields> {
  readonly pages: readonly Page[];
  /** All fields of all pages by key. */
  readonly fields: F;
}

/** The answers of a form: each may still be missing. */
export type Answers<F extends Form> = { readonly [K in keyof F['fields']]?: ValueOf<F['fields'][K]> };

export function page<const F extends Fields>(title: string, fields: F): Page<F> {
  return { title, fields };
}

/** Fields of several pages as one record; an empty form has none. */
type FieldsOf<P extends readonly Page[]> = [P[number]] extends [never]
  ? Fields
  : Merge<P[number]['fields']> extends infer M extends Fields
    ? M
    : never;

/** Joins pages into a form; a key that stands on two pages is an error. */
export function defineForm<const P extends readonly Page[]>(...pages: P): Form<FieldsOf<P>> {
  const fields: Record<string, Field> = {};
  for (const { title, fields: own } of pages) {
    for (const [key, field] of Object.entries(own)) {
      if (!/^[a-z][A-Za-z0-9]*$/.test(key)) throw new Error(`Field key ${key} must be camelCase`);
      if (fields[key] !== undefined) throw new Error(`Field ${key} stands twice, the second time on page ${title}`);
      fields[key] = field;
    }
  }
  return { pages, fields: fields as FieldsOf<P> };
}

type Settings<K extends keyof FieldSettings = never> = Pick<
  FieldSettings,
  K | 'help' | 'optional' | 'list' | 'filter' | 'personal' | 'prefill'
>;

/** Options by code: `options({ RUNNING: '运行', CLOSED: '撤销' })`. */
export const options = <const N extends Readonly<Record<string, string>>>(
  names: N,
): readonly { readonly code: Extract<keyof N, string>; readonly name: string }[] =>
  Object.entries(names).map(([code, name]) => ({ code: code as Extract<keyof N, string>, name }));

function field<V>(kind: FieldKind, label: string, settings: FieldSettings = {}): Field<V> {
  return { kind, label, ...settings };
}

/** The makers of fields: what an author of the catalogue writes. */
export const f = {
  text: (label: string, settings?: Settings<'maxLength' | 'pattern'>): Field<string> => field('text', label, settings),
  longText: (label: string, settings?: Settings<'maxLength'>): Field<string> => field('long-text', label, settings),
  integer: (label: string, settings?: Settings<'unit' | 'min' | 'max'>): Field<number> => field('integer', label, settings),
  decimal: (label: string, settings?: Settings<'unit' | 'min' | 'max' | 'places'>): Field<string> => field('decimal', label, settings),
  /** A fraction: 5 % is `0.05`. */
  percent: (label: string, settings?: Settings<'min' | 'max' | 'places'>): Field<string> => field('percent', label, settings),
  /** Yuan as a decimal string with at most two places; screens and sheets show 万元. */
  money: (label: string, settings?: Settings<'unit' | 'min' | 'max'>): Field<string> =>
    field('money', label, { unit: '万元', ...settings }),
  date: (label: string, settings?: Settings<'min' | 'max'>): Field<string> => field('date', label, settings),
  month: (label: string, settings?: Settings): Field<string> => field('month', label, settings),
  year: (label: string, settings?: Settings<'min' | 'max'>): Field<number> => field('year', label, settings),
  yesNo: (label: string, settings?: Settings): Field<boolean> => field('yes-no', label, settings),
  choice: <const O extends readonly Option[]>(label: string, options: O, settings?: Settings): Field<O[number]['code']> =>
    field('choice', label, { options, ...settings }),
  choices: <const O extends readonly Option[]>(label: string, options: O, settings?: Settings): Field<readonly O[number]['code'][]> =>
    field('choices', label, { options, ...settings }),
  region: (label: string, settings?: Settings<'options'>): Field<string> => field('region', label, settings),
  organisation: (label: string, settings?: Settings): Field<Organisation> => field('organisation', label, settings),
  person: (label: string, settings?: Settings): Field<Person> => field('person', label, { personal: true, ...settings }),
  contact: (label: string, settings?: Settings): Field<Contact> => field('contact', label, { personal: true, ...settings }),
  address: (label: string, settings?: Settings<'options'>): Field<Address> => field('address', label, settings),
  file: (label: string, settings?: Settings<'extensions' | 'maxBytes'>): Field<FileRef> => field('file', label, settings),
  table: <const C extends Fields>(
    label: string,
    columns: C,
    settings?: Settings<'minRows' | 'maxRows'>,
  ): Field<readonly { readonly [K in keyof C]?: ValueOf<C[K]> }[]> => field('table', label, { columns, ...settings }),
  derived: (label: string, derive: NonNullable<FieldSettings['derive']>, settings?: Settings<'unit'>): Field<string | number> =>
    field('derived', label, { derive, optional: true, ...settings }),
};
