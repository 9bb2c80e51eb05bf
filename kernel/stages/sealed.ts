// Stage `sealed`: what answers a published case is kept closed, unread by anyone, until the published case takes no more answers.
import { defineForm } from '../declare/form.ts';
import type { OfficeKind } from '../declare/office.ts';
import type { StageBase, StageKind } from './stage.ts';

export interface SealedStage extends StageBase {
  readonly kind: 'sealed';
}

export function sealed(options: { id?: string; name?: string; by: OfficeKind }): SealedStage {
  const { id = 'sealed', name = '密封待拆', by } = options;
  return { kind: 'sealed', id, name, by: [by] };
}

export const sealedKind: StageKind<SealedStage> = {
  moves: (stage) => [{ verb: 'unseal', label: '拆封', by: [...stage.by, 'system'], records: defineForm(), batch: true }],
  waitsFor: () => '密封保存，揭榜截止后统一拆封',
  // The system opens all of them at once; no office has anything to do before.
  pending: () => [],
  whyNot: (_stage, _move, _state, _actor, { takesAnswersUntil }) =>
    typeof takesAnswersUntil === 'string' ? `揭榜期至 ${takesAnswersUntil} 24:00，截止后统一拆封` : null,
  outcome: () => ({ to: 'next' }),
};
