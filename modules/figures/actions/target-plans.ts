// Actions on target plans: draft, preview of the decomposition, issue by document, adjust by document.
import { type Static, Type } from 'typebox';
import { formatPlain } from '#kernel/exact/decimal.ts';
import { type Action, type ActionContext, action } from '#platform/http/action.ts';
import { notFound, staleWrite } from '#platform/refusal.ts';
import { alreadyIssued, noSuchTarget, notIssued, notReady, planExists, unitClash } from '../errors.ts';
import { Adjustment, PlanDraft, PlanView, Preview, type TargetLine } from '../model/target-shapes.ts';
import { targetText } from '../model/target-text.ts';
import { toBase, unitsFor } from '../model/target-units.ts';
import type { FiguresSetting } from '../setting.ts';
import type { RecordedBy } from '../store/outside-values.ts';
import {
  changePlan,
  deleteDraft,
  findPlan,
  insertPlan,
  insertTargets,
  listPlans,
  type NewTarget,
  type PlanRow,
  standing,
  type TargetRow,
  targetsOf,
} from '../store/target-plans.ts';
import { inCatalogue } from './catalogue-indicator.ts';
import { checkDraft, previewOf, targetIndicator } from './target-ground.ts';

const read = 'figures/indicator:read';
const manage = 'figures/target:manage';

export const byOf = ({ actor, now }: ActionContext): RecordedBy => ({
  root: actor.root,
  account: actor.accountId,
  name: actor.officeName === actor.name ? actor.name : `${actor.officeName}${actor.name}`,
  now,
});

const lineView = (setting: FiguresSetting, row: TargetRow): TargetLine => ({
  region: row.region,
  name: setting.regionName(row.region),
  revision: row.revision,
  value: row.value,
  bound: row.bound,
  weight: row.weight,
  document: { name: row.document_name, number: row.document_number, day: row.document_day },
  reason: row.reason,
  recordedAt: row.recorded_at.toISOString(),
  recordedBy: row.recorded_by_name,
});

function planView(context: ActionContext, setting: FiguresSetting, plan: PlanRow, history: readonly TargetRow[]): PlanView {
  const indicator = inCatalogue(setting.catalogue, plan.indicator);
  const order = [context.actor.root, ...setting.countiesOf(context.actor.root)];
  const place = ({ region }: TargetRow): number => order.indexOf(region) + 1 || order.length + 1;
  return {
    id: plan.id,
    indicator: plan.indicator,
    indicatorName: indicator?.name ?? `目录中已没有的指标（${plan.indicator}）`,
    unit: indicator?.unit ?? plan.draft.unit,
    units: [...unitsFor(indicator?.unit ?? plan.draft.unit)],
    year: plan.year,
    status: plan.status,
    version: plan.version,
    // A county sees its own targets, not what was written down for others.
    draft: context.actor.scope === 'regions' ? { ...plan.draft, byHand: [] } : plan.draft,
    issuedAt: plan.issued_at?.toISOString() ?? null,
    issuedBy: plan.issued_by_name,
    lines: [...standing(history)].sort((a, b) => place(a) - place(b)).map((row) => lineView(setting, row)),
    history: history.map((row) => lineView(setting, row)),
  };
}

async function planOf(context: ActionContext, id: string): Promise<PlanRow> {
  const plan = await findPlan(context.db, context.actor.root, id);
  if (plan === undefined) throw notFound('这个目标方案');
  return plan;
}

async function view(context: ActionContext, setting: FiguresSetting, id: string): Promise<PlanView> {
  return planView(context, setting, await planOf(context, id), await targetsOf(context.db, context.actor.root, [id]));
}

async function create(context: ActionContext, setting: FiguresSetting, body: Static<typeof NewPlan>): Promise<PlanView> {
  const indicator = targetIndicator(setting, body.indicator);
  checkDraft(setting, indicator, body.draft, context.actor.root, context.today);
  const id = await insertPlan(context.db, byOf(context), body);
  if (id === undefined) throw planExists(indicator.name, body.year);
  await context.trail(`设定${body.year}年“${indicator.name}”目标方案`, { kind: 'target-plan', id });
  return view(context, setting, id);
}

async function save(
  context: ActionContext,
  setting: FiguresSetting,
  id: string,
  body: { version: number; draft: PlanDraft },
): Promise<PlanView> {
  const plan = await planOf(context, id);
  if (plan.status === 'issued') throw alreadyIssued();
  const indicator = targetIndicator(setting, plan.indicator);
  checkDraft(setting, indicator, body.draft, context.actor.root, context.today);
  if (!(await changePlan(context.db, byOf(context), { id, ...body }))) throw staleWrite('这个目标方案');
  await context.trail(`修改${plan.year}年“${indicator.name}”目标方案`, { kind: 'target-plan', id });
  return view(context, setting, id);
}

async function issue(context: ActionContext, setting: FiguresSetting, id: string, version: number): Promise<PlanView> {
  const plan = await planOf(context, id);
  if (plan.status === 'issued') throw alreadyIssued();
  const indicator = targetIndicator(setting, plan.indicator);
  const preview = await previewOf(context, setting, plan);
  if (preview.problems.length > 0) throw notReady('下达', preview.problems);
  const { document, bound } = plan.draft;
  const lines: NewTarget[] = [preview.city, ...preview.rows].flatMap((row) =>
    row.target === null
      ? []
      : [
          {
            plan: id,
            region: row.region,
            revision: 1,
            value: row.target,
            bound,
            weight: row.weight,
            document_name: document.name,
            document_number: document.number,
            document_day: document.day,
            reason: null,
          },
        ],
  );
  if (!(await changePlan(context.db, byOf(context), { id, version, isIssued: true }))) throw staleWrite('这个目标方案');
  await insertTargets(context.db, byOf(context), lines);
  await context.trail(`以${document.number}下达${plan.year}年“${indicator.name}”目标，共 ${lines.length} 个地区`, {
    kind: 'target-plan',
    id,
  });
  return view(context, setting, id);
}

async function adjust(context: ActionContext, setting: FiguresSetting, id: string, body: Adjustment): Promise<PlanView> {
  const plan = await planOf(context, id);
  if (plan.status !== 'issued') throw notIssued();
  const indicator = targetIndicator(setting, plan.indicator);
  const before = new Map(standing(await targetsOf(context.db, context.actor.root, [id])).map((row) => [row.region, row]));
  const said: string[] = [];
  const lines = body.changes.map(({ region, value }): NewTarget => {
    const old = before.get(region);
    if (old === undefined) throw noSuchTarget(setting.regionName(region));
    const exact = toBase(value, body.unit, indicator.unit);
    if (exact === undefined) throw unitClash(body.unit, indicator.name, unitsFor(indicator.unit));
    const next = formatPlain(exact, 12);
    said.push(
      `${setting.regionName(region)}由${targetText(old.value, indicator.unit, null)}调整为${targetText(next, indicator.unit, null)}`,
    );
    const { name, number, day } = body.document;
    return {
      plan: id,
      region,
      revision: old.revision + 1,
      value: next,
      bound: old.bound,
      weight: null,
      document_name: name,
      document_number: number,
      document_day: day,
      reason: body.reason,
    };
  });
  if (!(await changePlan(context.db, byOf(context), { id, version: body.version }))) throw staleWrite('这个目标方案');
  await insertTargets(context.db, byOf(context), lines);
  await context.trail(
    `以${body.document.number}调整${plan.year}年“${indicator.name}”目标：${said.join('，')}`,
    { kind: 'target-plan', id },
    { reason: body.reason },
  );
  return view(context, setting, id);
}

async function remove(context: ActionContext, setting: FiguresSetting, id: string): Promise<void> {
  const plan = await planOf(context, id);
  if (plan.status === 'issued') throw alreadyIssued();
  await deleteDraft(context.db, context.actor.root, id);
  const name = inCatalogue(setting.catalogue, plan.indicator)?.name ?? plan.indicator;
  await context.trail(`删除未下达的${plan.year}年“${name}”目标方案`, { kind: 'target-plan', id });
}

async function list(context: ActionContext, setting: FiguresSetting, year: number | undefined): Promise<PlanView[]> {
  const plans = await listPlans(context.db, context.actor.root, { year });
  const targets = await targetsOf(
    context.db,
    context.actor.root,
    plans.map(({ id }) => id),
  );
  return plans.map((plan) =>
    planView(
      context,
      setting,
      plan,
      targets.filter((row) => row.plan === plan.id),
    ),
  );
}

const NewPlan = Type.Object(
  { indicator: Type.String({ maxLength: 120 }), year: Type.Integer({ minimum: 1990, maximum: 2100 }), draft: PlanDraft },
  { $id: 'NewTargetPlan', additionalProperties: false },
);
const Id = Type.Object({ id: Type.String({ format: 'uuid' }) });
const Version = Type.Integer({ minimum: 1 });

export const targetPlanActions = (setting: FiguresSetting): Action[] => [
  action({
    id: 'figures.list-target-plans',
    method: 'GET',
    path: '/figures/target-plans',
    summary: '列出目标方案；县区只看到已下达的和本地区的目标',
    permission: read,
    query: Type.Object({ year: Type.Optional(Type.Integer({ minimum: 1990, maximum: 2100 })) }),
    reply: Type.Object({ rows: Type.Array(PlanView) }),
    handle: async (context, { query }) => ({ rows: await list(context, setting, query.year) }),
  }),
  action({
    id: 'figures.show-target-plan',
    method: 'GET',
    path: '/figures/target-plans/:id',
    summary: '一个目标方案：分解、下达文件和历次调整',
    permission: read,
    params: Id,
    reply: PlanView,
    handle: (context, { params }) => view(context, setting, params.id),
  }),
  action({
    id: 'figures.preview-target',
    method: 'POST',
    path: '/figures/target-preview',
    summary: '试算目标分解，不保存：各县区目标、合计差额和需要注意的问题',
    permission: manage,
    body: NewPlan,
    reply: Preview,
    writes: false,
    handle: (context, { body }) => previewOf(context, setting, body),
  }),
  action({
    id: 'figures.create-target-plan',
    method: 'POST',
    path: '/figures/target-plans',
    summary: '为一个指标和年度设定目标方案',
    permission: manage,
    body: NewPlan,
    reply: PlanView,
    handle: (context, { body }) => create(context, setting, body),
  }),
  action({
    id: 'figures.save-target-plan',
    method: 'PUT',
    path: '/figures/target-plans/:id',
    summary: '修改未下达的目标方案',
    permission: manage,
    params: Id,
    body: Type.Object({ version: Version, draft: PlanDraft }, { additionalProperties: false }),
    reply: PlanView,
    handle: (context, { params, body }) => save(context, setting, params.id, body),
  }),
  action({
    id: 'figures.delete-target-plan',
    method: 'DELETE',
    path: '/figures/target-plans/:id',
    summary: '删除未下达的目标方案',
    permission: manage,
    params: Id,
    reply: Type.Object({ ok: Type.Boolean() }),
    handle: async (context, { params }) => {
      await remove(context, setting, params.id);
      return { ok: true };
    },
  }),
  action({
    id: 'figures.issue-targets',
    method: 'POST',
    path: '/figures/target-plans/:id/issue',
    summary: '以文件下达目标到全市和各县区',
    permission: manage,
    params: Id,
    body: Type.Object({ version: Version }, { additionalProperties: false }),
    reply: PlanView,
    handle: (context, { params, body }) => issue(context, setting, params.id, body.version),
  }),
  action({
    id: 'figures.adjust-targets',
    method: 'POST',
    path: '/figures/target-plans/:id/adjustments',
    summary: '凭文件调整已下达的目标，原目标保留备查',
    permission: manage,
    params: Id,
    body: Adjustment,
    reply: PlanView,
    handle: (context, { params, body }) => adjust(context, setting, params.id, body),
  }),
];
