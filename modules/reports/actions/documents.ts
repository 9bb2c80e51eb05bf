// Actions on documents: list, open, rename, read anew for another year, fetch the original file, delete.
import { Type } from 'typebox';
import { type Action, type ActionContext, action, type Download } from '#platform/http/action.ts';
import { Refusal } from '#platform/refusal.ts';
import type { TieIndex } from '../model/ties.ts';
import { changeDocument, countsOf, deleteDocument, documentOf, listDocuments, lockDocument } from '../store/documents.ts';
import { readingsOf, renewReadings } from '../store/readings.ts';
import { DocumentPage, DocumentQuery, DocumentView, Done, EditBody, IdParams, OpenDocument, RereadBody } from '../wire.ts';
import { readAway } from './reading/read-away.ts';
import { documentView, figureView } from './view.ts';

const read = 'reports/report:read';
const write = 'reports/report:write';

const list = action({
  id: 'reports.list-documents',
  method: 'GET',
  path: '/reports/documents',
  summary: '查看已录入的报告和核对进度',
  permission: read,
  query: DocumentQuery,
  reply: DocumentPage,
  async handle({ db }, { query }) {
    const { year, ...filter } = query;
    const { rows, next, total } = await listDocuments(db, { ...filter, years: year?.split(',').map(Number) });
    const counts = await countsOf(
      db,
      rows.map((row) => row.id),
    );
    return { rows: rows.map((row) => documentView(row, counts.get(row.id))), next, total };
  },
});

async function opened({ db }: Pick<ActionContext, 'db'>, id: string, ties: TieIndex): Promise<OpenDocument> {
  const document = await documentOf(db, id);
  const counts = await countsOf(db, [id]);
  const rows = await readingsOf(db, id);
  return {
    document: documentView(document, counts.get(id)),
    text: document.body,
    figures: rows.map((row) => figureView(row, document.place, ties)),
  };
}

const open = (ties: TieIndex): Action =>
  action({
    id: 'reports.open-document',
    method: 'GET',
    path: '/reports/documents/:id',
    summary: '打开一份报告：正文、读出的每个数据和处理情况',
    permission: read,
    params: IdParams,
    reply: OpenDocument,
    handle: (context, { params }) => opened(context, params.id, ties),
  });

const edit = action({
  id: 'reports.edit-document',
  method: 'PUT',
  path: '/reports/documents/:id',
  summary: '更改报告的名称和地区',
  permission: write,
  params: IdParams,
  body: EditBody,
  reply: DocumentView,
  async handle(context, { params, body }) {
    const before = await lockDocument(context.db, params.id, body.version);
    const after = { title: body.title.trim(), place: body.place.trim() };
    await changeDocument(context.db, params.id, after);
    await context.trail(
      `更改报告“${after.title}”的名称或地区`,
      { kind: 'document', id: params.id },
      { before: { title: before.title, place: before.place }, after },
    );
    return documentView(await documentOf(context.db, params.id), (await countsOf(context.db, [params.id])).get(params.id));
  },
});

const reread = (ties: TieIndex): Action =>
  action({
    id: 'reports.reread-document',
    method: 'POST',
    path: '/reports/documents/:id/reread',
    summary: '按另一报告年度重新读取；人工更正、采纳和添加的不动',
    permission: write,
    params: IdParams,
    body: RereadBody,
    reply: Done,
    rate: 30,
    statementSeconds: 120,
    async handle(context, { params, body }) {
      const document = await lockDocument(context.db, params.id, body.version);
      const fresh = await readAway({ text: document.body, year: body.year });
      const { renewed, kept } = await renewReadings(context.db, document.root, params.id, fresh.readings);
      await changeDocument(context.db, params.id, { reporting_year: body.year });
      const basis = body.year === null ? '按正文自述的年度' : `按 ${body.year} 年度`;
      await context.trail(
        `${basis}重新读取报告“${document.title}”`,
        { kind: 'document', id: params.id },
        { before: document.reporting_year, after: body.year, renewed, kept },
      );
      const { document: now, figures } = await opened(context, params.id, ties);
      const says = `已${basis}重新读取 ${renewed} 个数据${kept > 0 ? `；人工处理过的 ${kept} 个保持不变` : ''}。`;
      return { says, counts: now.counts, figures };
    },
  });

const file = action({
  id: 'reports.download-original',
  method: 'GET',
  path: '/reports/documents/:id/file',
  summary: '下载报告原件',
  permission: read,
  params: IdParams,
  async handle(context, { params }): Promise<Download> {
    const document = await documentOf(context.db, params.id);
    if (document.file === null) throw new Refusal('NO_FILE', '这份报告是粘贴录入的，没有原件；正文就在页面上。', { status: 404 });
    const content = await context.files.get(document.file);
    return { kind: 'download', fileName: document.file_name ?? '报告', contentType: 'application/octet-stream', content };
  },
});

const remove = action({
  id: 'reports.delete-document',
  method: 'DELETE',
  path: '/reports/documents/:id',
  summary: '删除没有采纳过任何数据的报告',
  permission: write,
  params: IdParams,
  reply: Type.Object({ says: Type.String() }),
  async handle(context, { params }) {
    const { title, place, digest } = await lockDocument(context.db, params.id);
    await deleteDocument(context.db, params.id);
    await context.trail(`删除报告“${title}”（${place}）`, { kind: 'document', id: params.id }, { digest });
    return { says: `已删除“${title}”。` };
  },
});

export const documentActions = (ties: TieIndex): Action[] => [list, open(ties), edit, reread(ties), file, remove];
