// Failed sign-ins by the name typed. The row is locked while a password is checked, so that guesses at once cannot outrun the count.
import type { Transaction } from 'kysely';
import { tables } from '#platform/http/action.ts';
import type { Failures } from '../model/lock-out.ts';
import type { AccountsTables } from './tables.ts';

export async function failuresForUpdate(db: Transaction<unknown>, root: string, login: string, now: Date): Promise<Failures | null> {
  const accounts = tables<AccountsTables>(db);
  await accounts
    .insertInto('accounts.attempt')
    .values({ root, login, count: 0, first_at: now, locked_until: null })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const row = await accounts
    .selectFrom('accounts.attempt')
    .select(['count', 'first_at as firstAt', 'locked_until as lockedUntil'])
    .where('root', '=', root)
    .where('login', '=', login)
    .forUpdate()
    .executeTakeFirst();
  return row === undefined || row.count === 0 ? null : row;
}

export async function recordFailures(db: Transaction<unknown>, root: string, login: string, failures: Failures): Promise<void> {
  await tables<AccountsTables>(db)
    .updateTable('accounts.attempt')
    .set({ count: failures.count, first_at: failures.firstAt, locked_until: failures.lockedUntil })
    .where('root', '=', root)
    .where('login', '=', login)
    .execute();
}

/** True when there was something to forget. The row stays, so that a guess waiting for its lock still finds it. */
export async function forgetFailures(db: Transaction<unknown>, root: string, login: string): Promise<boolean> {
  const { numUpdatedRows } = await tables<AccountsTables>(db)
    .updateTable('accounts.attempt')
    .set({ count: 0, locked_until: null })
    .where('root', '=', root)
    .where('login', '=', login)
    .where('count', '>', 0)
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

export async function forgetOldAttempts(db: Transaction<unknown>, root: string, before: Date): Promise<void> {
  await tables<AccountsTables>(db)
    .deleteFrom('accounts.attempt')
    .where('root', '=', root)
    .where('first_at', '<', before)
    .where((eb) => eb.or([eb('locked_until', 'is', null), eb('locked_until', '<', before)]))
    .execute();
}
