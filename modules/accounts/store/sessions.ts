// Opens and ends sessions.
import type { Transaction } from 'kysely';
import { tables } from '#platform/http/action.ts';
import { digestOfToken, tokenFor } from '../model/session-token.ts';
import type { AccountsTables } from './tables.ts';

export type EndReason = 'signed-out' | 'signed-out-everywhere' | 'replaced' | 'password-changed' | 'disabled';

export async function openSession(
  db: Transaction<unknown>,
  session: { root: string; account: string; now: Date; absoluteHours: number; address: string; agent: string },
): Promise<{ token: string; endsAt: Date }> {
  const token = tokenFor(session.root);
  const endsAt = new Date(session.now.getTime() + session.absoluteHours * 3_600_000);
  await tables<AccountsTables>(db)
    .insertInto('accounts.session')
    .values({
      root: session.root,
      token_hash: digestOfToken(token),
      account: session.account,
      started_at: session.now,
      seen_at: session.now,
      ends_at: endsAt,
      ended_at: null,
      ended_why: null,
      address: session.address,
      agent: session.agent.slice(0, 300),
    })
    .execute();
  return { token, endsAt };
}

export async function endSession(db: Transaction<unknown>, root: string, token: string, now: Date): Promise<void> {
  await tables<AccountsTables>(db)
    .updateTable('accounts.session')
    .set({ ended_at: now, ended_why: 'signed-out' satisfies EndReason })
    .where('root', '=', root)
    .where('token_hash', '=', digestOfToken(token))
    .where('ended_at', 'is', null)
    .execute();
}

/** Ends the sessions of an account, all but the one that asks when it is given; answers how many there were. */
export async function endSessionsOf(
  db: Transaction<unknown>,
  root: string,
  account: string,
  end: { now: Date; why: EndReason; except?: string | null },
): Promise<number> {
  let ending = tables<AccountsTables>(db)
    .updateTable('accounts.session')
    .set({ ended_at: end.now, ended_why: end.why })
    .where('root', '=', root)
    .where('account', '=', account)
    .where('ended_at', 'is', null)
    .where('ends_at', '>', end.now);
  if (end.except !== undefined && end.except !== null) ending = ending.where('token_hash', '<>', digestOfToken(end.except));
  const { numUpdatedRows } = await ending.executeTakeFirstOrThrow();
  return Number(numUpdatedRows);
}

export interface OpenSession {
  readonly startedAt: Date;
  readonly seenAt: Date;
  readonly address: string;
  readonly agent: string;
  readonly tokenHash: Buffer;
}

export function openSessionsOf(db: Transaction<unknown>, root: string, account: string, now: Date): Promise<OpenSession[]> {
  return tables<AccountsTables>(db)
    .selectFrom('accounts.session')
    .select(['started_at as startedAt', 'seen_at as seenAt', 'address', 'agent', 'token_hash as tokenHash'])
    .where('root', '=', root)
    .where('account', '=', account)
    .where('ended_at', 'is', null)
    .where('ends_at', '>', now)
    .orderBy('seen_at', 'desc')
    .limit(50)
    .execute();
}

export async function forgetOldSessions(db: Transaction<unknown>, root: string, before: Date): Promise<void> {
  await tables<AccountsTables>(db).deleteFrom('accounts.session').where('root', '=', root).where('ends_at', '<', before).execute();
}
