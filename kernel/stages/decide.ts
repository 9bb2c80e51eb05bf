// Stage `decide`: an office decides on the merits: approve, refuse with reasons, or send back.
import { type OfficeKind, officeName } from '../declare/office.ts';
import type { CaseState } from './case-state.ts';
import { dueOn } from './clock.ts';
import { correctionRecord, noteRecord, refusalRecord } from './records.ts';
import type { StageBase, StageKind, Today, Within } from './stage.ts';

export interface DecideStage extends StageBase {
  readonly kind: 'decide';
  /** A refusal too goes on to the stages behind, which deliver it; it is final at once where absent. */
  readonly goesOn?: true;
}

export function decide(options: { id?: string; name?: string; by: OfficeKind; within?: Within; goesOn?: true }): DecideStage {
  const { id = 'decide', name = '审定', by, within, goesOn } = options;
  return { kind: 'decide', id, name, by: [by], ...(within && { within }), ...(goesOn && { goesOn }) };
}

/** Whether the decision came in time: counted in the ledger, so it is kept with the decision itself. */
function timeliness(state: CaseState, today: Today): Readonly<Record<string, unknown>> {
  if (state.clock === null) return {};
  const { pausedOn, pauses } = state.clock;
  // A decision ends a pause that is still open.
  const ran = pausedOn === null ? state.clock : { ...state.clock, pausedOn: null, pauses: [...pauses, { from: pausedOn, to: today.day }] };
  const due = dueOn(today.calendar, ran) ?? today.day;
  return { dueOn: due, isInTime: today.day <= due };
}

export const decideKind: StageKind<DecideStage> = {
  moves: (stage) => [
    { verb: 'approve', label: '同意', by: stage.by, records: noteRecord, batch: true },
    // Where a case was formally received, what is missing was told then, once and for all.
    ...(stage.goesOn ? [] : [{ verb: 'return', label: '退回补正', by: stage.by, records: correctionRecord }]),
    {
      verb: 'refuse',
      label: '不同意',
      by: stage.by,
      records: refusalRecord,
      grave: true,
      ...(stage.goesOn && { consequence: '作出不予的决定，结果和理由将送达申请单位。' }),
    },
  ],
  waitsFor: (stage) => `等待${stage.by.map(officeName).join('或')}审定`,
  whyNot: () => null,
  attach: (_stage, move, state, _data, today) => (move.verb === 'return' ? {} : timeliness(state, today)),
  outcome(stage, _state, event) {
    if (event.verb === 'return') return { to: 'correction', workdays: Number(event.data.workdays) };
    return event.verb === 'refuse' && stage.goesOn === undefined ? { to: 'end', as: 'refused' } : { to: 'next' };
  },
};
