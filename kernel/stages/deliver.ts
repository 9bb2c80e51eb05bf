// Stage `deliver` (送达): the decision, for or against, reaches the applicant within ten working days (行政许可法 第四十四条).
import { defineForm, f, page } from '../declare/form.ts';
import { type OfficeKind, officeName } from '../declare/office.ts';
import { type CaseState, lastMove } from './case-state.ts';
import type { Outcome, StageBase, StageKind, Within } from './stage.ts';

export interface DeliverStage extends StageBase {
  readonly kind: 'deliver';
  readonly within: Within;
  /** Stage in which it was decided. */
  readonly decision: string;
}

const deliveryRecord = defineForm(
  page('送达', {
    way: f.choice('送达方式', [
      { code: 'online', name: '网上送达' },
      { code: 'post', name: '邮寄送达' },
      { code: 'counter', name: '窗口领取' },
    ] as const),
    note: f.text('签收或运单信息', { optional: true }),
  }),
);

export function deliver(options: { id?: string; name?: string; by: OfficeKind; within: Within; decision?: string }): DeliverStage {
  const { id = 'deliver', name = '送达', by, within, decision = 'decide' } = options;
  return { kind: 'deliver', id, name, by: [by], within, decision };
}

/** How a case ends whose decision was delivered before its end. */
export const endAsDecided = (decision: string, state: CaseState): Outcome => ({
  to: 'end',
  as: lastMove(state, decision, 'refuse') === undefined ? 'granted' : 'refused',
});

export const deliverKind: StageKind<DeliverStage> = {
  moves: (stage) => [
    {
      verb: 'deliver',
      label: '登记送达',
      by: stage.by,
      records: deliveryRecord,
      batch: true,
      consequence: '告知申请单位结果已送达，并请其评价。',
    },
  ],
  waitsFor: (stage) => `已作出决定，等待${stage.by.map(officeName).join('或')}送达`,
  whyNot: () => null,
  binds: () => '已经作出决定，不能撤回',
  outcome: () => ({ to: 'next' }),
};
