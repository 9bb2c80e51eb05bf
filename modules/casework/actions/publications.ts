// Actions on publications: what is to be laid open and in which words, what stands, mending its words and withdrawing it.
import { type Static, Type } from 'typebox';
import { type Action, type ActionContext, action } from '#platform/http/action.ts';
import { notFound } from '#platform/refusal.ts';
import { noticeStageOf, publicBody, usualText } from '../model/publication.ts';
import {
  ComingPublication,
  PublicationPage,
  PublicationPlace,
  PublicationPlaces,
  PublicationText,
  PublicationView,
  WithdrawPublication,
} from '../model/publication-views.ts';
import { type CaseworkSetting, declared } from '../setting.ts';
import { getCall, listCalls } from '../store/calls.ts';
import { listCases } from '../store/list-cases.ts';
import type { PublicationRow } from '../store/publication-tables.ts';
import { changePublication, findText, getPublication, listPublications, saveText } from '../store/publications.ts';
import { CaseParams } from '../wire.ts';

const manage = 'casework/publication:manage';

function view(setting: CaseworkSetting, row: PublicationRow, today: string): Static<typeof PublicationView> {
  const { programme, dossier } = declared(setting, row);
  return {
    id: row.id,
    programmeName: programme.name,
    dossierName: dossier.name,
    number: row.number,
    title: row.title,
    lead: row.lead,
    closing: row.closing,
    keeps: row.keeps,
    columns: [...row.body.columns],
    rows: row.body.rows.map((cells) => [...cells]),
    agency: row.agency,
    from: row.from_on,
    until: row.until_on,
    kind: row.kind,
    standing:
      row.status === 'withdrawn'
        ? '已撤下'
        : row.kind === 'decision'
          ? '已公布'
          : today <= row.until_on
            ? '公示中'
            : row.keeps
              ? '已期满'
              : '已期满撤下',
    version: row.version,
  };
}

/** Cases of a call that stand right before its public notice: what the next decision will lay open. */
async function coming(context: ActionContext, setting: CaseworkSetting, place: PublicationPlace): Promise<ComingPublication> {
  const call = await getCall(context.db, place.call);
  const declaration = declared(setting, { programme: call.programme, dossier: place.dossier });
  const stage = noticeStageOf(declaration, place.stage);
  const before = declaration.dossier.stages[declaration.dossier.stages.findIndex(({ id }) => id === place.stage) - 1];
  if (stage === undefined || before === undefined) throw notFound('这个公示环节');
  const asked = { call: [call.id], dossier: place.dossier, stage: [before.id], status: ['open'] };
  const { rows, total } = await listCases(context.db, context.actor.root, asked, { limit: 100 });
  const text = await findText(context.db, context.actor.root, place);
  const { title, lead, closing, keeps } = text ?? usualText(declaration);
  const body = publicBody(declaration, stage, rows, setting.regionName);
  return {
    ...place,
    callName: call.name,
    stageName: stage.name,
    title,
    lead,
    closing,
    keeps,
    version: text?.version ?? 0,
    columns: [...body.columns],
    rows: body.rows.map((cells) => [...cells]),
    total,
  };
}

/** The latest calls first; those in which nothing waits are named too, so that words can be prepared in good time. */
async function places(context: ActionContext, setting: CaseworkSetting): Promise<Static<typeof PublicationPlaces>['rows']> {
  const rows = [];
  const calls = await listCalls(context.db, context.actor.root, { status: 'published' });
  for (const call of calls.slice(0, 50)) {
    const programme = setting.catalogue.programmes.find(({ id }) => id === call.programme);
    for (const dossier of programme?.dossiers ?? []) {
      if (dossier.id !== call.dossier && dossier.about !== call.dossier) continue;
      for (const [i, stage] of dossier.stages.entries()) {
        const before = dossier.stages[i - 1];
        if (stage.kind !== 'public-notice' || before === undefined) continue;
        const asked = { call: [call.id], dossier: dossier.id, stage: [before.id], status: ['open'] };
        const { total } = await listCases(context.db, context.actor.root, asked, { limit: 1 });
        rows.push({
          call: call.id,
          dossier: dossier.id,
          stage: stage.id,
          callName: `${call.name} ${dossier.name}`,
          stageName: stage.name,
          waiting: total,
        });
      }
    }
  }
  return rows;
}

export const publicationActions = (setting: CaseworkSetting): Action[] => [
  action({
    id: 'casework.list-publications',
    method: 'GET',
    path: '/casework/publications',
    summary: '列出公示和结果公布：公示中的、期满的、已公布的',
    permission: 'casework/case:read',
    query: Type.Object({
      kind: Type.Optional(Type.Union([Type.Literal('notice'), Type.Literal('decision')])),
      standing: Type.Optional(Type.Union([Type.Literal('running'), Type.Literal('over')])),
      text: Type.Optional(Type.String({ maxLength: 60 })),
      after: Type.Optional(Type.String()),
    }),
    reply: PublicationPage,
    handle: async (context, { query }) => {
      const { after, kind = 'notice', ...asked } = query;
      const isPublic = context.actor.scope === 'party';
      const found = await listPublications(context.db, context.actor.root, { ...asked, kind, on: context.today, isPublic }, { after });
      return { ...found, rows: found.rows.map((row) => view(setting, row, context.today)) };
    },
  }),
  action({
    id: 'casework.list-publication-places',
    method: 'GET',
    path: '/casework/publication-texts',
    summary: '列出各批次的公示环节和等待公示的件数',
    permission: manage,
    reply: PublicationPlaces,
    handle: async (context) => ({ rows: await places(context, setting) }),
  }),
  action({
    id: 'casework.preview-publication',
    method: 'GET',
    path: '/casework/publication-texts/:call/:dossier/:stage',
    summary: '预览即将公示的名单和文字',
    permission: manage,
    params: PublicationPlace,
    reply: ComingPublication,
    handle: (context, { params }) => coming(context, setting, params),
  }),
  action({
    id: 'casework.prepare-publication',
    method: 'PUT',
    path: '/casework/publication-texts/:call/:dossier/:stage',
    summary: '拟订公示的标题、正文和期满后是否保留，公示时照此发布',
    permission: manage,
    params: PublicationPlace,
    body: PublicationText,
    reply: ComingPublication,
    handle: async (context, { params, body }) => {
      const { callName } = await coming(context, setting, params);
      const by = { root: context.actor.root, updated_at: context.now, updated_by: context.actor.name };
      await saveText(context.db, { ...params, ...body, ...by });
      await context.trail(`拟订“${callName}”的公示文字：${body.title}`, { kind: 'call', id: params.call });
      return coming(context, setting, params);
    },
  }),
  action({
    id: 'casework.amend-publication',
    method: 'PUT',
    path: '/casework/publications/:id',
    summary: '更正公示的文字；名单随办理产生，不能改写',
    permission: manage,
    params: CaseParams,
    body: PublicationText,
    reply: PublicationView,
    handle: async (context, { params, body }) => {
      const before = await getPublication(context.db, params.id);
      const { version, ...words } = body;
      await changePublication(context.db, { id: params.id, version }, words, context.now);
      const { title, lead, closing, keeps } = before;
      await context.trail(
        `更正公示“${body.title}”`,
        { kind: 'publication', id: params.id },
        { before: { title, lead, closing, keeps }, after: words },
      );
      return view(setting, await getPublication(context.db, params.id), context.today);
    },
  }),
  action({
    id: 'casework.withdraw-publication',
    method: 'POST',
    path: '/casework/publications/:id/withdraw',
    summary: '撤下一份公示，公众不再看到',
    permission: manage,
    params: CaseParams,
    body: WithdrawPublication,
    reply: PublicationView,
    handle: async (context, { params, body }) => {
      const { title } = await getPublication(context.db, params.id);
      const change = { status: 'withdrawn', withdrawn_why: body.reason } as const;
      await changePublication(context.db, { id: params.id, version: body.version }, change, context.now);
      await context.trail(`撤下公示“${title}”，理由：${body.reason}`, { kind: 'publication', id: params.id });
      return view(setting, await getPublication(context.db, params.id), context.today);
    },
  }),
];
