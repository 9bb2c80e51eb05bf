// What a field is: its kind, what it is called, and the type of its value on the wire.

/** Every kind a field can have. A missing face of a kind does not compile (see kinds.ts). */
export const fieldKinds = [
  'text',
  'long-text',
  'integer',
  'decimal',
  'percent',
  'money',
  'date',
  'month',
  'year',
  'yes-no',
  'choice',
  'choices',
  'region',
  'organisation',
  'person',
  'file',
  'table',
  'address',
  'contact',
  'derived',
] as const;

export type FieldKind = (typeof fieldKinds)[number];

export interface Option {
  readonly code: string;
  readonly name: string;
  /** Code of the option above, for trees such as the high-tech fields. */
  readonly parent?: string;
}

export interface FileRef {
  readonly sha256: string;
  readonly fileName: string;
  readonly size: number;
}

export interface Organisation {
  readonly name: string;
  /** Unified social credit code, empty when unknown. */
  readonly uscc: string;
}

export interface Person {
  readonly name: string;
  readonly unit?: string;
  readonly phone?: string;
}

export interface Contact {
  readonly name: string;
  readonly phone: string;
  readonly email?: string;
}

export interface Address {
  readonly region: string;
  readonly street: string;
}

/** Fixed forms that a text can be held to. */
export const patternNames = ['phone', 'email', 'uscc', 'resident-id'] as const;
export type PatternName = (typeof patternNames)[number];

/** Where a value known to the registry comes from; the form shows it beside the prefilled answer. */
export interface Prefill {
  /** Dotted name of the known value, e.g. `enterprise.staff`. */
  readonly from: string;
  /** Name of the source as shown: 税务申报, 企业档案. */
  readonly source: string;
}

/** Settings of a field beyond its kind and label. Kinds read those they know; the rest are for lists, filters and prefilling. */
export interface FieldSettings {
  readonly unit?: string;
  readonly help?: string;
  /** Answered by choice; a field is required unless it says so. */
  readonly optional?: boolean;
  /** Shown as a column of the list of cases. */
  readonly list?: boolean;
  /** Offered as a filter of the list of cases. */
  readonly filter?: boolean;
  /** Personal data: masked wherever there is no reason to see it. */
  readonly personal?: boolean;
  readonly prefill?: Prefill;
  /** Bounds of a number, as decimal strings, both included. */
  readonly min?: string;
  readonly max?: string;
  /** Decimal places kept; money 2, others 6 unless said. */
  readonly places?: number;
  /** Longest text in characters. */
  readonly maxLength?: number;
  /** The fixed form of a text. */
  readonly pattern?: PatternName;
  readonly options?: readonly Option[];
  /** Columns of a table. */
  readonly columns?: Readonly<Record<string, Field>>;
  readonly minRows?: number;
  readonly maxRows?: number;
  /** Allowed endings of a file, without the dot. */
  readonly extensions?: readonly string[];
  readonly maxBytes?: number;
  /** Computes a derived field from the other answers; null while something is missing. */
  readonly derive?: (answers: Readonly<Record<string, unknown>>) => string | number | null;
}

/** A field whose value on the wire has type V. */
export interface Field<V = unknown> extends FieldSettings {
  readonly kind: FieldKind;
  readonly label: string;
  /** Carries V for inference only; never set. */
  readonly value?: V;
}

/** The type of the value of a field. */
export type ValueOf<F> = F extends Field<infer V> ? V : never;
