// Jobs of correspondence: mail that follows a message, the code that confirms an address, and the morning's digest for offices.
import { type Job, type JobContext, job } from '#platform/jobs/job.ts';
import { mailIsOn, sendMail } from '#platform/mail/mailer.ts';
import { addressPlace } from './actions/inbox.ts';
import { confirmMail, reminderMail } from './model/mails.ts';
import { digestLetters, sendMessages } from './moves.ts';
import type { CorrespondenceSetting } from './setting.ts';
import { recordMailing, unsent } from './store/addresses.ts';
import { messagesOf } from './store/messages.ts';
import type { MessageRow } from './store/tables.ts';

/** Each mail is recorded as soon as it has gone, so that another try after a failure sends only the rest. */
async function mailOne(context: JobContext, setting: CorrespondenceSetting, message: MessageRow): Promise<number> {
  const { root } = context;
  const due = await context.inContext(
    async ({ db }) => {
      const { party, office_kind: officeKind, account, region } = message;
      const accounts =
        account !== null
          ? [account]
          : party !== null
            ? await setting.accountsAt(db, root, { party })
            : await setting.accountsAt(db, root, { officeKind: officeKind ?? '', region: region ?? root });
      return unsent(db, root, message.id, accounts);
    },
    { writes: false },
  );
  let failed = 0;
  for (const { account, sealed } of due) {
    try {
      await sendMail({ to: setting.seal.open(sealed, addressPlace), ...reminderMail(setting.regionName(root), message.title) });
    } catch (error) {
      context.log.warn({ err: error, message: message.id }, 'mail failed');
      failed += 1;
      continue;
    }
    await context.inContext(({ db, now }) => recordMailing(db, root, message.id, account, now));
  }
  return failed;
}

async function mail(context: JobContext, setting: CorrespondenceSetting, ids: readonly string[]): Promise<void> {
  if (!mailIsOn()) return;
  const messages = await context.inContext(({ db }) => messagesOf(db, context.root, ids), { writes: false });
  let failed = 0;
  for (const message of messages) failed += await mailOne(context, setting, message);
  if (failed > 0) throw new Error(`${failed} mails failed`);
}

/** Once each working day, and only to offices for which something is new, soon due or late. */
async function digest(context: JobContext, setting: CorrespondenceSetting): Promise<void> {
  await context.inContext(async (inner) => {
    const { db, actor, today } = inner;
    if (!setting.calendar.isWorkday(today)) return;
    for (const source of setting.digests) {
      await sendMessages(inner, digestLetters(await source(db, actor.root, today), today));
    }
  });
}

export const correspondenceJobs = (setting: CorrespondenceSetting): Job[] => [
  job<{ readonly messages: readonly string[] }>({
    name: 'correspondence.mail',
    run: (payload, context) => mail(context, setting, payload.messages),
  }),
  job<{ readonly sealed: string; readonly code: string }>({
    name: 'correspondence.confirm',
    run: async ({ sealed, code }, context) => {
      if (!mailIsOn()) return;
      const to = setting.seal.open(sealed, addressPlace);
      await sendMail({ to, ...confirmMail(setting.regionName(context.root), setting.seal.open(code, addressPlace)) });
    },
  }),
  job({ name: 'correspondence.digest', schedule: { at: '08:10' }, run: (_payload, context) => digest(context, setting) }),
];
