// Stage `submit`: the applicant fills in the form and sends it; the case is a draft until then.
import { defineForm } from '../declare/form.ts';
import type { StageBase, StageKind } from './stage.ts';

export interface SubmitStage extends StageBase {
  readonly kind: 'submit';
}

export const submit = (): SubmitStage => ({ kind: 'submit', id: 'submit', name: '填报提交', by: ['applicant'] });

export const submitKind: StageKind<SubmitStage> = {
  moves: (stage) => [{ verb: 'submit', label: '提交申请', by: stage.by, records: defineForm() }],
  waitsFor: () => '等待申请单位提交',
  whyNot: () => null,
  outcome: () => ({ to: 'next' }),
};
