// Stage `recommend`: cases are gathered into a list and recommended to a higher authority by a numbered letter.
import { defineForm, f, page } from '../declare/form.ts';
import { type OfficeKind, officeName } from '../declare/office.ts';
import { refusalRecord } from './records.ts';
import type { StageBase, StageKind, Within } from './stage.ts';

export interface RecommendStage extends StageBase {
  readonly kind: 'recommend';
  /** Authority to which the list goes, as named in letters. */
  readonly to: string;
}

const recommendRecord = defineForm(
  page('推荐', {
    list: f.text('推荐批次', { help: '例如：2026年第一批' }),
    documentNumber: f.text('推荐文号', { optional: true, help: '例如：澜科字〔2026〕12号' }),
  }),
);

export function recommend(options: { id?: string; name?: string; by: OfficeKind; to: string; within?: Within }): RecommendStage {
  const { id = 'recommend', name = '汇总推荐', by, to, within } = options;
  return { kind: 'recommend', id, name, by: [by], to, ...(within && { within }) };
}

export const recommendKind: StageKind<RecommendStage> = {
  moves: (stage) => [
    { verb: 'recommend', label: '纳入推荐', by: stage.by, records: recommendRecord, batch: true },
    { verb: 'decline', label: '不予推荐', by: stage.by, records: refusalRecord, grave: true },
  ],
  waitsFor: (stage) => `等待${stage.by.map(officeName).join('或')}推荐至${stage.to}`,
  whyNot: () => null,
  outcome: (_stage, _state, event) => (event.verb === 'decline' ? { to: 'end', as: 'refused' } : { to: 'next' }),
};
