// What the reader returns for one figure of a report: where it stands, what it says and how sure the reader is.

/** What sort of statement the number makes. */
export type Kind = 'level' | 'yoy_growth' | 'share' | 'rank' | 'change' | 'target' | 'ratio' | 'threshold' | 'multiple';

/** What the number measures: a stock at a day, a flow over a period, additions, a rate, the size of a list, a rule's number … */
export type Measure =
  | 'stock'
  | 'flow'
  | 'new'
  | 'net_change'
  | 'cumulative'
  | 'rate'
  | 'share'
  | 'rank'
  | 'difference'
  | 'set_size'
  | 'rule';

/** How tight the number is: 约 is approx, 余 and 突破 more_than, 以上 at_least, 近 just_under, 不足 less_than, 不超过 at_most. */
export type Bound = 'exact' | 'approx' | 'more_than' | 'at_least' | 'just_under' | 'less_than' | 'at_most';

/** Whether it has happened (actual), is expected (预计), aimed at (力争), intended (拟, 将) or demanded by a rule. */
export type Status = 'actual' | 'estimate' | 'target' | 'plan' | 'requirement';

/** A number in base units (yuan, pieces, a fraction for a percentage), or percentage points. A fall is negative. */
export type ReadingValue = number | { readonly pp: number };

/** What a growth or a difference is measured against, as the text names it. */
export type Comparison = { readonly base: string; readonly indicator?: string };

/** One figure of a text. All offsets count Unicode code points of the text as it was given; `end` is exclusive. */
export type Reading = {
  readonly start: number;
  readonly end: number;
  /** The exact substring from `start` to `end`: the number with the words that say what it counts. */
  readonly quote: string;
  /** The number with its unit, as written. */
  readonly raw: string;
  readonly rawStart: number;
  readonly value: ReadingValue;
  /** The same value as an exact decimal numeral ("11177000000", "0.2595"; points as points): what a ledger should store. */
  readonly exact: string;
  /** 元, 美元, %, ‰, 个百分点, 位, 倍 … or the measure word; null where the text gives none and none can be inferred. */
  readonly unit: string | null;
  readonly kind: Kind;
  readonly measure: Measure;
  readonly bound: Bound;
  /** Half a unit of the last written place, in base units (points for points); null where the text gives no digits. */
  readonly precision: number | null;
  /** What is counted, as a short Chinese name. */
  readonly indicator: string;
  /** The entry of the indicator lexicon that the name was recognised as, for tying a reading to a measure of the product. */
  readonly indicatorId: string | null;
  /** A year, a half ("2020H1"), quarters ("2020Q1", "2020Q1-Q3"), months on end ("2020年1-10月"), a span ("2021-2025"), or the words of the text where no year is known ("20xx", "每年", "上半年"). */
  readonly period: string | null;
  readonly region: string | null;
  /** The whole of a share, or the denominator of a ratio. */
  readonly of: string | null;
  readonly comparison: Comparison | null;
  readonly status: Status;
  /** 0 … 1: how certain the reader is that this is a figure and that its value and kind are right. */
  readonly confidence: number;
};

/** A numeral that is no figure, with the reason (a date, a name, an enumerator …): for showing why it was left out. */
export type Ignored = { readonly start: number; readonly end: number; readonly reason: IgnoredReason };

export type IgnoredReason =
  | 'date'
  | 'name'
  | 'title'
  | 'document-number'
  | 'enumerator'
  | 'edition'
  | 'duration'
  | 'furniture'
  | 'indefinite'
  | 'no-unit';

export type ReadOptions = {
  /** The year that the report reports on, where the text hides it or the caller knows better. */
  readonly reportingYear?: number | undefined;
};
