// What staff fill in of a call, and the way between that and what the server keeps.
import { callParameters } from '#kernel/declare/dossier.ts';
import { defineForm, f, page } from '#kernel/declare/form.ts';
import { type CallParameter, parametersOf } from '#kernel/declare/parameter.ts';
import type { Catalogue } from '#kernel/declare/system.ts';
import { formatInstant } from '#ui/format.ts';
import type { CallInput, CallView } from '../wire.ts';
import type { Answers } from './assess.ts';
import { declaredIn } from './knowledge.tsx';

const separator = '/';

export function callFormOf(catalogue: Catalogue) {
  const systems = catalogue.programmes.flatMap((programme) =>
    programme.dossiers
      .filter(({ about }) => about === undefined)
      .map((dossier) => ({ code: `${programme.id}${separator}${dossier.id}`, name: dossier.name })),
  );
  return defineForm(
    page('批次', {
      system: f.choice('事项', systems, { help: '发布后不能更换' }),
      name: f.text('批次名称', { maxLength: 100, help: '例如：2027年第一批高新技术企业认定' }),
      year: f.year('年度', { min: '2000', max: '2100' }),
      opensOn: f.date('开始日期'),
      opensTime: f.text('开始时刻', { maxLength: 5, optional: true, help: '24 小时制，如 09:00；不填为当日 0 时' }),
      closesOn: f.date('截止日期'),
      closesTime: f.text('截止时刻', { maxLength: 5, optional: true, help: '24 小时制，如 17:30；不填为当日 24 时' }),
      quota: f.integer('名额', { unit: '个', min: '0', optional: true }),
      budget: f.money('预算', { min: '0', optional: true }),
      guide: f.longText('申报指南', { optional: true, maxLength: 20_000, help: '申报范围、方式、联系人；企业在申报页看到原文，换行保留' }),
    }),
  );
}

/** The limits that the chosen thing lets its calls set. */
export function settableOf(catalogue: Catalogue, answers: Answers): readonly CallParameter[] {
  const [programme = '', dossier = ''] = String(answers.system ?? '').split(separator);
  const found = declaredIn(catalogue, programme, dossier);
  return found === undefined ? [] : callParameters(found.programme.dossiers, found.dossier);
}

/** This year's; and where there is but one thing to apply for, that one. */
export function newCallAnswers(catalogue: Catalogue, day: string): Answers {
  const systems = callFormOf(catalogue).fields.system.options ?? [];
  const [only] = systems.length === 1 ? systems : [];
  return { year: Number(day.slice(0, 4)), ...(only === undefined ? {} : { system: only.code }) };
}

export function answersOfCall(call: CallView): Answers {
  const [opens, closes] = [formatInstant(call.opensAt), formatInstant(call.closesAt)];
  // A close at midnight is the end of the day before, as people say it.
  const isMidnight = closes.endsWith('00:00');
  const closesOn = isMidnight ? formatInstant(new Date(Date.parse(call.closesAt) - 60_000)) : closes;
  return {
    system: `${call.programme}${separator}${call.dossier}`,
    name: call.name,
    year: call.year,
    opensOn: opens.slice(0, 10),
    ...(opens.endsWith('00:00') ? {} : { opensTime: opens.slice(11) }),
    closesOn: closesOn.slice(0, 10),
    ...(isMidnight ? {} : { closesTime: closes.slice(11) }),
    ...(call.quota === null ? {} : { quota: call.quota }),
    ...(call.budget === null ? {} : { budget: call.budget }),
    ...(call.guide === '' ? {} : { guide: call.guide }),
  };
}

const timeForm = /^([01]\d|2[0-3]):[0-5]\d$/;

const isWritten = (time: unknown): time is string => typeof time === 'string' && time !== '';

/** Nine o'clock, or the beginning of the day. */
const openOf = (day: string, time: unknown): Date => new Date(`${day}T${isWritten(time) ? time : '00:00'}:00+08:00`);

/** Half past five, or the end of the day. */
function closeOf(day: string, time: unknown): Date {
  if (isWritten(time)) return new Date(`${day}T${time}:00+08:00`);
  return new Date(Date.parse(`${day}T00:00:00+08:00`) + 86_400_000);
}

/** What the form's own checks cannot see; null when all is well. */
export function windowProblem(answers: Answers): { path: string; message: string } | null {
  const { opensTime, closesTime, opensOn, closesOn } = answers;
  if (isWritten(opensTime) && !timeForm.test(opensTime)) return { path: 'opensTime', message: '开始时刻应写作 09:00 这样的 24 小时制' };
  if (isWritten(closesTime) && !timeForm.test(closesTime)) return { path: 'closesTime', message: '截止时刻应写作 17:30 这样的 24 小时制' };
  if (typeof opensOn === 'string' && typeof closesOn === 'string' && closeOf(closesOn, closesTime) <= openOf(opensOn, opensTime))
    return { path: 'closesOn', message: '截止应晚于开始，请核对' };
  return null;
}

/** `limits` are the answers to the limits that the call may set. */
export function inputOfAnswers(answers: Answers, settable: readonly CallParameter[], limits: Answers): CallInput {
  const [programme = '', dossier = ''] = String(answers.system).split(separator);
  const { quota, budget, guide } = answers;
  return {
    programme,
    dossier,
    year: Number(answers.year),
    name: String(answers.name),
    opensAt: openOf(String(answers.opensOn), answers.opensTime).toISOString(),
    closesAt: closeOf(String(answers.closesOn), answers.closesTime).toISOString(),
    quota: typeof quota === 'number' ? quota : null,
    budget: typeof budget === 'string' ? budget : null,
    parameters: parametersOf(settable, limits),
    guide: typeof guide === 'string' ? guide : '',
  };
}
