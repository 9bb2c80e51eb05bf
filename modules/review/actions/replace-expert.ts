// Changes of a panel under way: an expert leaves and a reserve takes the seat, or more reserves are drawn when none is left.
import { type Static, Type } from 'typebox';
import { GATHERED_IN_REVIEW } from '#kernel/stages/review.ts';
import { moveCases, readCases } from '#modules/casework/contract.ts';
import { uuidv7 } from '#platform/db/uuid.ts';
import { type Action, type ActionContext, action, tables } from '#platform/http/action.ts';
import { notFound } from '#platform/refusal.ts';
import { noReserve, panelShort, wrongPanelStatus } from '../errors.ts';
import { type DrawNeed, draw, substitute } from '../model/draw.ts';
import type { ReviewSetting } from '../setting.ts';
import { chargeCredit } from '../store/credit.ts';
import { changePanel, lockPanel, type SeatedExpert } from '../store/panels.ts';
import { leaveSeat, takeSeat } from '../store/seats.ts';
import { insertSheets, lackingCases, withdrawSheets } from '../store/sheets.ts';
import type { PanelRow, ReviewTables } from '../store/tables.ts';
import { Id, PanelDetail } from '../wire.ts';
import { mayBeDrawn, reviewedCases, screened } from './drawing.ts';
import { positionsOf, sheetsFor, Versioned } from './open-panel.ts';
import { panelDetail, vacanciesOf, wholePanel } from './panel-view.ts';

const LeaveBody = Type.Object({
  ...Versioned.properties,
  seat: Type.String({ format: 'uuid' }),
  reason: Type.String({ title: '退出原因', minLength: 2, maxLength: 500 }),
  /** A conflict makes void what the expert has handed in. */
  isConflict: Type.Boolean(),
  /** It had been hidden: costs credit. */
  isHidden: Type.Boolean(),
});

const needFor = ({ size, reserve, needs_finance, draw_log, rules }: PanelRow): DrawNeed => ({
  size,
  reserve,
  needsFinance: needs_finance,
  counties: draw_log.counties,
  unitShareOneIn: rules.unitShareOneIn,
  countyShareOneIn: rules.countyShareOneIn,
});

const drawable = (seat: SeatedExpert) => ({
  id: seat.expert,
  uscc: seat.uscc,
  region: seat.region,
  isFinance: seat.is_finance,
  seat,
});

/** Seats the first reserve that the caps admit and gives the sheets that the seat lacks; false when none may sit. */
async function fillSeat(
  context: ActionContext,
  setting: ReviewSetting,
  panel: PanelRow,
  seat: number,
  leftWasFinance: boolean,
  reason: string,
) {
  const whole = await wholePanel(context, panel.id);
  const staying = whole.seats.filter(({ status }) => status === 'seated').map(drawable);
  const reserves = whole.seats.filter(({ status }) => status === 'reserve').map(drawable);
  const next = substitute(reserves, staying, needFor(panel), leftWasFinance);
  if (next === undefined) return false;
  await takeSeat(context.db, next.seat.id, seat, context.now);
  if (panel.status !== 'open') return true;
  const ids = whole.cases.map((row) => row.case_id);
  const lacking = new Set(lackingCases(whole.sheets, seat, ids));
  const rows = await readCases(context.db, ids);
  const wanted = rows.filter((row) => lacking.has(row.id));
  await insertSheets(context.db, sheetsFor(setting, panel, { ...next.seat, seat }, wanted, positionsOf(whole)));
  const intent = { verb: 'replace', data: { panel: panel.number, seat, reason }, gathered: GATHERED_IN_REVIEW };
  await moveCases(
    context,
    setting.casework,
    wanted.map((row) => ({ id: row.id, version: row.version, intent })),
  );
  return true;
}

async function replaceExpert(context: ActionContext, setting: ReviewSetting, id: string, body: Static<typeof LeaveBody>) {
  const panel = await lockPanel(context.db, context.actor.root, id, body.version);
  if (panel.status !== 'drawn' && panel.status !== 'open') throw wrongPanelStatus(panel.number, '已汇总，不能再替换专家');
  const whole = await wholePanel(context, id);
  const leaving = whole.seats.find((seat) => seat.id === body.seat && seat.status === 'seated');
  if (leaving?.seat === undefined || leaving.seat === null) throw notFound('这个席位');
  await leaveSeat(context.db, leaving.id, body.reason, context.now);
  await withdrawSheets(context.db, leaving.id, body.reason, body.isConflict);
  if (body.isHidden) await chargeCredit(context, leaving.expert, panel, panel.rules.hiddenCredit, `隐瞒应回避情形：${body.reason}`);
  const isFilled = await fillSeat(context, setting, panel, leaving.seat, leaving.is_finance, body.reason);
  await changePanel(context.db, panel, {});
  await context.trail(
    `评审组${panel.number} ${leaving.seat}号席专家${leaving.name}退出（${body.reason}），${isFilled ? '由备选专家替补' : '席位空缺'}`,
    { kind: 'panel', id },
    { expert: leaving.expert, isConflict: body.isConflict, isHidden: body.isHidden },
  );
}

/** Draws further reserves by a seed that follows from the first, and fills what is vacant. */
async function drawMore(context: ActionContext, setting: ReviewSetting, id: string, version: number) {
  const panel = await lockPanel(context.db, context.actor.root, id, version);
  if (panel.status !== 'drawn' && panel.status !== 'open') throw wrongPanelStatus(panel.number, '已汇总，不能追加抽取');
  const whole = await wholePanel(context, id);
  const reviewed = await reviewedCases(
    context,
    setting,
    whole.cases.map((row) => row.case_id),
  );
  const wish = { ...panel.filters, reviewDay: panel.review_day };
  const known = new Set(whole.seats.map(({ expert }) => expert));
  const all = (await screened(context, reviewed, wish, panel.rules)).filter((one) => mayBeDrawn(one) && !known.has(one.expert.id));
  const round = whole.seats.length;
  const drawn = draw(
    all.map(({ expert }) => expert),
    { ...needFor(panel), size: panel.size, reserve: 0, needsFinance: false },
    `${panel.seed}+${round}`,
  );
  if (drawn.seats.length === 0) throw panelShort(['没有更多符合条件的专家']);
  const declares = new Map(all.map(({ expert, judged }) => [expert.id, judged.verdict === 'DECLARE']));
  await tables<ReviewTables>(context.db)
    .insertInto('review.seat')
    .values(
      drawn.seats.map((expert, i) => ({
        id: uuidv7(),
        root: panel.root,
        panel: id,
        expert: expert.id,
        seat: null,
        lot: round + i + 1,
        is_finance: expert.isFinance,
        status: 'reserve' as const,
        declares: declares.get(expert.id) ?? true,
        left_why: null,
        left_at: null,
        seated_at: null,
      })),
    )
    .execute();
  for (const seat of vacanciesOf(whole)) {
    if (!(await fillSeat(context, setting, panel, seat, panel.needs_finance, '席位空缺，追加抽取'))) throw noReserve();
  }
  await changePanel(context.db, panel, {});
  await context.trail(
    `评审组${panel.number}追加抽取备选专家 ${drawn.seats.length} 人`,
    { kind: 'panel', id },
    { seed: `${panel.seed}+${round}` },
  );
}

/** Experts who asked to leave have closed their sheets; the office decides when the reserve takes over. */
export const replaceActions = (setting: ReviewSetting): Action[] => [
  action({
    id: 'review.replace-expert',
    method: 'POST',
    path: '/review/panels/:id/replace',
    summary: '专家退出：评分表收回，由备选专家按抽取顺序替补',
    permission: 'review/panel:manage',
    params: Id,
    body: LeaveBody,
    reply: PanelDetail,
    handle: async (context, { params, body }) => {
      await replaceExpert(context, setting, params.id, body);
      return panelDetail(context, setting, params.id);
    },
  }),
  action({
    id: 'review.draw-more',
    method: 'POST',
    path: '/review/panels/:id/draw-more',
    summary: '追加抽取：备选专家不足时续抽，并补上空缺席位',
    permission: 'review/panel:manage',
    params: Id,
    body: Versioned,
    reply: PanelDetail,
    handle: async (context, { params, body }) => {
      await drawMore(context, setting, params.id, body.version);
      return panelDetail(context, setting, params.id);
    },
  }),
];
