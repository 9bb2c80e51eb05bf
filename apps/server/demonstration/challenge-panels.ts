// Panels of the demonstration's open challenges: five experts drawn by lot, all of whose sheets are handed in.
import { addDays } from '#kernel/declare/calendar.ts';
import { citationText } from '#kernel/declare/citation.ts';
import type { Dossier } from '#kernel/declare/dossier.ts';
import { panelFor, type ReviewStage } from '#kernel/stages/review.ts';
import type { PastCase } from '#modules/casework/contract.ts';
import {
  aggregate,
  type CaseOutcome,
  concludedRecord,
  defaultRules,
  draw,
  frozenView,
  type PastExpert,
  type PastPanel,
} from '#modules/review/contract.ts';
import { NIL_UUID } from '#platform/actor.ts';
import { uuidv7 } from '#platform/db/uuid.ts';
import type { Judged } from './challenge-steps.ts';
import { bidMarks, needMarks, opinion } from './challenge-texts.ts';
import { PANEL_POOL } from './experts.ts';

const SIZE = 5;

export interface ChallengePanel {
  readonly number: string;
  readonly on: string;
  readonly isConcluded: boolean;
  readonly dossier: Dossier;
  readonly stage: ReviewStage;
  readonly points: readonly Readonly<Record<string, string>>[];
  readonly outcome: CaseOutcome;
  readonly of: PastCase;
}

export const reviewStageOf = (dossier: Dossier): ReviewStage => {
  const stage = dossier.stages.find((one): one is ReviewStage => one.kind === 'review');
  if (stage === undefined) throw new Error(`${dossier.id} has no panel`);
  return stage;
};

const seedOf = (number: string): string => `demonstration-${number}`;

/** What five sheets come to, and how the case is told of it. */
export function judge(dossier: Dossier, number: string, on: string): Judged & Pick<ChallengePanel, 'points' | 'outcome'> {
  const { sheet } = reviewStageOf(dossier);
  const marks: readonly (readonly string[])[] = dossier.id === 'need' ? needMarks : bidMarks;
  const points = marks.map((row) => Object.fromEntries(sheet.criteria.map(({ id }, i) => [id, row[i] ?? '0'])));
  const sheets = points.map((of, i) => ({ seat: i + 1, status: 'submitted' as const, points: of, recommend: true, justification: null }));
  const outcome = aggregate([{ caseId: number, panel: number, sheets }], sheet, false).get(number);
  if (outcome === undefined) throw new Error(`panel ${number} judges nothing`);
  const convened = { panel: number, size: SIZE, reserve: SIZE, seed: seedOf(number), dueOn: addDays(on, 5) };
  return { convened, concluded: concludedRecord(number, outcome, undefined), points, outcome };
}

/** The panel with its seats: drawn from the experts who have no sign-in, and the finance expert where much is asked for. */
export function panelOf(
  root: string,
  { number, on, isConcluded, dossier, stage, points, outcome, of }: ChallengePanel,
  experts: readonly PastExpert[],
): PastPanel {
  const { row } = of;
  const id = uuidv7();
  const pool = experts.slice(3, PANEL_POOL).map(({ id: expert, uscc, region, isFinance }) => ({ id: expert, uscc, region, isFinance }));
  const { needsFinance } = panelFor(stage, row.answers);
  const counties = [row.region];
  const drawn = draw(pool, { size: SIZE, reserve: SIZE, needsFinance, counties, unitShareOneIn: 3, countyShareOneIn: 3 }, seedOf(number));
  const { title, cites, criteria, commentAtLeast, aggregate: rule } = stage.sheet;
  const sheet = { title, cites: citationText(cites), criteria, commentAtLeast, aggregate: rule };
  const at = (day: string, hour: string): Date => new Date(`${day}T${hour}:00:00+08:00`);
  const [due, handedIn, concludedAt] = [at(addDays(on, 5), '18'), at(addDays(on, 3), '15'), isConcluded ? at(addDays(on, 5), '10') : null];
  const byId = new Map(experts.map((expert) => [expert.id, expert]));
  const panel: PastPanel['panel'] = {
    id,
    root,
    number,
    name: `${dossier.name}${stage.name}组`,
    programme: row.programme,
    dossier: dossier.id,
    stage: stage.id,
    review_day: on,
    due_at: due,
    status: isConcluded ? 'concluded' : 'open',
    size: SIZE,
    reserve: SIZE,
    needs_finance: needsFinance,
    seed: seedOf(number),
    filters: { disciplines: [], levels: [] },
    rules: defaultRules,
    draw_log: { considered: pool.length, admitted: pool.length, recused: [], shortfalls: [], pool, counties },
    sheet,
    drawn_by: NIL_UUID,
    drawn_by_name: '经办人甲',
    notified_by: NIL_UUID,
    notified_by_name: '经办人乙',
    concluded_by: isConcluded ? NIL_UUID : null,
    concluded_by_name: isConcluded ? '经办人丙' : null,
    version: isConcluded ? 3 : 2,
    drawn_at: at(on, '09'),
    opened_at: at(on, '10'),
    concluded_at: concludedAt,
  };
  const seats = [...drawn.seats, ...drawn.reserves].map((one, i): PastPanel['seats'][number] => ({
    id: uuidv7(),
    root,
    panel: id,
    expert: one.id,
    seat: i < SIZE ? i + 1 : null,
    lot: i + 1,
    is_finance: one.isFinance,
    status: i < SIZE ? 'seated' : 'reserve',
    declares: true,
    left_why: null,
    left_at: null,
    seated_at: null,
  }));
  const sheets = seats.slice(0, SIZE).map((seat, i): PastPanel['sheets'][number] => ({
    id: uuidv7(),
    root,
    panel: id,
    case_id: row.id,
    seat: seat.id,
    seat_number: i + 1,
    account: byId.get(seat.expert)?.account ?? null,
    panel_name: panel.name,
    due_at: due,
    view: frozenView(dossier, row, 1, false),
    sheet,
    declared_at: at(on, '11'),
    points: { ...points[i] },
    comment: opinion,
    recommend: true,
    status: 'submitted',
    withdrawn_why: null,
    submitted_at: handedIn,
    saved_at: null,
    asked_at: null,
    asked_why: null,
    justification: null,
    version: 1,
  }));
  const judged = { root, panel: id, case_id: row.id, region: row.region, party: row.party, party_name: row.party_name, number: row.number };
  const result = isConcluded ? outcome : null;
  return { panel, seats, cases: [{ ...judged, position: 1, result, concluded_at: concludedAt, is_dropped: false }], sheets };
}
