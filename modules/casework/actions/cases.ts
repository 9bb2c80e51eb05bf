// Actions on cases: list, count, read, move one or many, export.
import { type Static, Type } from 'typebox';
import { addDays, addWorkdays } from '#kernel/declare/calendar.ts';
import { changedAnswers } from '#kernel/faces/answers.ts';
import type { CaseEvent, CaseStatus } from '#kernel/stages/case-state.ts';
import { correctionDue, moveOf } from '#kernel/stages/machine.ts';
import { knownFacts } from '#modules/registry/contract.ts';
import { type Action, type ActionContext, action } from '#platform/http/action.ts';
import { aboutView, agreementView, answeringViews, weighedView } from '../model/relations.ts';
import { crossFindingView, eventView, findingViews, moveViews, summaryOf } from '../model/views.ts';
import { moveCases, moverOf } from '../moves.ts';
import { type CaseworkSetting, type Declared, declared, sealedStages } from '../setting.ts';
import { casesAbout, findBoard } from '../store/board.ts';
import { type CaseOfCall, eventsOf, findDraft } from '../store/cases.ts';
import { type CaseFilters, countCases, listCases } from '../store/list-cases.ts';
import type { BoardRow } from '../store/tables.ts';
import { CaseDetail, CasePage, CaseParams, MoveBody, MoveManyBody } from '../wire.ts';
import { barringReasons, closingInstant, takesAnswers } from './answering.ts';
import { isSealed, isSealedFrom, readable, visibleCase } from './visible-case.ts';

const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' });
export const CaseQuery = Type.Object({
  /** Comma-separated, as are calls, regions, statuses, stages and the offices waited for. */
  programme: Type.Optional(Type.String()),
  dossier: Type.Optional(Type.String()),
  call: Type.Optional(Type.String({ pattern: '^[0-9a-f-]{36}(,[0-9a-f-]{36})*$' })),
  party: Type.Optional(Type.String({ format: 'uuid' })),
  /** Cases that answer this published one. */
  about: Type.Optional(Type.String({ format: 'uuid' })),
  region: Type.Optional(Type.String()),
  status: Type.Optional(Type.String()),
  stage: Type.Optional(Type.String()),
  /** `mine` for those that wait for the asker's own office, else an office kind. */
  waiting: Type.Optional(Type.String()),
  /** Bounds of the day on which it is due, for what is not ended. */
  dueFrom: Type.Optional(Day),
  dueBy: Type.Optional(Day),
  submittedFrom: Type.Optional(Day),
  submittedTo: Type.Optional(Day),
  reason: Type.Optional(Type.String()),
  list: Type.Optional(Type.String()),
  text: Type.Optional(Type.String({ maxLength: 60 })),
  sort: Type.Optional(Type.String()),
});
export type CaseQuery = Static<typeof CaseQuery>;
const Paged = Type.Object({
  ...CaseQuery.properties,
  after: Type.Optional(Type.String()),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
});

const read = 'casework/case:read';
const act = 'casework/case:act';

const handedIn: readonly CaseStatus[] = ['open', 'correction', 'granted', 'refused', 'withdrawn', 'lapsed', 'stopped', 'concluded'];

/** What has not been handed in is not the office's business, whatever it asks for. */
const officeStatuses = (asked: string | undefined): readonly string[] => {
  const wanted = asked === undefined || asked === '' ? null : new Set(asked.split(','));
  return handedIn.filter((status) => wanted === null || wanted.has(status));
};

export function filtersOf(context: ActionContext, setting: CaseworkSetting, query: CaseQuery): CaseFilters {
  const { sort: _sort, programme, call, region, status, stage, waiting, ...rest } = query;
  const lists = Object.entries({ programme, call, region, status, stage }).flatMap(([key, text]) =>
    text === undefined || text === '' ? [] : [[key, text.split(',')] as const],
  );
  return {
    ...rest,
    ...Object.fromEntries(lists),
    // What answers a firm's published case is seen from there and not among its own.
    ...(context.actor.scope === 'party'
      ? rest.about === undefined
        ? { party: context.actor.party ?? '' }
        : { exceptStage: sealedStages(setting.catalogue) }
      : { status: officeStatuses(status) }),
    ...(waiting === undefined ? {} : { waiting: waiting.split(',').map((kind) => (kind === 'mine' ? moverOf(context).officeKind : kind)) }),
  };
}

/** The saved views of the work list, each with its number of cases. */
function viewsOf(context: ActionContext, setting: CaseworkSetting, query: CaseQuery): Record<string, CaseFilters> {
  const base = filtersOf(context, setting, {
    ...query,
    status: undefined,
    waiting: undefined,
    dueFrom: undefined,
    dueBy: undefined,
  } as CaseQuery);
  const clean = Object.fromEntries(Object.entries(base).filter(([, value]) => value !== undefined)) as CaseFilters;
  const mine = moverOf(context).officeKind;
  return {
    mine: { ...clean, waiting: [mine] },
    soon: { ...clean, waiting: [mine], dueFrom: context.today, dueBy: addWorkdays(setting.calendar, context.today, 2) },
    overdue: { ...clean, status: ['open'], dueBy: addDays(context.today, -1) },
    open: { ...clean, status: ['open', 'correction'] },
    correction: { ...clean, status: ['correction'] },
    granted: { ...clean, status: ['granted'] },
    refused: { ...clean, status: ['refused'] },
    all: clean,
  };
}

/** Who rated, and what, is known to the applicant itself and to whoever follows up. */
const maySee = ({ actor }: ActionContext, dossier: Declared['dossier'], event: CaseEvent): boolean =>
  actor.scope === 'party' || actor.permissions.has('casework/sealed:read') || moveOf(dossier, event)?.sealed !== true;

/** What changed between the last two versions that the applicant sent. */
function changesOf({ dossier }: Declared, events: readonly CaseEvent[]): Static<typeof CaseDetail>['changes'] {
  const sent = events
    .filter((event) => event.verb === 'submit' || event.verb === 'resubmit')
    .map((event) => event.data.answers as Record<string, unknown>);
  const [before, after] = sent.slice(-2);
  if (before === undefined || after === undefined) return [];
  return changedAnswers(dossier.form, before, after).map(({ label, before: was, after: is }) => ({ label, before: was, after: is }));
}

/** What a case has got in answer; its issuer does not learn who bids before all bids are opened. */
async function answeringOf(context: ActionContext, setting: CaseworkSetting, id: string) {
  const rows = await casesAbout(context.db, id);
  return context.actor.scope === 'party' ? rows.filter((row) => !isSealed(setting, row)) : rows;
}

/** What of this is sealed from whom, for the screen to say. */
function sealOf(context: ActionContext, setting: CaseworkSetting, row: CaseOfCall, board: BoardRow | undefined): CaseDetail['sealed'] {
  if (row.about !== null)
    return isSealedFrom(context, setting, row) ? 'kept' : row.status === 'open' && isSealed(setting, row) ? 'own' : null;
  const { programme, dossier } = declared(setting, row);
  const answers = programme.dossiers.filter(({ about }) => about === dossier.id).flatMap(({ stages }) => stages);
  return board !== undefined && takesAnswers(board, context.today) && answers.some(({ kind }) => kind === 'sealed') ? 'answers' : null;
}

async function detail(context: ActionContext, setting: CaseworkSetting, id: string): Promise<CaseDetail> {
  const row = await visibleCase(context, setting, id);
  const declaration = declared(setting, row);
  const { dossier } = declaration;
  const isIssuer = moverOf(context, row).officeKind === 'issuer';
  const [events, draft, known] = [
    await eventsOf(context.db, id),
    await findDraft(context.db, id),
    // The register of a bidder is none of its issuer's business.
    isIssuer ? { facts: {}, finance: [] } : await knownFacts(context.db, row.party, context.today),
  ];
  const day = row.submitted_on ?? context.today;
  const answers = row.status === 'draft' ? (draft?.answers ?? {}) : row.answers;
  const { correction } = row.state;
  const isStaff = context.actor.scope !== 'party';
  const parameters = row.call_parameters;
  const judged = { day: context.today, parameters };
  const board = row.about === null ? await findBoard(context.db, id) : await findBoard(context.db, row.about);
  const takesAnswersUntil = row.about === null || board === undefined || !takesAnswers(board, context.today) ? null : board.closes_on;
  const isAlive = row.status === 'draft' || row.status === 'open' || row.status === 'correction';
  const barred =
    row.about === null || board === undefined || !isAlive
      ? []
      : await barringReasons(context, { dossier, party: row.party, board, parameters });
  return {
    ...summaryOf(declaration, row, context.today, setting.calendar),
    correction:
      correction === null
        ? null
        : {
            askedOn: correction.askedOn,
            dueOn: correctionDue(correction, { calendar: setting.calendar }),
            by: correction.by,
            reasons: correction.reasons,
          },
    answers,
    draft:
      draft === undefined || isStaff ? null : { answers: draft.answers, version: draft.version, savedAt: draft.saved_at.toISOString() },
    callClosesAt: (row.about === null || board === undefined ? row.call_closes_at : closingInstant(board)).toISOString(),
    about: row.about === null || board === undefined ? null : aboutView(board, context.today),
    board: row.about !== null || board === undefined ? null : aboutView(board, context.today),
    barred: [...barred],
    answering: board === undefined || row.about !== null ? [] : answeringViews(setting, await answeringOf(context, setting, id), judged),
    sealed: sealOf(context, setting, row, board),
    weighed: weighedView(declaration, row.state, judged),
    agreement: agreementView(declaration, row.state),
    isIssuer,
    moves: moveViews(dossier, row.state, moverOf(context, row).officeKind, {
      ...judged,
      calendar: setting.calendar,
      takesAnswersUntil,
      answers,
    }),
    events: events.filter((event) => maySee(context, dossier, event)).map((event) => eventView(dossier, event, !isStaff)),
    findings: isSealedFrom(context, setting, row) ? [] : findingViews(dossier, answers, { day, parameters: row.call_parameters }),
    crossFindings: dossier.crossCheck === undefined ? [] : dossier.crossCheck(answers, known, day).map(crossFindingView),
    changes: changesOf(declaration, events),
  };
}

export const caseActions = (setting: CaseworkSetting): Action[] => [
  action({
    id: 'casework.list-cases',
    method: 'GET',
    path: '/casework/cases',
    summary: '按条件列出办件',
    permission: read,
    query: Paged,
    reply: CasePage,
    handle: async (context, { query }) => {
      const { after, limit, ...rest } = query;
      const { rows, next, total } = await listCases(context.db, context.actor.root, filtersOf(context, setting, rest), {
        sort: rest.sort,
        after,
        limit,
      });
      return {
        rows: rows.map((row) => summaryOf(declared(setting, row), readable(context, setting, row), context.today, setting.calendar)),
        next,
        total,
      };
    },
  }),
  action({
    id: 'casework.count-cases',
    method: 'GET',
    path: '/casework/case-counts',
    summary: '各视图的办件数：待我办理、即将到期、已超期、办理中等',
    permission: read,
    query: CaseQuery,
    reply: Type.Record(Type.String(), Type.Integer()),
    handle: async (context, { query }) => countCases(context.db, context.actor.root, viewsOf(context, setting, query)),
  }),
  action({
    id: 'casework.get-case',
    method: 'GET',
    path: '/casework/cases/:id',
    summary: '查看一件：申请内容、逐条核对、三方比对、办理过程和可以办理的事项',
    permission: read,
    params: CaseParams,
    reply: CaseDetail,
    handle: async (context, { params }) => detail(context, setting, params.id),
  }),
  action({
    id: 'casework.move-case',
    method: 'POST',
    path: '/casework/cases/:id/moves',
    summary: '办理一件：出具意见、退回补正、推荐、撤回等',
    permission: act,
    params: CaseParams,
    body: MoveBody,
    reply: CaseDetail,
    handle: async (context, { params, body }) => {
      await moveCases(context, setting, [{ id: params.id, version: body.version, intent: { verb: body.verb, data: body.data } }]);
      return detail(context, setting, params.id);
    },
  }),
  action({
    id: 'casework.move-cases',
    method: 'POST',
    path: '/casework/moves',
    summary: '批量办理：全部办成，或一件也不办并说明哪几件为什么不能',
    permission: act,
    body: MoveManyBody,
    reply: Type.Object({ moved: Type.Integer() }),
    handle: async (context, { body }) => {
      const intent = { verb: body.verb, data: body.data };
      const moved = await moveCases(
        context,
        setting,
        body.cases.map(({ id, version }) => ({ id, version, intent })),
      );
      return { moved: moved.length };
    },
  }),
];
