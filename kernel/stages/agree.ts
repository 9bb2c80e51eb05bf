// Stage `agree`: the applicant proposes the agreement with its milestones, the office signs it or hands it back; unsigned in time it may be voided.
import { addDays } from '../declare/calendar.ts';
import { defineForm, f, page } from '../declare/form.ts';
import { type OfficeKind, officeName } from '../declare/office.ts';
import { parameterValue } from '../declare/parameter.ts';
import {
  type Agreement,
  type AgreementLimits,
  type AgreementSource,
  agreementOf,
  agreementProblem,
  agreementRecord,
  draftAgreement,
} from './agreement.ts';
import { type CaseEvent, type CaseState, lastMove } from './case-state.ts';
import { refusalRecord } from './records.ts';
import type { StageBase, StageKind, Today } from './stage.ts';

export interface AgreeStage extends StageBase {
  readonly kind: 'agree';
  readonly limits: AgreementLimits;
  readonly from?: AgreementSource;
}

const signRecord = defineForm(
  page('签订', { signedOn: f.date('签订日期'), number: f.text('合同编号', { help: '例如：澜科揭榜〔2026〕3号' }) }),
);

export function agree(options: {
  id?: string;
  name?: string;
  by: OfficeKind;
  limits: AgreementLimits;
  /** Where the answers say what the agreement begins with. */
  from?: AgreementSource;
}): AgreeStage {
  const { id = 'agree', name = '签订合同', by, limits, from } = options;
  return { kind: 'agree', id, name, by: [by], limits, ...(from && { from }) };
}

/** The agreement that waits for signature; undefined before one is proposed and after it is handed back. */
export function proposedAgreement({ id }: Pick<AgreeStage, 'id'>, state: CaseState): CaseEvent | undefined {
  const last = (state.records[id] ?? []).findLast((event) => event.verb === 'propose' || event.verb === 'hand-back');
  return last?.verb === 'propose' ? last : undefined;
}

/** The agreement as it was signed. */
export function signedAgreement(stage: string, state: CaseState): Agreement | undefined {
  const signed = state.records[stage]?.findLast((event) => event.verb === 'sign');
  return signed === undefined ? undefined : agreementOf(signed.data);
}

/** Last day on which it can be signed in time. */
function signBy({ limits }: AgreeStage, state: CaseState, given: Pick<Today, 'parameters'>): string | null {
  if (state.enteredOn === null) return null;
  return addDays(state.enteredOn, Number(parameterValue(limits.signDays, { day: state.enteredOn, ...given })));
}

export const agreeKind: StageKind<AgreeStage> = {
  moves: (stage) => [
    {
      verb: 'propose',
      label: '提交合同',
      by: ['applicant'],
      records: agreementRecord,
      consequence: '合同文本和里程碑送科技部门核对签订，签订前可以重新提交。',
    },
    { verb: 'sign', label: '签订合同', by: stage.by, records: signRecord },
    {
      verb: 'hand-back',
      label: '退回修改',
      by: stage.by,
      records: refusalRecord,
      consequence: '合同退回申请单位修改后重新提交，签约期限不变。',
    },
    { verb: 'void', label: '逾期未签，作废', by: stage.by, records: refusalRecord, grave: true },
  ],
  waitsFor: (stage, state) =>
    proposedAgreement(stage, state) === undefined ? '等待申请单位提交合同' : `等待${stage.by.map(officeName).join('或')}签订合同`,
  pending: (stage, state) => (proposedAgreement(stage, state) === undefined ? ['applicant'] : stage.by),
  until: signBy,
  whyNot(stage, move, state, _actor, today) {
    if (move.verb === 'propose') return null;
    if (move.verb === 'void') {
      const until = signBy(stage, state, today);
      return until !== null && today.day <= until ? `签约期限至 ${until}，尚未届满` : null;
    }
    return proposedAgreement(stage, state) === undefined ? '申请单位尚未提交合同' : null;
  },
  refuses(stage, move, state, data, today) {
    if (move.verb === 'propose') return agreementProblem(data, stage.limits, today);
    if (move.verb !== 'sign') return null;
    const until = signBy(stage, state, today);
    if (String(data.signedOn) > today.day) return '签订日期不能晚于今天';
    return until !== null && String(data.signedOn) > until ? `签约期限为 ${until}，签订日期已超期` : null;
  },
  // What was handed back is mended, not written anew.
  suggests(stage, move, state, today) {
    if (move.verb !== 'propose') return {};
    const before = lastMove(state, stage.id, 'propose');
    if (before !== undefined) return before.data;
    return stage.from === undefined ? {} : draftAgreement(stage.from, stage.limits, today);
  },
  // What was signed stays readable in the very event that signed it.
  attach: (stage, move, state) => (move.verb === 'sign' ? (proposedAgreement(stage, state)?.data ?? {}) : {}),
  outcome(_stage, _state, event) {
    if (event.verb === 'sign') return { to: 'next' };
    return event.verb === 'void' ? { to: 'end', as: 'refused' } : { to: 'stay' };
  },
  parameters: ({ limits }) => [limits.fiscalShare, limits.signDays, limits.lumpSum, ...(limits.shares ?? [])],
};
