// Concludes a panel: the aggregate of each case goes into the case, and experts who were late lose credit.
import { type Static, Type } from 'typebox';
import { GATHERED_IN_REVIEW } from '#kernel/stages/review.ts';
import { moveCases, readCases } from '#modules/casework/contract.ts';
import { type Action, type ActionContext, action } from '#platform/http/action.ts';
import { notFound } from '#platform/refusal.ts';
import { sameHands, wrongPanelStatus } from '../errors.ts';
import { aggregate, type CaseOutcome, concludedRecord } from '../model/aggregate.ts';
import type { ReviewSetting } from '../setting.ts';
import { chargeCredit } from '../store/credit.ts';
import { changePanel, lockPanel } from '../store/panels.ts';
import { concludeCases, siblingPanels } from '../store/results.ts';
import { annotateSheet, filled, getSheet, sheetsOfPanels } from '../store/sheets.ts';
import { Id, PanelDetail } from '../wire.ts';
import { Versioned } from './open-panel.ts';
import { outcomesOf, panelDetail, type WholePanel, wholePanel, whyNotConclude } from './panel-view.ts';

const ConcludeBody = Type.Object({
  ...Versioned.properties,
  note: Type.Optional(Type.String({ title: '说明', maxLength: 1000 })),
});

const AskBody = Type.Object({ why: Type.String({ title: '请专家说明的内容', minLength: 2, maxLength: 500 }) });

/** Scores made comparable with the other panels of the same calls, all of which must be complete. */
async function comparable(context: ActionContext, whole: WholePanel): Promise<ReadonlyMap<string, CaseOutcome>> {
  const siblings = await siblingPanels(context.db, whole.panel);
  const sheets = await sheetsOfPanels(context.db, [...new Set(siblings.map((row) => row.panel))]);
  const waiting = siblings.filter(({ status }) => status === 'drawn').length + sheets.filter(({ status }) => status === 'open').length;
  if (waiting > 0)
    throw wrongPanelStatus(
      whole.panel.number,
      '须与同批其他评审组一并标准化，其他组尚未评完；请待全部评完后汇总，或在评审规则中关闭标准化',
    );
  const all = [
    ...whole.cases.map((row) => ({ caseId: row.case_id, panel: whole.panel.id, sheets: whole.sheets })),
    ...siblings.map((row) => ({ caseId: row.case_id, panel: row.panel, sheets })),
  ].map(({ caseId, panel, sheets: of }) => ({ caseId, panel, sheets: of.filter((sheet) => sheet.case_id === caseId).map(filled) }));
  return aggregate(all, whole.panel.sheet, true);
}

async function concludePanel(context: ActionContext, setting: ReviewSetting, id: string, body: Static<typeof ConcludeBody>) {
  const panel = await lockPanel(context.db, context.actor.root, id, body.version);
  const whole = await wholePanel(context, id);
  const own = outcomesOf(whole);
  const { accountId } = context.actor;
  if (panel.status === 'open' && panel.rules.separateDuties && (panel.drawn_by === accountId || panel.notified_by === accountId)) {
    throw sameHands(panel.drawn_by === accountId ? '抽取' : '通知', '评审汇总');
  }
  const whyNot = whyNotConclude(whole, own, accountId);
  if (whyNot !== null) throw wrongPanelStatus(panel.number, `不能汇总：${whyNot}`);
  const outcomes = panel.rules.normalise ? await comparable(context, whole) : own;
  const rows = await readCases(
    context.db,
    whole.cases.map((row) => row.case_id),
  );
  await moveCases(
    context,
    setting.casework,
    rows.flatMap((row) => {
      const outcome = outcomes.get(row.id);
      if (outcome === undefined) return [];
      const data = concludedRecord(panel.number, outcome, body.note);
      return [{ id: row.id, version: row.version, intent: { verb: 'conclude', data, gathered: GATHERED_IN_REVIEW } }];
    }),
  );
  await concludeCases(context.db, id, outcomes, context.now);
  const lateSeats = new Set(
    whole.sheets.flatMap((sheet) => (sheet.submitted_at !== null && sheet.submitted_at > sheet.due_at ? [sheet.seat] : [])),
  );
  for (const seat of whole.seats.filter((one) => lateSeats.has(one.id)))
    await chargeCredit(context, seat.expert, panel, panel.rules.lateCredit, `评审组${panel.number}逾期提交评分表`);
  await changePanel(context.db, panel, {
    status: 'concluded',
    concluded_by: accountId,
    concluded_by_name: context.actor.name,
    concluded_at: context.now,
  });
  await context.trail(`汇总评审组${panel.number}：${rows.length} 件`, { kind: 'panel', id });
}

export const concludeActions = (setting: ReviewSetting): Action[] => [
  action({
    id: 'review.conclude-panel',
    method: 'POST',
    path: '/review/panels/:id/conclude',
    summary: '评审汇总：得分、推荐票和名次记入办件，转入下一环节',
    permission: 'review/panel:manage',
    params: Id,
    body: ConcludeBody,
    reply: PanelDetail,
    handle: async (context, { params, body }) => {
      await concludePanel(context, setting, params.id, body);
      return panelDetail(context, setting, params.id);
    },
  }),
  action({
    id: 'review.ask-expert',
    method: 'POST',
    path: '/review/sheets/:id/ask',
    summary: '请专家说明偏离较大的评分',
    permission: 'review/panel:manage',
    params: Id,
    body: AskBody,
    reply: PanelDetail,
    handle: async (context, { params, body }) => {
      const sheet = await getSheet(context.db, params.id);
      if (sheet.status !== 'submitted') throw notFound('已提交的评分表');
      await annotateSheet(context.db, sheet.id, { asked_at: context.now, asked_why: body.why });
      await context.trail(`请${sheet.panel_name} ${sheet.seat_number}号席专家说明评分：${body.why}`, { kind: 'panel', id: sheet.panel });
      return panelDetail(context, setting, sheet.panel);
    },
  }),
];
