// Plausible made-up answers of a form, the same for the same number: for guides, tests and demonstration data.
import type { Form } from '../declare/form.ts';
import { facesOf } from '../fields/kinds.ts';
import { fillDerived } from './derived-answers.ts';

/** Complete answers, with what they derive. */
export function sampleAnswers(form: Form, n: number): Record<string, unknown> {
  const fields = Object.entries(form.fields).filter(([, field]) => field.kind !== 'derived');
  return fillDerived(form, Object.fromEntries(fields.map(([key, field]) => [key, facesOf(field).sample(field, n)])));
}
