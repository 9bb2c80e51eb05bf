// An assignment (派驻联系): people sent or linked to subjects for a term, with logs, coverage and assessment.
import type { Form } from './form.ts';
import type { SystemBase } from './system.ts';

export interface Assignment extends SystemBase {
  readonly kind: 'assignment';
  /** What the person is called: 科技特派员, 科技副总. */
  readonly role: string;
  /** What the subject is called: 乡镇, 企业. */
  readonly subject: string;
  /** Months of a term. */
  readonly term: number;
  readonly agreement: Form;
  readonly log: Form;
  /** Days of service asked in a year; a city may set another. */
  readonly daysAYear?: number;
}

export function assignment(declaration: Omit<Assignment, 'kind'>): Assignment {
  if (!Number.isSafeInteger(declaration.term) || declaration.term < 1)
    throw new Error(`${declaration.id}: a term is a whole number of months`);
  return { kind: 'assignment', ...declaration };
}
