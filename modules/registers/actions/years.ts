// Records of a row for a year: an assessment, a list of projects; written over the version that was seen.
import { checkAnswers, fillDerived } from '#kernel/faces/answers.ts';
import { byOf } from '#modules/registry/contract.ts';
import { type Action, action } from '#platform/http/action.ts';
import { Refusal } from '#platform/refusal.ts';
import { answersWrong, noYearly } from '../errors.ts';
import type { RegistersSetting } from '../setting.ts';
import { getRow } from '../store/read-rows.ts';
import { writeYearly } from '../store/yearly.ts';
import { RowDetail, YearBody, YearParams } from '../wire.ts';
import { needWrite, openRow } from './entering.ts';
import { detail } from './rows.ts';

export const yearActions = (setting: RegistersSetting): Action[] => [
  action({
    id: 'registers.save-year',
    method: 'PUT',
    path: '/registers/rows/:id/years/:year',
    summary: '登记、修改或删除一条记录某一年度的情况',
    permission: 'registers/row:edit',
    params: YearParams,
    body: YearBody,
    reply: RowDetail,
    async handle(context, { params, body }) {
      const { register, row } = await openRow(context, setting, params.id, true);
      const { yearly } = register;
      if (yearly === undefined) throw noYearly(register.name);
      needWrite(context, register, row.region);
      const given = body.answers;
      const present =
        given === null ? null : Object.fromEntries(Object.entries(given).filter(([, value]) => value !== null && value !== undefined));
      const problems = present === null ? [] : checkAnswers(yearly.form, present, { complete: true });
      if (problems.length > 0) throw answersWrong(problems);
      const answers = present === null ? null : fillDerived(yearly.form, present);
      const change = { row, year: params.year, answers, reason: body.reason ?? null };
      if (!(await writeYearly(context.db, byOf(context), change, body.version))) {
        throw new Refusal(
          'YEAR_STALE',
          `“${row.title}” ${params.year} 年的${yearly.name}刚被他人修改，请刷新后核对再改，您填写的内容没有保存。`,
          { status: 409 },
        );
      }
      const verb = answers === null ? '删除' : body.version === 0 ? '登记' : '修改';
      await context.trail(`${verb}${register.name}“${row.title}”${params.year} 年${yearly.name}`, { kind: 'register-row', id: row.id });
      return detail(context, register, await getRow(context.db, row.id));
    },
  }),
];
