// Roles held by accounts, and the changes of them that wait for a second person.
import { sql, type Transaction } from 'kysely';
import { type Page, page } from '#platform/db/keyset.ts';
import { uuidv7 } from '#platform/db/uuid.ts';
import { tables } from '#platform/http/action.ts';
import { notFound } from '#platform/refusal.ts';
import { lineOf, type RoleId } from '../model/roles.ts';
import type { AccountsTables } from './tables.ts';

type Db = Transaction<unknown>;

export async function grantRoles(
  db: Db,
  root: string,
  account: string,
  roles: readonly RoleId[],
  by: { account: string; now: Date },
): Promise<void> {
  if (roles.length === 0) return;
  await tables<AccountsTables>(db)
    .insertInto('accounts.role_grant')
    .values(roles.map((role) => ({ root, account, role, line: lineOf(role), granted_at: by.now, granted_by: by.account })))
    .execute();
}

export async function revokeRoles(db: Db, root: string, account: string, roles: readonly RoleId[]): Promise<void> {
  if (roles.length === 0) return;
  await tables<AccountsTables>(db)
    .deleteFrom('accounts.role_grant')
    .where('root', '=', root)
    .where('account', '=', account)
    .where('role', 'in', roles)
    .execute();
}

export interface RoleChangeRow {
  readonly id: string;
  readonly account: string;
  readonly accountName: string;
  readonly login: string;
  readonly officeName: string | null;
  readonly add: RoleId[];
  readonly remove: RoleId[];
  readonly reason: string;
  readonly proposedAt: Date;
  readonly proposedBy: string;
  readonly proposedByName: string | null;
  readonly decidedAt: Date | null;
  readonly decidedByName: string | null;
  readonly outcome: 'confirmed' | 'declined' | 'withdrawn' | null;
}

export async function insertRoleChange(
  db: Db,
  root: string,
  change: { account: string; add: readonly RoleId[]; remove: readonly RoleId[]; reason: string; by: string; now: Date },
): Promise<string> {
  const id = uuidv7();
  await tables<AccountsTables>(db)
    .insertInto('accounts.role_change')
    .values({
      root,
      id,
      account: change.account,
      add: [...change.add],
      remove: [...change.remove],
      reason: change.reason,
      proposed_at: change.now,
      proposed_by: change.by,
      decided_at: null,
      decided_by: null,
      outcome: null,
    })
    .execute();
  return id;
}

function changeQuery(db: Db, root: string) {
  return tables<AccountsTables>(db)
    .selectFrom('accounts.role_change as c')
    .innerJoin('accounts.account as a', (join) => join.onRef('a.root', '=', 'c.root').onRef('a.id', '=', 'c.account'))
    .leftJoin('accounts.office as o', (join) => join.onRef('o.root', '=', 'a.root').onRef('o.id', '=', 'a.office'))
    .leftJoin('accounts.account as p', (join) => join.onRef('p.root', '=', 'c.root').onRef('p.id', '=', 'c.proposed_by'))
    .leftJoin('accounts.account as d', (join) => join.onRef('d.root', '=', 'c.root').onRef('d.id', '=', 'c.decided_by'))
    .where('c.root', '=', root)
    .select([
      'c.id',
      'c.account',
      'a.name as accountName',
      'a.login',
      'o.name as officeName',
      'c.add',
      'c.remove',
      'c.reason',
      'c.proposed_at as proposedAt',
      'c.proposed_by as proposedBy',
      'p.name as proposedByName',
      'c.decided_at as decidedAt',
      'd.name as decidedByName',
      'c.outcome',
    ]);
}

export function listRoleChanges(
  db: Db,
  root: string,
  asked: { open?: boolean | undefined; account?: string | undefined; after?: string | undefined; limit?: number | undefined },
): Promise<Page<RoleChangeRow>> {
  let query = changeQuery(db, root);
  if (asked.open === true) query = query.where('c.outcome', 'is', null);
  if (asked.open === false) query = query.where('c.outcome', 'is not', null);
  if (asked.account !== undefined) query = query.where('c.account', '=', asked.account);
  return page(tables<AccountsTables>(db), query, {
    columns: { proposedAt: { ref: 'c.proposed_at', type: 'timestamptz' } },
    id: 'c.id',
    defaultSort: '-proposedAt',
    after: asked.after,
    limit: asked.limit,
  });
}

/** Changes that wait for a second look which this account may give: neither its own nor about itself. */
export async function countOpenFor(db: Db, root: string, account: string): Promise<number> {
  const { rows } = await sql<{ open: number }>`
    select count(*)::int as open from accounts.role_change
    where root = ${root} and outcome is null and proposed_by <> ${account} and account <> ${account}`.execute(db);
  return rows[0]?.open ?? 0;
}

/** The change, locked: two who decide at once decide one after the other. */
export async function roleChangeForUpdate(db: Db, root: string, id: string): Promise<RoleChangeRow> {
  await sql`select 1 from accounts.role_change where root = ${root} and id = ${id} for update`.execute(db);
  const found = await changeQuery(db, root).where('c.id', '=', id).executeTakeFirst();
  if (found === undefined) throw notFound('该项角色变更');
  return found;
}

export async function decideRoleChange(
  db: Db,
  root: string,
  id: string,
  decision: { outcome: 'confirmed' | 'declined' | 'withdrawn'; by: string; now: Date },
): Promise<void> {
  await tables<AccountsTables>(db)
    .updateTable('accounts.role_change')
    .set({ outcome: decision.outcome, decided_by: decision.by, decided_at: decision.now })
    .where('root', '=', root)
    .where('id', '=', id)
    .execute();
}

/** How many active accounts hold each role. */
export async function holdersByRole(db: Db, root: string): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ role: string; holders: number }>`
    select g.role, count(*)::int as holders from accounts.role_grant g
    join accounts.account a on a.root = g.root and a.id = g.account and a.disabled_at is null
    where g.root = ${root} group by g.role`.execute(db);
  return new Map(rows.map((row) => [row.role, row.holders]));
}
