// What changed between two versions of the answers of a form, for the timeline of a case.
import { Value } from 'typebox/value';
import type { Form } from '../declare/form.ts';
import type { Field } from '../fields/field.ts';
import type { AnyAnswers } from './place.ts';
import { printValue } from './print.ts';

export interface Change {
  readonly path: string;
  readonly label: string;
  /** Text with its unit; empty when there was no answer. */
  readonly before: string;
  readonly after: string;
}

function isSame(field: Field, before: unknown, after: unknown): boolean {
  const [a, b] = [before ?? null, after ?? null];
  if (Value.Equal(a, b)) return true;
  // Two spellings of one amount are no change, but two files of one name are.
  return field.kind !== 'file' && field.kind !== 'table' && a !== null && b !== null && printValue(field, a) === printValue(field, b);
}

function withUnit(field: Field, value: unknown): string {
  const text = printValue(field, value);
  return text === '' || field.unit === undefined ? text : `${text}${field.unit}`;
}

/** A file changed under the same name is told apart by the head of its fingerprint. */
function fileText(text: string, value: unknown): string {
  const print = (value as { readonly sha256?: unknown } | null | undefined)?.sha256;
  return typeof print === 'string' ? `${text}（${print.slice(0, 8)}）` : text;
}

function changeOf(path: string, label: string, field: Field, before: unknown, after: unknown): Change[] {
  if (isSame(field, before, after)) return [];
  const [a, b] = [withUnit(field, before), withUnit(field, after)];
  if (field.kind === 'file' && a === b) return [{ path, label, before: fileText(a, before), after: fileText(b, after) }];
  return [{ path, label, before: a, after: b }];
}

/** A whole row in one line: 产品名称：甲；产品收入：100万元 */
function rowText(columns: Readonly<Record<string, Field>>, row: AnyAnswers | undefined): string {
  if (row === undefined) return '';
  const cells = Object.entries(columns).map(([key, column]) => [column.label, withUnit(column, row[key])] as const);
  return cells
    .filter(([, text]) => text !== '')
    .map(([label, text]) => `${label}：${text}`)
    .join('；');
}

function rowsOf(value: unknown): AnyAnswers[] {
  return Array.isArray(value) ? (value as AnyAnswers[]) : [];
}

/**
 * Rows that are the same at both ends are set aside first, so that a row put in or taken out shows as that and not as a change of all
 * that follow. What is left is compared in order; rows are counted as in the later version, removed ones as in the earlier.
 */
function tableChanges(path: string, field: Field, before: AnyAnswers[], after: AnyAnswers[]): Change[] {
  const columns = field.columns ?? {};
  const least = Math.min(before.length, after.length);
  let head = 0;
  while (head < least && Value.Equal(before[head], after[head])) head += 1;
  let tail = 0;
  while (tail < least - head && Value.Equal(before[before.length - 1 - tail], after[after.length - 1 - tail])) tail += 1;
  const [oldEnd, newEnd] = [before.length - tail, after.length - tail];
  const changes: Change[] = [];
  for (let index = head; index < Math.max(oldEnd, newEnd); index += 1) {
    const old = index < oldEnd ? before[index] : undefined;
    const now = index < newEnd ? after[index] : undefined;
    const at = `${path}[${index}]`;
    if (old !== undefined && now !== undefined) {
      for (const [key, column] of Object.entries(columns)) {
        changes.push(...changeOf(`${at}.${key}`, `${field.label}第${index + 1}行 ${column.label}`, column, old[key], now[key]));
      }
    } else {
      const label = `${field.label}${old === undefined ? '新增' : '删除'}第${index + 1}行`;
      changes.push({ path: at, label, before: rowText(columns, old), after: rowText(columns, now) });
    }
  }
  return changes;
}

/** The changes in the order of the form. */
export function changedAnswers(form: Form, before: AnyAnswers, after: AnyAnswers): Change[] {
  return Object.entries(form.fields).flatMap(([key, field]) => {
    const [a, b] = [before[key], after[key]];
    if (field.kind === 'table') return tableChanges(key, field, rowsOf(a), rowsOf(b));
    return changeOf(key, field.label, field, a, b);
  });
}
