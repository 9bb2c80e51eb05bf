// Stage `accept`: the applicant asks for acceptance of the whole, and the office concludes it: passed, closed without blame, or failed.
import { defineForm, f, page } from '../declare/form.ts';
import { type OfficeKind, officeName } from '../declare/office.ts';
import { asWan } from '../declare/rule.ts';
import { decimal } from '../exact/decimal.ts';
import { signedAgreement } from './agree.ts';
import { type CaseState, lastMove } from './case-state.ts';
import type { StageBase, StageKind } from './stage.ts';

export interface AcceptStage extends StageBase {
  readonly kind: 'accept';
  /** Stage in which the agreement was signed. */
  readonly agreement: string;
  /** What follows from a failure beside the money, as the local measures say it. */
  readonly afterFailure: string;
}

const askRecord = defineForm(
  page('验收申请', {
    summary: f.longText('总结', { help: '对照合同逐项写明指标完成情况、经费使用和成果' }),
    testReport: f.file('第三方测试报告', { extensions: ['pdf'], optional: true }),
  }),
);
const passRecord = defineForm(
  page('验收', { note: f.longText('验收意见'), experts: f.integer('验收专家', { unit: '人', min: '1', optional: true }) }),
);
const closeRecord = defineForm(
  page('结题', { reasons: f.longText('未达指标的原因和尽职情况', { help: '因客观原因未达指标，且已勤勉尽责的，予以结题' }) }),
);
const failRecord = defineForm(
  page('未通过', {
    reasons: f.longText('理由', { help: '写明依据和理由，将原文告知申请单位' }),
    recover: f.money('应收回的财政资金', { min: '0', optional: true, help: '不填为不收回' }),
  }),
);

export function accept(options: { id?: string; name?: string; by: OfficeKind; agreement?: string; afterFailure: string }): AcceptStage {
  const { id = 'accept', name = '验收', by, agreement = 'agree', afterFailure } = options;
  return { kind: 'accept', id, name, by: [by], agreement, afterFailure };
}

const hasAsked = (stage: AcceptStage, state: CaseState): boolean => lastMove(state, stage.id, 'ask') !== undefined;

export const acceptKind: StageKind<AcceptStage> = {
  moves: (stage) => [
    { verb: 'ask', label: '申请验收', by: ['applicant'], records: askRecord, consequence: '送科技部门组织验收。' },
    {
      verb: 'pass',
      label: '通过验收',
      by: stage.by,
      records: passRecord,
      consequence: '项目完成，本件办结；已到期的财政资金按里程碑兑付。',
    },
    {
      verb: 'close-out',
      label: '结题',
      by: stage.by,
      records: closeRecord,
      grave: true,
      consequence: '尽职免责：本件办结，未到期的财政资金不再拨付，已合规使用的资金不收回。',
    },
    {
      verb: 'fail',
      label: '验收未通过',
      by: stage.by,
      records: failRecord,
      grave: true,
      consequence: `本件办结，未到期的财政资金不再拨付，应收回的资金转入追缴；${stage.afterFailure}。`,
    },
  ],
  waitsFor: (stage, state) => (hasAsked(stage, state) ? `等待${stage.by.map(officeName).join('或')}组织验收` : '等待申请单位申请验收'),
  pending: (stage, state) => (hasAsked(stage, state) ? stage.by : ['applicant']),
  whyNot(stage, move, state) {
    if (move.verb === 'ask') return hasAsked(stage, state) ? '已经申请验收' : null;
    return move.verb === 'fail' || hasAsked(stage, state) ? null : '申请单位尚未申请验收';
  },
  refuses(stage, move, state, data) {
    const most = signedAgreement(stage.agreement, state)?.fiscalAmount ?? '0';
    if (move.verb !== 'fail' || !decimal(String(data.recover ?? '0')).isMoreThan(decimal(most))) return null;
    return `收回金额不能超过财政资金 ${asWan(decimal(most))}`;
  },
  binds: () => '合同已经签订，不能撤回；可以申请变更，或联系科技部门终止',
  outcome(_stage, _state, event) {
    if (event.verb === 'pass') return { to: 'next' };
    if (event.verb === 'close-out') return { to: 'end', as: 'concluded' };
    return event.verb === 'fail' ? { to: 'end', as: 'refused' } : { to: 'stay' };
  },
};
