// A dossier: one form with its conditions and the stages that its cases pass.
import type { Stage } from '../stages/kinds.ts';
import type { Eligibility, Finding } from './eligibility.ts';
import type { Form } from './form.ts';
import type { OfficeKind } from './office.ts';

/** Figures of one source for one year, yuan or heads as exact decimal strings; absent when the source says nothing. */
export interface KnownFinance {
  readonly year: number;
  readonly source: 'AUDIT' | 'TAX' | 'APPLICATION' | 'STATISTICS';
  readonly values: Readonly<Record<string, string | undefined>>;
}

/** What the register knows of the applicant apart from the application. */
export interface Known {
  /** Dotted facts for prefilling, such as `enterprise.staff`. */
  readonly facts: Readonly<Record<string, unknown>>;
  readonly finance: readonly KnownFinance[];
}

export interface CrossFinding extends Finding {
  /** How grave a disagreement is; null when there is none. */
  readonly level: 'block' | 'warn' | 'info' | null;
  readonly years: readonly number[];
}

/** Holds what several sources say of the same thing against each other, for the officer's eyes and the applicant's warning. */
export type CrossCheck = (answers: Readonly<Record<string, unknown>>, known: Known, day: string) => readonly CrossFinding[];

export interface Dossier {
  readonly id: string;
  readonly name: string;
  /** Who may apply. */
  readonly by: readonly ('enterprise' | 'institution' | 'person')[];
  readonly form: Form;
  readonly eligibility: Eligibility;
  readonly stages: readonly Stage[];
  readonly crossCheck?: CrossCheck;
}

/** Checks that stages begin with `submit` and that no two share an id. */
export function dossier(id: string, name: string, rest: Omit<Dossier, 'id' | 'name'>): Dossier {
  if (rest.stages[0]?.kind !== 'submit') throw new Error(`Dossier ${id} must begin with submit()`);
  const ids = rest.stages.map((stage) => stage.id);
  const twice = ids.find((stage, i) => ids.indexOf(stage) !== i);
  if (twice !== undefined) throw new Error(`Dossier ${id} has two stages ${twice}; give one of them another id`);
  return { id, name, ...rest };
}

/** Offices that have anything to do in a dossier. */
export function officesOf(declared: Dossier): readonly OfficeKind[] {
  return [...new Set(declared.stages.flatMap((stage) => stage.by))];
}
