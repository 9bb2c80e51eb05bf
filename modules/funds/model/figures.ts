// What an entry of a line's journal means in the ledger of figures.
import { fundMeasures } from '#kernel/declare/fund-measures.ts';
import { decimal } from '#kernel/exact/decimal.ts';
import type { EntryInput } from '#modules/figures/contract.ts';
import { toText } from './money.ts';
import { type EntryKind, entryKinds, type Pocket } from './words.ts';

interface Moved {
  readonly line: string;
  readonly region: string;
  readonly day: string;
  readonly kind: EntryKind;
  readonly from: Pocket;
  readonly to: Pocket;
  /** Never below zero. */
  readonly amount: string;
  readonly documentNo: string;
  readonly party?: string | null;
}

const { budget, committed, paid, returned, recovered } = fundMeasures;

/** Paying ends no commitment: what is paid stays committed, so that neither rate falls when the other rises. */
function measuresOf({ kind, from, to }: Moved): readonly (readonly [measure: string, isMinus: boolean])[] {
  if (kind === 'ALLOT' || kind === 'ADJUST') return [[budget.id, to === 'outside']];
  if (kind === 'COMMIT' || kind === 'COMMIT_RESERVED') return [[committed.id, false]];
  if (kind === 'DECOMMIT') return [[committed.id, true]];
  if (kind === 'PAY') return [[paid.id, false]];
  if (kind === 'RETURN_TICKET') {
    return [
      [paid.id, true],
      [returned.id, false],
    ];
  }
  // What is recovered is free again: neither committed nor paid.
  if (from === 'paid' && to === 'free') {
    return [
      [committed.id, true],
      [paid.id, true],
      [recovered.id, false],
    ];
  }
  return [];
}

/** Each leads back to its line, whose journal shows the entry by its document. */
export const figuresOf = (moves: readonly Moved[]): EntryInput[] =>
  moves.flatMap((move) =>
    measuresOf(move).map(([measure, isMinus]) => ({
      measure,
      region: move.region,
      day: move.day,
      value: isMinus ? toText(decimal('0').minus(decimal(move.amount))) : move.amount,
      party: move.party ?? null,
      sourceKind: 'budget-line',
      sourceId: move.line,
      note: `${entryKinds[move.kind]} ${move.documentNo}`,
    })),
  );
