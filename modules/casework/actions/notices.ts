// Actions on notices: an applicant's inbox.
import { Type } from 'typebox';
import { type Action, action, tables } from '#platform/http/action.ts';
import type { CaseworkTables } from '../store/tables.ts';
import { CaseParams } from '../wire.ts';

const Notice = Type.Object(
  {
    id: Type.String(),
    caseId: Type.String(),
    title: Type.String(),
    body: Type.String(),
    at: Type.String(),
    readAt: Type.Union([Type.String(), Type.Null()]),
  },
  { $id: 'Notice' },
);

export const noticeActions = (): Action[] => [
  action({
    id: 'casework.list-notices',
    method: 'GET',
    path: '/casework/notices',
    summary: '本单位收到的通知，最新在前',
    permission: 'casework/case:apply',
    reply: Type.Object({ rows: Type.Array(Notice), unread: Type.Integer() }),
    handle: async (context) => {
      const rows = await tables<CaseworkTables>(context.db)
        .selectFrom('casework.notice')
        .selectAll()
        .where('root', '=', context.actor.root)
        .where('party', '=', context.actor.party ?? context.actor.accountId)
        .orderBy('at', 'desc')
        .limit(100)
        .execute();
      const view = rows.map((row) => ({
        id: row.id,
        caseId: row.case_id,
        title: row.title,
        body: row.body,
        at: row.at.toISOString(),
        readAt: row.read_at?.toISOString() ?? null,
      }));
      return { rows: view, unread: view.filter((row) => row.readAt === null).length };
    },
  }),
  action({
    id: 'casework.read-notice',
    method: 'POST',
    path: '/casework/notices/:id/read',
    summary: '把一条通知标为已读',
    permission: 'casework/case:apply',
    params: CaseParams,
    reply: Type.Object({ ok: Type.Boolean() }),
    handle: async (context, { params }) => {
      await tables<CaseworkTables>(context.db)
        .updateTable('casework.notice')
        .set({ read_at: context.now })
        .where('id', '=', params.id)
        .where('read_at', 'is', null)
        .execute();
      return { ok: true };
    },
  }),
];
