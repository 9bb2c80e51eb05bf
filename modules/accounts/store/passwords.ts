// Hashes of passwords: the current one, and the few that may not come back.
import type { Transaction } from 'kysely';
import { uuidv7 } from '#platform/db/uuid.ts';
import { tables } from '#platform/http/action.ts';
import { PASSWORD_MEMORY } from '../model/password-policy.ts';
import type { AccountsTables } from './tables.ts';

export async function currentHash(db: Transaction<unknown>, root: string, account: string): Promise<string | null> {
  const row = await tables<AccountsTables>(db)
    .selectFrom('accounts.credential')
    .select('hash')
    .where('root', '=', root)
    .where('account', '=', account)
    .where('is_current', '=', true)
    .executeTakeFirst();
  return row?.hash ?? null;
}

/** Whether the password is one of those that may not come back. */
export async function wasUsedBefore(
  db: Transaction<unknown>,
  root: string,
  account: string,
  fits: (stored: string) => Promise<boolean>,
): Promise<boolean> {
  const earlier = await tables<AccountsTables>(db)
    .selectFrom('accounts.credential')
    .select('hash')
    .where('root', '=', root)
    .where('account', '=', account)
    .orderBy('made_at', 'desc')
    .limit(PASSWORD_MEMORY)
    .execute();
  for (const { hash: stored } of earlier) if (await fits(stored)) return true;
  return false;
}

/** Makes the password current and forgets those beyond memory. `mustChange` for passwords that someone else has chosen. */
export async function setPassword(
  db: Transaction<unknown>,
  root: string,
  account: string,
  password: { hash: string; mustChange: boolean; now: Date },
): Promise<void> {
  const accounts = tables<AccountsTables>(db);
  const ofAccount = accounts.updateTable('accounts.credential').where('root', '=', root).where('account', '=', account);
  await ofAccount.set({ is_current: false }).where('is_current', '=', true).execute();
  await accounts
    .insertInto('accounts.credential')
    .values({ root, id: uuidv7(), account, hash: password.hash, made_at: password.now, is_current: true })
    .execute();
  const kept = accounts
    .selectFrom('accounts.credential')
    .select('id')
    .where('root', '=', root)
    .where('account', '=', account)
    .orderBy('made_at', 'desc')
    .orderBy('id', 'desc')
    .limit(PASSWORD_MEMORY);
  await accounts
    .deleteFrom('accounts.credential')
    .where('root', '=', root)
    .where('account', '=', account)
    .where('id', 'not in', kept)
    .execute();
  await accounts
    .updateTable('accounts.account')
    .set({ must_change: password.mustChange, password_at: password.now })
    .where('root', '=', root)
    .where('id', '=', account)
    .execute();
}
