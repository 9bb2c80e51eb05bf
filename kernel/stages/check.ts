// Stage `check`: one office checks the case formally and passes it, sends it back once with all reasons, or refuses it.
import { type OfficeKind, officeName } from '../declare/office.ts';
import { correctionRecord, noteRecord, refusalRecord } from './records.ts';
import type { StageBase, StageKind, Within } from './stage.ts';

export interface CheckStage extends StageBase {
  readonly kind: 'check';
}

export function check(options: { id?: string; name?: string; by: OfficeKind | readonly OfficeKind[]; within?: Within }): CheckStage {
  const by = typeof options.by === 'string' ? [options.by] : options.by;
  return {
    kind: 'check',
    id: options.id ?? 'check',
    name: options.name ?? '形式审查',
    by,
    ...(options.within && { within: options.within }),
  };
}

export const checkKind: StageKind<CheckStage> = {
  moves: (stage) => [
    { verb: 'pass', label: '审查通过', by: stage.by, records: noteRecord, batch: true },
    { verb: 'return', label: '退回补正', by: stage.by, records: correctionRecord },
    { verb: 'refuse', label: '不予受理', by: stage.by, records: refusalRecord, grave: true },
  ],
  waitsFor: (stage) => `等待${stage.by.map(officeName).join('或')}审查`,
  whyNot: () => null,
  outcome(_stage, _state, event) {
    if (event.verb === 'return') return { to: 'correction', workdays: Number(event.data.workdays) };
    return event.verb === 'refuse' ? { to: 'end', as: 'refused' } : { to: 'next' };
  },
};
