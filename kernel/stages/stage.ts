// What a stage is and what every kind of stage must answer: who may do what, what it records, and where the case goes.
import type { Calendar } from '../declare/calendar.ts';
import type { Form } from '../declare/form.ts';
import type { OfficeKind } from '../declare/office.ts';
import type { CallParameter } from '../declare/parameter.ts';
import type { CaseEvent, CaseState } from './case-state.ts';

/** A time limit in working days, with the rule it stands on. */
export interface Within {
  readonly workdays: number;
  /** The clock of the stage before runs on: one limit spans both. */
  readonly runsOn?: true;
  /** Working days that an approved extension may add at most. */
  readonly extension?: number;
}

export const workdays = (count: number, options: Omit<Within, 'workdays'> = {}): Within => ({ workdays: count, ...options });

export interface StageBase {
  readonly id: string;
  readonly name: string;
  /** Offices that act; where several are named, the stage's kind says whether each or any must. */
  readonly by: readonly OfficeKind[];
  readonly within?: Within;
}

/** The day on which something is asked, with the calendar that counts working days. */
export interface Today {
  readonly day: string;
  readonly calendar: Calendar;
  /** What the call of the case has set, by name. */
  readonly parameters?: Readonly<Record<string, string>>;
  /** Last day on which the published case that this one answers still takes answers; null or absent when it takes none. */
  readonly takesAnswersUntil?: string | null;
  /** The applicant's answers as they stand, where a move is made. */
  readonly answers?: Readonly<Record<string, unknown>>;
  /** Class of the applicant's assessment before this one, where its dossier grades. */
  readonly classBefore?: string;
}

/** One thing that can be done in a stage. */
export interface Move {
  readonly verb: string;
  /** What stands on the button. */
  readonly label: string;
  readonly by: readonly OfficeKind[];
  /** What is asked and kept when it is done. */
  readonly records: Form;
  /** Can be done for many cases at once. */
  readonly batch?: boolean;
  /** Ends or sends back the case: the screen asks for a second look. */
  readonly grave?: boolean;
  /** Place where what it records is gathered (its Chinese name): it is made from there, and no form of the case asks for it. */
  readonly gathered?: string;
  /** What follows, in a sentence, where the kind knows better than the machine. */
  readonly consequence?: string;
  /** That it was made, and what was recorded, is kept from the offices that handle the case. */
  readonly sealed?: true;
}

export type Outcome =
  | { readonly to: 'stay' }
  /** The clock of the next stage starts on `since`, or today. */
  | { readonly to: 'next'; readonly since?: string }
  | { readonly to: 'correction'; readonly workdays: number }
  | { readonly to: 'end'; readonly as: 'granted' | 'refused' | 'stopped' | 'concluded' };

/** The behaviour of one kind of stage. All functions are pure. */
export interface StageKind<S extends StageBase = StageBase> {
  /** With the state at hand, what is asked can offer what stands there, such as the milestones still open. */
  moves(stage: S, state?: CaseState): readonly Move[];
  /** Whom or what the case waits for, as the head line of the case says it. */
  waitsFor(stage: S, state: CaseState): string;
  /** Why this move cannot be made now although the office is right; null when it can. */
  whyNot(stage: S, move: Move, state: CaseState, actor: { readonly officeKind: string }, today: Today): string | null;
  /** Why the move cannot be made with what is recorded, apart from what its form checks; null when it can. */
  refuses?(stage: S, move: Move, state: CaseState, data: Readonly<Record<string, unknown>>, today: Today): string | null;
  /** What the move's form begins with, for its mover to change. */
  suggests?(stage: S, move: Move, state: CaseState, today: Today): Readonly<Record<string, unknown>>;
  /** What the system keeps with the move beside what was recorded, such as the very text that is signed. */
  attach?(stage: S, move: Move, state: CaseState, data: Readonly<Record<string, unknown>>, today: Today): Readonly<Record<string, unknown>>;
  outcome(stage: S, state: CaseState, event: CaseEvent): Outcome;
  /** Offices that the case still waits for; all of the stage where absent. */
  pending?(stage: S, state: CaseState): readonly OfficeKind[];
  /** Last day of what the stage waits for, where that is a calendar day and not a clock in working days; null for none. */
  until?(stage: S, state: CaseState, given: Pick<Today, 'parameters'>): string | null;
  /** Why the applicant can no longer take the case back; null while it can. */
  binds?(stage: S, state: CaseState): string | null;
  /** What a call may set for the stage. */
  parameters?(stage: S): readonly CallParameter[];
  /** Verb that the system itself makes as soon as the stage is entered. */
  readonly onEntry?: string;
}
