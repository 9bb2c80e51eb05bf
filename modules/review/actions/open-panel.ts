// Notifies a panel: every expert gets a sheet for every case, frozen as it is now, and the cases record that their panel is convened.
import { Type } from 'typebox';
import { GATHERED_IN_REVIEW } from '#kernel/stages/review.ts';
import { declared, moveCases, type ReadCase, readCases } from '#modules/casework/contract.ts';
import { uuidv7 } from '#platform/db/uuid.ts';
import { type Action, type ActionContext, action } from '#platform/http/action.ts';
import { sameHands, wrongPanelStatus } from '../errors.ts';
import { frozenView } from '../model/frozen-view.ts';
import type { ReviewSetting } from '../setting.ts';
import { changePanel, lockPanel, type SeatedExpert } from '../store/panels.ts';
import { insertSheets } from '../store/sheets.ts';
import type { PanelRow, SheetRow } from '../store/tables.ts';
import { Id, PanelDetail } from '../wire.ts';
import { panelDetail, type WholePanel, wholePanel, whyNotOpen } from './panel-view.ts';

export const Versioned = Type.Object({ version: Type.Integer({ minimum: 1 }) });

/** Open sheets of one seat for some cases of the panel. */
export function sheetsFor(
  setting: ReviewSetting,
  panel: PanelRow,
  seat: Pick<SeatedExpert, 'id' | 'seat' | 'account'>,
  rows: readonly ReadCase[],
  positions: ReadonlyMap<string, number>,
): SheetRow[] {
  const { dossier } = declared(setting.casework, panel);
  return rows.map((row) => ({
    id: uuidv7(),
    root: panel.root,
    panel: panel.id,
    case_id: row.id,
    seat: seat.id,
    seat_number: seat.seat ?? 0,
    account: seat.account,
    panel_name: panel.name,
    due_at: panel.due_at,
    view: frozenView(dossier, row, positions.get(row.id) ?? 1, panel.rules.blinded),
    sheet: panel.sheet,
    declared_at: null,
    points: {},
    comment: '',
    recommend: null,
    status: 'open',
    withdrawn_why: null,
    submitted_at: null,
    saved_at: null,
    asked_at: null,
    asked_why: null,
    justification: null,
    version: 1,
  }));
}

export const positionsOf = ({ cases }: Pick<WholePanel, 'cases'>): ReadonlyMap<string, number> =>
  new Map(cases.map((row) => [row.case_id, row.position]));

async function openPanel(context: ActionContext, setting: ReviewSetting, id: string, version: number): Promise<void> {
  const panel = await lockPanel(context.db, context.actor.root, id, version);
  const whole = await wholePanel(context, id);
  if (panel.status === 'drawn' && panel.rules.separateDuties && panel.drawn_by === context.actor.accountId)
    throw sameHands('抽取', '通知专家');
  const whyNot = whyNotOpen(whole, context.actor.accountId);
  if (whyNot !== null) throw wrongPanelStatus(panel.number, whyNot);
  const rows = await readCases(
    context.db,
    whole.cases.map((row) => row.case_id),
  );
  const positions = positionsOf(whole);
  const seated = whole.seats.filter(({ status }) => status === 'seated');
  await insertSheets(
    context.db,
    seated.flatMap((seat) => sheetsFor(setting, panel, seat, rows, positions)),
  );
  await changePanel(context.db, panel, {
    status: 'open',
    notified_by: context.actor.accountId,
    notified_by_name: context.actor.name,
    opened_at: context.now,
  });
  const data = {
    panel: panel.number,
    size: panel.size,
    reserve: whole.seats.filter(({ status }) => status === 'reserve').length,
    seed: panel.seed,
    dueOn: panel.review_day,
  };
  await moveCases(
    context,
    setting.casework,
    rows.map((row) => ({ id: row.id, version: row.version, intent: { verb: 'convene', data, gathered: GATHERED_IN_REVIEW } })),
  );
  await context.trail(`通知评审组${panel.number}的 ${seated.length} 位专家评审 ${rows.length} 件`, { kind: 'panel', id });
}

export const openActions = (setting: ReviewSetting): Action[] => [
  action({
    id: 'review.open-panel',
    method: 'POST',
    path: '/review/panels/:id/open',
    summary: '通知专家：为每位专家、每件申请开出评分表',
    permission: 'review/panel:manage',
    params: Id,
    body: Versioned,
    reply: PanelDetail,
    handle: async (context, { params, body }) => {
      await openPanel(context, setting, params.id, body.version);
      return panelDetail(context, setting, params.id);
    },
  }),
];
