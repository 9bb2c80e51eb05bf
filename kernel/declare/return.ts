// A return (报表): a form collected from a roster in a campaign, audited and chased until it is in.
import type { Eligibility } from './eligibility.ts';
import type { Form } from './form.ts';
import type { SystemBase } from './system.ts';

/** Facts of a party by which a roster is drawn. */
export type PartyFacts = Readonly<Record<string, unknown>>;

export interface Return extends SystemBase {
  readonly kind: 'return';
  readonly form: Form;
  /** Who must report; the sentence stands on the roster and on the reminder. */
  readonly roster: { readonly says: string; includes(party: PartyFacts): boolean };
  readonly period: 'year' | 'quarter' | 'month';
  /** Month and day by which it is due, after the period's end: `03-10`. */
  readonly due: string;
  /** Checks of the filled form; the same shape as conditions of an application. */
  readonly audit: Eligibility;
}

export function returnForm(declaration: Omit<Return, 'kind'>): Return {
  if (!/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.test(declaration.due)) throw new Error(`${declaration.id}: due must be written MM-DD`);
  return { kind: 'return', ...declaration };
}
