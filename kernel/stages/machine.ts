// The machine of a case: events fold to a state, and the state says what each office may do next, and if not, why not.

import type { Dossier } from '../declare/dossier.ts';
import { type OfficeKind, officeName } from '../declare/office.ts';
import { caseConsequences, caseMoves, correctionDue, extendedClock, whyNotCaseVerb } from './case-moves.ts';
import { type CaseEvent, type CaseState, type CaseStatus, caseStatusNames, nothingYet } from './case-state.ts';
import { kindOf, type Stage } from './kinds.ts';
import type { Move, Outcome, Today } from './stage.ts';

const ended: ReadonlySet<CaseStatus> = new Set<CaseStatus>(['granted', 'refused', 'withdrawn', 'lapsed', 'stopped', 'concluded']);

export { correctionDue };

export const isEnded = (state: CaseState): boolean => ended.has(state.status);

export const stageOf = (dossier: Dossier, id: string | null): Stage | undefined => dossier.stages.find((stage) => stage.id === id);

/** A clock of its own from the day of entry, or that of the stage before where one limit spans both. */
function clockFrom(state: CaseState, { within }: Stage, day: string): CaseState['clock'] {
  if (within === undefined) return null;
  if (within.runsOn === true && state.clock !== null) return state.clock;
  return { startedOn: day, workdays: within.workdays, extended: 0, pauses: [], pausedOn: null };
}

function enter(state: CaseState, stage: Stage, event: CaseEvent, since: string = event.day): CaseState {
  return {
    ...state,
    status: 'open',
    stage: stage.id,
    enteredOn: event.day,
    clock: clockFrom(state, stage, since),
    records: { ...state.records, [stage.id]: [] },
    correction: null,
  };
}

const end = (state: CaseState, as: CaseStatus, event: CaseEvent): CaseState => ({
  ...state,
  status: as,
  clock: null,
  correction: null,
  endedOn: event.day,
});

function pauseClock(state: CaseState, day: string): CaseState {
  return state.clock === null || state.clock.pausedOn !== null ? state : { ...state, clock: { ...state.clock, pausedOn: day } };
}

function resumeClock(state: CaseState, day: string): CaseState {
  if (state.clock === null || state.clock.pausedOn === null) return state;
  const pause = { from: state.clock.pausedOn, to: day };
  return { ...state, clock: { ...state.clock, pausedOn: null, pauses: [...state.clock.pauses, pause] } };
}

function applyOutcome(dossier: Dossier, state: CaseState, stage: Stage, event: CaseEvent, outcome: Outcome): CaseState {
  switch (outcome.to) {
    case 'stay':
      return state;
    case 'next': {
      const next = dossier.stages[dossier.stages.indexOf(stage) + 1];
      return next === undefined ? end(state, 'granted', event) : enter(state, next, event, outcome.since);
    }
    case 'correction':
      return pauseClock(
        {
          ...state,
          status: 'correction',
          corrections: state.corrections + 1,
          correction: {
            stage: stage.id,
            askedOn: event.day,
            workdays: outcome.workdays,
            by: event.actor.officeName,
            reasons: String(event.data.reasons ?? ''),
          },
        },
        event.day,
      );
    case 'end':
      return end(state, outcome.as, event);
  }
}

/** The applicant has mended the application: the clock runs on, and opinions given on the old one no longer stand. */
function resubmitted(state: CaseState, event: CaseEvent): CaseState {
  const stage = state.stage ?? '';
  return resumeClock({ ...state, status: 'open', correction: null, records: { ...state.records, [stage]: [] } }, event.day);
}

function applyCaseVerb(state: CaseState, event: CaseEvent): CaseState {
  switch (event.verb) {
    case 'draft':
      return { ...state, status: 'draft', stage: 'submit', enteredOn: event.day };
    case 'resubmit':
      return resubmitted(state, event);
    case 'withdraw':
      return end(state, 'withdrawn', event);
    case 'lapse':
      return end(state, 'lapsed', event);
    case 'pause':
      return pauseClock(state, event.day);
    case 'resume':
      return resumeClock(state, event.day);
    case 'ask-extension':
    case 'extend':
    case 'deny-extension':
      return state.clock === null ? state : { ...state, clock: extendedClock(state.clock, event) };
    default:
      throw new Error(`Unknown verb ${event.verb} of a case`);
  }
}

/** Applies one event; throws when it does not follow the state, which only a damaged history can cause. */
export function apply(dossier: Dossier, before: CaseState, event: CaseEvent): CaseState {
  if (event.seq !== before.version + 1) throw new Error(`Event ${event.seq} does not follow version ${before.version}`);
  const state = { ...before, version: event.seq };
  if (event.stage === null) return applyCaseVerb(state, event);
  const stage = stageOf(dossier, event.stage);
  if (stage === undefined || stage.id !== state.stage)
    throw new Error(`Event ${event.seq} belongs to stage ${event.stage}, the case stands in ${state.stage}`);
  const outcome = kindOf(stage).outcome(stage, state, event);
  const recorded = { ...state, records: { ...state.records, [stage.id]: [...(state.records[stage.id] ?? []), event] } };
  const submitted = event.verb === 'submit' ? { ...recorded, submittedOn: event.day } : recorded;
  return applyOutcome(dossier, submitted, stage, event, outcome);
}

export function fold(dossier: Dossier, events: readonly CaseEvent[]): CaseState {
  return events.reduce((state, event) => apply(dossier, state, event), nothingYet);
}

export interface PossibleMove extends Move {
  readonly stage: string | null;
  readonly allowed: boolean;
  /** Why not, in Chinese; null when allowed. */
  readonly whyNot: string | null;
  /** What happens when it is done. */
  readonly consequence: string;
}

/** What stands on the button of the move that made an event, for timelines and the audit trail. */
export function moveLabel(dossier: Dossier, event: Pick<CaseEvent, 'stage' | 'verb'>): string {
  if (event.verb === 'draft') return '新建申请';
  return moveOf(dossier, event)?.label ?? '办理';
}

/** The move that made an event; undefined for the opening of the draft. */
export function moveOf(dossier: Dossier, event: Pick<CaseEvent, 'stage' | 'verb'>): Move | undefined {
  const stage = stageOf(dossier, event.stage);
  const moves =
    stage === undefined ? caseMoves(dossier.stages.find((candidate) => candidate.within !== undefined)) : kindOf(stage).moves(stage);
  return moves.find((move) => move.verb === event.verb);
}

/** The button of a verb wherever in the dossier it stands, for one that cannot be made now; undefined for a verb that nobody knows. */
export function labelOfVerb(dossier: Dossier, verb: string): string | undefined {
  const moves = [...dossier.stages.flatMap((stage) => kindOf(stage).moves(stage)), ...caseMoves(undefined)];
  return moves.find((move) => move.verb === verb)?.label;
}

/** Last day of what the present stage waits for, where that is a calendar day; null for none. */
export function stageUntil(dossier: Dossier, state: CaseState, given: Pick<Today, 'parameters'> = {}): string | null {
  const stage = stageOf(dossier, state.stage);
  return stage === undefined || state.status !== 'open' ? null : (kindOf(stage).until?.(stage, state, given) ?? null);
}

/** All moves of the present stage and of the case, each with whether this office may make it now, and if not, why not. */
export function possibleMoves(
  dossier: Dossier,
  state: CaseState,
  actor: { readonly officeKind: string; readonly id?: string },
  today: Today,
): readonly PossibleMove[] {
  const stage = stageOf(dossier, state.stage);
  const blocked = isEnded(state) ? `本件${caseStatusNames[state.status]}，已办结` : null;
  const wrongOffice = (move: Move): string | null =>
    move.by.some((office) => office === actor.officeKind) ? null : `由${move.by.map(officeName).join('或')}办理`;
  const ofStage =
    stage === undefined
      ? []
      : kindOf(stage)
          .moves(stage, state)
          .map((move) => {
            const waiting = state.status === 'correction' ? '等待申请单位补正' : null;
            const whyNot = blocked ?? wrongOffice(move) ?? waiting ?? kindOf(stage).whyNot(stage, move, state, actor, today);
            return { ...move, stage: stage.id, allowed: whyNot === null, whyNot, consequence: consequenceOf(dossier, stage, move) };
          });
  const ofCase = caseMoves(stage, state).map((move) => {
    const whyNot = blocked ?? wrongOffice(move) ?? whyNotCaseVerb(state, stage, move, actor, today);
    return { ...move, stage: null, allowed: whyNot === null, whyNot, consequence: caseConsequences[move.verb] ?? '' };
  });
  return [...ofStage, ...ofCase];
}

/** What a move leads to, in a sentence that stands beside the button. */
function consequenceOf(dossier: Dossier, stage: Stage, move: Move): string {
  if (move.consequence !== undefined) return move.consequence;
  if (move.verb === 'return') return '退回申请单位补正，办理计时暂停，补正后回到本环节。';
  if (move.grave === true) return '本件办结，结果和理由将告知申请单位。';
  if (stage.kind === 'opinions') return `全部单位出具意见后，转入「${nextStage(dossier, stage)?.name ?? '办结'}」。`;
  if (stage.kind === 'external') return '按上级结果办结：通过的登记证书，未通过的记录原因。';
  if (move.verb === 'object' || move.verb === 'settle') return '记入办理过程；异议全部处理完毕且公示期满后继续办理。';
  const next = nextStage(dossier, stage);
  if (next === undefined) return '本件办结。';
  const who = next.by.map(officeName).join('、');
  return `转入「${next.name}」，由${who}${next.within === undefined ? '办理' : `在 ${next.within.workdays} 个工作日内办理`}。`;
}

function nextStage(dossier: Dossier, stage: Stage): Stage | undefined {
  return dossier.stages[dossier.stages.indexOf(stage) + 1];
}

/** The head line of a case: whom or what it waits for. */
export function waitsFor(dossier: Dossier, state: CaseState): string {
  if (isEnded(state)) return `已办结：${caseStatusNames[state.status]}`;
  if (state.status === 'correction') return `等待申请单位补正（${state.correction?.by ?? ''}退回）`;
  const stage = stageOf(dossier, state.stage);
  if (stage === undefined) return '尚未开始';
  const waits = kindOf(stage).waitsFor(stage, state);
  return state.clock?.asked === undefined ? waits : `${waits}，延长期限待局领导审批`;
}

/** Offices that the case waits for now: its place in work queues. */
export function waitingOffices(dossier: Dossier, state: CaseState): readonly OfficeKind[] {
  if (isEnded(state)) return [];
  if (state.status === 'correction' || state.status === 'draft') return ['applicant'];
  const stage = stageOf(dossier, state.stage);
  if (stage === undefined) return [];
  const kind = kindOf(stage);
  const offices = kind.pending === undefined ? stage.by : kind.pending(stage, state);
  return state.clock?.asked === undefined || offices.includes('leadership') ? offices : [...offices, 'leadership'];
}
