// Stage `opinions`: several offices each give their own opinion on the same case; it goes on when all have spoken.
import { defineForm, f, page } from '../declare/form.ts';
import { type OfficeKind, officeName } from '../declare/office.ts';
import type { CaseState } from './case-state.ts';
import { correctionRecord } from './records.ts';
import type { StageBase, StageKind, Within } from './stage.ts';

export interface OpinionsStage extends StageBase {
  readonly kind: 'opinions';
}

export const opinionRecord = defineForm(
  page('意见', {
    verdict: f.choice('意见', [
      { code: 'agree', name: '同意' },
      { code: 'disagree', name: '不同意' },
    ] as const),
    note: f.longText('说明', { optional: true, help: '不同意时请写明理由' }),
  }),
);

export function opinions(options: { id?: string; name?: string; by: readonly OfficeKind[]; within?: Within }): OpinionsStage {
  if (options.by.length < 2) throw new Error('Opinions need two offices or more; one office alone is a check');
  const { id = 'opinions', name = '联合审查', by, within } = options;
  return { kind: 'opinions', id, name, by, ...(within && { within }) };
}

/** Offices whose opinion is still missing. */
export function silentOffices(stage: OpinionsStage, state: CaseState): readonly OfficeKind[] {
  const spoken = new Set((state.records[stage.id] ?? []).filter((event) => event.verb === 'opine').map((event) => event.actor.officeKind));
  return stage.by.filter((office) => !spoken.has(office));
}

export const opinionsKind: StageKind<OpinionsStage> = {
  moves: (stage) => [
    { verb: 'opine', label: '出具意见', by: stage.by, records: opinionRecord, batch: true },
    { verb: 'return', label: '退回补正', by: stage.by, records: correctionRecord },
  ],
  waitsFor: (stage, state) => `等待${silentOffices(stage, state).map(officeName).join('、')}意见`,
  pending: silentOffices,
  whyNot: (stage, move, state, actor) =>
    move.verb === 'opine' && !silentOffices(stage, state).some((office) => office === actor.officeKind) ? '本单位已出具意见' : null,
  outcome(stage, state, event) {
    if (event.verb === 'return') return { to: 'correction', workdays: Number(event.data.workdays) };
    return silentOffices(stage, state).every((office) => office === event.actor.officeKind) ? { to: 'next' } : { to: 'stay' };
  },
};
