// Assigns experts to many applications at once: first a look at who would judge what or what would have to give, then a panel for each.
import { randomBytes } from 'node:crypto';
import type { Assigned as Found } from '#kernel/assignment/problem.ts';
import { uuidv7 } from '#platform/db/uuid.ts';
import { type Action, type ActionContext, action } from '#platform/http/action.ts';
import { assignmentChanged, panelShort } from '../errors.ts';
import { capOf, digestOf, relaxationSays } from '../model/assign.ts';
import { draw } from '../model/draw.ts';
import { AssignBody, Assigned, AssignPreview, ConfirmBody } from '../model/wire/assignment.ts';
import type { ReviewSetting } from '../setting.ts';
import { insertPanel, nextNumber } from '../store/panels.ts';
import { assignAway } from './assigning/assign-away.ts';
import { type Gathered, gather, mayMeet, problemGathered } from './assigning/gather.ts';
import { caseRows, panelRow, seatRows } from './draw-panel.ts';
import { needOf, recusedLines, type Screened } from './drawing.ts';

const manage = 'review/panel:manage';

async function preview(context: ActionContext, setting: ReviewSetting, body: AssignBody): Promise<AssignPreview> {
  const seed = body.seed ?? randomBytes(16).toString('hex');
  context.tell(`正在核对 ${body.cases.length} 件申请与专家的回避关系`);
  const gathered = await gather(context, setting, body);
  const { applications, experts, conflicts, rules, reviewed } = gathered;
  const problem = problemGathered(gathered, body.cap, seed);
  context.tell(`正在 ${experts.length} 位专家中求最优分配`);
  const found = await assignAway(problem);
  const told = { seed, considered: experts.length, conflicts };
  if (found.kind === 'impossible') {
    const relaxations = found.relaxations.map((one) => relaxationSays(applications, experts, one, problem));
    return { ...told, agreed: null, objective: null, bound: null, panels: [], loads: [], relaxations, isSmallest: found.isSmallest };
  }
  const counts = new Map<number, number>();
  for (const column of found.panels.flat()) counts.set(column, (counts.get(column) ?? 0) + 1);
  return {
    ...told,
    agreed: digestOf(applications, experts, found.panels),
    objective: found.objective,
    bound: found.bound,
    panels: found.panels.map((panel, row) => ({
      case: applications[row]?.id ?? '',
      partyName: applications[row]?.partyName ?? '',
      number: reviewed.rows[row]?.number ?? null,
      size: applications[row]?.size ?? 0,
      experts: panel.flatMap((column) => {
        const expert = experts[column];
        const fit = problem.fit[row * experts.length + column] ?? 0;
        return expert === undefined ? [] : [{ id: expert.id, name: expert.name, unit: expert.unit, isFinance: expert.isFinance, fit }];
      }),
    })),
    loads: [...counts]
      .flatMap(([column, count]) => {
        const expert = experts[column];
        const cap = expert === undefined ? 0 : capOf(expert, body.cap, rules);
        return expert === undefined ? [] : [{ expert: expert.id, name: expert.name, unit: expert.unit, count, cap }];
      })
      .sort((a, b) => b.count - a.count || (a.expert < b.expert ? -1 : 1)),
    relaxations: [],
    isSmallest: true,
  };
}

/** The panel of one application: those assigned have its seats; reserves are drawn by lot among who else may judge it. */
async function convene(context: ActionContext, gathered: Gathered, row: number, found: Found, body: ConfirmBody) {
  const { reviewed, rules, experts, judged } = gathered;
  const own = reviewed.rows[row];
  if (own === undefined) throw panelShort(['没有办件']);
  const one = { ...reviewed, rows: [own] };
  const need = needOf(one, rules);
  const all = experts.flatMap((expert, column): Screened[] => {
    const verdict = judged[row]?.[column];
    return verdict === undefined ? [] : [{ expert, judged: verdict }];
  });
  const seated = new Set((found.panels[row] ?? []).map((column) => experts[column]?.id));
  const seats = all.filter(({ expert }) => seated.has(expert.id));
  const rest = all.filter((each) => mayMeet(each.judged) && !seated.has(each.expert.id));
  const pool = rest.map(({ expert }) => ({ id: expert.id, uscc: expert.uscc, region: expert.region, isFinance: expert.isFinance }));
  const lot = draw(pool, { ...need, size: need.reserve, reserve: 0, needsFinance: false }, body.seed);
  const reserves = lot.seats.flatMap(({ id }) => rest.find(({ expert }) => expert.id === id) ?? []);
  const id = uuidv7();
  const number = await nextNumber(context.db, context.actor.root, Number(body.reviewDay.slice(0, 4)));
  const admitted = seats.length + rest.length;
  const panel = panelRow(
    context,
    one,
    { ...body, name: '' },
    {
      ...{ id, number, rules, seed: body.seed, size: need.size, reserve: need.reserve, needsFinance: need.needsFinance },
      log: {
        ...{ considered: all.length, admitted, recused: recusedLines(all), shortfalls: [], pool, counties: need.counties },
        assigned: { panels: found.panels.length, objective: found.objective, bound: found.bound },
      },
    },
  );
  await insertPanel(context.db, panel, seatRows(id, context.actor.root, { seats, reserves }), caseRows(id, one));
  return { id, number };
}

async function confirm(context: ActionContext, setting: ReviewSetting, body: ConfirmBody): Promise<Assigned> {
  const gathered = await gather(context, setting, body);
  const { applications, experts, reviewed } = gathered;
  context.tell('正在确认分配与您看到的相同');
  const found = await assignAway(problemGathered(gathered, body.cap, body.seed));
  if (found.kind === 'impossible' || digestOf(applications, experts, found.panels) !== body.agreed) throw assignmentChanged();
  const panels = [];
  context.tell(`正在组建 ${applications.length} 个评审组`);
  for (const row of applications.keys()) panels.push(await convene(context, gathered, row, found, body));
  const [first, last] = [panels[0], panels.at(-1)];
  await context.trail(
    `为 ${applications.length} 件“${reviewed.dossier.name}”智能分配专家，组建评审组${first?.number}至${last?.number}`,
    { kind: 'panel', id: first?.id ?? '' },
    { seed: body.seed, objective: found.objective, bound: found.bound, agreed: body.agreed, panels: panels.map(({ number }) => number) },
  );
  return { panels };
}

export const assignActions = (setting: ReviewSetting): Action[] => [
  action({
    id: 'review.preview-assignment',
    method: 'POST',
    path: '/review/assignment-preview',
    summary: '智能分配前查看：每件申请由谁评审、每位专家几件；不能全部分配时，最少要放宽什么',
    permission: manage,
    long: '试算专家分配',
    statementSeconds: 300,
    body: AssignBody,
    reply: AssignPreview,
    writes: false,
    handle: (context, { body }) => preview(context, setting, body),
  }),
  action({
    id: 'review.assign-panels',
    method: 'POST',
    path: '/review/assignments',
    summary: '按看到的分配为每件申请组建评审组',
    permission: manage,
    long: '组建评审组',
    statementSeconds: 300,
    body: ConfirmBody,
    reply: Assigned,
    handle: (context, { body }) => confirm(context, setting, body),
  }),
];
