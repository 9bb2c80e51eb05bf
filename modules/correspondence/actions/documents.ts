// Actions on documents: list, look at, take as Word or PDF, void.
import { type Action, type ActionContext, action } from '#platform/http/action.ts';
import { shanghaiDay } from '#platform/http/context.ts';
import { type Paper, writtenDay } from '#platform/paper/paper.ts';
import { renderPdf } from '#platform/paper/pdf.ts';
import { renderWord } from '#platform/paper/word.ts';
import { alreadyVoid } from '../errors.ts';
import { type DocumentKind, documentKinds } from '../model/kinds.ts';
import { type DocumentFilters, getDocument, type ListedDocument, listDocuments, voidDocument } from '../store/documents.ts';
import type { DocumentRow } from '../store/tables.ts';
import { DocumentDetail, DocumentPage, DocumentParams, DocumentQuery, type DocumentView, Done, VoidBody } from '../wire.ts';

const read = 'correspondence/document:read';

function viewOf(row: ListedDocument, context: ActionContext): DocumentView {
  const { voided_at: at, voided_by: by, void_reason: reason } = row;
  return {
    id: row.id,
    kind: row.kind,
    kindName: documentKinds[row.kind].name,
    number: row.number,
    title: row.title,
    partyName: row.party_name,
    issuedOn: row.issued_on,
    issuedBy: row.issued_by,
    // A publicity names cases of others.
    cases: context.actor.scope === 'party' && row.party !== context.actor.party ? [] : row.cases,
    voided: at === null || by === null || reason === null ? null : { at: at.toISOString(), by, reason },
  };
}

function filtersOf({ kind, day, sort: _sort, after: _after, limit: _limit, ...rest }: DocumentQuery): DocumentFilters {
  const [from, to] = (day ?? '..').split('..');
  return {
    ...(rest as Pick<DocumentFilters, 'case' | 'party' | 'state' | 'text'>),
    ...(kind === undefined ? {} : { kind: kind.split(',') as DocumentKind[] }),
    ...(from ? { from } : {}),
    ...(to ? { to } : {}),
  };
}

/** The paper as it was frozen; a voided one says that it is void. */
function paperToShow({ paper, voided_at: at, void_reason: reason }: DocumentRow): Paper {
  if (at === null) return paper;
  return { ...paper, note: `本文书已于${writtenDay(shanghaiDay(at))}作废：${reason}` };
}

/** A name that an archive can sort by: number, title, whom it is for. */
const fileNameOf = ({ number, title, party_name }: DocumentRow, extension: string): string =>
  `${number} ${title}（${party_name}）.${extension}`.replaceAll(/[\\/:*?"<>|]/g, '_');

export const documentActions = (): Action[] => [
  action({
    id: 'correspondence.list-documents',
    method: 'GET',
    path: '/correspondence/documents',
    summary: '按文种、字号、主体列出编发的文书，或列出一件办件的文书',
    permission: read,
    query: DocumentQuery,
    reply: DocumentPage,
    handle: async (context, { query }) => {
      const { sort, after, limit } = query;
      const { rows, next, total } = await listDocuments(context.db, context.actor.root, filtersOf(query), { sort, after, limit });
      return { rows: rows.map((row) => viewOf(row, context)), next, total };
    },
  }),
  action({
    id: 'correspondence.get-document',
    method: 'GET',
    path: '/correspondence/documents/:id',
    summary: '查看一份文书，版式与编发的一致',
    permission: read,
    params: DocumentParams,
    reply: DocumentDetail,
    handle: async (context, { params }) => {
      const row = await getDocument(context.db, context.actor.root, params.id);
      return { ...viewOf(row, context), paper: paperToShow(row) };
    },
  }),
  action({
    id: 'correspondence.get-word',
    method: 'GET',
    path: '/correspondence/documents/:id/word',
    summary: '下载一份文书的 Word 文件',
    permission: read,
    params: DocumentParams,
    rate: 60,
    handle: async (context, { params }) => {
      const row = await getDocument(context.db, context.actor.root, params.id);
      return {
        kind: 'download',
        fileName: fileNameOf(row, 'docx'),
        contentType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
        content: await renderWord(paperToShow(row)),
      };
    },
  }),
  action({
    id: 'correspondence.get-pdf',
    method: 'GET',
    path: '/correspondence/documents/:id/pdf',
    summary: '下载一份文书的 PDF 文件',
    permission: read,
    params: DocumentParams,
    rate: 60,
    handle: async (context, { params }) => {
      const row = await getDocument(context.db, context.actor.root, params.id);
      return {
        kind: 'download',
        fileName: fileNameOf(row, 'pdf'),
        contentType: 'application/pdf',
        content: await renderPdf(paperToShow(row)),
        inline: true,
      };
    },
  }),
  action({
    id: 'correspondence.void-document',
    method: 'POST',
    path: '/correspondence/documents/:id/void',
    summary: '说明理由作废一份文书；字号保留，不再使用',
    permission: 'correspondence/document:void',
    params: DocumentParams,
    body: VoidBody,
    reply: Done,
    handle: async (context, { params, body }) => {
      const { db, actor, now } = context;
      const row = await getDocument(db, actor.root, params.id);
      const by = { name: `${actor.officeName}${actor.name}`, at: now, reason: body.reason };
      if (!(await voidDocument(db, actor.root, row.id, by))) throw alreadyVoid();
      await context.trail(`作废文书“${row.title}”（${row.number}）：${body.reason}`, { kind: 'document', id: row.id });
      return { says: `${row.number} 已作废，字号保留，不再使用。` };
    },
  }),
];
