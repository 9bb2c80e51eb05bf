// Actions on work reports: list them, begin one, open it composed on the ledger of today, change its outline, drop a draft.
import { type Action, type ActionContext, action } from '#platform/http/action.ts';
import { Refusal } from '#platform/refusal.ts';
import { regionName, regionShortName } from '#vocabularies/regions/regions.ts';
import type { Composed } from '../model/writer/shapes.ts';
import { reportKinds } from '../model/writer/shapes.ts';
import { BeginBody, OpenWork, OutlineBody, WorkDone, WorkList, WorkParams, type WorkView } from '../model/writer/work-shapes.ts';
import type { ReportsSetting } from '../setting.ts';
import {
  addRevision,
  changeWork,
  commentsOf,
  deleteWork,
  insertWork,
  type ListedWork,
  listWork,
  outlineItem,
  type RevisionRow,
  revisionsOf,
  standingTexts,
  type WorkRow,
  workOf,
} from '../store/work.ts';
import { byOf } from './load-report.ts';
import { beginning } from './work-begin.ts';
import { type Asker, composeWork, isFictional, tellable } from './work-ground.ts';

const read = 'reports/report:read';
const write = 'reports/report:write';

export const askerOf = ({ db, actor, today }: Pick<ActionContext, 'db' | 'actor' | 'today'>): Asker => ({ db, root: actor.root, today });

export function workView(row: ListedWork): WorkView {
  return {
    id: row.id,
    region: row.region,
    regionName: regionName(row.region),
    year: row.year,
    kind: row.kind,
    kindName: reportKinds[row.kind],
    title: row.title,
    status: row.status,
    version: row.version,
    createdBy: row.created_by_name,
    updatedAt: row.updated_at.toISOString(),
    updatedBy: row.updated_by_name,
    known: row.known,
    digest: row.digest,
    signedAt: row.signed_at?.toISOString() ?? null,
    number: row.number,
    signedBy: row.signed_by_name,
  };
}

export const bodiesOf = (rows: ReadonlyMap<string, RevisionRow>): ReadonlyMap<string, string> =>
  new Map([...rows.values()].filter(({ item }) => item !== outlineItem).map(({ item, body }) => [item, body]));

/** A signed report is what was signed; a draft is composed anew. */
export async function composedOf(
  context: ActionContext,
  setting: ReportsSetting,
  row: WorkRow,
  texts: ReadonlyMap<string, string>,
  known: string | null = null,
): Promise<Composed> {
  return row.frozen !== null && known === null ? row.frozen : composeWork(askerOf(context), setting, row, texts, known);
}

export function requireDraft(row: Pick<WorkRow, 'status' | 'title'>): void {
  if (row.status === 'signed')
    throw new Refusal('WORK_SIGNED', `“${row.title}”已经签发，不能再改。需要更正时，请另行印发更正。`, { status: 409 });
}

const list = (setting: ReportsSetting): Action =>
  action({
    id: 'reports.list-work',
    method: 'GET',
    path: '/reports/own',
    summary: '查看本单位的工作报告：草稿和已签发的',
    permission: read,
    reply: WorkList,
    handle: async ({ db, actor }) => ({
      rows: (await listWork(db, actor.root)).map(workView),
      counties: setting.ledger
        .countiesOf(actor.root)
        .filter((code) => actor.scope !== 'regions' || actor.regions.includes(code))
        .map((code) => ({ code, name: regionShortName(code) })),
    }),
  });

const begin = (setting: ReportsSetting): Action =>
  action({
    id: 'reports.begin-work',
    method: 'POST',
    path: '/reports/own',
    summary: '起草一份工作报告：章节和数据由台账生成',
    permission: write,
    body: BeginBody,
    reply: WorkDone,
    async handle(context, { body }) {
      const begun = await beginning(askerOf(context), setting, body);
      const id = await insertWork(context.db, byOf(context), { ...body, ...begun });
      await context.trail(`起草“${begun.title}”`, { kind: 'work-report', id }, { year: body.year, kind: body.kind, region: body.region });
      return { id, says: `已起草“${begun.title}”，数据已按台账写好。下一步补写各段文字。` };
    },
  });

const open = (setting: ReportsSetting): Action =>
  action({
    id: 'reports.open-work',
    method: 'GET',
    path: '/reports/own/:id',
    summary: '打开一份工作报告：成文的文字、每个数据的来源、各段和批注',
    permission: read,
    params: WorkParams,
    reply: OpenWork,
    async handle(context, { params }) {
      const { db, actor } = context;
      const row = await workOf(db, actor.root, params.id);
      const texts = standingTexts(await revisionsOf(db, row.id));
      const composed = await composedOf(context, setting, row, bodiesOf(texts));
      const comments = await commentsOf(db, row.id);
      return {
        report: workView(row),
        outline: row.outline,
        composed,
        texts: [...texts.values()]
          .filter(({ item }) => item !== outlineItem)
          .map(({ item, body, revision, written_at: at, written_by_name: by }) => ({ item, body, revision, at: at.toISOString(), by })),
        comments: comments.map(({ id, item, body, made_at: at, made_by_name: by, settled_by_name: settledBy }) => ({
          id,
          item,
          body,
          at: at.toISOString(),
          by,
          settledBy,
        })),
        isFictional: isFictional(actor.root),
        names: Object.fromEntries(
          row.outline
            .flatMap(({ items }) => items.flatMap(({ indicators }) => indicators))
            .map((id) => [id, tellable(setting.catalogue).get(id)?.name ?? '目录中已没有的指标']),
        ),
      };
    },
  });

const outline = action({
  id: 'reports.change-work-outline',
  method: 'PUT',
  path: '/reports/own/:id/outline',
  summary: '更改工作报告的标题和章节：增减指标、表格和段落，调整次序',
  permission: write,
  params: WorkParams,
  body: OutlineBody,
  reply: WorkDone,
  async handle(context, { params, body }) {
    const { db, actor } = context;
    const row = await workOf(db, actor.root, params.id);
    requireDraft(row);
    const ids = body.outline.flatMap((section) => [section.id, ...section.items.map(({ id }) => id)]);
    if (new Set(ids).size < ids.length)
      throw new Refusal('REPEATED_ITEM', '有两项的编号相同，没有保存。请刷新页面后重新调整章节。', { status: 400 });
    const before = standingTexts(await revisionsOf(db, row.id)).get(outlineItem);
    await changeWork(db, byOf(context), { id: row.id, version: body.version }, { title: body.title.trim(), outline: body.outline });
    await addRevision(db, byOf(context), row, {
      item: outlineItem,
      body: body.outline.map((section) => `${section.title}（${section.items.length}项）`).join('、'),
      seen: before?.revision ?? 0,
    });
    await context.trail(`更改“${row.title}”的章节`, { kind: 'work-report', id: row.id }, { title: body.title.trim() });
    return { id: row.id, says: '章节已保存，正文已按新的章节重新生成。' };
  },
});

const drop = action({
  id: 'reports.drop-work',
  method: 'DELETE',
  path: '/reports/own/:id',
  summary: '删除一份没有签发的工作报告草稿',
  permission: write,
  params: WorkParams,
  reply: WorkDone,
  async handle(context, { params }) {
    const row = await workOf(context.db, context.actor.root, params.id);
    requireDraft(row);
    await deleteWork(context.db, context.actor.root, row.id);
    await context.trail(`删除草稿“${row.title}”`, { kind: 'work-report', id: row.id }, { outline: row.outline });
    return { id: row.id, says: `草稿“${row.title}”已删除。` };
  },
});

export const workReportActions = (setting: ReportsSetting): Action[] => [list(setting), begin(setting), open(setting), outline, drop];
