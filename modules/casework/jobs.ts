// Deadlines of casework: what the clock alone decides is done by jobs, so that nobody has to press a button for it.

import { type Letter, sendMessages } from '#modules/correspondence/contract.ts';
import type { ActionContext } from '#platform/http/action.ts';
import { type Job, type JobContext, job } from '#platform/jobs/job.ts';
import { systemMover } from './model/advance.ts';
import { caseHref } from './model/correspondence.ts';
import { correctionReminder, moveByTime, remindUntil } from './model/deadlines.ts';
import { moveCases } from './moves.ts';
import { type CaseworkSetting, declared, sealedStages, standingOf } from './setting.ts';
import { sealedPastClose } from './store/board.ts';
import { openStandingCalls, parametersOfCalls } from './store/calls.ts';
import { casesPastDue, correctionsDue } from './store/reminders.ts';

/** Cases of one transaction: a crash costs no more than these, and nobody waits long for their locks. */
const atOnce = 200;

/** Makes the moves of one page of cases; returns the last id, or null when there are no more. */
async function moveSome(context: ActionContext, setting: CaseworkSetting, after: string | null): Promise<string | null> {
  const rows = await casesPastDue(context.db, context.actor.root, context.today, atOnce, after);
  const parameters = await parametersOfCalls(context.db, rows);
  const moving = rows.flatMap((row) => {
    const verb = moveByTime(declared(setting, row).dossier, row.state, {
      day: context.today,
      calendar: setting.calendar,
      parameters: parameters.get(row.call) ?? {},
    });
    // The version that was judged: a case that an applicant mends in this very moment is left to the next run.
    return verb === null ? [] : [{ id: row.id, version: row.version, intent: { verb, data: {} } }];
  });
  if (moving.length > 0) await moveCases(context, setting, moving, systemMover);
  return rows.length < atOnce ? null : (rows.at(-1)?.id ?? null);
}

async function moveAll(context: JobContext, setting: CaseworkSetting): Promise<void> {
  let after: string | null = null;
  do {
    const seen: string | null = after;
    after = await context.inContext((inner) => moveSome(inner, setting, seen));
  } while (after !== null);
}

/** Opens what is sealed as soon as its board takes no more answers: all of it, whoever handed it in. */
async function unsealSome(context: ActionContext, setting: CaseworkSetting): Promise<boolean> {
  const stages = sealedStages(setting.catalogue);
  if (stages.length === 0) return false;
  const rows = await sealedPastClose(context.db, context.actor.root, { stages, today: context.today, limit: atOnce });
  const moving = rows.map(({ id, version }) => ({ id, version, intent: { verb: 'unseal', data: {} } }));
  if (moving.length > 0) await moveCases(context, setting, moving, systemMover);
  return rows.length === atOnce;
}

async function unsealAll(context: JobContext, setting: CaseworkSetting): Promise<void> {
  let isMore = true;
  while (isMore) isMore = await context.inContext((inner) => unsealSome(inner, setting));
}

async function remind(context: ActionContext, setting: CaseworkSetting): Promise<void> {
  const { db, actor, today } = context;
  const rows = await correctionsDue(db, actor.root, today, remindUntil(today, setting.calendar));
  const due = rows.flatMap((row) => {
    const reminder = correctionReminder(declared(setting, row).dossier, row.id, row.state, setting.calendar);
    if (reminder === null) return [];
    const letter: Letter = { to: { party: row.party }, region: row.region, href: caseHref(row.id), ...reminder };
    return [{ id: row.id, letter }];
  });
  const sent = await sendMessages(
    context,
    due.map(({ letter }) => letter),
  );
  for (const { id, letter } of due) if (sent.includes(letter)) await context.trail(`提醒申请单位：${letter.title}`, { kind: 'case', id });
}

/** What is always open is opened by the system itself, once. */
async function openStanding({ db, actor, now, trail }: ActionContext, setting: CaseworkSetting): Promise<void> {
  const opened = await openStandingCalls(db, actor.root, standingOf(setting.catalogue), now);
  if (opened > 0) await trail(`开放常年受理的事项 ${opened} 个`, { kind: 'call', id: 'standing' });
}

export const caseworkJobs = (setting: CaseworkSetting): Job[] => [
  job({ name: 'casework.deadlines', schedule: { everyMinutes: 60 }, run: (_payload, context) => moveAll(context, setting) }),
  job({ name: 'casework.unseal', schedule: { everyMinutes: 10 }, run: (_payload, context) => unsealAll(context, setting) }),
  job({
    name: 'casework.open-standing',
    schedule: { everyMinutes: 60 },
    run: (_payload, context) => context.inContext((inner) => openStanding(inner, setting)),
  }),
  job({
    name: 'casework.remind',
    schedule: { at: '08:00' },
    run: (_payload, context) => context.inContext((inner) => remind(inner, setting)),
  }),
];
