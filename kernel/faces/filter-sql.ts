// Turns a filter into a condition with parameters, in the shape of a tagged template: `sql(strings, ...values)`.
import type { Form } from '../declare/form.ts';
import type { Field, Option } from '../fields/field.ts';
import { facesOf } from '../fields/kinds.ts';
import type { Filter } from './filters.ts';

export interface Condition {
  /** One more than the values, which stand between them. */
  readonly strings: readonly string[];
  readonly values: readonly unknown[];
}

/** A pattern that finds a word anywhere, its own signs taken as they are. */
export function anywhere(word: string): string {
  return `%${word.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
}

/** An option with all below it. */
export function withDescendants(options: readonly Option[], code: string): string[] {
  const found = new Set([code]);
  // A child may stand before its parent, so the list is gone through until nothing more is found.
  for (let before = 0; before < found.size; ) {
    before = found.size;
    for (const option of options) if (option.parent !== undefined && found.has(option.parent)) found.add(option.code);
  }
  return [...found];
}

/** The digits that all regions within a region share: GB/T 2260 codes end in 00 for what stands above. */
export function regionPrefix(code: string): string {
  return code.length === 6 ? code.replace(/(00)+$/, '') : code.replace(/000$/, '');
}

function belowCondition(field: Field, expression: string, code: string): Condition {
  const options = field.options ?? [];
  if (options.some((option) => option.parent !== undefined)) {
    return { strings: [`${expression} = any(`, '::text[])'], values: [withDescendants(options, code)] };
  }
  return { strings: [`${expression} like `, ''], values: [`${regionPrefix(code)}%`] };
}

function rangeCondition(expression: string, type: string, from: unknown, to: unknown): Condition {
  if (from === null) return { strings: [`${expression} <= `, `::${type}`], values: [to] };
  if (to === null) return { strings: [`${expression} >= `, `::${type}`], values: [from] };
  return { strings: [`${expression} between `, `::${type} and `, `::${type}`], values: [from, to] };
}

/** The condition of one filter. A case without the answer never fits: unknown is neither yes nor no, nor zero. */
export function filterCondition(form: Form, filter: Filter, column = 'answers'): Condition {
  const field = form.fields[filter.key];
  if (field === undefined) throw new Error(`No field ${filter.key} to filter by`);
  const { type, expression: bare } = facesOf(field).sql(filter.key, field, column);
  const expression = `(${bare})`;
  switch (filter.operator) {
    case 'contains':
      return { strings: [`${expression} ilike `, ''], values: [anywhere(filter.value)] };
    case 'equals':
      return { strings: [`${expression} = `, `::${type}`], values: [filter.value] };
    case 'is-true':
      return { strings: [`${expression} = `, '::boolean'], values: [filter.value] };
    case 'in':
      return type === 'jsonb'
        ? { strings: [`${expression} ?| `, '::text[]'], values: [filter.value] }
        : { strings: [`${expression} = any(`, '::text[])'], values: [filter.value] };
    case 'between':
      return rangeCondition(expression, type, filter.value.from, filter.value.to);
    case 'below':
      return belowCondition(field, expression, filter.value);
  }
}
