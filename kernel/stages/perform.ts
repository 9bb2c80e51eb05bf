// Stage `perform`: the applicant reports each milestone with evidence, the office accepts or rejects it, changes are asked and answered, and it may be stopped.
import { defineForm, f, page } from '../declare/form.ts';
import { type OfficeKind, officeName } from '../declare/office.ts';
import { asWan } from '../declare/rule.ts';
import { decimal } from '../exact/decimal.ts';
import type { Field } from '../fields/field.ts';
import type { CaseState } from './case-state.ts';
import { earned, type MilestoneStanding, milestonesOf, openChanges, ownMoneyProblem } from './milestones.ts';
import { noteRecord, refusalRecord } from './records.ts';
import type { Move, StageBase, StageKind } from './stage.ts';

export interface PerformStage extends StageBase {
  readonly kind: 'perform';
  /** Stage in which the agreement was signed. */
  readonly agreement: string;
}

export function perform(options: { id?: string; name?: string; by: OfficeKind; agreement?: string }): PerformStage {
  const { id = 'perform', name = '履约', by, agreement = 'agree' } = options;
  return { kind: 'perform', id, name, by: [by], agreement };
}

/** The milestones that a move can name; any number where the state is not at hand. */
function milestoneField(rows: readonly MilestoneStanding[] | undefined, settings: { optional?: boolean } = {}): Field<string> {
  if (rows === undefined) return f.text('里程碑', settings);
  const options = rows.map((row) => ({ code: String(row.no), name: `${row.no}. ${row.name}` }));
  return f.choice('里程碑', options, settings);
}

const changes = [
  { code: 'due', name: '里程碑期限' },
  { code: 'indicators', name: '考核指标' },
  { code: 'leader', name: '项目负责人' },
  { code: 'other', name: '其他' },
] as const;

function movesOf(stage: PerformStage, state?: CaseState): readonly Move[] {
  const rows = state === undefined ? undefined : milestonesOf(stage, state);
  const of = (...statuses: readonly MilestoneStanding['status'][]) => rows?.filter((row) => statuses.includes(row.status));
  const open = of('waiting', 'rejected');
  const reported = of('reported');
  return [
    {
      verb: 'report',
      label: '报告里程碑',
      by: ['applicant'],
      records: defineForm(
        page('里程碑完成情况', {
          milestone: milestoneField(open),
          done: f.longText('完成情况', { help: '对照合同指标逐项写明实际完成数和测试方法' }),
          ownPaid: f.money('自有资金累计已付', { min: '0' }),
          evidence: f.file('佐证材料', { extensions: ['pdf', 'docx', 'xlsx', 'jpg', 'png'], optional: true, help: '测试报告、付款凭证等' }),
        }),
      ),
      consequence: '送科技部门核对；通过后可拨付本里程碑的财政资金。',
    },
    {
      verb: 'accept-report',
      label: '里程碑通过',
      by: stage.by,
      records: defineForm(page('核对', { milestone: milestoneField(reported), note: f.longText('核对意见', { optional: true }) })),
      consequence: '本里程碑的财政资金可以拨付；全部通过后转入下一环节。',
    },
    {
      verb: 'reject-report',
      label: '里程碑退回',
      by: stage.by,
      records: defineForm(page('退回', { milestone: milestoneField(reported), reasons: f.longText('需要整改的内容') })),
      consequence: '申请单位整改后可重新报告，资金暂不拨付。',
    },
    {
      verb: 'ask-change',
      label: '申请变更',
      by: ['applicant'],
      records: defineForm(
        page('变更申请', {
          kind: f.choice('变更事项', changes),
          milestone: milestoneField(open, { optional: true }),
          newDueOn: f.date('新的完成期限', { optional: true, help: '变更里程碑期限时填写' }),
          reasons: f.longText('变更内容和理由'),
        }),
      ),
      consequence: '批准前仍按原合同履行。',
    },
    { verb: 'allow-change', label: '批准变更', by: stage.by, records: noteRecord, consequence: '合同按申请变更，原约定留存在办理经过中。' },
    { verb: 'deny-change', label: '不同意变更', by: stage.by, records: refusalRecord, consequence: '仍按原合同履行，理由告知申请单位。' },
    {
      verb: 'stop',
      label: '终止',
      by: stage.by,
      records: defineForm(
        page('终止', {
          reasons: f.longText('终止理由', { help: '写明依据和理由，将原文告知申请单位' }),
          recover: f.money('应收回的财政资金', { min: '0', optional: true, help: '不填为不收回' }),
        }),
      ),
      grave: true,
      consequence: '合同终止，未到期的财政资金不再拨付，应收回的资金转入追缴。',
    },
  ];
}

const numbered = (data: Readonly<Record<string, unknown>>, rows: readonly MilestoneStanding[]): MilestoneStanding | undefined =>
  rows.find((row) => String(row.no) === data.milestone);

export const performKind: StageKind<PerformStage> = {
  moves: movesOf,
  waitsFor(stage, state) {
    const rows = milestonesOf(stage, state);
    const office = stage.by.map(officeName).join('或');
    const reported = rows.find((row) => row.status === 'reported');
    if (reported !== undefined) return `等待${office}核对里程碑 ${reported.no}`;
    if (openChanges(stage, state).length > 0) return `等待${office}答复变更申请`;
    const next = rows.find((row) => row.status !== 'accepted');
    return next === undefined ? `等待${office}办理` : `等待申请单位报告里程碑 ${next.no}（${next.dueOn} 前）`;
  },
  pending: (stage, state) =>
    openChanges(stage, state).length > 0 || milestonesOf(stage, state).some((row) => row.status === 'reported') ? stage.by : ['applicant'],
  until: (stage, state) => milestonesOf(stage, state).find((row) => row.status !== 'accepted')?.dueOn ?? null,
  whyNot(stage, move, state) {
    const rows = milestonesOf(stage, state);
    switch (move.verb) {
      case 'report':
        return rows.some((row) => row.status === 'waiting' || row.status === 'rejected') ? null : '没有待报告的里程碑';
      case 'accept-report':
      case 'reject-report':
        return rows.some((row) => row.status === 'reported') ? null : '没有待核对的里程碑';
      case 'ask-change':
        return openChanges(stage, state).length > 0 ? '已有一项变更申请待答复' : null;
      case 'allow-change':
      case 'deny-change':
        return openChanges(stage, state).length > 0 ? null : '没有待答复的变更申请';
      default:
        return null;
    }
  },
  refuses(stage, move, state, data) {
    const rows = milestonesOf(stage, state);
    const row = numbered(data, rows);
    switch (move.verb) {
      case 'report':
        if (row === undefined) return '合同中没有这个里程碑';
        return row.status === 'waiting' || row.status === 'rejected' ? null : `里程碑 ${row.no} 已经报告过，不能重复报告`;
      case 'accept-report':
        if (row?.status !== 'reported') return '所选里程碑没有待核对的报告';
        return ownMoneyProblem(stage, state, rows, row.no);
      case 'reject-report':
        return row?.status === 'reported' ? null : '所选里程碑没有待核对的报告';
      case 'ask-change':
        return data.kind === 'due' && (row === undefined || typeof data.newDueOn !== 'string')
          ? '变更期限须选择里程碑并填写新的完成期限'
          : null;
      case 'stop':
        return decimal(String(data.recover ?? '0')).isMoreThan(earned(rows)) ? `收回金额不能超过已到期拨付的 ${asWan(earned(rows))}` : null;
      default:
        return null;
    }
  },
  attach(stage, move, state, data) {
    if (move.verb === 'allow-change') {
      const { kind, milestone, newDueOn } = openChanges(stage, state)[0]?.data ?? {};
      return { kind, ...(kind === 'due' && { milestone, newDueOn }) };
    }
    if (move.verb !== 'accept-report') return {};
    const row = numbered(data, milestonesOf(stage, state));
    return row === undefined ? {} : { amount: row.amount, part: row.no, name: row.name };
  },
  binds: () => '合同已经签订，不能撤回；可以申请变更，或联系科技部门终止',
  outcome(stage, state, event) {
    if (event.verb === 'stop') return { to: 'end', as: 'stopped' };
    if (event.verb !== 'accept-report') return { to: 'stay' };
    const left = milestonesOf(stage, state).filter((row) => row.status !== 'accepted' && String(row.no) !== event.data.milestone);
    return left.length === 0 ? { to: 'next' } : { to: 'stay' };
  },
};
