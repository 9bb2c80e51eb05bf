// Actions on the yearly assessment: settings, scores reckoned from the ledger, issue, and the papers that go to a county.
import { type Static, Type } from 'typebox';
import { decimal, formatPlain } from '#kernel/exact/decimal.ts';
import { Rational } from '#kernel/exact/rational.ts';
import { type Action, type ActionContext, action } from '#platform/http/action.ts';
import { notFound, staleWrite } from '#platform/refusal.ts';
import { assessmentIssued, notReady } from '../errors.ts';
import { type Assessed, assess, assessmentProblems } from '../model/assessment.ts';
import { AssessmentSettings, AssessmentView, type CountyScore, usualSettings } from '../model/assessment-shapes.ts';
import type { FiguresSetting } from '../setting.ts';
import { type AssessmentRow, findAssessment, saveAssessment } from '../store/assessments.ts';
import { listPlans } from '../store/target-plans.ts';
import { Day } from '../wire.ts';
import { type Asking, boardOf } from './target-board.ts';
import { byOf } from './target-plans.ts';

const read = 'figures/indicator:read';
const manage = 'figures/target:manage';

/** A county sees the ranking, and the items of its own sheet. */
function bounded(context: ActionContext, counties: readonly CountyScore[]): CountyScore[] {
  if (context.actor.scope !== 'regions') return [...counties];
  const own = new Set(context.actor.regions);
  return counties.map((county) => (own.has(county.region) ? county : { ...county, items: [], bonus: '0', deduction: '0', base: null }));
}

/** What was given to or taken from a county, and why, is for itself and the city. */
function ownAdjustments({ actor }: ActionContext, { adjustments }: AssessmentSettings): AssessmentSettings['adjustments'] {
  return adjustments.filter(({ region }) => actor.regions.includes(region));
}

async function assessedOf(context: Asking, setting: FiguresSetting, year: number, asOf: string): Promise<Assessed[]> {
  const plans = new Map((await listPlans(context.db, context.actor.root, { year, status: 'issued' })).map((plan) => [plan.id, plan]));
  const lines = await boardOf(context, setting, { year, asOf, known: null });
  return lines.flatMap((line) => {
    const plan = plans.get(line.plan);
    return plan === undefined ? [] : [{ line, scoring: plan.draft.scoring }];
  });
}

export interface Reckoned {
  readonly counties: CountyScore[];
  readonly problems: string[];
  readonly weightSum: string;
}

export async function reckonAssessment(
  context: Asking,
  setting: FiguresSetting,
  year: number,
  asOf: string,
  settings: AssessmentSettings,
): Promise<Reckoned> {
  const assessed = await assessedOf(context, setting, year, asOf);
  const regions = setting.countiesOf(context.actor.root).map((region) => ({ region, name: setting.regionName(region) }));
  const counties = assess(regions, assessed, settings);
  const weightSum = formatPlain(Rational.sum(assessed.map(({ scoring }) => decimal(scoring.weight))), 2);
  return { counties, problems: assessmentProblems(counties, assessed, settings), weightSum };
}

/** By the last day of the year, or today while it runs. */
const usualAsOf = (context: ActionContext, year: number): string => (context.today > `${year}-12-31` ? `${year}-12-31` : context.today);

export async function assessmentView(context: ActionContext, setting: FiguresSetting, year: number): Promise<AssessmentView> {
  const row: AssessmentRow | undefined = await findAssessment(context.db, context.actor.root, year);
  if (row === undefined && context.actor.scope === 'regions') throw notFound(`${year}年已公布的考核结果`);
  const settings = row?.settings ?? usualSettings;
  const asOf = row?.as_of ?? usualAsOf(context, year);
  const isIssued = row?.status === 'issued';
  const reckoned = isIssued
    ? { counties: row.result ?? [], problems: [], weightSum: '100' }
    : await reckonAssessment(context, setting, year, asOf, settings);
  return {
    id: row?.id ?? '',
    year,
    status: row?.status ?? 'draft',
    asOf,
    version: row?.version ?? 0,
    settings: context.actor.scope === 'regions' ? { ...settings, adjustments: ownAdjustments(context, settings) } : settings,
    ...reckoned,
    counties: bounded(context, reckoned.counties),
    issuedAt: row?.issued_at?.toISOString() ?? null,
    issuedBy: row?.issued_by_name ?? null,
  };
}

const Change = Type.Object(
  { version: Type.Integer({ minimum: 0 }), asOf: Day, settings: AssessmentSettings },
  { $id: 'AssessmentChange', additionalProperties: false },
);

async function save(context: ActionContext, setting: FiguresSetting, year: number, body: Static<typeof Change>): Promise<AssessmentView> {
  const before = await findAssessment(context.db, context.actor.root, year);
  if (before?.status === 'issued') throw assessmentIssued(year);
  if (!(await saveAssessment(context.db, byOf(context), { year, ...body }))) throw staleWrite(`${year}年考核方案`);
  await context.trail(`修改${year}年目标考核方案`, { kind: 'assessment', id: String(year) }, { adjustments: body.settings.adjustments });
  return assessmentView(context, setting, year);
}

async function issue(context: ActionContext, setting: FiguresSetting, year: number, version: number): Promise<AssessmentView> {
  const before = await findAssessment(context.db, context.actor.root, year);
  if (before === undefined) throw notFound(`${year}年考核方案`);
  if (before.status === 'issued') throw assessmentIssued(year);
  const { counties, problems } = await reckonAssessment(context, setting, year, before.as_of, before.settings);
  if (problems.length > 0)
    throw notReady(
      '公布',
      problems.map((text) => ({ region: null, text })),
    );
  const change = { year, version, asOf: before.as_of, settings: before.settings, result: counties };
  if (!(await saveAssessment(context.db, byOf(context), change))) throw staleWrite(`${year}年考核方案`);
  await context.trail(`公布${year}年目标考核结果，共 ${counties.length} 个县区`, { kind: 'assessment', id: String(year) });
  return assessmentView(context, setting, year);
}

const Year = Type.Object({ year: Type.Integer({ minimum: 1990, maximum: 2100 }) });

export const assessmentActions = (setting: FiguresSetting): Action[] => [
  action({
    id: 'figures.show-assessment',
    method: 'GET',
    path: '/figures/assessments/:year',
    summary: '一个年度的目标考核：各县区得分、分类位次和等次；县区看到公布后的排名和本地区的明细',
    permission: read,
    params: Year,
    reply: AssessmentView,
    handle: (context, { params }) => assessmentView(context, setting, params.year),
  }),
  action({
    id: 'figures.save-assessment',
    method: 'PUT',
    path: '/figures/assessments/:year',
    summary: '设定年度目标考核的县区分类、等次、加分扣分和否决',
    permission: manage,
    params: Year,
    body: Change,
    reply: AssessmentView,
    handle: (context, { params, body }) => save(context, setting, params.year, body),
  }),
  action({
    id: 'figures.issue-assessment',
    method: 'POST',
    path: '/figures/assessments/:year/issue',
    summary: '公布年度目标考核结果，公布后得分不再变动',
    permission: manage,
    params: Year,
    body: Type.Object({ version: Type.Integer({ minimum: 1 }) }, { additionalProperties: false }),
    reply: AssessmentView,
    handle: (context, { params, body }) => issue(context, setting, params.year, body.version),
  }),
];
