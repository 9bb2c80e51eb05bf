// Answers that the register already knows: trimmed to the form's own columns and left out where they would not pass its checks.
import type { Form } from '#kernel/declare/form.ts';
import { checkAnswers } from '#kernel/faces/answers.ts';
import type { Field } from '#kernel/fields/field.ts';
import type { Prefilled } from '#ui/fields/field-view.ts';

type Facts = Readonly<Record<string, unknown>>;

/** The register knows more of a year than a form may ask. */
function trimmed(field: Field, value: unknown): unknown {
  const { columns } = field;
  if (columns === undefined || !Array.isArray(value)) return value;
  return value.map((row: Facts) => Object.fromEntries(Object.entries(row).filter(([key]) => columns[key] !== undefined)));
}

export function prefilledOf(form: Form, facts: Facts): Readonly<Record<string, Prefilled>> {
  const known: Record<string, Prefilled> = {};
  for (const [key, field] of Object.entries(form.fields)) {
    const fact = field.prefill === undefined ? undefined : facts[field.prefill.from];
    if (field.prefill === undefined || fact === undefined || fact === null) continue;
    const value = trimmed(field, fact);
    const alone: Form = { pages: [{ title: '', fields: { [key]: field } }], fields: { [key]: field } };
    if (checkAnswers(alone, { [key]: value }, { complete: false }).length === 0) known[key] = { source: field.prefill.source, value };
  }
  return known;
}

/** Answers with which a new application begins. */
export function startingAnswers(prefilled: Readonly<Record<string, Prefilled>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(prefilled).map(([key, { value }]) => [key, value]));
}
