// What the auditor finds: one relation between figures of a document, with what follows from them, what is printed, and the verdict.

/** The relations that can be checked; names as in annotated reports. */
export type RelationType =
  | 'share'
  | 'rate'
  | 'cross'
  | 'growth'
  | 'change'
  | 'multiple'
  | 'sum'
  | 'intensity'
  | 'duplicate'
  | 'rank'
  | 'subset'
  | 'list_count'
  | 'target_met'
  | 'target_vs_actual'
  | 'implied'
  | 'implied_total'
  | 'suspicious_copy'
  | 'unit_pp'
  | 'date'
  | 'period'
  | 'threshold'
  | 'structure'
  | 'title'
  | 'ledger';

export type Verdict = 'consistent' | 'inconsistent' | 'cannot tell';

/** How heavy an inconsistency is: an error of numbers, of dates, of rounding, of wording, or of layout. */
export type Weight = 'error' | 'date' | 'rounding' | 'wording' | 'layout';

export interface Span {
  /** Code points of the source; `end` is exclusive. */
  readonly start: number;
  readonly end: number;
  /** Position among the readings; null for words that are no figure. */
  readonly figure: number | null;
}

/** How the values are written for a person. */
export type Print = 'percent' | 'points' | 'number' | 'money' | 'times';

/** The value of the ledger that a printed figure was held against. */
export interface LedgerPlace {
  /** Indicator of the catalogue. */
  readonly indicator: string;
  readonly name: string;
  readonly region: string;
  readonly regionName: string;
  readonly from: string;
  readonly to: string;
  /** The ledger as it was known at the end of this day; null for as it is known now. */
  readonly known: string | null;
  /** 值, 同比, 占比, 位次 … */
  readonly reading: string;
  /** System or document that it comes from, and the formula in words. */
  readonly source: string;
  readonly says: string;
}

export interface Relation {
  readonly type: RelationType;
  /** The words and figures that take part; the figure that is checked comes last. */
  readonly spans: readonly Span[];
  readonly quotes: readonly string[];
  /** In words and signs, for a person. */
  readonly formula: string;
  /** Decimal numerals in base units, as computed from the other figures and as printed; null where there is nothing to compute or compare. */
  readonly computed: string | null;
  readonly stated: string | null;
  readonly deviation: string | null;
  /** By how much the computed value may miss the printed one, as the places written of all figures allow. */
  readonly tolerance: string | null;
  readonly print: Print;
  readonly verdict: Verdict;
  /** Null unless the verdict is inconsistent. */
  readonly weight: Weight | null;
  readonly note: string;
  readonly ledger?: LedgerPlace;
}
