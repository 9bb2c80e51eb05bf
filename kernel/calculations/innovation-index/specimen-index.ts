// Indices for the tests: over years, between cities, and the columns that are read of them.
import { caseOf } from '../case.ts';

export const index = await caseOf('innovation-index');

export type Values = readonly (string | null)[];
export const indicator = (indicatorId: string, values: Values, changes: object = {}) => ({ indicatorId, values, weight: '1', ...changes });
export const years = (method: string, indicators: object[], more: object = {}) => ({
  method,
  indicators,
  years: (indicators[0] as { values: Values }).values.map((_, at) => 2020 + at),
  baseYear: 2020,
  ...more,
});
export const cities = (method: string, indicators: object[], more: object = {}) => ({
  method,
  indicators,
  years: null,
  units: (indicators[0] as { values: Values }).values.map((_, at) => `c${at}`),
  ...more,
});
const column = (list: string, key: string, given: object) =>
  (index.at(list, { ...given }) as Record<string, unknown>[]).map((item) => item[key]);
export const series = (given: object) => column('series', 'index', given);
export const growth = (given: object) => column('series', 'growth', given);
export const scores = (given: object) => column('units', 'index', given);
export const ranks = (given: object) => column('units', 'rank', given);
export const weights = (given: object) => column('weights', 'weight', given);
