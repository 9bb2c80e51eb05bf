// Lists of rows: a page, the numbers of the saved views, and the export of exactly what is shown.
import { Type } from 'typebox';
import type { Register } from '#kernel/declare/register.ts';
import { sheetColumns, sheetRecord } from '#kernel/faces/sheet.ts';
import { type Action, action, type Download } from '#platform/http/action.ts';
import { Refusal } from '#platform/refusal.ts';
import { type SheetColumn, type SheetRecord, workbookBytes } from '#platform/sheets/sheets.ts';
import { rowView } from '../model/views.ts';
import type { RegistersSetting } from '../setting.ts';
import { type Asked, countRows, eachRow, listRows } from '../store/list-rows.ts';
import { RegisterParams, RowPage, RowQuery } from '../wire.ts';
import { filtersOf, viewsOf } from './asking.ts';
import { noteLook, openRegister } from './entering.ts';

const read = 'registers/row:read';
export const excel = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const own: readonly SheetColumn[] = [
  { key: 'standing', header: '有效情况', kind: 'text' },
  { key: 'updatedAt', header: '更新日期', kind: 'date' },
  { key: 'updatedBy', header: '更新人', kind: 'text' },
];

/** Columns by their keys; an organisation, person or contact takes one column for each of its parts, as the template has them. */
export function exportColumns(register: Register, wanted: readonly string[] | undefined): readonly SheetColumn[] {
  const all = sheetColumns(register.form.fields, 'export');
  const chosen = wanted ?? Object.keys(register.form.fields);
  const found = chosen.flatMap((key): readonly SheetColumn[] => [
    ...all
      .filter((column) => column.key === key || column.key.startsWith(`${key}.`))
      .map(({ comment: _c, options: _o, ...column }) => ({ ...column, isRequired: false })),
    ...own.filter((column) => column.key === key),
  ]);
  if (found.length === 0) throw new Refusal('NO_COLUMNS', '没有选择可导出的列，请至少选一列。', { status: 400 });
  return found;
}

async function* records(asked: Asked, rows: ReturnType<typeof eachRow>, counted: { rows: number }): AsyncGenerator<SheetRecord> {
  for await (const row of rows) {
    counted.rows += 1;
    const view = rowView(asked.register, row, asked.today);
    yield {
      ...sheetRecord(asked.register.form.fields, view.answers),
      standing: view.standingName,
      updatedAt: view.updatedAt.slice(0, 10),
      updatedBy: view.updatedBy,
    };
  }
}

export const listActions = (setting: RegistersSetting): Action[] => [
  action({
    id: 'registers.list-rows',
    method: 'GET',
    path: '/registers/lists/:register/rows',
    summary: '按条件列出台账记录',
    permission: read,
    params: RegisterParams,
    query: RowQuery,
    reply: RowPage,
    // A look into a register that few may see leaves a line in the trail.
    writes: true,
    async handle(context, { params, query }) {
      const register = await openRegister(context, setting, params.register);
      const asked = { register, root: context.actor.root, filters: filtersOf(register, query), today: context.today };
      const { rows, next, total } = await listRows(context.db, asked, query);
      if (query.after === undefined) await noteLook(context, register, `名单（${total} ${register.counter}）`, register.id);
      return { rows: rows.map((row) => rowView(register, row, context.today)), next, total };
    },
  }),
  action({
    id: 'registers.count-rows',
    method: 'GET',
    path: '/registers/lists/:register/counts',
    summary: '台账各视图的条数：有效、即将到期、已到期等',
    permission: read,
    params: RegisterParams,
    query: RowQuery,
    reply: Type.Record(Type.String(), Type.Integer()),
    async handle(context, { params, query }) {
      const register = await openRegister(context, setting, params.register);
      const asked = { register, root: context.actor.root, today: context.today };
      return countRows(context.db, asked, viewsOf(register, filtersOf(register, query)));
    },
  }),
  action({
    id: 'registers.export-rows',
    method: 'GET',
    path: '/registers/lists/:register/export',
    summary: '导出台账名单所列的记录，列与屏幕所示相同',
    permission: read,
    params: RegisterParams,
    query: RowQuery,
    writes: true,
    rate: 20,
    async handle(context, { params, query }): Promise<Download> {
      const register = await openRegister(context, setting, params.register);
      const asked = { register, root: context.actor.root, filters: filtersOf(register, query), today: context.today };
      const columns = exportColumns(register, query.columns === undefined || query.columns === '' ? undefined : query.columns.split(','));
      const counted = { rows: 0 };
      const rows = records(asked, eachRow(context.db, asked, query.sort), counted);
      const notes = [
        `导出时间 ${context.today}，导出人 ${context.actor.officeName} ${context.actor.name}。`,
        '仅含导出人有权查看的记录；电话等个人信息已脱敏，空格表示没有数据，不是零。',
      ];
      const content = await workbookBytes([{ name: register.name.slice(0, 30), columns, rows }], { notes });
      await context.trail(
        `导出${register.name} ${counted.rows} ${register.counter}`,
        { kind: 'register', id: register.id },
        { filters: query, rows: counted.rows },
      );
      return { kind: 'download', fileName: `${register.name}${context.today}.xlsx`, contentType: excel, content };
    },
  }),
];
