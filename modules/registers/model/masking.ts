// Shows just enough of the personal answers of a row: telephones, e-mails, and texts that their author calls personal.
import type { Form } from '#kernel/declare/form.ts';
import type { Field } from '#kernel/fields/field.ts';
import { maskEmail, maskName, maskPhone } from '#platform/crypto/mask.ts';

type Answers = Readonly<Record<string, unknown>>;

const isRecord = (value: unknown): value is Answers => typeof value === 'object' && value !== null && !Array.isArray(value);

const masks: Readonly<Record<string, (text: string) => string>> = { phone: maskPhone, email: maskEmail };

/** A person's name on a public post is no secret; how to reach the person is. */
function maskCompound(value: Answers): Answers {
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => [key, typeof part === 'string' && masks[key] !== undefined ? masks[key](part) : part]),
  );
}

function maskValue(field: Field, value: unknown): unknown {
  if (field.kind === 'table' && Array.isArray(value)) {
    const columns = field.columns ?? {};
    return value.map((row: unknown) => (isRecord(row) ? maskRecord(columns, row) : row));
  }
  if (field.personal !== true || value === undefined || value === null) return value;
  if (isRecord(value)) return maskCompound(value);
  return field.pattern === 'phone' ? maskPhone(String(value)) : maskName(String(value));
}

function maskRecord(fields: Form['fields'], answers: Answers): Answers {
  return Object.fromEntries(
    Object.entries(answers).map(([key, value]) => {
      const field = fields[key];
      return [key, field === undefined ? value : maskValue(field, value)];
    }),
  );
}

export const maskAnswers = (form: Form, answers: Answers): Answers => maskRecord(form.fields, answers);

const hasPersonal = (field: Field): boolean => field.personal === true || Object.values(field.columns ?? {}).some(hasPersonal);

/** Keys of the fields whose answers are masked. */
export const personalKeys = (form: Form): string[] =>
  Object.entries(form.fields)
    .filter(([, field]) => hasPersonal(field))
    .map(([key]) => key);
