// An indicator that people name, fed by the ledger or published elsewhere, and the days of a year that its value is told of.
import type { Indicator } from '#kernel/declare/indicator.ts';
import type { PublishedIndicator } from '#kernel/declare/published-indicator.ts';
import type { Catalogue } from '#kernel/declare/system.ts';
import type { Period } from '../model/evaluate.ts';
import { yearUpTo } from './evaluator.ts';

export const inCatalogue = (catalogue: Catalogue, id: string): Indicator | PublishedIndicator | undefined =>
  catalogue.indicators.get(id) ?? catalogue.published.get(id);

export const isPublished = (indicator: Indicator): indicator is PublishedIndicator => 'nature' in indicator;

export const wholeYear = (year: number): Period => ({ from: `${year}-01-01`, to: `${year}-12-31` });

/** What is published is published of whole years; the ledger can tell of any part. */
export const yearOf = (indicator: Indicator, year: number, day: string): Period =>
  isPublished(indicator) ? wholeYear(year) : yearUpTo(year, day);

/** Years back that are looked through for the newest published value. */
const mostYears = 3;

/** The newest of the years up to one for which anything is known; undefined where nothing is. */
export const newestYear = (upTo: number, isKnown: (year: number) => boolean): number | undefined =>
  Array.from({ length: mostYears + 1 }, (_, back) => upTo - back).find(isKnown);
