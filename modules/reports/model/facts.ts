// What a figure of a report is taken to say: the part of a reading that a person may correct.
import type { Bound, Kind, Measure, Reading, Status } from './reader/reading.ts';

export interface Facts {
  /** Exact decimal numeral in base units: yuan, counts, a fraction for a percentage, points for percentage points. */
  readonly exact: string;
  /** 元, %, 个百分点, 位 or the measure word; null where the text gives none. */
  readonly unit: string | null;
  readonly kind: Kind;
  readonly measure: Measure;
  readonly bound: Bound;
  readonly indicator: string;
  readonly period: string | null;
  /** The place that it speaks of; null for the place of the document. */
  readonly region: string | null;
  /** The whole of a share, or the denominator of a ratio. */
  readonly of: string | null;
  readonly status: Status;
}

export function factsOf(reading: Reading): Facts {
  const { exact, unit, kind, measure, bound, indicator, period, region, of, status } = reading;
  return { exact, unit, kind, measure, bound, indicator, period, region, of, status };
}

const keys = ['exact', 'unit', 'kind', 'measure', 'bound', 'indicator', 'period', 'region', 'of', 'status'] as const;

/** Names of the facts that differ, in their usual order. */
export const changedFacts = (before: Facts, after: Facts): readonly (keyof Facts)[] => keys.filter((key) => before[key] !== after[key]);

/** A calendar year where the period is exactly one; half years and spans are not set beside whole years. */
export const yearOf = (period: string | null): number | null =>
  period !== null && /^(?:19|20)\d\d$/.test(period.trim()) ? Number(period.trim()) : null;
