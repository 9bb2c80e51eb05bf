// The row that a case shows in lists and queues, projected from its folded state.
import type { Calendar } from '#kernel/declare/calendar.ts';
import type { Dossier } from '#kernel/declare/dossier.ts';
import type { CaseEvent, CaseState } from '#kernel/stages/case-state.ts';
import { dueOn } from '#kernel/stages/clock.ts';
import { correctionDue, waitingOffices, waitsFor } from '#kernel/stages/machine.ts';
import type { CaseRow } from '../store/tables.ts';

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
  calendar: Calendar,
): Projection {
  const due =
    state.correction !== null ? correctionDue(state.correction, { calendar }) : state.clock === null ? null : dueOn(calendar, state.clock);
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
