// Between what a form holds and the document of a calculation: months, lists typed in one box, and what was left empty.
import type { Fields } from '#kernel/calculations/frame/fields.ts';
import { isJsonObject } from '#kernel/calculations/frame/value-type.ts';
import type { Shape } from './field-views.ts';

export type Answers = Readonly<Record<string, unknown>>;

const monthTyped = /^(\d{4})-(\d{2})$/;
const monthWritten = /^(\d{4})(\d{2})$/;

function partsOf(text: string): string[] {
  return text
    .split(/[、，,；;\t\n]+/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** `12、13、未知` typed or pasted into one box. */
export function readList(text: string, element: Shape): unknown[] {
  const type = element.kind === 'nullable' ? (element.inner ?? element) : element;
  return partsOf(text).map((part) => {
    if (element.kind === 'nullable' && /^(未知|[-—?？])$/.test(part)) return null;
    return type.kind === 'integer' && /^-?\d{1,15}$/.test(part) ? Number(part) : part;
  });
}

/** `创新=28、团队=20` typed into one box. */
export function readNamed(text: string): Record<string, string> {
  return Object.fromEntries(
    partsOf(text).map((part) => {
      const [name = '', ...value] = part.split(/[=＝:：]/);
      return [name.trim(), value.join('').trim()];
    }),
  );
}

export function listText(value: unknown): string {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.map((item) => (item === null ? '未知' : String(item))).join('、');
  if (!isJsonObject(value)) return '';
  return Object.entries(value)
    .map(([name, item]) => `${name}=${String(item)}`)
    .join('、');
}

function outward(type: Shape, value: unknown): unknown {
  if (type.kind === 'month') return typeof value === 'string' ? value.replace(monthTyped, '$1$2') : value;
  if (type.kind === 'list' && type.element !== undefined) {
    const { element } = type;
    const items = typeof value === 'string' ? readList(value, element) : value;
    return Array.isArray(items) ? items.map((item) => outward(element, item)) : items;
  }
  if (type.kind === 'map') return typeof value === 'string' ? readNamed(value) : value;
  if (type.fields !== undefined && isJsonObject(value)) return documentOf(type.fields, value);
  if (type.kinds !== undefined && isJsonObject(value)) {
    const fields = type.kinds[String(value.kind)]?.fields ?? {};
    return { kind: value.kind, ...documentOf(fields, value) };
  }
  return value;
}

/** The document that the calculation reads; what is empty is left out, which means unknown. */
export function documentOf(fields: Fields, answers: Answers): Record<string, unknown> {
  const entries = Object.entries(fields).flatMap(([name, field]) => {
    const value = answers[name];
    return value === undefined || value === null ? [] : [[name, outward(field.type, value)] as const];
  });
  return Object.fromEntries(entries);
}

function inward(type: Shape, value: unknown): unknown {
  if (type.kind === 'month') return typeof value === 'string' ? value.replace(monthWritten, '$1-$2') : value;
  if (type.kind === 'list' && Array.isArray(value)) return value.map((item: unknown) => inward(type.element ?? type, item));
  if (type.fields !== undefined && isJsonObject(value)) return answersOf(type.fields, value);
  return value;
}

/** What a form shows of a document, such as a worked example; names that the calculation does not know are left out. */
export function answersOf(fields: Fields, document: Answers): Record<string, unknown> {
  const entries = Object.entries(fields).flatMap(([name, field]) => {
    const value = document[name];
    return value === undefined || value === null ? [] : [[name, inward(field.type, value)] as const];
  });
  return Object.fromEntries(entries);
}

/** With one value set or, undefined, taken away; a record that holds nothing is no answer. */
export function withAnswer(answers: Answers | undefined, name: string, value: unknown): Answers | undefined {
  const { [name]: _before, ...rest } = answers ?? {};
  const next = value === undefined ? rest : { ...rest, [name]: value };
  return Object.keys(next).length === 0 ? undefined : next;
}
