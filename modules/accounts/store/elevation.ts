// Widens the bounds of a transaction for the few steps that come before there is an actor: checking a password, opening a session.
import { type Kysely, sql, type Transaction } from 'kysely';

/** Until the transaction ends, it sees the whole root. Only sign-in and the change of one's own password have a reason to ask. */
export async function widen(db: Transaction<unknown> | Kysely<unknown>): Promise<void> {
  await sql`select set_config('kechuang.scope', 'system', true)`.execute(db);
}
