// The figures of a result as people read them: yuan with commas, shares as per cent, words in Chinese, unknown as a dash.
import type { Calculation } from '#kernel/calculations/frame/calculation.ts';
import { isJsonObject } from '#kernel/calculations/frame/value-type.ts';
import { type Reading, resultLabel } from '#kernel/calculations/shown/labels.ts';
import { type ResultWord, wordOf } from '#kernel/calculations/shown/words.ts';
import { formatNumber, UNKNOWN } from '#ui/format.ts';

export interface Named {
  readonly key: string;
  readonly label: string;
  readonly reading: Reading;
}

export function named(calculation: Calculation, key: string): Named {
  const known = resultLabel(calculation.id, key) ?? { label: wordOf(calculation, key)?.label ?? key, reading: 'plain' as const };
  return { key, ...known };
}

const number = /^-?\d+(\.\d+)?$/;

/** `0.652174` as 65.2174%, all digits that the calculation prints. */
function percent(fraction: string): string {
  const [whole = '0', part = ''] = fraction.replace('-', '').split('.');
  const digits = `${whole}${part.padEnd(2, '0')}`;
  const point = whole.length + 2;
  const text = `${digits.slice(0, point).replace(/^0+(?=\d)/, '')}.${digits.slice(point)}`.replace(/\.?0*$/, '');
  return `${fraction.startsWith('-') ? '-' : ''}${text === '' ? '0' : text}%`;
}

function printedText(text: string, reading: Reading): string {
  if (!number.test(text)) return text.replace('T', ' ').replace('+08:00', '');
  if (reading === 'share') return percent(text);
  if (reading === 'money') return `${formatNumber(text, 2)} 元`;
  return reading === 'points' ? text : text.replace(/(\.\d*?)0+$/, '$1').replace(/\.$/, '');
}

/** A range `{min, max}` or `[min, max]` of points or counts is one figure: 18—24, or 20 when both ends are the same. */
function rangeOf(value: unknown): string | undefined {
  const ends = Array.isArray(value) && value.length === 2 ? value : isJsonObject(value) ? [value.min, value.max] : [];
  const [min, max] = ends as readonly unknown[];
  if (typeof min !== 'number' || typeof max !== 'number') return undefined;
  return min === max ? String(min) : `${min}—${max}`;
}

/** Undefined for what has parts of its own. */
export function printed(calculation: Calculation, value: unknown, reading: Reading): string | undefined {
  if (value === null || value === undefined) return UNKNOWN;
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return wordOf(calculation, value)?.label ?? printedText(value, reading);
  const range = rangeOf(value);
  if (range !== undefined && (Array.isArray(value) || Object.keys(value).length === 2)) return range;
  if (!Array.isArray(value) || value.some((item) => typeof item === 'object' && item !== null)) return undefined;
  return value.length === 0 ? '无' : value.map((item) => printed(calculation, item, reading) ?? '').join('、');
}

/** Several figures of one thing, such as points with the ratio behind them: the range leads. */
export function leadOf(value: unknown): string | undefined {
  return isJsonObject(value) ? rangeOf(value) : undefined;
}

export function wordIn(calculation: Calculation, value: unknown): ResultWord | undefined {
  return typeof value === 'string' ? wordOf(calculation, value) : undefined;
}

/** What a finding saw: shares have six places, amounts two. */
export function printedActual(calculation: Calculation, actual: unknown): string | null {
  if (actual === null || actual === undefined) return null;
  const reading = typeof actual === 'string' && /^-?\d+\.\d{6}$/.test(actual) ? 'share' : 'plain';
  const isAmount = typeof actual === 'string' && /^-?\d+\.\d{2}$/.test(actual);
  return isAmount ? formatNumber(actual, 2) : (printed(calculation, actual, reading) ?? null);
}

export function valueAt(result: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((value, key) => (isJsonObject(value) ? value[key] : undefined), result);
}
