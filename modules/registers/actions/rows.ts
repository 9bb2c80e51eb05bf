// Single rows: look, add, change over the version that was seen, take away with a reason, reveal personal answers with a reason.
import { Type } from 'typebox';
import { type Register, stateKey } from '#kernel/declare/register.ts';
import { checkAnswers, fillDerived } from '#kernel/faces/answers.ts';
import { byOf, partySummary } from '#modules/registry/contract.ts';
import { uuidv7 } from '#platform/db/uuid.ts';
import { type Action, type ActionContext, action } from '#platform/http/action.ts';
import { Refusal } from '#platform/refusal.ts';
import { answersWrong, rowStale } from '../errors.ts';
import { maskAnswers, personalKeys } from '../model/masking.ts';
import { changesOf, historyOf, rowView } from '../model/views.ts';
import type { RegistersSetting } from '../setting.ts';
import { linkParties } from '../store/link-parties.ts';
import { findVersion, getRow, versionsOf, yearlyOf } from '../store/read-rows.ts';
import type { RowRow } from '../store/tables.ts';
import { type RowChange, writeRows } from '../store/write-rows.ts';
import { AddBody, EditBody, RegisterParams, RemoveBody, RevealBody, Revealed, RowDetail, RowParams } from '../wire.ts';
import { mayWrite, needWrite, noteLook, openRegister, openRow } from './entering.ts';

const edit = 'registers/row:edit';
type Answers = Readonly<Record<string, unknown>>;

/** Complete and right, with what is derived; refuses naming each field. */
function checked(register: Register, given: Answers): Answers {
  const present = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== null && value !== undefined));
  const problems = checkAnswers(register.form, present, { complete: true });
  if (problems.length > 0) throw answersWrong(problems);
  const { validity } = register;
  const [from, until] = [validity?.from, validity?.until].map((key) => (key === undefined ? undefined : present[key]));
  if (validity !== undefined && typeof from === 'string' && typeof until === 'string' && until < from) {
    const label = register.form.fields[validity.until]?.label ?? '';
    throw answersWrong([{ path: validity.until, label, message: `${label} ${until} 早于 ${from}，请核对` }]);
  }
  return fillDerived(register.form, present);
}

export async function stale(context: ActionContext, register: Register, row: RowRow, seen: number): Promise<Refusal> {
  const version = await findVersion(context.db, row.id, seen);
  return rowStale(row.title, row.updated_by, version?.answers == null ? [] : changesOf(register.form, version.answers, row.answers));
}

async function write(
  context: ActionContext,
  register: Register,
  change: RowChange,
  verb: 'add' | 'edit' | 'remove',
  reason: string | null,
) {
  const written = await writeRows(context.db, byOf(context), register, [change], { verb, reason, batch: null });
  if (written.stale) throw new Refusal('ROW_STALE', '这条记录刚被他人修改，请刷新后再改。', { status: 409 });
}

export async function detail(context: ActionContext, register: Register, row: RowRow): Promise<RowDetail> {
  const parties = await partySummary(context.db, row.party === null ? [] : [row.party]);
  return {
    ...rowView(register, row, context.today),
    partyName: row.party === null ? null : (parties.get(row.party)?.name ?? null),
    mayEdit: context.may(edit) && mayWrite(context, register, row.region),
    personal: personalKeys(register.form),
    years: (await yearlyOf(context.db, row.id)).map(({ year, version, answers, updated_at, updated_by }) => ({
      year,
      version,
      answers: register.yearly === undefined ? answers : maskAnswers(register.yearly.form, answers),
      updatedAt: updated_at.toISOString(),
      updatedBy: updated_by,
    })),
    history: historyOf(register, await versionsOf(context.db, row.id)),
  };
}

export const rowActions = (setting: RegistersSetting): Action[] => [
  action({
    id: 'registers.get-row',
    method: 'GET',
    path: '/registers/rows/:id',
    summary: '查看一条台账记录：内容、年度记录和修改经过',
    permission: 'registers/row:read',
    params: RowParams,
    reply: RowDetail,
    writes: true,
    async handle(context, { params }) {
      const { register, row } = await openRow(context, setting, params.id);
      await noteLook(context, register, `“${row.title}”`, row.id);
      return detail(context, register, row);
    },
  }),
  action({
    id: 'registers.add-row',
    method: 'POST',
    path: '/registers/lists/:register/rows',
    summary: '在台账中登记一条',
    permission: edit,
    params: RegisterParams,
    body: AddBody,
    reply: RowDetail,
    async handle(context, { params, body }) {
      const register = await openRegister(context, setting, params.register);
      const answers = checked(register, { [stateKey]: register.states[0]?.code, ...body.answers });
      needWrite(context, register, String(answers[register.region ?? ''] ?? context.actor.root));
      const [party = null] = await linkParties(context.db, register, [answers]);
      const id = uuidv7();
      await write(context, register, { id, before: null, answers, party }, 'add', null);
      const row = await getRow(context.db, id);
      await context.trail(`在${register.name}登记“${row.title}”`, { kind: 'register-row', id });
      return detail(context, register, row);
    },
  }),
  action({
    id: 'registers.edit-row',
    method: 'PUT',
    path: '/registers/rows/:id',
    summary: '修改一条台账记录；他人刚改过的，说明改了什么而不覆盖',
    permission: edit,
    params: RowParams,
    body: EditBody,
    reply: RowDetail,
    async handle(context, { params, body }) {
      const { register, row } = await openRow(context, setting, params.id, true);
      needWrite(context, register, row.region);
      if (row.version !== body.version) throw await stale(context, register, row, body.version);
      const answers = checked(register, { ...row.answers, ...body.patch });
      needWrite(context, register, String(answers[register.region ?? ''] ?? context.actor.root));
      const changes = changesOf(register.form, row.answers, answers);
      if (changes.length > 0) {
        const [party = null] = await linkParties(context.db, register, [answers]);
        await write(context, register, { id: row.id, before: row, answers, party }, 'edit', body.reason ?? null);
        const said = changes.map(({ label, before, after }) => `${label}由“${before || '空'}”改为“${after || '空'}”`).join('；');
        await context.trail(`修改${register.name}“${row.title}”：${said}`, { kind: 'register-row', id: row.id });
      }
      return detail(context, register, await getRow(context.db, row.id));
    },
  }),
  action({
    id: 'registers.remove-row',
    method: 'POST',
    path: '/registers/rows/:id/remove',
    summary: '删除登记有误的一条，写明理由；修改经过保留',
    permission: edit,
    params: RowParams,
    body: RemoveBody,
    reply: Type.Object({ removed: Type.String() }),
    async handle(context, { params, body }) {
      const { register, row } = await openRow(context, setting, params.id, true);
      needWrite(context, register, row.region);
      if (row.version !== body.version) throw await stale(context, register, row, body.version);
      await write(context, register, { id: row.id, before: row, answers: null, party: row.party }, 'remove', body.reason);
      await context.trail(`删除${register.name}“${row.title}”，理由：${body.reason}`, { kind: 'register-row', id: row.id });
      return { removed: row.title };
    },
  }),
  action({
    id: 'registers.reveal-row',
    method: 'POST',
    path: '/registers/rows/:id/reveal',
    summary: '说明理由后查看一条记录中完整的个人信息',
    permission: 'registers/row:unmask',
    params: RowParams,
    body: RevealBody,
    reply: Revealed,
    async handle(context, { params, body }) {
      const { register, row } = await openRow(context, setting, params.id);
      // What the whole city has may be read by a county, but not whom to call.
      needWrite(context, register, row.region);
      const keys = personalKeys(register.form).filter((key) => row.answers[key] !== undefined);
      const names = keys.map((key) => register.form.fields[key]?.label ?? key).join('、');
      await context.trail(`查看${register.name}“${row.title}”的完整个人信息（${names}），理由：${body.reason}`, {
        kind: 'register-row',
        id: row.id,
      });
      return { answers: Object.fromEntries(keys.map((key) => [key, row.answers[key]])) };
    },
  }),
];
