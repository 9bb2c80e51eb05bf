// How a list of cases may be filtered by the answers of a form, and what a query asks for.
import { Value } from 'typebox/value';
import type { Form } from '../declare/form.ts';
import { compareDecimals } from '../fields/decimal-text.ts';
import type { Field, FieldKind, Option } from '../fields/field.ts';
import type { FilterOperator } from '../fields/kind.ts';
import { facesOf, schemaOf } from '../fields/kinds.ts';

export interface FilterDescriptor {
  readonly key: string;
  readonly label: string;
  readonly unit: string | null;
  readonly kind: FieldKind;
  /** The first is meant where a query names none. */
  readonly operators: readonly FilterOperator[];
  readonly options: readonly Option[] | null;
}

type Bound = string | number;

export type Filter = { readonly key: string } & (
  | { readonly operator: 'contains' | 'equals' | 'below'; readonly value: string }
  | { readonly operator: 'in'; readonly value: readonly string[] }
  /** Both ends included; an end left out is open. */
  | { readonly operator: 'between'; readonly value: { readonly from: Bound | null; readonly to: Bound | null } }
  | { readonly operator: 'is-true'; readonly value: boolean }
);

export interface FilterProblem {
  readonly key: string;
  readonly message: string;
}

/** Fields that say `filter`, with the operators of their kind. */
export function filterDescriptors(form: Form): FilterDescriptor[] {
  return Object.entries(form.fields).flatMap(([key, field]) => {
    const operators = field.filter === true ? facesOf(field).filter(field) : [];
    if (operators.length === 0) return [];
    return [{ key, label: field.label, unit: field.unit ?? null, kind: field.kind, operators, options: field.options ?? null }];
  });
}

type Read = { readonly filter: Filter } | { readonly problem: string };

const longestWord = 100;
const mostValues = 200;

/** A bound as on the wire: a JSON number for counts and years, decimal text for amounts and shares, ISO text for days. */
function readBound(text: string, field: Field): { readonly value: Bound | null } | { readonly problem: string } {
  if (text === '') return { value: null };
  const isDecimal = /^-?\d{1,16}(\.\d{1,12})?$/.test(text);
  if (field.kind === 'decimal' || field.kind === 'percent' || field.kind === 'money' || field.kind === 'derived') {
    return isDecimal ? { value: text } : { problem: `${field.label}的筛选范围应为数字，现为“${text}”` };
  }
  if (field.kind === 'integer' || field.kind === 'year') {
    return /^-?\d{1,15}$/.test(text) ? { value: Number(text) } : { problem: `${field.label}的筛选范围应为整数，现为“${text}”` };
  }
  // The bounds that its author set are no bounds of a search.
  const read = facesOf(field).parse(text, { kind: field.kind, label: field.label });
  return 'problem' in read ? { problem: read.problem } : { value: String(read.value) };
}

function compare(a: Bound, b: Bound): number {
  if (typeof a === 'string' && typeof b === 'string' && /^\d{4}-/.test(a)) return a < b ? -1 : Number(a > b);
  return compareDecimals(String(a), String(b));
}

/** `100..200`, `100..`, `..200`; one value alone means exactly that. */
function readRange(key: string, text: string, field: Field): Read {
  const [first = '', second = first, ...rest] = text.split('..');
  if (rest.length > 0) return { problem: `${field.label}的筛选范围应写作“起..止”，现为“${text}”` };
  const from = readBound(first.trim(), field);
  if ('problem' in from) return from;
  const to = readBound(second.trim(), field);
  if ('problem' in to) return to;
  if (from.value === null && to.value === null) return { problem: `${field.label}的筛选范围两端都是空的，请至少填写一端` };
  if (from.value !== null && to.value !== null && compare(from.value, to.value) > 0) {
    return { problem: `${field.label}的筛选范围起点大于终点，请核对` };
  }
  return { filter: { key, operator: 'between', value: { from: from.value, to: to.value } } };
}

function readCodes(key: string, texts: readonly string[], field: Field): Read {
  const codes = [...new Set(texts.flatMap((text) => text.split(',')).filter((code) => code !== ''))];
  if (codes.length === 0) return { problem: `请选择${field.label}的筛选值` };
  if (codes.length > mostValues) return { problem: `${field.label}最多同时筛选 ${mostValues} 项` };
  const one: Field = field.kind === 'choices' ? { ...field, kind: 'choice' } : field;
  const unknown = codes.find((code) => !Value.Check(schemaOf(one), code));
  if (unknown !== undefined) return { problem: `${field.label}没有“${unknown}”这个选项` };
  return { filter: { key, operator: 'in', value: codes } };
}

function readFilter(key: string, operator: FilterOperator, texts: readonly string[], field: Field): Read {
  const text = (texts[0] ?? '').trim();
  if (operator === 'in') return readCodes(key, texts, field);
  if (texts.length > 1) return { problem: `${field.label}只能有一个筛选值` };
  if (text === '') return { problem: `${field.label}的筛选值不能为空` };
  if (operator === 'between') return readRange(key, text, field);
  if (operator === 'is-true') {
    if (text === 'true' || text === 'false') return { filter: { key, operator, value: text === 'true' } };
    return { problem: `${field.label}的筛选值应为 true 或 false，现为“${text}”` };
  }
  if (operator === 'below' && !Value.Check(schemaOf(field), text)) return { problem: `${field.label}没有“${text}”这个选项` };
  if (text.length > longestWord) return { problem: `${field.label}的筛选值最多 ${longestWord} 个字` };
  return { filter: { key, operator, value: text } };
}

/**
 * Reads a query of filters: `key=value` uses the first operator of the field, `key.operator=value` names one. Values are those of the
 * wire: codes with commas between, ranges as `from..to` in yuan, fractions and ISO days. Whatever is wrong is said, and nothing dropped.
 */
export function readFilters(
  form: Form,
  query: Readonly<Record<string, string | readonly string[] | undefined>>,
): { readonly filters: Filter[]; readonly problems: FilterProblem[] } {
  const descriptors = new Map(filterDescriptors(form).map((descriptor) => [descriptor.key, descriptor]));
  const filters: Filter[] = [];
  const problems: FilterProblem[] = [];
  for (const [name, given] of Object.entries(query)) {
    if (given === undefined) continue;
    const [key = '', named] = name.split('.', 2);
    const descriptor = descriptors.get(key);
    const field = form.fields[key];
    if (descriptor === undefined || field === undefined) {
      const names = [...descriptors.values()].map(({ label, key: own }) => `${label}（${own}）`);
      problems.push({ key: name, message: `不能按“${key}”筛选，可用的有：${names.join('、') || '无'}` });
      continue;
    }
    const operator = named === undefined ? descriptor.operators[0] : descriptor.operators.find((own) => own === named);
    if (operator === undefined) {
      problems.push({ key: name, message: `${field.label}不能用“${named}”筛选，可用：${descriptor.operators.join('、')}` });
      continue;
    }
    const read = readFilter(key, operator, typeof given === 'string' ? [given] : given, field);
    if ('problem' in read) problems.push({ key: name, message: read.problem });
    else filters.push(read.filter);
  }
  return { filters, problems };
}
