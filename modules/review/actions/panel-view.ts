// A panel as its page shows it: seats and who has handed in, each case with its aggregate explained, and why it cannot go on.

import { totalOf } from '#kernel/declare/score-sheet.ts';
import { stageOf } from '#kernel/stages/machine.ts';
import { declared } from '#modules/casework/contract.ts';
import type { ActionContext } from '#platform/http/action.ts';
import { aggregate, type CaseOutcome, explained } from '../model/aggregate.ts';
import { feeFor } from '../model/credit.ts';
import { draw } from '../model/draw.ts';
import type { ReviewSetting } from '../setting.ts';
import { casesOfPanel, getPanel, type ListedPanel, type SeatedExpert, seatsOfPanel } from '../store/panels.ts';
import { filled, sheetsOfPanels } from '../store/sheets.ts';
import type { KeptSheet, PanelCaseRow, PanelRow, SheetRow } from '../store/tables.ts';
import type { OutcomeView, PanelDetail, PanelSummary } from '../wire.ts';

type Sheet = Omit<SheetRow, 'view'>;

export interface WholePanel {
  readonly panel: PanelRow;
  readonly seats: readonly SeatedExpert[];
  readonly cases: readonly PanelCaseRow[];
  readonly sheets: readonly Sheet[];
}

export async function wholePanel({ db, actor }: ActionContext, id: string): Promise<WholePanel> {
  const panel = await getPanel(db, actor.root, id);
  return { panel, seats: await seatsOfPanel(db, id), cases: await casesOfPanel(db, id), sheets: await sheetsOfPanels(db, [id]) };
}

/** Seat numbers that nobody holds. */
export function vacanciesOf({ panel, seats }: Pick<WholePanel, 'panel' | 'seats'>): number[] {
  const held = new Set(seats.filter(({ status }) => status === 'seated').map(({ seat }) => seat));
  return Array.from({ length: panel.size }, (_, i) => i + 1).filter((seat) => !held.has(seat));
}

/** Aggregates of the panel's own cases: those of the conclusion, or as the sheets stand now. */
export function outcomesOf({ panel, cases, sheets }: WholePanel): ReadonlyMap<string, CaseOutcome> {
  const reviewed = cases.map(({ case_id: caseId }) => ({
    caseId,
    panel: panel.id,
    sheets: sheets.filter((sheet) => sheet.case_id === caseId).map(filled),
  }));
  const now = aggregate(reviewed, panel.sheet, false);
  return new Map(
    cases.flatMap((row) => {
      const outcome = row.result ?? now.get(row.case_id);
      return outcome === undefined ? [] : [[row.case_id, outcome] as const];
    }),
  );
}

export const outcomeView = (outcome: CaseOutcome, sheet: Pick<KeptSheet, 'criteria' | 'aggregate'>): OutcomeView => ({
  isValid: outcome.isValid,
  score: outcome.score,
  normalised: outcome.normalised,
  votes: outcome.votes,
  recommended: outcome.recommended,
  rank: outcome.rank,
  tied: outcome.tied,
  validSheets: outcome.validSheets,
  openSheets: outcome.openSheets,
  dropped: [...outcome.dropped],
  outliers: [...outcome.outliers],
  explained: [...explained(outcome, sheet)],
});

export function summaryOf(setting: ReviewSetting, row: ListedPanel): PanelSummary {
  return {
    id: row.id,
    number: row.number,
    name: row.name,
    programme: row.programme,
    programmeName: declared(setting.casework, row).dossier.name,
    status: row.status,
    reviewDay: row.review_day,
    dueAt: row.due_at.toISOString(),
    size: row.size,
    cases: row.cases,
    sheets: row.sheets,
    submitted: row.submitted,
    drawnAt: row.drawn_at.toISOString(),
  };
}

export function whyNotOpen({ panel, seats }: WholePanel, account: string): string | null {
  if (panel.status !== 'drawn') return '已通知专家';
  const vacant = vacanciesOf({ panel, seats }).length;
  if (vacant > 0) return `还有 ${vacant} 个席位空缺`;
  return panel.rules.separateDuties && panel.drawn_by === account ? '抽取和通知应由不同人员办理' : null;
}

export function whyNotConclude(whole: WholePanel, outcomes: ReadonlyMap<string, CaseOutcome>, account: string): string | null {
  const { panel, seats, sheets, cases } = whole;
  if (panel.status === 'drawn') return '尚未通知专家';
  if (panel.status !== 'open') return '评审已汇总';
  const vacant = vacanciesOf({ panel, seats });
  if (vacant.length > 0) return `${vacant.join('、')}号席空缺，请替补或追加抽取`;
  const open = sheets.filter(({ status }) => status === 'open').length;
  if (open > 0) return `还有 ${open} 份评分表没有提交`;
  const small = cases.find((row) => outcomes.get(row.case_id)?.isValid !== true);
  if (small !== undefined) return `${small.party_name}的有效评分表不足，评审组无效`;
  const silent = cases.filter((row) => outcomes.get(row.case_id)?.outliers.some(({ justification }) => justification === null) === true);
  if (silent.length > 0) return `${silent.map((row) => row.party_name).join('、')}有偏离较大的评分，专家尚未说明`;
  const isSame = panel.drawn_by === account || panel.notified_by === account;
  return panel.rules.separateDuties && isSame ? '汇总应由抽取和通知以外的人员办理' : null;
}

function seatViews({ panel, seats, sheets }: WholePanel): PanelDetail['seats'] {
  return seats.map((seat) => {
    const own = sheets.filter((sheet) => sheet.seat === seat.id);
    const leaving = seat.status === 'seated' ? own.find((sheet) => sheet.status === 'withdrawn') : undefined;
    return {
      id: seat.id,
      expert: seat.expert,
      seat: seat.seat,
      name: seat.name,
      unit: seat.unit,
      region: seat.region,
      level: seat.level,
      isFinance: seat.is_finance,
      status: seat.status,
      declares: seat.declares,
      hasAccount: seat.account !== null,
      leftWhy: seat.left_why,
      submitted: own.filter(({ status }) => status === 'submitted').length,
      sheets: own.filter(({ status }) => status !== 'withdrawn').length,
      wantsOut: leaving?.withdrawn_why ?? null,
      fee: feeFor(seat.level, 1, panel.rules),
    };
  });
}

function caseViews({ panel, cases, sheets }: WholePanel, outcomes: ReadonlyMap<string, CaseOutcome>): PanelDetail['judged'] {
  return cases.map((row) => {
    const outcome = outcomes.get(row.case_id);
    return {
      id: row.case_id,
      partyName: row.party_name,
      number: row.number,
      outcome: outcome === undefined || sheets.length === 0 ? null : outcomeView(outcome, panel.sheet),
      sheets: sheets
        .filter((sheet) => sheet.case_id === row.case_id)
        .map((sheet) => ({
          id: sheet.id,
          seat: sheet.seat_number,
          status: sheet.status,
          // What is not handed in is the expert's own.
          total: sheet.status === 'submitted' ? totalOf(panel.sheet, sheet.points) : null,
          recommend: sheet.status === 'submitted' ? sheet.recommend : null,
          comment: sheet.status === 'submitted' ? sheet.comment : '',
          submittedAt: sheet.submitted_at?.toISOString() ?? null,
          askedAt: sheet.asked_at?.toISOString() ?? null,
          justification: sheet.justification,
        })),
    };
  });
}

/** The seed and the pool of that day, drawn again: the same experts in the same order. Of an assigned panel the reserves alone are drawn. */
function isRedrawn({ panel, seats: all }: WholePanel): boolean {
  const { pool, counties, assigned } = panel.draw_log;
  const seats = assigned === undefined ? all : all.filter(({ lot }) => lot > panel.size);
  const need = {
    ...(assigned === undefined
      ? { size: panel.size, reserve: panel.reserve, needsFinance: panel.needs_finance }
      : { size: panel.reserve, reserve: 0, needsFinance: false }),
    counties,
    unitShareOneIn: panel.rules.unitShareOneIn,
    countyShareOneIn: panel.rules.countyShareOneIn,
  };
  const again = draw(pool, need, panel.seed);
  const drawn = [...again.seats, ...again.reserves].map(({ id }) => id);
  const kept = [...seats].sort((a, b) => a.lot - b.lot).map(({ expert }) => expert);
  return drawn.every((id, i) => kept[i] === id);
}

export async function panelDetail(context: ActionContext, setting: ReviewSetting, id: string): Promise<PanelDetail> {
  const whole = await wholePanel(context, id);
  const { panel, cases, sheets } = whole;
  const outcomes = outcomesOf(whole);
  const counted = {
    ...panel,
    cases: cases.length,
    sheets: sheets.filter(({ status }) => status !== 'withdrawn').length,
    submitted: sheets.filter(({ status }) => status === 'submitted').length,
  };
  const may = context.may('review/panel:manage');
  const notYours = may ? null : '由市科技局业务处室办理';
  return {
    ...summaryOf(setting, counted),
    stageName: stageOf(declared(setting.casework, panel).dossier, panel.stage)?.name ?? '',
    reserve: panel.reserve,
    needsFinance: panel.needs_finance,
    seed: panel.seed,
    version: panel.version,
    disciplines: panel.filters.disciplines,
    levels: panel.filters.levels,
    drawnBy: panel.drawn_by_name,
    notifiedBy: panel.notified_by_name,
    concludedBy: panel.concluded_by_name,
    openedAt: panel.opened_at?.toISOString() ?? null,
    concludedAt: panel.concluded_at?.toISOString() ?? null,
    sheetTitle: panel.sheet.title,
    criteria: panel.sheet.criteria.map(({ id: criterion, name, weight }) => ({ id: criterion, name, weight })),
    considered: panel.draw_log.considered,
    admitted: panel.draw_log.admitted,
    recused: [...panel.draw_log.recused],
    redrawn: isRedrawn(whole),
    assigned: panel.draw_log.assigned ?? null,
    isBlinded: panel.rules.blinded,
    vacancies: vacanciesOf(whole),
    seats: seatViews(whole),
    judged: caseViews(whole, outcomes),
    whyNotOpen: notYours ?? whyNotOpen(whole, context.actor.accountId),
    whyNotConclude: notYours ?? whyNotConclude(whole, outcomes, context.actor.accountId),
  };
}
