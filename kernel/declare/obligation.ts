// What the moves of a case oblige the bureau to in money: promised by an agreement or a decision, due by a milestone, given up or taken back.
import type { CaseEvent } from '../stages/case-state.ts';

/** One instalment of a promise. */
export interface ObligationPart {
  /** From 1, in the order of payment. */
  readonly no: number;
  readonly name: string;
  /** Yuan, exact decimal string. */
  readonly amount: string;
}

/** Amounts in yuan as exact decimal strings. */
export type Obligation =
  /** The parts sum to the amount; a promise of one part is paid at once. */
  | { readonly kind: 'promise'; readonly purpose: string; readonly amount: string; readonly parts: readonly ObligationPart[] }
  /** A part may now be paid. */
  | { readonly kind: 'due'; readonly part: number }
  /** What has not been paid will not be paid. */
  | { readonly kind: 'give-up'; readonly why: string }
  /** Something that was paid is to be returned. */
  | { readonly kind: 'take-back'; readonly amount: string; readonly why: string };

/** When an event of a case makes obligations; an unknown amount makes none and must be refused by the move's own form. */
export interface ObligationRule {
  readonly dossier: string;
  readonly verb: string;
  /** Stage of the verb; any where absent. */
  readonly stage?: string;
  /** `earlier` are the events of the case before this one. */
  of(answers: Readonly<Record<string, unknown>>, event: CaseEvent, earlier: readonly CaseEvent[]): readonly Obligation[];
}
