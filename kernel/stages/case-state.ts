// Events of a case and the state that they fold to.

/** One event, appended and never changed. A move is the verb of a stage; the applicant's own verbs have no stage. */
export interface CaseEvent {
  /** 1, 2, 3 … within the case. */
  readonly seq: number;
  readonly verb: string;
  /** Stage in which it happened; null for the verbs of the case as a whole. */
  readonly stage: string | null;
  /** Instant in ISO 8601 and its calendar day in Asia/Shanghai. */
  readonly at: string;
  readonly day: string;
  readonly actor: { readonly id: string; readonly name: string; readonly officeKind: string; readonly officeName: string };
  readonly data: Readonly<Record<string, unknown>>;
}

export type CaseStatus = 'draft' | 'open' | 'correction' | 'granted' | 'refused' | 'withdrawn' | 'lapsed' | 'stopped' | 'concluded';

export const caseStatusNames: Record<CaseStatus, string> = {
  draft: '草稿',
  open: '办理中',
  correction: '待补正',
  granted: '已通过',
  refused: '未通过',
  withdrawn: '已撤回',
  lapsed: '逾期视为撤回',
  stopped: '已终止',
  concluded: '已结题',
};

/** A clock in working days: day 1 is the working day after `startedOn`; time in which the case waits for others is not counted. */
export interface Clock {
  readonly startedOn: string;
  readonly workdays: number;
  /** Working days added by approved extensions. */
  readonly extended: number;
  /** Finished pauses: from the day of the pause to the day of the return. */
  readonly pauses: readonly { readonly from: string; readonly to: string }[];
  readonly pausedOn: string | null;
  /** An extension that the office has asked for and nobody has answered yet. */
  readonly asked?: { readonly workdays: number; readonly id: string; readonly by: string };
}

export interface Correction {
  readonly stage: string;
  readonly askedOn: string;
  readonly workdays: number;
  readonly by: string;
  readonly reasons: string;
}

export interface CaseState {
  /** Number of events folded: a writer names it, so that two writers cannot both follow the same state. */
  readonly version: number;
  readonly status: CaseStatus;
  readonly stage: string | null;
  readonly enteredOn: string | null;
  readonly clock: Clock | null;
  /** Moves made in each stage since it was last entered. */
  readonly records: Readonly<Record<string, readonly CaseEvent[]>>;
  readonly correction: Correction | null;
  readonly corrections: number;
  readonly submittedOn: string | null;
  readonly endedOn: string | null;
}

export const nothingYet: CaseState = {
  version: 0,
  status: 'draft',
  stage: null,
  enteredOn: null,
  clock: null,
  records: {},
  correction: null,
  corrections: 0,
  submittedOn: null,
  endedOn: null,
};

/** The last move of a verb in a stage since it was entered. */
export function lastMove(state: CaseState, stage: string, verb: string): CaseEvent | undefined {
  return state.records[stage]?.findLast((event) => event.verb === verb);
}
