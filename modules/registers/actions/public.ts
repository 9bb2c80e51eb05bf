// What anyone may see: the registers that are public, their rows in force, and those rows as a workbook; public fields alone.
import type { Register } from '#kernel/declare/register.ts';
import { printValue } from '#kernel/faces/print.ts';
import { sheetRecord } from '#kernel/faces/sheet.ts';
import { type Action, type ActionContext, action, type Download } from '#platform/http/action.ts';
import { notFound } from '#platform/refusal.ts';
import { workbookBytes } from '#platform/sheets/sheets.ts';
import { findRegister, type RegistersSetting, registerIn } from '../setting.ts';
import { countPublic, eachPublic, listPublic, type PublicAsked } from '../store/public-rows.ts';
import { PublicList, PublicRegister, RegisterParams, RowQuery } from '../wire.ts';
import { filtersOf } from './asking.ts';
import { excel, exportColumns } from './lists.ts';

const isPublic = (register: Register | undefined): register is Register =>
  register?.publicFields !== undefined && register.seenBy === undefined;

function publicRegister(context: ActionContext, setting: RegistersSetting, id: string): Register {
  const register = findRegister(setting, id);
  if (!isPublic(register)) throw notFound('该名单');
  return registerIn(setting, register, context.actor.root);
}

const keysOf = (register: Register): readonly string[] => register.publicFields ?? [];
const nameOf = (register: Register): string => register.name.replace(/台账$/, '');

/** Only by public fields may one filter: what is not shown is not there either. */
function asked(context: ActionContext, register: Register, query: RowQuery): PublicAsked {
  const shown = new Set(keysOf(register));
  const fields = Object.fromEntries(Object.entries(register.form.fields).filter(([key]) => shown.has(key)));
  const { text, standing: _standing, party: _party, batch: _batch, ...rest } = query;
  const { answers } = filtersOf({ ...register, form: { pages: [{ title: '', fields }], fields } }, rest);
  const named =
    text === undefined || text.trim() === '' ? [] : [{ key: register.title, operator: 'contains', value: text.trim() } as const];
  return { register, root: context.actor.root, today: context.today, filters: [...answers, ...named] };
}

/** The registers that are public, with how many rows of each are in force. */
export async function publicRegisters(context: ActionContext, setting: RegistersSetting): Promise<PublicList['rows']> {
  const rows = [];
  for (const register of setting.catalogue.registers.filter(isPublic))
    rows.push({ id: register.id, name: nameOf(register), rows: await countPublic(context.db, asked(context, register, {})) });
  return rows;
}

/** A page of a public register; any other is not found. */
export async function readPublicRegister(
  context: ActionContext,
  setting: RegistersSetting,
  id: string,
  query: RowQuery,
): Promise<PublicRegister> {
  const register = publicRegister(context, setting, id);
  const { fields } = register.form;
  const { rows, next, total } = await listPublic(context.db, asked(context, register, query), query);
  return {
    id: register.id,
    name: nameOf(register),
    counter: register.counter,
    asOf: context.today,
    columns: keysOf(register).map((key) => ({ key, label: fields[key]?.label ?? key, unit: fields[key]?.unit ?? null })),
    rows: rows.map((row) => ({
      cells: keysOf(register).map((key) => {
        const field = fields[key];
        return field === undefined ? '' : printValue(field, row.answers[key]);
      }),
    })),
    next,
    total,
  };
}

export const publicActions = (setting: RegistersSetting): Action[] => [
  action({
    id: 'registers.list-public',
    method: 'GET',
    path: '/registers/public',
    summary: '对外公开的名单',
    permission: 'public',
    reply: PublicList,
    handle: async (context) => ({ rows: await publicRegisters(context, setting) }),
  }),
  action({
    id: 'registers.get-public',
    method: 'GET',
    path: '/registers/public/:register',
    summary: '查看一份公开名单：有效的记录，只含公开的项目',
    permission: 'public',
    params: RegisterParams,
    query: RowQuery,
    reply: PublicRegister,
    handle: (context, { params, query }) => readPublicRegister(context, setting, params.register, query),
  }),
  action({
    id: 'registers.export-public',
    method: 'GET',
    path: '/registers/public/:register/export',
    summary: '下载一份公开名单',
    permission: 'public',
    params: RegisterParams,
    query: RowQuery,
    rate: 10,
    async handle(context, { params, query }): Promise<Download> {
      const register = publicRegister(context, setting, params.register);
      async function* records() {
        for await (const row of eachPublic(context.db, asked(context, register, query)))
          yield sheetRecord(register.form.fields, row.answers);
      }
      const content = await workbookBytes(
        [{ name: nameOf(register).slice(0, 30), columns: exportColumns(register, keysOf(register)), rows: records() }],
        { notes: [`截至 ${context.today}，仅含有效的记录。`] },
      );
      return { kind: 'download', fileName: `${nameOf(register)}${context.today}.xlsx`, contentType: excel, content };
    },
  }),
];
