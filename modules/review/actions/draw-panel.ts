// Draws a panel: first a look at who may judge and who may not and why, then the lot, whose seed and pool are kept.
import { randomBytes } from 'node:crypto';
import { uuidv7 } from '#platform/db/uuid.ts';
import { type Action, type ActionContext, action } from '#platform/http/action.ts';
import { Refusal } from '#platform/refusal.ts';
import { cannotJudge, panelShort } from '../errors.ts';
import { draw } from '../model/draw.ts';
import type { ReviewSetting } from '../setting.ts';
import { insertPanel, nextNumber } from '../store/panels.ts';
import type { PanelCaseRow, PanelRow, SeatRow } from '../store/tables.ts';
import { DrawBody, DrawPreview, PanelDetail } from '../wire.ts';
import {
  checkDrawDay,
  currentRules,
  keptSheet,
  mayBeDrawn,
  needOf,
  type Reviewed,
  recusedLines,
  reviewedCases,
  type Screened,
  screened,
  whyNotDrawn,
} from './drawing.ts';
import { panelDetail } from './panel-view.ts';

const manage = 'review/panel:manage';

/** As little as the lot needs, so that the draw can be repeated however the pool has changed since. */
const poolOf = (admitted: readonly Screened[]) =>
  admitted.map(({ expert }) => ({ id: expert.id, uscc: expert.uscc, region: expert.region, isFinance: expert.isFinance }));

export function seatRows(panel: string, root: string, drawn: { seats: readonly Screened[]; reserves: readonly Screened[] }): SeatRow[] {
  const row = ({ expert, judged }: Screened, lot: number, seat: number | null): SeatRow => ({
    id: uuidv7(),
    root,
    panel,
    expert: expert.id,
    seat,
    lot,
    is_finance: expert.isFinance,
    status: seat === null ? 'reserve' : 'seated',
    declares: judged.verdict === 'DECLARE',
    left_why: null,
    left_at: null,
    seated_at: null,
  });
  return [
    ...drawn.seats.map((one, i) => row(one, i + 1, i + 1)),
    ...drawn.reserves.map((one, i) => row(one, drawn.seats.length + i + 1, null)),
  ];
}

export const caseRows = (panel: string, { rows }: Reviewed): PanelCaseRow[] =>
  rows.map((row, i) => ({
    root: row.root,
    panel,
    case_id: row.id,
    region: row.region,
    party: row.party,
    party_name: row.party_name,
    number: row.number,
    position: i + 1,
    result: null,
    concluded_at: null,
    is_dropped: false,
  }));

export interface NewPanel {
  readonly id: string;
  readonly number: string;
  readonly rules: PanelRow['rules'];
  readonly seed: string;
  readonly size: number;
  readonly reserve: number;
  readonly needsFinance: boolean;
  readonly log: PanelRow['draw_log'];
}

/** A panel whose experts are not notified yet. */
export function panelRow(
  context: ActionContext,
  { rows: [first], dossier, stage }: Reviewed,
  wish: {
    readonly name: string;
    readonly disciplines: readonly string[];
    readonly levels: readonly string[];
    readonly reviewDay: string;
    readonly dueAt: string;
  },
  { id, number, rules, seed, size, reserve, needsFinance, log }: NewPanel,
): PanelRow {
  return {
    id,
    root: context.actor.root,
    number,
    name: wish.name.trim() === '' ? `${dossier.name}评审组` : wish.name.trim(),
    programme: first?.programme ?? '',
    dossier: first?.dossier ?? '',
    stage: stage.id,
    review_day: wish.reviewDay,
    due_at: new Date(wish.dueAt),
    status: 'drawn',
    size,
    reserve,
    needs_finance: needsFinance,
    seed,
    filters: { disciplines: [...wish.disciplines], levels: [...wish.levels] },
    rules,
    draw_log: log,
    sheet: keptSheet(stage),
    drawn_by: context.actor.accountId,
    drawn_by_name: context.actor.name,
    notified_by: null,
    notified_by_name: null,
    concluded_by: null,
    concluded_by_name: null,
    version: 1,
    drawn_at: context.now,
    opened_at: null,
    concluded_at: null,
  };
}

async function drawPanel(context: ActionContext, setting: ReviewSetting, body: DrawBody): Promise<string> {
  const reviewed = await reviewedCases(context, setting, body.cases);
  const blocked = reviewed.rows.map((row) => ({ row, why: whyNotDrawn(reviewed, row) })).find(({ why }) => why !== null);
  if (blocked !== undefined) throw cannotJudge(blocked.row.party_name, blocked.why ?? '');
  const rules = await currentRules(context);
  checkDrawDay(body, context.today, rules);
  if (new Date(body.dueAt) <= context.now) throw new Refusal('DUE_PAST', '评分截止时间已过，请改为今后的时间。');
  const need = needOf(reviewed, rules, body.size);
  const all = await screened(context, reviewed, body, rules);
  const admitted = all.filter(mayBeDrawn);
  const seed = randomBytes(16).toString('hex');
  const pool = poolOf(admitted);
  const drawn = draw(pool, need, seed);
  const isShort = drawn.seats.length < need.size || (need.needsFinance && !drawn.seats.some(({ isFinance }) => isFinance));
  if (isShort) throw panelShort(drawn.shortfalls);
  const byId = new Map(admitted.map((one) => [one.expert.id, one]));
  const full = (list: readonly { id: string }[]) => list.flatMap(({ id }) => byId.get(id) ?? []);
  const id = uuidv7();
  const number = await nextNumber(context.db, context.actor.root, Number(body.reviewDay.slice(0, 4)));
  const row = panelRow(context, reviewed, body, {
    ...{ id, number, rules, seed, size: need.size, reserve: need.reserve, needsFinance: need.needsFinance },
    log: {
      considered: all.length,
      admitted: admitted.length,
      recused: recusedLines(all),
      shortfalls: drawn.shortfalls,
      pool,
      counties: need.counties,
    },
  });
  const seats = seatRows(id, context.actor.root, { seats: full(drawn.seats), reserves: full(drawn.reserves) });
  await insertPanel(context.db, row, seats, caseRows(id, reviewed));
  await context.trail(
    `为 ${reviewed.rows.length} 件“${reviewed.dossier.name}”抽取评审组${number}：${need.size} 人，备选 ${drawn.reserves.length} 人`,
    { kind: 'panel', id },
    { seed, considered: all.length, admitted: admitted.length, seats: drawn.seats.map((one) => one.id) },
  );
  return id;
}

export const drawActions = (setting: ReviewSetting): Action[] => [
  action({
    id: 'review.preview-draw',
    method: 'POST',
    path: '/review/draw-preview',
    summary: '抽取前查看：需要几人、谁应回避或轮换及原因',
    permission: manage,
    body: DrawBody,
    reply: DrawPreview,
    writes: false,
    handle: async (context, { body }): Promise<DrawPreview> => {
      const reviewed = await reviewedCases(context, setting, body.cases);
      const rules = await currentRules(context);
      const need = needOf(reviewed, rules, body.size);
      const all = await screened(context, reviewed, body, rules);
      return {
        size: need.size,
        reserve: need.reserve,
        needsFinance: need.needsFinance,
        isMajor: need.isMajor,
        considered: all.length,
        admitted: all.filter(mayBeDrawn).length,
        recused: recusedLines(all),
        cases: reviewed.rows.map((row) => ({
          id: row.id,
          partyName: row.party_name,
          number: row.number,
          whyNot: whyNotDrawn(reviewed, row),
        })),
      };
    },
  }),
  action({
    id: 'review.draw-panel',
    method: 'POST',
    path: '/review/panels',
    summary: '随机抽取评审组：按学科和职称，排除应回避和应轮换的专家，种子留痕可重算',
    permission: manage,
    body: DrawBody,
    reply: PanelDetail,
    handle: async (context, { body }) => panelDetail(context, setting, await drawPanel(context, setting, body)),
  }),
];
