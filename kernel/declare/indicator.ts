// Measures that events post to the ledger, and indicators as formulas over measures.
import type { CaseEvent } from '../stages/case-state.ts';
import type { Citation } from './citation.ts';
import type { Title } from './title.ts';

/** `flow`: what happens in a period is summed. `stock`: what has come minus what has gone up to a day. */
export interface Measure {
  /** Stable id, e.g. `high-tech-enterprise.applications`. */
  readonly id: string;
  readonly name: string;
  readonly aliases?: readonly string[];
  readonly kind: 'flow' | 'stock';
  /** Base unit: 家, 件, 元, 人. */
  readonly unit: string;
  readonly definition: string;
}

/** When an event of a case posts to a measure, and how much. */
export interface Posting {
  readonly measure: Measure;
  readonly dossier: string;
  readonly verb: string;
  /** Stage of the verb; any where absent. */
  readonly stage?: string;
  readonly when?: (event: CaseEvent) => boolean;
  /** Exact decimal string; one where absent. Null posts nothing, because the answer is unknown. */
  readonly value?: (answers: Readonly<Record<string, unknown>>, event: CaseEvent) => string | null;
}

/** Number of titles in force: posted by the register itself, +1 on the first day, −1 on the day after the last. */
export interface TitleStock {
  readonly measure: Measure;
  readonly title: Title;
}

export type Formula =
  | { readonly kind: 'sum'; readonly measure: string }
  | { readonly kind: 'stock'; readonly measure: string }
  /** Net change of a stock over the period. */
  | { readonly kind: 'change'; readonly measure: string }
  | { readonly kind: 'ratio'; readonly part: Formula; readonly whole: Formula }
  | { readonly kind: 'difference'; readonly minuend: Formula; readonly subtrahend: Formula }
  /** Own value ÷ value of the parent region. */
  | { readonly kind: 'share-of-parent'; readonly of: Formula }
  /** Value ÷ value of the same period last year − 1. */
  | { readonly kind: 'growth'; readonly of: Formula }
  /** Place among sister regions, equal values sharing the better place (1, 1, 3). */
  | { readonly kind: 'rank'; readonly of: Formula }
  /** What has been published for the region and the year, under the indicator's id. */
  | { readonly kind: 'observed'; readonly indicator: string };

export interface Indicator {
  readonly id: string;
  readonly name: string;
  readonly aliases?: readonly string[];
  /** Unit of the value: 家, 元, % (a fraction printed as percent), 位. */
  readonly unit: string;
  readonly formula: Formula;
  /** Which way is good. */
  readonly direction: 'up' | 'down';
  readonly definition: string;
  readonly cites?: Citation;
}

export const sum = (measure: Measure): Formula => ({ kind: 'sum', measure: measure.id });
export const stock = (measure: Measure): Formula => ({ kind: 'stock', measure: measure.id });
export const change = (measure: Measure): Formula => ({ kind: 'change', measure: measure.id });
export const ratio = (part: Formula, whole: Formula): Formula => ({ kind: 'ratio', part, whole });
export const difference = (minuend: Formula, subtrahend: Formula): Formula => ({ kind: 'difference', minuend, subtrahend });
export const shareOfParent = (of: Formula): Formula => ({ kind: 'share-of-parent', of });
export const growth = (of: Formula): Formula => ({ kind: 'growth', of });
export const rank = (of: Formula): Formula => ({ kind: 'rank', of });

/** Makes measures of one system in one unit: `measuring('gardens', '家')('in-force', '有效的花圃', 'stock')`. */
export const measuring =
  (system: string, unit: string) =>
  (id: string, name: string, kind: Measure['kind'], definition: string = name): Measure => ({
    id: `${system}.${id}`,
    name,
    kind,
    unit,
    definition,
  });

/** An indicator of which more is better. */
export const indicator = (id: string, name: string, unit: string, formula: Formula, definition: string): Indicator => ({
  id,
  name,
  unit,
  formula,
  direction: 'up',
  definition,
});

/** Does a formula contain itself? It would never come to an end. */
export function isCyclic(formula: Formula, within: readonly Formula[] = []): boolean {
  if (within.includes(formula)) return true;
  const parts = Object.values(formula).filter((part): part is Formula => typeof part === 'object');
  return parts.some((part) => isCyclic(part, [...within, formula]));
}

/** Ids of the measures that a formula reads: its lineage. */
export function measuresOf(formula: Formula): readonly string[] {
  switch (formula.kind) {
    case 'sum':
    case 'stock':
    case 'change':
      return [formula.measure];
    case 'ratio':
      return [...new Set([...measuresOf(formula.part), ...measuresOf(formula.whole)])];
    case 'difference':
      return [...new Set([...measuresOf(formula.minuend), ...measuresOf(formula.subtrahend)])];
    case 'observed':
      return [];
    default:
      return measuresOf(formula.of);
  }
}

/** Ids of the published indicators that a formula reads. */
export function observedIn(formula: Formula): readonly string[] {
  switch (formula.kind) {
    case 'observed':
      return [formula.indicator];
    case 'ratio':
      return [...observedIn(formula.part), ...observedIn(formula.whole)];
    case 'difference':
      return [...observedIn(formula.minuend), ...observedIn(formula.subtrahend)];
    case 'growth':
    case 'share-of-parent':
    case 'rank':
      return observedIn(formula.of);
    default:
      return [];
  }
}
