// Stage `receive` (受理): accepted, told once what is missing, or not accepted; an office that stays silent has accepted (行政许可法 第三十二条).

import { defineForm } from '../declare/form.ts';
import { type OfficeKind, officeName } from '../declare/office.ts';
import type { CaseState } from './case-state.ts';
import { dueOn } from './clock.ts';
import { correctionRecord, noteRecord, refusalRecord } from './records.ts';
import type { StageBase, StageKind, Within } from './stage.ts';

export interface ReceiveStage extends StageBase {
  readonly kind: 'receive';
  readonly within: Within;
}

export function receive(options: { id?: string; name?: string; by: OfficeKind; within: Within }): ReceiveStage {
  const { id = 'receive', name = '受理', by, within } = options;
  return { kind: 'receive', id, name, by: [by], within };
}

/** The day on which the material came that is to be judged: of the application, or of what was sent after a correction. */
const receivedOn = (state: CaseState): string | null => state.clock?.pauses.at(-1)?.to ?? state.clock?.startedOn ?? null;

export const receiveKind: StageKind<ReceiveStage> = {
  moves: (stage) => [
    {
      verb: 'accept',
      label: '受理',
      by: stage.by,
      records: noteRecord,
      batch: true,
      consequence: '出具受理通知书，承诺办结时限从下一个工作日起计算。',
    },
    {
      verb: 'return',
      label: '一次性告知补正',
      by: stage.by,
      records: correctionRecord,
      consequence: `出具补正告知书，等待补正期间不计时；补正只告知一次，应当写全。`,
    },
    { verb: 'refuse', label: '不予受理', by: stage.by, records: refusalRecord, grave: true },
    { verb: 'deem', label: '逾期未告知，视为受理', by: ['system'], records: defineForm() },
  ],
  waitsFor: (stage) => `等待${stage.by.map(officeName).join('或')}受理`,
  whyNot(_stage, move, state, _actor, today) {
    const due = state.clock === null ? null : dueOn(today.calendar, state.clock);
    if (move.verb === 'deem') return due !== null && today.day > due ? null : '受理期限未届满';
    if (move.verb !== 'return') return null;
    if (state.corrections > 0) return '补正应当一次性告知，本件已经告知过，请受理或不予受理';
    return due !== null && today.day > due ? `告知期限已于 ${due} 届满，自收到材料之日起即为受理` : null;
  },
  outcome(_stage, state, event) {
    if (event.verb === 'return') return { to: 'correction', workdays: Number(event.data.workdays) };
    if (event.verb === 'refuse') return { to: 'end', as: 'refused' };
    const since = event.verb === 'deem' ? receivedOn(state) : null;
    return since === null ? { to: 'next' } : { to: 'next', since };
  },
};
