// Actions of the applicant: open a draft, save it, self-check it, submit and resubmit it.
import { Type } from 'typebox';
import { checkAnswers } from '#kernel/faces/answers.ts';
import { nothingYet } from '#kernel/stages/case-state.ts';
import { partyOf } from '#modules/registry/contract.ts';
import { uuidv7 } from '#platform/db/uuid.ts';
import { type Action, type ActionContext, action } from '#platform/http/action.ts';
import { notFound, Refusal } from '#platform/refusal.ts';
import { alreadyApplying, callClosed, callDraft, callNotOpen, notApplicant } from '../errors.ts';
import { opening } from '../model/advance.ts';
import { callPhase } from '../model/call-phase.ts';
import { project } from '../model/projection.ts';
import { findingViews } from '../model/views.ts';
import { moveCases, moverOf } from '../moves.ts';
import { type CaseworkSetting, declared } from '../setting.ts';
import { findStandingCall, getCall } from '../store/calls.ts';
import { dropDraft, findDraft, getCase, insertCase, keepAnswers, nextNumber, saveDraft } from '../store/cases.ts';
import { listCases } from '../store/list-cases.ts';
import type { CallRow, CaseRow } from '../store/tables.ts';
import { CaseParams, DraftBody, FindingView } from '../wire.ts';
import { requireMayAnswer } from './answering.ts';
import { requireHolder } from './holding.ts';

const apply = 'casework/case:apply';

function requireOpen(call: CallRow, now: Date): void {
  const phase = callPhase(call, now);
  if (phase === '未开始') throw callNotOpen(call.name, call.opens_at);
  if (phase === '已截止') throw callClosed(call.name, call.closes_at);
  if (phase !== '受理中') throw callDraft(call.name);
}

function ownParty(context: ActionContext): string {
  if (context.actor.scope !== 'party' || context.actor.party === null) throw notApplicant();
  return context.actor.party;
}

async function openDraft(context: ActionContext, setting: CaseworkSetting, callId: string): Promise<string> {
  const party = await partyOf(context.db, ownParty(context));
  const call = await getCall(context.db, callId);
  if (call.status !== 'published') throw callDraft(call.name);
  const alive = await listCases(
    context.db,
    context.actor.root,
    {
      call: [call.id],
      dossier: call.dossier,
      party: party.id,
      status: call.standing === true ? ['draft'] : ['draft', 'open', 'correction'],
    },
    { limit: 1 },
  );
  if (alive.rows.length > 0) throw alreadyApplying(call.name);
  const { dossier } = declared(setting, call);
  await requireHolder(context, dossier, party.id);
  const { events, state } = opening(dossier, moverOf(context), context.now, nothingYet);
  const id = uuidv7();
  const row: CaseRow = {
    id,
    root: context.actor.root,
    region: party.region,
    programme: call.programme,
    dossier: call.dossier,
    call: call.id,
    about: null,
    about_party: null,
    party: party.id,
    party_name: party.name,
    party_uscc: party.uscc ?? '',
    standing: call.standing === true,
    number: null,
    answers: {},
    created_at: context.now,
    updated_at: context.now,
    ...project(dossier, state, events, { list_name: null }, { calendar: setting.calendar, parameters: call.parameters }),
  };
  await insertCase(context.db, row, events);
  await context.trail(`新建“${dossier.name}”草稿`, { kind: 'case', id });
  return id;
}

/** Answers that are complete and right, or a Refusal that lists every place to mend. */
async function completeAnswers(context: ActionContext, setting: CaseworkSetting, row: CaseRow): Promise<Record<string, unknown>> {
  const draft = await findDraft(context.db, row.id);
  const { dossier } = declared(setting, row);
  const answers = draft?.answers ?? row.answers;
  const problems = checkAnswers(dossier.form, answers, { complete: true });
  if (problems.length > 0) {
    throw new Refusal('ANSWERS_INCOMPLETE', `申请表还有 ${problems.length} 处需要填写或改正，改好后再提交。`, {
      details: problems.map(({ path, message }) => ({ where: path, message })),
    });
  }
  return answers;
}

/** Year, region and a serial without gaps within the year, whatever is applied for: `2026990104000123`. */
async function numberFor(context: ActionContext, row: CaseRow, year: number): Promise<string> {
  const serial = await nextNumber(context.db, context.actor.root, `case:${year}`);
  return `${year}${row.region}${String(serial).padStart(6, '0')}`;
}

/** What is always open needs no window to be looked for; a draft that was begun is gone on with. */
async function openStandingDraft(
  context: ActionContext,
  setting: CaseworkSetting,
  of: { programme: string; dossier: string },
): Promise<string> {
  const { dossier } = declared(setting, of);
  const party = ownParty(context);
  const call = await findStandingCall(context.db, context.actor.root, of);
  if (call === undefined || call.status !== 'published') throw callDraft(dossier.name);
  const { root } = context.actor;
  const begun = await listCases(context.db, root, { call: [call.id], party, status: ['draft'] }, { limit: 1 });
  return begun.rows[0]?.id ?? openDraft(context, setting, call.id);
}

export const applicantActions = (setting: CaseworkSetting): Action[] => [
  action({
    id: 'casework.open-draft',
    method: 'POST',
    path: '/casework/calls/:id/drafts',
    summary: '在一个批次中新建申请草稿',
    permission: apply,
    params: CaseParams,
    reply: Type.Object({ id: Type.String() }),
    handle: async (context, { params }) => ({ id: await openDraft(context, setting, params.id) }),
  }),
  action({
    id: 'casework.open-standing-draft',
    method: 'POST',
    path: '/casework/standing/:programme/:dossier/drafts',
    summary: '为常年受理的事项新建申请草稿，已有草稿的接着填写',
    permission: apply,
    params: Type.Object({ programme: Type.String(), dossier: Type.String() }),
    reply: Type.Object({ id: Type.String() }),
    handle: async (context, { params }) => ({ id: await openStandingDraft(context, setting, params) }),
  }),
  action({
    id: 'casework.save-draft',
    method: 'PUT',
    path: '/casework/cases/:id/draft',
    summary: '保存草稿，可以不完整；两个窗口不会互相覆盖',
    permission: apply,
    params: CaseParams,
    body: DraftBody,
    reply: Type.Object({
      version: Type.Integer(),
      savedAt: Type.String(),
      problems: Type.Array(Type.Object({ path: Type.String(), message: Type.String() })),
    }),
    handle: async (context, { params, body }) => {
      ownParty(context);
      const row = await getCase(context.db, params.id);
      if (row.status !== 'draft' && row.status !== 'correction') {
        throw new Refusal('NOT_EDITABLE', '申请已提交，正在办理，不能修改。如需修改请先撤回，或等待退回补正。', { status: 409 });
      }
      const { dossier } = declared(setting, row);
      const version = await saveDraft(context.db, row, body.answers, body.version, context.now);
      const problems = checkAnswers(dossier.form, body.answers, { complete: false }).map(({ path, message }) => ({ path, message }));
      return { version, savedAt: context.now.toISOString(), problems };
    },
  }),
  action({
    id: 'casework.submit-case',
    method: 'POST',
    path: '/casework/cases/:id/submit',
    summary: '提交申请或补正材料；是否在受理期内由服务器时间决定',
    permission: apply,
    params: CaseParams,
    body: Type.Object({ version: Type.Integer() }, { additionalProperties: false }),
    reply: Type.Object({ number: Type.String() }),
    handle: async (context, { params, body }) => {
      ownParty(context);
      const row = await getCase(context.db, params.id);
      const call = await getCall(context.db, row.call);
      const first = row.status === 'draft';
      const { dossier } = declared(setting, row);
      if (first) await requireHolder(context, dossier, row.party);
      if (row.about === null) {
        if (first) requireOpen(call, context.now);
      } else {
        const { about, party } = row;
        await requireMayAnswer(context, { dossier, party, about, parameters: call.parameters, isFirst: first });
      }
      const answers = await completeAnswers(context, setting, row);
      const year = call.standing === true ? Number(context.today.slice(0, 4)) : call.year;
      const number = row.number ?? (await numberFor(context, row, year));
      await keepAnswers(context.db, row.id, answers, number);
      // The answers travel in the event: what was sent stays readable however often it is mended.
      await moveCases(context, setting, [
        { id: row.id, version: body.version, intent: { verb: first ? 'submit' : 'resubmit', data: {}, attached: { answers } } },
      ]);
      await dropDraft(context.db, row.id);
      return { number };
    },
  }),
  action({
    id: 'casework.self-check',
    method: 'POST',
    path: '/casework/self-check',
    summary: '按条件逐条自测：条款、实际值、要求值，以及怎样才能符合',
    permission: 'public',
    body: Type.Object(
      {
        programme: Type.String(),
        dossier: Type.String(),
        answers: Type.Record(Type.String(), Type.Unknown()),
        /** A call of the dossier whose own limits hold. */
        call: Type.Optional(Type.String({ format: 'uuid' })),
        day: Type.Optional(Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' })),
      },
      { $id: 'SelfCheck', additionalProperties: false },
    ),
    reply: Type.Object({
      findings: Type.Array(FindingView),
      problems: Type.Array(Type.Object({ path: Type.String(), message: Type.String() })),
    }),
    writes: false,
    handle: async (context, { body }) => {
      const { dossier } = declared(setting, body);
      const call = body.call === undefined ? undefined : await getCall(context.db, body.call);
      if (call !== undefined && (call.programme !== body.programme || call.dossier !== body.dossier)) throw notFound('该批次');
      const problems = checkAnswers(dossier.form, body.answers, { complete: false }).map(({ path, message }) => ({ path, message }));
      const assessment = { day: body.day ?? context.today, ...(call === undefined ? {} : { parameters: call.parameters }) };
      return { findings: problems.length > 0 ? [] : findingViews(dossier, body.answers, assessment), problems };
    },
  }),
];
