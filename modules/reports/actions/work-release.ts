// Laying a signed report open to anyone, and taking it off the public page again.
import { Type } from 'typebox';
import { type Action, action } from '#platform/http/action.ts';
import { Refusal } from '#platform/refusal.ts';
import { WorkDone, WorkParams } from '../model/writer/work-shapes.ts';
import { isReleased, release, withdraw } from '../store/releases.ts';
import { workOf } from '../store/work.ts';

const permission = 'reports/report:sign';

export const workReleaseActions = (): Action[] => [
  action({
    id: 'reports.work-release',
    method: 'GET',
    path: '/reports/own/:id/release',
    summary: '查看已签发的报告是否已向社会公开',
    permission: 'reports/report:read',
    params: WorkParams,
    reply: Type.Object({ isReleased: Type.Boolean() }),
    handle: async ({ db }, { params }) => ({ isReleased: await isReleased(db, params.id) }),
  }),
  action({
    id: 'reports.release-work',
    method: 'POST',
    path: '/reports/own/:id/release',
    summary: '把已签发的报告向社会公开，文字和数据与签发时一致',
    permission,
    params: WorkParams,
    reply: WorkDone,
    async handle(context, { params }) {
      const { db, actor, today } = context;
      const row = await workOf(db, actor.root, params.id);
      if (row.status !== 'signed') throw new Refusal('WORK_NOT_SIGNED', `“${row.title}”还没有签发，签发后才能公开。`, { status: 409 });
      await release(db, row, { account: actor.accountId, name: actor.name, today });
      await context.trail(`向社会公开“${row.title}”`, { kind: 'work-report', id: row.id }, { digest: row.digest });
      return { id: row.id, says: `“${row.title}”已公开，任何人都可以在“工作报告”公开页查看。` };
    },
  }),
  action({
    id: 'reports.withdraw-release',
    method: 'POST',
    path: '/reports/own/:id/release/withdraw',
    summary: '从公开页撤下报告，签发的定稿不变',
    permission,
    params: WorkParams,
    body: Type.Object({ why: Type.String({ minLength: 2, maxLength: 200 }) }, { additionalProperties: false }),
    reply: WorkDone,
    async handle(context, { params, body }) {
      const row = await workOf(context.db, context.actor.root, params.id);
      if (!(await withdraw(context.db, row.id, body.why)))
        throw new Refusal('NOT_RELEASED', `“${row.title}”没有公开，无需撤下。`, { status: 409 });
      await context.trail(`撤下公开的“${row.title}”，理由：${body.why}`, { kind: 'work-report', id: row.id });
      return { id: row.id, says: `“${row.title}”已从公开页撤下，签发的定稿不变。` };
    },
  }),
];
