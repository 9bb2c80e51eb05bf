// The expert's own sheets: listed, opened after a declaration, saved while typing, handed in once, or given back with the reason.
import { type Static, Type } from 'typebox';
import { pointsProblem, sheetProblems, totalOf } from '#kernel/declare/score-sheet.ts';
import { type Action, type ActionContext, action, type Download } from '#platform/http/action.ts';
import { notFound, Refusal } from '#platform/refusal.ts';
import { alreadySubmitted, annotateSheet, changeSheet, getSheet, ownSheets } from '../store/sheets.ts';
import type { SheetRow } from '../store/tables.ts';
import { Id, MySheet, type MySheetHead, MySheets, SheetPatch } from '../wire.ts';

const score = 'review/sheet:score';
const Versioned = Type.Object({ version: Type.Integer({ minimum: 1 }) });
const Reason = Type.String({ title: '原因', minLength: 2, maxLength: 500 });

const headOf = (row: SheetRow): MySheetHead => ({
  id: row.id,
  panel: row.panel,
  panelName: row.panel_name,
  title: row.view.title,
  dossier: row.view.dossier,
  dueAt: row.due_at.toISOString(),
  status: row.status,
  isDeclared: row.declared_at !== null,
  total: totalOf(row.sheet, row.points),
  asked: row.justification === null ? row.asked_why : null,
  justification: row.justification,
});

const sheetView = (row: SheetRow): MySheet => ({
  ...headOf(row),
  version: row.version,
  number: row.view.number,
  sheetTitle: row.sheet.title,
  basis: row.sheet.cites,
  commentAtLeast: row.sheet.commentAtLeast,
  criteria: row.sheet.criteria.map(({ id, name, weight, help }) => ({ id, name, weight, help: help ?? null })),
  points: row.points,
  comment: row.comment,
  recommend: row.recommend,
  submittedAt: row.submitted_at?.toISOString() ?? null,
  pages: row.declared_at === null ? null : [...row.view.pages],
  files: row.declared_at === null ? [] : [...row.view.files],
});

/** Whatever the bounds of the table admit, only the account's own. */
async function own(context: ActionContext, id: string): Promise<SheetRow> {
  const row = await getSheet(context.db, id);
  if (row.account !== context.actor.accountId) throw notFound('这份评分表');
  return row;
}

function openOnly(row: SheetRow): void {
  if (row.status === 'submitted') throw alreadySubmitted();
  if (row.status === 'withdrawn') throw new Refusal('SHEET_WITHDRAWN', '您已退出这份评审，不能再填写。', { status: 409 });
}

function declaredOnly(row: SheetRow): void {
  if (row.declared_at === null)
    throw new Refusal('NOT_DECLARED', '请先声明与申报单位没有应回避的关系，再查看材料和评分。', { status: 409 });
}

/** What cannot stand even as a draft: more than the weight, letters for numbers. An empty box takes the points away. */
function mergedPoints(row: SheetRow, patch: Readonly<Record<string, string>> = {}): Record<string, string> {
  const merged = { ...row.points };
  const wrong: { where: string; message: string }[] = [];
  for (const [id, points] of Object.entries(patch)) {
    const criterion = row.sheet.criteria.find((one) => one.id === id);
    if (criterion === undefined) wrong.push({ where: `points.${id}`, message: '评分表没有这项指标' });
    else if (points === '') delete merged[id];
    else {
      const problem = pointsProblem(criterion, points);
      if (problem === null) merged[id] = points;
      else wrong.push({ where: `points.${id}`, message: problem });
    }
  }
  if (wrong.length > 0) throw new Refusal('POINTS', '有的打分需要改正，尚未保存。', { details: wrong });
  return merged;
}

async function save(context: ActionContext, id: string, body: Static<typeof SheetPatch>): Promise<MySheet> {
  const row = await own(context, id);
  openOnly(row);
  declaredOnly(row);
  await changeSheet(context.db, row, body.version, {
    points: mergedPoints(row, body.points),
    saved_at: context.now,
    ...(body.comment !== undefined && { comment: body.comment }),
    ...(body.recommend !== undefined && { recommend: body.recommend }),
  });
  return sheetView(await own(context, id));
}

async function submit(context: ActionContext, id: string, version: number): Promise<MySheet> {
  const row = await own(context, id);
  openOnly(row);
  declaredOnly(row);
  const problems = sheetProblems(row.sheet, row);
  if (problems.length > 0)
    throw new Refusal('SHEET_INCOMPLETE', `评分表还有 ${problems.length} 处需要填写或改正。`, {
      details: problems.map(({ path, message }) => ({ where: path, message })),
    });
  await changeSheet(context.db, row, version, { status: 'submitted', submitted_at: context.now });
  await context.trail(`提交${row.panel_name} ${row.seat_number}号席评分表`, { kind: 'panel', id: row.panel }, { sheet: id });
  return sheetView(await own(context, id));
}

export const mySheetActions = (): Action[] => [
  action({
    id: 'review.my-sheets',
    method: 'GET',
    path: '/review/my-sheets',
    summary: '专家：指派给本人的评分表',
    permission: score,
    reply: MySheets,
    handle: async ({ db, actor }) => ({ rows: (await ownSheets(db, actor.root, actor.accountId)).map(headOf) }),
  }),
  action({
    id: 'review.my-sheet',
    method: 'GET',
    path: '/review/my-sheets/:id',
    summary: '专家：打开一份评分表；声明无应回避关系后可见申请材料',
    permission: score,
    params: Id,
    reply: MySheet,
    handle: async (context, { params }) => sheetView(await own(context, params.id)),
  }),
  action({
    id: 'review.declare',
    method: 'POST',
    path: '/review/my-sheets/:id/declare',
    summary: '专家：声明与申报单位没有应回避的关系',
    permission: score,
    params: Id,
    body: Type.Object({ ...Versioned.properties, hasNoConflict: Type.Literal(true) }),
    reply: MySheet,
    handle: async (context, { params, body }) => {
      const row = await own(context, params.id);
      openOnly(row);
      if (row.declared_at === null) {
        await changeSheet(context.db, row, body.version, { declared_at: context.now });
        await context.trail(`声明与“${row.view.title}”没有应回避的关系`, { kind: 'panel', id: row.panel }, { sheet: row.id });
      }
      return sheetView(await own(context, params.id));
    },
  }),
  action({
    id: 'review.save-sheet',
    method: 'PUT',
    path: '/review/my-sheets/:id',
    summary: '专家：保存打分、意见和推荐',
    permission: score,
    params: Id,
    body: SheetPatch,
    reply: MySheet,
    handle: (context, { params, body }) => save(context, params.id, body),
  }),
  action({
    id: 'review.submit-sheet',
    method: 'POST',
    path: '/review/my-sheets/:id/submit',
    summary: '专家：提交评分表，提交后不能修改',
    permission: score,
    params: Id,
    body: Versioned,
    reply: MySheet,
    handle: (context, { params, body }) => submit(context, params.id, body.version),
  }),
  action({
    id: 'review.withdraw-sheet',
    method: 'POST',
    path: '/review/my-sheets/:id/withdraw',
    summary: '专家：有应回避的关系或不能评审时退出，并说明原因',
    permission: score,
    params: Id,
    body: Type.Object({ ...Versioned.properties, reason: Reason }),
    reply: MySheets,
    handle: async (context, { params, body }) => {
      const row = await own(context, params.id);
      openOnly(row);
      await changeSheet(context.db, row, body.version, { status: 'withdrawn', withdrawn_why: body.reason });
      await context.trail(`退出“${row.view.title}”的评审：${body.reason}`, { kind: 'panel', id: row.panel }, { sheet: row.id });
      return { rows: (await ownSheets(context.db, context.actor.root, context.actor.accountId)).map(headOf) };
    },
  }),
  action({
    id: 'review.justify-score',
    method: 'POST',
    path: '/review/my-sheets/:id/justify',
    summary: '专家：说明偏离较大的评分',
    permission: score,
    params: Id,
    body: Type.Object({ justification: Type.String({ title: '评分说明', minLength: 10, maxLength: 1000 }) }),
    reply: MySheet,
    handle: async (context, { params, body }) => {
      const row = await own(context, params.id);
      if (row.asked_at === null) throw new Refusal('NOT_ASKED', '评审组织单位没有请您说明这份评分。', { status: 409 });
      await annotateSheet(context.db, row.id, { justification: body.justification });
      await context.trail(`说明${row.panel_name} ${row.seat_number}号席的评分`, { kind: 'panel', id: row.panel }, { sheet: row.id });
      return sheetView(await own(context, params.id));
    },
  }),
  action({
    id: 'review.sheet-file',
    method: 'GET',
    path: '/review/my-sheets/:id/files/:sha256',
    summary: '专家：查看评审材料的一份附件',
    permission: score,
    params: Type.Object({ ...Id.properties, sha256: Type.String({ pattern: '^[0-9a-f]{64}$' }) }),
    handle: async (context, { params }): Promise<Download> => {
      const row = await own(context, params.id);
      declaredOnly(row);
      const file = row.view.files.find((one) => one.sha256 === params.sha256);
      if (file === undefined) throw notFound('这份材料');
      const isPdf = file.fileName.toLowerCase().endsWith('.pdf');
      return {
        kind: 'download',
        fileName: file.fileName,
        contentType: isPdf ? 'application/pdf' : 'application/octet-stream',
        content: await context.files.get(file.sha256),
        ...(isPdf && { inline: true }),
      };
    },
  }),
];
