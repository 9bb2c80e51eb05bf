// Nightly housekeeping of accounts: ended sessions and old failures are of no use to anyone but an intruder.
import { type Job, job } from '#platform/jobs/job.ts';
import { forgetOldAttempts } from './store/attempts.ts';
import { forgetOldSessions } from './store/sessions.ts';

/** The audit trail keeps who signed in and when; the rows themselves may go. */
const SESSION_DAYS = 30;
const ATTEMPT_DAYS = 1;

const daysBefore = (now: Date, days: number): Date => new Date(now.getTime() - days * 86_400_000);

const tidy = job({
  name: 'accounts.tidy',
  schedule: { at: '03:10' },
  run: (_payload, context) =>
    context.inContext(async ({ db, now }) => {
      await forgetOldSessions(db, context.root, daysBefore(now, SESSION_DAYS));
      await forgetOldAttempts(db, context.root, daysBefore(now, ATTEMPT_DAYS));
    }),
});

export const jobs: Job[] = [tidy];
