// The row that a case shows in lists and queues, projected from its folded state.
import type { Dossier } from '#kernel/declare/dossier.ts';
import type { CaseEvent, CaseState } from '#kernel/stages/case-state.ts';
import { dueOn } from '#kernel/stages/clock.ts';
import { correctionDue, stageUntil, waitingOffices, waitsFor } from '#kernel/stages/machine.ts';
import type { CaseRow } from '../store/tables.ts';
import type { Given } from './advance.ts';

export type Projection = Pick<
  CaseRow,
  | 'status'
  | 'stage'
  | 'version'
  | 'waiting'
  | 'waits_for'
  | 'submitted_on'
  | 'entered_on'
  | 'due_on'
  | 'ended_on'
  | 'state'
  | 'reasons'
  | 'list_name'
>;

/** `before` keeps what only earlier events said: the list by which a case was recommended. */
export function project(
  dossier: Dossier,
  state: CaseState,
  events: readonly CaseEvent[],
  before: { list_name: string | null },
  given: Given,
): Projection {
  const { calendar } = given;
  const ofStage = state.clock === null ? stageUntil(dossier, state, given) : dueOn(calendar, state.clock);
  const due = state.correction === null ? ofStage : correctionDue(state.correction, { calendar });
  const result = events.findLast((event) => event.verb === 'receive-result');
  const recommended = events.findLast((event) => event.verb === 'recommend');
  const reasons = result?.data.reasons;
  return {
    status: state.status,
    stage: state.stage,
    version: state.version,
    waiting: [...waitingOffices(dossier, state)],
    waits_for: waitsFor(dossier, state),
    submitted_on: state.submittedOn,
    entered_on: state.enteredOn,
    due_on: due,
    ended_on: state.endedOn,
    state,
    reasons: state.status === 'refused' && Array.isArray(reasons) ? reasons.map(String) : [],
    list_name: typeof recommended?.data.list === 'string' ? recommended.data.list : before.list_name,
  };
}
