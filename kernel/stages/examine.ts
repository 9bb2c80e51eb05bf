// Stage `examine` (审查): the office in charge proposes, and somebody else decides; what is missing was asked for when the case was received.
import { defineForm, f, page } from '../declare/form.ts';
import { type OfficeKind, officeName } from '../declare/office.ts';
import type { StageBase, StageKind, Within } from './stage.ts';

export interface ExamineStage extends StageBase {
  readonly kind: 'examine';
}

const proposalRecord = defineForm(
  page('审查意见', {
    verdict: f.choice('拟办意见', [
      { code: 'grant', name: '拟同意' },
      { code: 'refuse', name: '拟不同意' },
    ] as const),
    note: f.longText('审查情况', { optional: true, help: '拟不同意时写明依据和理由' }),
  }),
);

export function examine(options: { id?: string; name?: string; by: OfficeKind; within?: Within }): ExamineStage {
  const { id = 'examine', name = '审查', by, within } = options;
  return { kind: 'examine', id, name, by: [by], ...(within && { within }) };
}

export const examineKind: StageKind<ExamineStage> = {
  moves: (stage) => [{ verb: 'propose', label: '提出审查意见', by: stage.by, records: proposalRecord, batch: true }],
  waitsFor: (stage) => `等待${stage.by.map(officeName).join('或')}审查`,
  whyNot: () => null,
  outcome: () => ({ to: 'next' }),
};
