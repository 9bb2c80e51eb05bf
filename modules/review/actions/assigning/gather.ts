// What an assignment stands on: the chosen applications, every expert who may be asked, and which pairs recusal keeps apart.
import { setImmediate as breathe } from 'node:timers/promises';
import { casesOfCalls } from '#modules/casework/contract.ts';
import type { ActionContext } from '#platform/http/action.ts';
import { Refusal } from '#platform/refusal.ts';
import { cannotJudge } from '../../errors.ts';
import { type Applying, problemOf } from '../../model/assign.ts';
import type { Rules } from '../../model/bureau-rules.ts';
import type { Candidate } from '../../model/expert.ts';
import { partiesOf } from '../../model/frozen-view.ts';
import { type JudgedForAll, judgeForAll } from '../../model/recusal.ts';
import type { AssignBody } from '../../model/wire/assignment.ts';
import type { ReviewSetting } from '../../setting.ts';
import { candidates } from '../../store/experts.ts';
import { drawnCases } from '../../store/panels.ts';
import { checkDrawDay, currentRules, needOf, type Reviewed, reviewedCases, whyNotDrawn } from '../drawing.ts';

export interface Gathered {
  readonly reviewed: Reviewed;
  readonly rules: Rules;
  readonly applications: readonly Applying[];
  readonly experts: readonly Candidate[];
  /** By application and expert. */
  readonly judged: readonly (readonly JudgedForAll[])[];
  readonly conflicts: number;
}

export const mayMeet = ({ verdict }: JudgedForAll): boolean => verdict === 'ELIGIBLE' || verdict === 'DECLARE';

async function requireWaiting(context: ActionContext, reviewed: Reviewed): Promise<void> {
  const drawn = await drawnCases(
    context.db,
    reviewed.rows.map((row) => row.id),
  );
  for (const row of reviewed.rows) {
    const why = drawn.has(row.id) ? '已组建评审组' : whyNotDrawn(reviewed, row);
    if (why !== null) throw cannotJudge(row.party_name, why);
  }
}

export async function gather(context: ActionContext, setting: ReviewSetting, body: AssignBody): Promise<Gathered> {
  const reviewed = await reviewedCases(
    context,
    setting,
    body.cases.map(({ id }) => id),
  );
  await requireWaiting(context, reviewed);
  const rules = await currentRules(context);
  checkDrawDay({ disciplines: [], levels: body.levels, reviewDay: body.reviewDay }, context.today, rules);
  if (new Date(body.dueAt) <= context.now) throw new Refusal('DUE_PAST', '评分截止时间已过，请改为今后的时间。');
  const { rows, dossier, stage } = reviewed;
  const batch = await casesOfCalls(context.db, [...new Set(rows.map((row) => row.call))]);
  const parties = partiesOf(dossier, stage, rows, batch);
  const wish = { disciplines: [], levels: body.levels };
  const experts = await candidates(context.db, context.actor.root, wish, { day: body.reviewDay, programme: rows[0]?.programme ?? '' });
  const asked = new Map(body.cases.map(({ id, disciplines }) => [id, disciplines]));
  const judged: JudgedForAll[][] = [];
  let conflicts = 0;
  for (const one of parties) {
    const line = experts.map((expert) => judgeForAll(expert, [one], body.reviewDay, rules));
    conflicts += line.filter((each) => !mayMeet(each)).length;
    judged.push(line);
    // Hundreds of applications by hundreds of experts take seconds: other requests go between.
    await breathe();
  }
  const applications = rows.map((row): Applying => {
    const need = needOf({ ...reviewed, rows: [row] }, rules);
    const own = asked.get(row.id) ?? [];
    const disciplines = own.length > 0 ? own : body.disciplines;
    return { id: row.id, partyName: row.party_name, region: row.region, size: need.size, needsFinance: need.needsFinance, disciplines };
  });
  return { reviewed, rules, applications, experts, judged, conflicts };
}

export const problemGathered = ({ applications, experts, judged, rules }: Gathered, cap: number, seed: string) =>
  problemOf(
    applications,
    experts,
    (row, column) => {
      const found = judged[row]?.[column];
      return found !== undefined && mayMeet(found);
    },
    { cap, seed, rules },
  );
