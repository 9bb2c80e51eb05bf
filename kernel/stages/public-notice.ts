// Stage `public-notice`: the intended decision is published for objections; it goes on when the time is over and every objection is settled.
import { defineForm, f, page } from '../declare/form.ts';
import { type OfficeKind, officeName } from '../declare/office.ts';
import type { CaseState } from './case-state.ts';
import { dueOn } from './clock.ts';
import type { StageBase, StageKind, Within } from './stage.ts';

export interface PublicNoticeStage extends StageBase {
  readonly kind: 'public-notice';
  readonly within: Within;
  /** Keys of the answers that anyone may read beside the applicant's name; none where absent. */
  readonly publishes?: readonly string[];
}

const objectionRecord = defineForm(
  page('异议', {
    objector: f.text('异议人', { personal: true }),
    phone: f.text('联系电话', { personal: true }),
    facts: f.longText('异议事实和理由', { help: '请写明具体事实并提供线索，匿名异议一般不予受理' }),
    evidence: f.longText('证据或线索', { optional: true }),
  }),
);

const settlementRecord = defineForm(
  page('异议处理', {
    objection: f.integer('异议序号', { help: '所处理异议在办理记录中的序号' }),
    verdict: f.choice('处理结论', [
      { code: 'rejected', name: '异议不成立' },
      { code: 'sustained', name: '异议成立' },
    ]),
    note: f.longText('处理说明'),
  }),
);

export function publicNotice(options: {
  id?: string;
  name?: string;
  by: OfficeKind;
  within: Within;
  publishes?: readonly string[];
}): PublicNoticeStage {
  const { id = 'public-notice', name = '公示', by, within, publishes = [] } = options;
  return { kind: 'public-notice', id, name, by: [by], within, publishes };
}

/** Sequence numbers of objections not yet settled. */
export function openObjections(stage: PublicNoticeStage, state: CaseState): readonly number[] {
  const moves = state.records[stage.id] ?? [];
  const settled = new Set(moves.filter((event) => event.verb === 'settle').map((event) => event.data.objection));
  return moves.filter((event) => event.verb === 'object' && !settled.has(event.seq)).map((event) => event.seq);
}

export const publicNoticeKind: StageKind<PublicNoticeStage> = {
  moves: (stage) => [
    // What comes in by letter or in person is registered by the office, in time or not at all.
    { verb: 'object', label: '提出异议', by: ['public', 'applicant', ...stage.by], records: objectionRecord },
    { verb: 'settle', label: '处理异议', by: stage.by, records: settlementRecord },
    { verb: 'close', label: '公示结束', by: [...stage.by, 'system'], records: defineForm(), batch: true },
  ],
  waitsFor: (stage, state) =>
    openObjections(stage, state).length > 0 ? `等待${stage.by.map(officeName).join('或')}处理异议` : '公示中，等待公示期满',
  whyNot(stage, move, state, _actor, today) {
    const open = openObjections(stage, state);
    if (move.verb === 'settle' && open.length === 0) return '没有待处理的异议';
    const until = state.clock === null ? null : dueOn(today.calendar, state.clock);
    if (move.verb === 'object') return until !== null && today.day > until ? `公示期已于 ${until} 24:00 届满，不再受理异议` : null;
    if (move.verb !== 'close') return null;
    if (open.length > 0) return `还有 ${open.length} 件异议未处理`;
    return until !== null && today.day <= until ? `公示期至 ${until}，尚未届满` : null;
  },
  refuses(stage, move, state, data) {
    if (move.verb !== 'settle') return null;
    const open = openObjections(stage, state);
    return open.includes(Number(data.objection)) ? null : `没有序号为 ${data.objection} 的待处理异议，待处理的是 ${open.join('、')}`;
  },
  outcome(_stage, _state, event) {
    if (event.verb === 'settle' && event.data.verdict === 'sustained') return { to: 'end', as: 'refused' };
    return event.verb === 'close' ? { to: 'next' } : { to: 'stay' };
  },
};
