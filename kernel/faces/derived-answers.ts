// Computes what a form derives from its other answers, and finds derived values that came from elsewhere.
import type { Form } from '../declare/form.ts';
import { type AnyAnswers, type FieldRecord, type Frame, isRecord, rowFrame, wholeForm } from './place.ts';

function fill(fields: FieldRecord, answers: AnyAnswers): Record<string, unknown> {
  const filled: Record<string, unknown> = { ...answers };
  for (const [key, field] of Object.entries(fields)) {
    const value = filled[key];
    const { columns } = field;
    if (field.kind === 'table' && columns !== undefined && Array.isArray(value)) {
      filled[key] = value.map((row: unknown) => (isRecord(row) ? fill(columns, row) : row));
    }
    // In the browser a derived field has no function: what the server computed stays.
    if (field.kind !== 'derived' || field.derive === undefined) continue;
    const derived = field.derive(filled);
    if (derived === null) delete filled[key];
    else filled[key] = derived;
  }
  return filled;
}

/**
 * The answers with everything derived anew, in the order of the form: a field may derive from derived ones before it. What cannot be
 * computed yet is left out, whatever stood there. A derived column of a table is computed from the other cells of its row.
 */
export function fillDerived(form: Form, answers: AnyAnswers): Record<string, unknown> {
  return fill(form.fields, answers);
}

export function hasDerived(fields: FieldRecord): boolean {
  return Object.values(fields).some((field) => field.kind === 'derived' || hasDerived(field.columns ?? {}));
}

interface Place {
  readonly path: string;
  readonly label: string;
}

function differences(fields: FieldRecord, given: AnyAnswers, computed: AnyAnswers, frame: Frame): Place[] {
  return Object.entries(fields).flatMap(([key, field]) => {
    const path = frame.path + key;
    const [mine, theirs] = [computed[key], given[key] ?? undefined];
    if (field.kind === 'derived') {
      const isOurs = theirs === undefined || theirs === mine || field.derive === undefined;
      return isOurs ? [] : [{ path, label: frame.name(field.label) }];
    }
    if (!Array.isArray(mine) || !Array.isArray(theirs)) return [];
    return theirs.flatMap((row: unknown, index) => {
      const other: unknown = mine[index];
      return isRecord(row) && isRecord(other) ? differences(field.columns ?? {}, row, other, rowFrame(path, index)) : [];
    });
  });
}

/** Derived values that are not what the system computes itself. */
export function foreignDerived(form: Form, answers: AnyAnswers): Place[] {
  return differences(form.fields, answers, fillDerived(form, answers), wholeForm);
}
