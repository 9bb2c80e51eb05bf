// Actions on the board: what is published for anyone to answer, and the draft of an answer.
import { type Static, Type } from 'typebox';
import { nothingYet } from '#kernel/stages/case-state.ts';
import { partyOf } from '#modules/registry/contract.ts';
import { uuidv7 } from '#platform/db/uuid.ts';
import { type Action, type ActionContext, action } from '#platform/http/action.ts';
import { notFound } from '#platform/refusal.ts';
import { alreadyAnswering, barred, boardClosed, notApplicant } from '../errors.ts';
import { opening } from '../model/advance.ts';
import { project } from '../model/projection.ts';
import { boardPhase } from '../model/published.ts';
import { moverOf } from '../moves.ts';
import { type CaseworkSetting, declared } from '../setting.ts';
import { getBoard, listBoard } from '../store/board.ts';
import { parametersOfCalls } from '../store/calls.ts';
import { insertCase } from '../store/cases.ts';
import { listCases } from '../store/list-cases.ts';
import type { BoardRow, CaseRow } from '../store/tables.ts';
import { BoardView, CaseParams } from '../wire.ts';
import { barringReasons, takesAnswers } from './answering.ts';

const alive = ['draft', 'open', 'correction'];

function view(setting: CaseworkSetting, row: BoardRow, today: string): Static<typeof BoardView> {
  const { programme, dossier } = declared(setting, row);
  return {
    id: row.case_id,
    programme: programme.id,
    programmeName: programme.name,
    dossier: dossier.id,
    dossierName: dossier.name,
    answeredBy: programme.dossiers.filter((other) => other.about === dossier.id).map(({ id, name }) => ({ id, name })),
    partyName: row.party_name,
    region: row.region,
    number: row.number,
    headline: row.headline,
    opensOn: row.opens_on,
    closesOn: row.closes_on,
    phase: boardPhase(row, today),
    isOpen: takesAnswers(row, today),
    shown: row.shown,
    barred: [],
  };
}

/** The one dossier by which a published case is answered. */
function answerDossier(setting: CaseworkSetting, board: BoardRow) {
  const { programme } = declared(setting, board);
  const dossier = programme.dossiers.find((candidate) => candidate.about === board.dossier);
  if (dossier === undefined) throw notFound('这个榜单的揭榜申请');
  return dossier;
}

const callOf = async ({ db }: ActionContext, board: BoardRow) => (await parametersOfCalls(db, [board])).get(board.call) ?? {};

async function openAnswer(context: ActionContext, setting: CaseworkSetting, caseId: string): Promise<string> {
  if (context.actor.scope !== 'party' || context.actor.party === null) throw notApplicant();
  const party = await partyOf(context.db, context.actor.party);
  const board = await getBoard(context.db, caseId);
  const dossier = answerDossier(setting, board);
  if (!takesAnswers(board, context.today)) throw boardClosed(board.headline, board.closes_on);
  const parameters = await callOf(context, board);
  const reasons = await barringReasons(context, { dossier, party: party.id, board, parameters });
  if (reasons.length > 0) throw barred(board.headline, reasons);
  const own = await listCases(context.db, context.actor.root, { about: caseId, party: party.id, status: alive }, { limit: 1 });
  if (own.rows.length > 0) throw alreadyAnswering(board.headline);
  const { events, state } = opening(dossier, moverOf(context), context.now, nothingYet);
  const id = uuidv7();
  const row: CaseRow = {
    id,
    root: context.actor.root,
    region: party.region,
    programme: board.programme,
    dossier: dossier.id,
    call: board.call,
    about: board.case_id,
    about_party: board.party,
    party: party.id,
    party_name: party.name,
    party_uscc: party.uscc ?? '',
    number: null,
    answers: {},
    created_at: context.now,
    updated_at: context.now,
    ...project(dossier, state, events, { list_name: null }, { calendar: setting.calendar, parameters }),
  };
  await insertCase(context.db, row, events);
  await context.trail(`对“${board.headline}”新建“${dossier.name}”草稿`, { kind: 'case', id });
  return id;
}

export const boardActions = (setting: CaseworkSetting): Action[] => [
  action({
    id: 'casework.list-board',
    method: 'GET',
    path: '/casework/board',
    summary: '已发布的榜单：谁发榜、求什么、何时截止',
    permission: 'public',
    query: Type.Object({
      programme: Type.Optional(Type.String()),
      text: Type.Optional(Type.String({ maxLength: 60 })),
      open: Type.Optional(Type.Boolean()),
    }),
    reply: Type.Object({ rows: Type.Array(BoardView) }),
    handle: async (context, { query }) => {
      const { open, ...filters } = query;
      const rows = await listBoard(context.db, context.actor.root, { ...filters, openOn: open === true ? context.today : undefined });
      return { rows: rows.map((row) => view(setting, row, context.today)) };
    },
  }),
  action({
    id: 'casework.get-board',
    method: 'GET',
    path: '/casework/board/:id',
    summary: '查看一个榜单；登录单位同时看到本单位能否揭榜',
    permission: 'public',
    params: CaseParams,
    reply: BoardView,
    handle: async (context, { params }) => {
      const board = await getBoard(context.db, params.id);
      const { party } = context.actor;
      const reasons =
        party === null
          ? []
          : await barringReasons(context, {
              dossier: answerDossier(setting, board),
              party,
              board,
              parameters: await callOf(context, board),
            });
      return { ...view(setting, board, context.today), barred: [...reasons] };
    },
  }),
  action({
    id: 'casework.open-answer',
    method: 'POST',
    path: '/casework/board/:id/drafts',
    summary: '对一个榜单新建揭榜申请草稿；截止后和发榜方的关联单位不能揭榜',
    permission: 'casework/case:apply',
    params: CaseParams,
    reply: Type.Object({ id: Type.String() }),
    handle: async (context, { params }) => ({ id: await openAnswer(context, setting, params.id) }),
  }),
];
