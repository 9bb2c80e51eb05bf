// A title (资质): what a programme grants and for how long it holds.
import { addDays, addMonths } from './calendar.ts';

export interface Title {
  readonly id: string;
  readonly name: string;
  /** NATIONAL, PROVINCIAL, MUNICIPAL or COUNTY. */
  readonly level: 'NATIONAL' | 'PROVINCIAL' | 'MUNICIPAL' | 'COUNTY';
  /** Months of validity, `year-end` for titles that end on 31 December of their year, null when they do not expire. */
  readonly validity: number | 'year-end' | null;
  /** Form of a certificate number; a number that does not fit is refused when it is imported. */
  readonly numberPattern?: RegExp;
}

export const years = (count: number): number => count * 12;

export const title = (id: string, name: string, options: Omit<Title, 'id' | 'name'>): Title => ({ id, name, ...options });

/** Last day of validity of a title issued on a day; null when it does not expire. */
export function validUntil(title: Title, issuedOn: string): string | null {
  if (title.validity === null) return null;
  if (title.validity === 'year-end') return `${issuedOn.slice(0, 4)}-12-31`;
  return addDays(addMonths(issuedOn, title.validity), -1);
}
