// Bounds of numbers, both included, compared exactly.
import { compareDecimals } from './decimal-text.ts';
import type { FieldSettings } from './field.ts';

/** What is wrong with a number outside its bounds; `show` writes a bound as people read it, with its unit. */
export function outOfBounds(value: string, label: string, { min, max }: FieldSettings, show: (bound: string) => string): string | null {
  if (min !== undefined && compareDecimals(value, min) < 0) return `${label}不能小于 ${show(min)}，现为 ${show(value)}`;
  if (max !== undefined && compareDecimals(value, max) > 0) return `${label}不能大于 ${show(max)}，现为 ${show(value)}`;
  return null;
}

/** The nearest number that the bounds allow. */
export function withinBounds(value: string, { min, max }: FieldSettings): string {
  if (min !== undefined && compareDecimals(value, min) < 0) return min;
  if (max !== undefined && compareDecimals(value, max) > 0) return max;
  return value;
}
