// Roles lent to colleagues for a time.
import { sql, type Transaction } from 'kysely';
import { type Page, page } from '#platform/db/keyset.ts';
import { uuidv7 } from '#platform/db/uuid.ts';
import { tables } from '#platform/http/action.ts';
import { notFound } from '#platform/refusal.ts';
import type { RoleId } from '../model/roles.ts';
import type { AccountsTables } from './tables.ts';

type Db = Transaction<unknown>;

export interface DelegationRow {
  readonly id: string;
  readonly role: RoleId;
  readonly lender: string;
  readonly lenderName: string;
  readonly borrower: string;
  readonly borrowerName: string;
  readonly officeName: string | null;
  readonly from: string;
  readonly until: string;
  readonly reason: string;
  readonly lentAt: Date;
  readonly revokedAt: Date | null;
}

function delegationQuery(db: Db, root: string) {
  return tables<AccountsTables>(db)
    .selectFrom('accounts.delegation as d')
    .innerJoin('accounts.account as l', (join) => join.onRef('l.root', '=', 'd.root').onRef('l.id', '=', 'd.lender'))
    .innerJoin('accounts.account as b', (join) => join.onRef('b.root', '=', 'd.root').onRef('b.id', '=', 'd.borrower'))
    .leftJoin('accounts.office as o', (join) => join.onRef('o.root', '=', 'l.root').onRef('o.id', '=', 'l.office'))
    .where('d.root', '=', root)
    .select([
      'd.id',
      'd.role',
      'd.lender',
      'l.name as lenderName',
      'd.borrower',
      'b.name as borrowerName',
      'o.name as officeName',
      'd.from_day as from',
      'd.until_day as until',
      'd.reason',
      'd.lent_at as lentAt',
      'd.revoked_at as revokedAt',
    ]);
}

/** `of` limits the list to what one account lent or borrowed. */
export function listDelegations(
  db: Db,
  root: string,
  asked: { of?: string; inForceOn?: string | undefined; after?: string | undefined; limit?: number | undefined },
): Promise<Page<DelegationRow>> {
  let query = delegationQuery(db, root);
  const { of, inForceOn } = asked;
  if (of !== undefined) query = query.where((eb) => eb.or([eb('d.lender', '=', of), eb('d.borrower', '=', of)]));
  if (inForceOn !== undefined) {
    query = query.where('d.revoked_at', 'is', null).where('d.from_day', '<=', inForceOn).where('d.until_day', '>=', inForceOn);
  }
  return page(tables<AccountsTables>(db), query, {
    columns: { lentAt: { ref: 'd.lent_at', type: 'timestamptz' } },
    id: 'd.id',
    defaultSort: '-lentAt',
    after: asked.after,
    limit: asked.limit,
  });
}

export interface NewDelegation {
  readonly role: RoleId;
  readonly lender: string;
  readonly borrower: string;
  readonly from: string;
  readonly until: string;
  readonly reason: string;
  readonly now: Date;
}

/** Another loan of the same role to the same colleague that shares a day with this one. */
export async function hasOverlap(db: Db, root: string, lending: NewDelegation): Promise<boolean> {
  const row = await tables<AccountsTables>(db)
    .selectFrom('accounts.delegation')
    .select('id')
    .where('root', '=', root)
    .where('lender', '=', lending.lender)
    .where('borrower', '=', lending.borrower)
    .where('role', '=', lending.role)
    .where('revoked_at', 'is', null)
    .where('from_day', '<=', lending.until)
    .where('until_day', '>=', lending.from)
    .executeTakeFirst();
  return row !== undefined;
}

export async function insertDelegation(db: Db, root: string, lending: NewDelegation): Promise<string> {
  const id = uuidv7();
  const { role, lender, borrower, from, until, reason, now } = lending;
  await tables<AccountsTables>(db)
    .insertInto('accounts.delegation')
    .values({
      root,
      id,
      role,
      lender,
      borrower,
      from_day: from,
      until_day: until,
      reason,
      lent_at: now,
      revoked_at: null,
      revoked_by: null,
    })
    .execute();
  return id;
}

export async function delegationForUpdate(db: Db, root: string, id: string): Promise<DelegationRow> {
  await sql`select 1 from accounts.delegation where root = ${root} and id = ${id} for update`.execute(db);
  const found = await delegationQuery(db, root).where('d.id', '=', id).executeTakeFirst();
  if (found === undefined) throw notFound('该项委托');
  return found;
}

export async function markRevoked(db: Db, root: string, id: string, by: { account: string; now: Date }): Promise<void> {
  await tables<AccountsTables>(db)
    .updateTable('accounts.delegation')
    .set({ revoked_at: by.now, revoked_by: by.account })
    .where('root', '=', root)
    .where('id', '=', id)
    .execute();
}

/** Roles that the account has borrowed and may use on the day: the same rule as the session reader's. */
export async function borrowedRoles(db: Db, root: string, borrower: string, day: string): Promise<RoleId[]> {
  const { rows } = await sql<{ role: RoleId }>`
    select distinct d.role from accounts.delegation d
    join accounts.account b on b.root = d.root and b.id = d.borrower
    join accounts.account l on l.root = d.root and l.id = d.lender and l.disabled_at is null and l.office = b.office
    where d.root = ${root} and d.borrower = ${borrower} and d.revoked_at is null and ${day}::date between d.from_day and d.until_day
      and exists (select 1 from accounts.role_grant g where g.root = d.root and g.account = d.lender and g.role = d.role)
    order by d.role`.execute(db);
  return rows.map((row) => row.role);
}
