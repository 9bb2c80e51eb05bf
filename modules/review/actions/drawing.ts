// What a draw stands on: the cases and their stage, the panel they ask for, and every candidate with the verdict of recusal.
import { addDays } from '#kernel/declare/calendar.ts';
import { citationText } from '#kernel/declare/citation.ts';
import type { Dossier } from '#kernel/declare/dossier.ts';
import { stageOf } from '#kernel/stages/machine.ts';
import { convened, type PanelNeed, panelFor, panelSizeProblem, type ReviewStage } from '#kernel/stages/review.ts';
import { casesOfCalls, declared, type ReadCase, readCases } from '#modules/casework/contract.ts';
import type { ActionContext } from '#platform/http/action.ts';
import { notFound, Refusal } from '#platform/refusal.ts';
import { cannotJudge, differentStages, drawTooEarly } from '../errors.ts';
import type { Rules } from '../model/bureau-rules.ts';
import type { DrawNeed } from '../model/draw.ts';
import type { Candidate } from '../model/expert.ts';
import { partiesOf } from '../model/frozen-view.ts';
import { type JudgedForAll, judgeForAll } from '../model/recusal.ts';
import type { ReviewSetting } from '../setting.ts';
import { candidates } from '../store/experts.ts';
import { rulesOf } from '../store/rules.ts';
import type { KeptSheet } from '../store/tables.ts';

export interface Reviewed {
  readonly rows: readonly ReadCase[];
  readonly dossier: Dossier;
  readonly stage: ReviewStage;
}

/** The review stage in which a case stands; undefined when it stands elsewhere. */
export function reviewStageOf(dossier: Dossier, stage: string | null): ReviewStage | undefined {
  const found = stageOf(dossier, stage);
  return found?.kind === 'review' ? found : undefined;
}

/** Cases of one panel stand in the same review stage of the same dossier. */
export async function reviewedCases(context: ActionContext, setting: ReviewSetting, ids: readonly string[]): Promise<Reviewed> {
  const rows = await readCases(context.db, ids);
  const [first] = rows;
  if (first === undefined || rows.length < new Set(ids).size) throw notFound('所选办件');
  const { dossier } = declared(setting.casework, first);
  const stage = reviewStageOf(dossier, first.stage);
  if (stage === undefined) throw cannotJudge(first.party_name, '不在专家评审环节');
  if (rows.some((row) => row.programme !== first.programme || row.dossier !== first.dossier || row.stage !== first.stage))
    throw differentStages();
  return { rows, dossier, stage };
}

/** Why a case cannot be put before a new panel; null when it can. */
export function whyNotDrawn({ stage }: Reviewed, row: ReadCase): string | null {
  if (row.status !== 'open') return '正在等待补正或已办结';
  return convened(stage, row.state) === undefined ? null : '已组建评审组';
}

/** The strictest need of all cases of the panel, or the greater size that the officer asks for. */
export function needOf({ rows, stage }: Reviewed, rules: Rules, asked?: number): PanelNeed & DrawNeed {
  const needs = rows.map((row) => panelFor(stage, row.answers));
  const least = Math.max(...needs.map(({ size }) => size));
  const size = asked ?? least;
  const problem = panelSizeProblem(size, least);
  if (problem !== null) throw new Refusal('PANEL_SIZE', `${problem}。`, { details: [{ where: 'size', message: problem }] });
  return {
    size,
    reserve: size * stage.panel.reserve,
    isMajor: needs.some(({ isMajor }) => isMajor),
    needsFinance: needs.some(({ needsFinance }) => needsFinance),
    counties: [...new Set(rows.map((row) => row.region))],
    unitShareOneIn: rules.unitShareOneIn,
    countyShareOneIn: rules.countyShareOneIn,
  };
}

export interface Screened {
  readonly expert: Candidate;
  readonly judged: JudgedForAll;
}

export interface DrawWish {
  readonly disciplines: readonly string[];
  readonly levels: readonly string[];
  readonly reviewDay: string;
}

/** Every candidate that the filters admit, with what the calculation of recusal says against the cases of the panel. */
export async function screened(
  context: ActionContext,
  { rows, dossier, stage }: Reviewed,
  wish: DrawWish,
  rules: Rules,
): Promise<readonly Screened[]> {
  const [first] = rows;
  if (first === undefined) return [];
  const batch = await casesOfCalls(context.db, [...new Set(rows.map((row) => row.call))]);
  const parties = partiesOf(dossier, stage, rows, batch);
  const pool = await candidates(context.db, context.actor.root, wish, { day: wish.reviewDay, programme: first.programme });
  return pool.map((expert) => ({ expert, judged: judgeForAll(expert, parties, wish.reviewDay, rules) }));
}

export const mayBeDrawn = ({ judged }: Screened): boolean => judged.verdict === 'ELIGIBLE' || judged.verdict === 'DECLARE';

export const recusedLines = (all: readonly Screened[]) =>
  all
    .filter((one) => !mayBeDrawn(one))
    .map(({ expert, judged }) => ({
      expert: expert.id,
      name: expert.name,
      verdict: judged.verdict === 'ROTATE' ? '轮换' : '回避',
      says: judged.grounds
        .filter(({ status }) => status === 'unmet')
        .map(({ says }) => says)
        .join('；'),
    }));

export async function currentRules(context: ActionContext): Promise<Rules> {
  return (await rulesOf(context.db, context.actor.root)).rules;
}

/** A panel drawn long before its day leaves time to be talked to. */
export function checkDrawDay(wish: DrawWish, today: string, rules: Rules): void {
  if (wish.reviewDay > addDays(today, rules.drawDaysBefore)) throw drawTooEarly(rules.drawDaysBefore);
}

export const keptSheet = ({ sheet }: ReviewStage): KeptSheet => ({
  title: sheet.title,
  cites: citationText(sheet.cites),
  criteria: sheet.criteria,
  commentAtLeast: sheet.commentAtLeast,
  aggregate: sheet.aggregate,
});
