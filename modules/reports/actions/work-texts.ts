// Actions on the office's own paragraphs: write them in versions, comment, settle comments, see who changed what, look up figures to put in.
import { Type } from 'typebox';
import { type Action, action } from '#platform/http/action.ts';
import { notFound } from '#platform/refusal.ts';
import { changeBetween } from '../model/text-changes.ts';
import { isDerived } from '../model/writer/names.ts';
import { toldIn } from '../model/writer/sentence.ts';
import type { Outline } from '../model/writer/shapes.ts';
import { standingOf } from '../model/writer/standing.ts';
import { valueText } from '../model/writer/words.ts';
import {
  CommentBody,
  CommentParams,
  History,
  Insertables,
  TextBody,
  WorkDone,
  WorkItemParams,
  WorkParams,
} from '../model/writer/work-shapes.ts';
import type { ReportsSetting } from '../setting.ts';
import { addComment, addRevision, outlineItem, revisionsOf, settleComment, workOf } from '../store/work.ts';
import { byOf } from './load-report.ts';
import { sceneOf, tellable } from './work-ground.ts';
import { askerOf, requireDraft } from './work-reports.ts';

const read = 'reports/report:read';
const write = 'reports/report:write';

/** The section in which an item stands, as people find it. */
export function whereIs(outline: Outline, item: string): string {
  if (item === outlineItem) return '章节';
  const section = outline.find(({ id, items }) => id === item || items.some((one) => one.id === item));
  return section === undefined ? '已移去的段落' : `“${section.title}”`;
}

const writeText = action({
  id: 'reports.write-work-text',
  method: 'PUT',
  path: '/reports/own/:id/texts/:item',
  summary: '写工作报告中的一段；别人先改了就不覆盖',
  permission: write,
  params: WorkItemParams,
  body: TextBody,
  reply: WorkDone,
  async handle(context, { params, body }) {
    const row = await workOf(context.db, context.actor.root, params.id);
    requireDraft(row);
    const isOwn = row.outline.some(({ items }) => items.some(({ id, kind }) => id === params.item && kind === 'own'));
    if (!isOwn) throw notFound('这一段');
    await addRevision(context.db, byOf(context), row, { item: params.item, body: body.body.trim(), seen: body.seen });
    const where = whereIs(row.outline, params.item);
    await context.trail(
      `改写“${row.title}”${where}中的一段`,
      { kind: 'work-report', id: row.id },
      { item: params.item, revision: body.seen + 1 },
    );
    return { id: row.id, says: '已保存。' };
  },
});

const comment = action({
  id: 'reports.comment-work',
  method: 'POST',
  path: '/reports/own/:id/comments',
  summary: '对工作报告的一段写批注',
  permission: read,
  writes: true,
  params: WorkParams,
  body: CommentBody,
  reply: WorkDone,
  async handle(context, { params, body }) {
    const row = await workOf(context.db, context.actor.root, params.id);
    await addComment(context.db, byOf(context), row, { item: body.item, body: body.body.trim() });
    await context.trail(
      `在“${row.title}”${whereIs(row.outline, body.item)}写批注`,
      { kind: 'work-report', id: row.id },
      { comment: body.body },
    );
    return { id: row.id, says: '批注已写上。' };
  },
});

const settle = action({
  id: 'reports.settle-work-comment',
  method: 'POST',
  path: '/reports/own/:id/comments/:comment/settle',
  summary: '把一条批注标为已处理',
  permission: write,
  params: CommentParams,
  reply: WorkDone,
  async handle(context, { params }) {
    const row = await workOf(context.db, context.actor.root, params.id);
    await settleComment(context.db, byOf(context), row.id, params.comment);
    await context.trail(`处理“${row.title}”的一条批注`, { kind: 'work-report', id: row.id }, { comment: params.comment });
    return { id: row.id, says: '批注已标为处理完。' };
  },
});

const history = action({
  id: 'reports.work-history',
  method: 'GET',
  path: '/reports/own/:id/history',
  summary: '谁在什么时候改了工作报告的哪一段，改了哪些字',
  permission: read,
  params: WorkParams,
  reply: History,
  async handle({ db, actor }, { params }) {
    const row = await workOf(db, actor.root, params.id);
    const rows = await revisionsOf(db, row.id);
    const bodies = new Map(rows.map(({ item, revision, body }) => [`${item}|${revision}`, body]));
    return {
      rows: rows.map(({ item, revision, body, written_at: at, written_by_name: by }) => ({
        item,
        where: whereIs(row.outline, item),
        revision,
        at: at.toISOString(),
        by,
        ...changeBetween(bodies.get(`${item}|${revision - 1}`) ?? '', body),
      })),
    };
  },
});

/** Names that hold what was typed; without anything typed the first of the catalogue. */
const mostFound = 20;

const insertable = (setting: ReportsSetting): Action =>
  action({
    id: 'reports.insertable-figures',
    method: 'GET',
    path: '/reports/own/:id/insertable',
    summary: '按名称查找可插入段落的数据和它现在的值',
    permission: read,
    params: WorkParams,
    query: Type.Object({ q: Type.Optional(Type.String({ maxLength: 60 })) }),
    reply: Insertables,
    async handle(context, { params, query }) {
      const row = await workOf(context.db, context.actor.root, params.id);
      const asked = (query.q ?? '').normalize('NFKC').replace(/\s/g, '').toLowerCase();
      const found = [...tellable(setting.catalogue).values()]
        .filter((indicator) => !isDerived(indicator))
        .filter(({ name, aliases = [] }) => [name, ...aliases].some((one) => one.toLowerCase().includes(asked)))
        .slice(0, mostFound);
      const scene = await sceneOf(askerOf(context), setting, row, new Map(), row.known, found);
      return {
        rows: found.map((indicator) => {
          const { now } = standingOf(scene.ground, indicator, scene.region, toldIn(scene, indicator).span);
          const { id, name, aliases = [], unit } = indicator;
          const said = 'known' in now ? { value: valueText(now.known, unit), why: null } : { value: null, why: now.unknown };
          return { id, name, aliases: [...aliases], unit, ...said };
        }),
      };
    },
  });

export const workTextActions = (setting: ReportsSetting): Action[] => [writeText, comment, settle, history, insertable(setting)];
