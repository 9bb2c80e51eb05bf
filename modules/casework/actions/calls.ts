// Actions on calls: list, read, create, change, publish and close.
import { type Static, Type } from 'typebox';
import { callParameters, isStanding } from '#kernel/declare/dossier.ts';
import { checkParameters } from '#kernel/declare/parameter.ts';
import { uuidv7 } from '#platform/db/uuid.ts';
import { type Action, type ActionContext, action } from '#platform/http/action.ts';
import { Refusal } from '#platform/refusal.ts';
import { callPhase } from '../model/call-phase.ts';
import { type CaseworkSetting, declared } from '../setting.ts';
import { getCall, insertCall, listCalls, updateCall } from '../store/calls.ts';
import type { CallRow } from '../store/tables.ts';
import { CallInput, CallView, CaseParams } from '../wire.ts';

function view(setting: CaseworkSetting, row: CallRow & { cases?: number }, now: Date): CallView {
  const { programme, dossier } = declared(setting, row);
  return {
    id: row.id,
    programme: programme.id,
    programmeName: programme.name,
    dossier: dossier.id,
    dossierName: dossier.name,
    year: row.year,
    name: row.name,
    opensAt: row.opens_at.toISOString(),
    closesAt: row.closes_at.toISOString(),
    budget: row.budget,
    quota: row.quota,
    parameters: row.parameters,
    guide: row.guide,
    status: row.status,
    phase: callPhase(row, now),
    version: row.version,
    cases: row.cases ?? 0,
  };
}

function checkInput(setting: CaseworkSetting, input: Static<typeof CallInput>, isOpenStanding = false): void {
  const { programme, dossier } = declared(setting, input);
  if (dossier.about !== undefined)
    throw new Refusal('CALL_NOT_NEEDED', `“${dossier.name}”随榜单的发布和截止开放，不单独开设批次。`, { status: 400 });
  if (isStanding(dossier) && !isOpenStanding)
    throw new Refusal('CALL_NOT_NEEDED', `“${dossier.name}”常年受理，不开设批次。`, { status: 400 });
  if (input.opensAt >= input.closesAt) {
    throw new Refusal('CALL_WINDOW', '开始时间必须早于截止时间。', {
      status: 400,
      details: [{ where: 'closesAt', message: '请填写晚于开始时间的截止时间' }],
    });
  }
  const problems = checkParameters(callParameters(programme.dossiers, dossier), input.parameters ?? {});
  if (problems.length > 0) {
    throw new Refusal(
      'CALL_PARAMETERS',
      `批次另设的标准有 ${problems.length} 处不能接受：${problems.map(({ message }) => message).join('；')}。`,
      {
        details: problems.map(({ name, message }) => ({ where: `parameters.${name}`, message })),
      },
    );
  }
}

const manage = 'casework/call:manage';
const Version = Type.Object({ version: Type.Integer() }, { additionalProperties: false });

async function changeStatus(context: ActionContext, id: string, version: number, to: 'published' | 'closed'): Promise<void> {
  const call = await getCall(context.db, id);
  if (to === 'published' && call.status === 'published')
    throw new Refusal('ALREADY_PUBLISHED', `“${call.name}”已经发布。`, { status: 409 });
  await updateCall(context.db, id, version, { status: to }, context.now);
  await context.trail(`${to === 'published' ? '发布' : '关闭'}批次“${call.name}”`, { kind: 'call', id });
}

export const callActions = (setting: CaseworkSetting): Action[] => [
  action({
    id: 'casework.list-calls',
    method: 'GET',
    path: '/casework/calls',
    summary: '列出各事项的批次；公众只看到已发布的',
    permission: 'public',
    query: Type.Object({
      programme: Type.Optional(Type.String()),
      status: Type.Optional(Type.String()),
      year: Type.Optional(Type.Integer()),
      /** Those of what is always open, instead of those with a window. */
      standing: Type.Optional(Type.Boolean()),
    }),
    reply: Type.Object({ rows: Type.Array(CallView) }),
    handle: async (context, { query }) => ({
      rows: (await listCalls(context.db, context.actor.root, query))
        .filter((row) => setting.catalogue.programmes.some((programme) => programme.id === row.programme))
        .map((row) => view(setting, row, context.now)),
    }),
  }),
  action({
    id: 'casework.get-call',
    method: 'GET',
    path: '/casework/calls/:id',
    summary: '查看一个批次的时间、预算和指南',
    permission: 'public',
    params: CaseParams,
    reply: CallView,
    handle: async (context, { params }) => view(setting, await getCall(context.db, params.id), context.now),
  }),
  action({
    id: 'casework.create-call',
    method: 'POST',
    path: '/casework/calls',
    summary: '新建批次（草稿）',
    permission: manage,
    body: CallInput,
    reply: CallView,
    handle: async (context, { body }) => {
      checkInput(setting, body);
      const id = uuidv7();
      await insertCall(context.db, id, context.actor.root, body, context.now);
      await context.trail(`新建批次“${body.name}”`, { kind: 'call', id });
      return view(setting, await getCall(context.db, id), context.now);
    },
  }),
  action({
    id: 'casework.change-call',
    method: 'PUT',
    path: '/casework/calls/:id',
    summary: '修改批次的时间、预算、名额、参数和指南',
    permission: manage,
    params: CaseParams,
    body: Type.Object({ ...Version.properties, call: CallInput }, { additionalProperties: false }),
    reply: CallView,
    handle: async (context, { params, body }) => {
      const before = await getCall(context.db, params.id);
      checkInput(setting, body.call, before.standing);
      if (before.status !== 'draft' && (before.programme !== body.call.programme || before.dossier !== body.call.dossier)) {
        throw new Refusal('CALL_PUBLISHED', '批次发布后不能更换所属事项，请新建批次。', { status: 409 });
      }
      await updateCall(context.db, params.id, body.version, body.call, context.now);
      await context.trail(
        `修改批次“${body.call.name}”`,
        { kind: 'call', id: params.id },
        {
          before: { name: before.name, opensAt: before.opens_at, closesAt: before.closes_at, parameters: before.parameters },
          after: body.call,
        },
      );
      return view(setting, await getCall(context.db, params.id), context.now);
    },
  }),
  action({
    id: 'casework.publish-call',
    method: 'POST',
    path: '/casework/calls/:id/publish',
    summary: '发布批次，到时自动开始受理',
    permission: manage,
    params: CaseParams,
    body: Version,
    reply: CallView,
    handle: async (context, { params, body }) => {
      await changeStatus(context, params.id, body.version, 'published');
      return view(setting, await getCall(context.db, params.id), context.now);
    },
  }),
  action({
    id: 'casework.close-call',
    method: 'POST',
    path: '/casework/calls/:id/close',
    summary: '提前关闭批次，不再受理新的申请',
    permission: manage,
    params: CaseParams,
    body: Version,
    reply: CallView,
    handle: async (context, { params, body }) => {
      await changeStatus(context, params.id, body.version, 'closed');
      return view(setting, await getCall(context.db, params.id), context.now);
    },
  }),
];
