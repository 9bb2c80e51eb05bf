// Reading panels: the list, one whole, and what stands before a case.
import { Type } from 'typebox';
import { convened } from '#kernel/stages/review.ts';
import { declared, listCases, readCases } from '#modules/casework/contract.ts';
import { type Action, action } from '#platform/http/action.ts';
import { notFound } from '#platform/refusal.ts';
import type { ReviewSetting } from '../setting.ts';
import { drawnCases, listPanels, panelsOfCase } from '../store/panels.ts';
import { CasePanels, Id, PanelDetail, PanelSummary, pageOf } from '../wire.ts';
import { reviewStageOf, whyNotDrawn } from './drawing.ts';
import { outcomeView, panelDetail, summaryOf } from './panel-view.ts';

const read = 'review/panel:read';

const List = Type.Object({
  q: Type.Optional(Type.String({ maxLength: 60 })),
  status: Type.Optional(Type.String()),
  programme: Type.Optional(Type.String()),
  sort: Type.Optional(Type.String()),
  after: Type.Optional(Type.String()),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
});

const listed = (text: string | undefined) => (text === undefined || text === '' ? undefined : text.split(','));

export const panelActions = (setting: ReviewSetting): Action[] => [
  action({
    id: 'review.list-panels',
    method: 'GET',
    path: '/review/panels',
    summary: '列出评审组和评分进度',
    permission: read,
    query: List,
    reply: pageOf(PanelSummary),
    handle: async ({ db, actor }, { query }) => {
      const { q, status, programme, ...paging } = query;
      const page = await listPanels(db, actor.root, { q, status: listed(status), programme: listed(programme) }, paging);
      return { ...page, rows: page.rows.map((row) => summaryOf(setting, row)) };
    },
  }),
  action({
    id: 'review.list-undrawn-cases',
    method: 'GET',
    path: '/review/undrawn-cases',
    summary: '在评审环节、还没有抽取评审组的办件',
    permission: read,
    reply: Type.Object({
      rows: Type.Array(
        Type.Object({
          id: Type.String(),
          partyName: Type.String(),
          number: Type.Union([Type.String(), Type.Null()]),
          dossierName: Type.String(),
          waitsFor: Type.String(),
        }),
      ),
    }),
    handle: async ({ db, actor }) => {
      const stages = setting.casework.catalogue.programmes.flatMap((programme) =>
        programme.dossiers.flatMap((dossier) =>
          dossier.stages.flatMap((stage) => (stage.kind === 'review' ? [{ programme, dossier, stage }] : [])),
        ),
      );
      const rows = [];
      for (const { programme, dossier, stage } of stages) {
        const filters = { programme: [programme.id], dossier: dossier.id, stage: [stage.id], status: ['open'] };
        const { rows: cases } = await listCases(db, actor.root, filters, { limit: 200 });
        const drawn = await drawnCases(
          db,
          cases.map((row) => row.id),
        );
        rows.push(
          ...cases
            .filter((row) => !drawn.has(row.id) && convened(stage, row.state) === undefined)
            .map((row) => ({
              id: row.id,
              partyName: row.party_name,
              number: row.number,
              dossierName: dossier.name,
              waitsFor: row.waits_for,
            })),
        );
      }
      return { rows };
    },
  }),
  action({
    id: 'review.get-panel',
    method: 'GET',
    path: '/review/panels/:id',
    summary: '查看评审组：席位、提交情况、汇总过程和抽取记录',
    permission: read,
    params: Id,
    reply: PanelDetail,
    handle: (context, { params }) => panelDetail(context, setting, params.id),
  }),
  action({
    id: 'review.case-panels',
    method: 'GET',
    path: '/review/cases/:id/panels',
    summary: '一件办件的评审组和评审结果',
    permission: read,
    params: Id,
    reply: CasePanels,
    handle: async (context, { params }) => {
      const [row] = await readCases(context.db, [params.id]);
      if (row === undefined) throw notFound('该办件');
      const { dossier } = declared(setting.casework, row);
      const stage = reviewStageOf(dossier, row.stage);
      const panels = await panelsOfCase(context.db, context.actor.root, row.id);
      const isDrawn = panels.some(({ status }) => status === 'drawn' || status === 'open');
      return {
        rows: panels.map((panel) => ({
          id: panel.id,
          number: panel.number,
          name: panel.name,
          status: panel.status,
          reviewDay: panel.review_day,
          dueAt: panel.due_at.toISOString(),
          result: panel.result === null ? null : outcomeView(panel.result, panel.sheet),
        })),
        mayDraw: !isDrawn && stage !== undefined && whyNotDrawn({ stage, rows: [row], dossier }, row) === null,
      };
    },
  }),
];
