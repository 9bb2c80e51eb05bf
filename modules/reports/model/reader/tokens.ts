// The numerals of a block: amounts, ranks and what only looks like a number.

import type { Unit } from './lexicon/units.ts';
import type { Decimal } from './numerals.ts';
import type { Bound, IgnoredReason } from './reading.ts';

/** A number with what it counts in. `place` is the power of ten of the last written digit, after multipliers. */
export type Amount = {
  readonly type: 'amount';
  readonly form: 'number' | 'rank' | 'doubling' | 'ratio-part' | 'to-one';
  readonly start: number;
  readonly end: number;
  /** The number as written, without the unit's and multiplier's powers applied to percentages: 25.95 for 25.95%. */
  readonly value: Decimal;
  readonly place: number | null;
  readonly unit: Unit | null;
  /** 余, 多 inside or after the number, 以上 or 左右 after it, 近 or 突破 before it. */
  readonly bound: Bound;
  readonly chinese: boolean;
  /** 尚未发生1笔: the number is denied. */
  readonly denied: boolean;
  /** -0.6‰: the text itself has the sign. */
  readonly negative: boolean;
  /** Where the words of the bound before the number begin, so that they stay out of the indicator's name. */
  readonly boundStart: number;
};

export type NoFigure = {
  readonly type: 'ignored';
  readonly start: number;
  readonly end: number;
  readonly reason: IgnoredReason;
};

export type Token = Amount | NoFigure;
