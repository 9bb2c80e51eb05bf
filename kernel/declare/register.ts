// A register (台账): a list that staff keep by hand or by import.
import type { Option } from '../fields/field.ts';
import type { Form } from './form.ts';
import type { SystemBase } from './system.ts';

export interface Register extends SystemBase {
  readonly kind: 'register';
  readonly form: Form;
  /** Fields that identify a row when a sheet is imported, in order of trust. */
  readonly matchBy: readonly string[];
  readonly states: readonly Option[];
  /** Field with the first and the last day of validity, where rows expire. */
  readonly validity?: { readonly from: string; readonly until: string };
  /** Fields shown to anyone; the register is internal where absent. */
  readonly publicFields?: readonly string[];
}

export function register(declaration: Omit<Register, 'kind'>): Register {
  const { form, matchBy, validity, publicFields = [] } = declaration;
  const named = [...matchBy, ...publicFields, ...(validity === undefined ? [] : [validity.from, validity.until])];
  for (const key of named) if (form.fields[key] === undefined) throw new Error(`${declaration.id}: the form has no field ${key}`);
  return { kind: 'register', ...declaration };
}
