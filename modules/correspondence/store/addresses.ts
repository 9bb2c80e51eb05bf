// Addresses for mail: one for each account that wants it, sealed, of use only once its owner has confirmed it.
import { sql, type Transaction } from 'kysely';
import { tables } from '#platform/http/action.ts';
import type { AddressRow, CorrespondenceTables } from './tables.ts';

export async function findAddress(db: Transaction<unknown>, root: string, account: string): Promise<AddressRow | undefined> {
  return tables<CorrespondenceTables>(db)
    .selectFrom('correspondence.address')
    .selectAll()
    .where('root', '=', root)
    .where('account', '=', account)
    .executeTakeFirst();
}

/** A new address begins unconfirmed, whatever the old one was. */
export async function keepAddress(db: Transaction<unknown>, row: AddressRow): Promise<void> {
  const { sealed, masked, code_hash, code_until } = row;
  await tables<CorrespondenceTables>(db)
    .insertInto('correspondence.address')
    .values(row)
    .onConflict((conflict) =>
      conflict.columns(['root', 'account']).doUpdateSet({ sealed, masked, code_hash, code_until, verified_at: null, tries: 0 }),
    )
    .execute();
}

export async function countTry(db: Transaction<unknown>, root: string, account: string): Promise<void> {
  await sql`update correspondence.address set tries = tries + 1 where root = ${root} and account = ${account}`.execute(db);
}

export async function confirmAddress(db: Transaction<unknown>, root: string, account: string, now: Date): Promise<void> {
  await sql`
    update correspondence.address set verified_at = ${now}, code_hash = null, code_until = null, tries = 0
    where root = ${root} and account = ${account}`.execute(db);
}

export async function dropAddress(db: Transaction<unknown>, root: string, account: string): Promise<void> {
  await sql`delete from correspondence.address where root = ${root} and account = ${account}`.execute(db);
}

/** Of these accounts, those that have confirmed an address and have not got the message yet. */
export async function unsent(
  db: Transaction<unknown>,
  root: string,
  message: string,
  accounts: readonly string[],
): Promise<readonly { readonly account: string; readonly sealed: string }[]> {
  const { rows } = await sql<{ account: string; sealed: string }>`
    select a.account, a.sealed from correspondence.address a
    where a.root = ${root} and a.account = any(${[...accounts]}::uuid[]) and a.verified_at is not null
      and not exists (select 1 from correspondence.mailing m where m.root = a.root and m.message = ${message} and m.account = a.account)
    order by a.account`.execute(db);
  return rows;
}

export async function recordMailing(db: Transaction<unknown>, root: string, message: string, account: string, at: Date): Promise<void> {
  await sql`
    insert into correspondence.mailing (root, message, account, sent_at) values (${root}, ${message}, ${account}, ${at})
    on conflict do nothing`.execute(db);
}
