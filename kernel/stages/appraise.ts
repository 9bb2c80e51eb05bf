// Stage `appraise`: somebody gives the case one score, such as the party whose published case it answers; where it stays silent, an office goes on without.
import { defineForm, f, page } from '../declare/form.ts';
import { type OfficeKind, officeName } from '../declare/office.ts';
import { dueOn } from './clock.ts';
import { noteRecord } from './records.ts';
import type { StageBase, StageKind, Within } from './stage.ts';

export interface AppraiseStage extends StageBase {
  readonly kind: 'appraise';
  readonly within: Within;
  /** The office that may go on without a score when the time has run out; none where absent. */
  readonly waiver?: OfficeKind;
}

const scoreRecord = defineForm(
  page('评价', {
    score: f.decimal('评分', { unit: '分', min: '0', max: '100', places: 1 }),
    note: f.longText('评价意见', { help: '写明对方案、指标、报价和团队的看法' }),
  }),
);

export function appraise(options: { id?: string; name?: string; by?: OfficeKind; waiver?: OfficeKind; within: Within }): AppraiseStage {
  const { id = 'appraise', name = '发榜方评价', by = 'issuer', waiver, within } = options;
  return { kind: 'appraise', id, name, by: [by], within, ...(waiver && { waiver }) };
}

export const appraiseKind: StageKind<AppraiseStage> = {
  moves: (stage) => [
    { verb: 'score', label: '评价打分', by: stage.by, records: scoreRecord },
    ...(stage.waiver === undefined ? [] : [{ verb: 'waive', label: '逾期未评，继续办理', by: [stage.waiver], records: noteRecord }]),
  ],
  waitsFor: (stage) => `等待${stage.by.map(officeName).join('或')}评价`,
  whyNot(_stage, move, state, _actor, today) {
    if (move.verb !== 'waive') return null;
    const until = state.clock === null ? null : dueOn(today.calendar, state.clock);
    return until === null || today.day <= until ? `评价期限${until === null ? '暂停中' : `至 ${until}`}，尚未届满` : null;
  },
  outcome: () => ({ to: 'next' }),
};
