// Stage `decide`: an office decides on the merits: approve, refuse with reasons, or send back.
import { type OfficeKind, officeName } from '../declare/office.ts';
import { correctionRecord, noteRecord, refusalRecord } from './records.ts';
import type { StageBase, StageKind, Within } from './stage.ts';

export interface DecideStage extends StageBase {
  readonly kind: 'decide';
}

export function decide(options: { id?: string; name?: string; by: OfficeKind; within?: Within }): DecideStage {
  const { id = 'decide', name = '审定', by, within } = options;
  return { kind: 'decide', id, name, by: [by], ...(within && { within }) };
}

export const decideKind: StageKind<DecideStage> = {
  moves: (stage) => [
    { verb: 'approve', label: '同意', by: stage.by, records: noteRecord, batch: true },
    { verb: 'return', label: '退回补正', by: stage.by, records: correctionRecord },
    { verb: 'refuse', label: '不同意', by: stage.by, records: refusalRecord, grave: true },
  ],
  waitsFor: (stage) => `等待${stage.by.map(officeName).join('或')}审定`,
  whyNot: () => null,
  outcome(_stage, _state, event) {
    if (event.verb === 'return') return { to: 'correction', workdays: Number(event.data.workdays) };
    return event.verb === 'refuse' ? { to: 'end', as: 'refused' } : { to: 'next' };
  },
};
