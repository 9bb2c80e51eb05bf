// Turns a figure of a report, as a person accepts it, into an observation of the ledger.
import type { ObservationInput } from '#modules/figures/wire.ts';
import { changedFacts, type Facts, yearOf } from './facts.ts';
import { placeOfFigure } from './place.ts';
import type { Reading } from './reader/reading.ts';
import { plainNumeral } from './written-value.ts';

/** What a reading says of its place in the text and of its own precision; figures added by hand have the same. */
export type Spanned = Pick<Reading, 'rawStart' | 'raw' | 'quote' | 'precision'>;

export interface AcceptedFigure {
  readonly spanned: Spanned;
  readonly read: Facts;
  /** Null where it stands as it was read. */
  readonly corrected: Facts | null;
  readonly indicator: string | null;
}

/** The status of an observation that takes another back: it belongs to no indicator, so nothing counts it. */
export const WITHDRAWN = 'withdrawn';

/** The span is that of the number itself, which no two figures share; the quotation keeps the words around it. */
export function observationOf({ spanned, read, corrected, indicator }: AcceptedFigure, place: string): ObservationInput {
  const facts = corrected ?? read;
  const isValueAsRead = facts.exact === read.exact;
  return {
    indicator,
    indicatorName: facts.indicator.trim().slice(0, 100) || '未命名的数据',
    place: placeOfFigure(facts.region, place).slice(0, 60),
    period: (facts.period ?? '').slice(0, 40),
    year: yearOf(facts.period),
    value: facts.exact,
    unit: (facts.unit ?? '').slice(0, 20),
    kind: facts.kind,
    bound: facts.bound,
    precision: isValueAsRead && spanned.precision !== null ? plainNumeral(spanned.precision) : null,
    status: facts.status,
    spanStart: spanned.rawStart,
    spanEnd: spanned.rawStart + [...spanned.raw].length,
    quote: spanned.quote.replaceAll(/\s+/g, '').slice(0, 2000),
    readAs: corrected === null ? null : { ...read, corrected: changedFacts(read, corrected) },
  };
}
