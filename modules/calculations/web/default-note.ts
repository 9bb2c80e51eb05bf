// What holds while a field is left empty, in words, where that is not simply unknown.
import type { Field } from '#kernel/calculations/frame/fields.ts';
import { formatMoney, formatPercent } from '#ui/format.ts';
import type { Shape } from '../model/field-views.ts';

/** Undefined for a field whose absence means unknown. */
export function defaultNote({ presence, fallback, type }: Field<unknown>): string | undefined {
  if (presence !== 'default') return undefined;
  if (Array.isArray(fallback)) return fallback.length === 0 ? '不填按没有计算' : '不填按文件规定';
  const text = String(fallback);
  if (type.kind === 'money') return `默认 ${formatMoney(text)}`;
  if (type.kind === 'ratio') return `默认 ${formatPercent(text, 4)}`;
  if (type.kind === 'flag') return `默认${fallback === true ? '是' : '否'}`;
  return `默认 ${(type as Shape).labels?.[text] ?? text}`;
}
