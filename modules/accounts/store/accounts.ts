// Finds, lists, opens and changes accounts.
import { type Kysely, type RawBuilder, type SqlBool, sql, type Transaction } from 'kysely';
import { type Page, page } from '#platform/db/keyset.ts';
import { uuidv7 } from '#platform/db/uuid.ts';
import { tables } from '#platform/http/action.ts';
import { notFound, staleWrite } from '#platform/refusal.ts';
import type { Line, OfficeKind, RoleId } from '../model/roles.ts';
import type { AccountsTables } from './tables.ts';

type Db = Transaction<unknown>;

export interface AccountRow {
  readonly id: string;
  readonly login: string;
  readonly name: string;
  readonly line: Line;
  readonly office: string | null;
  readonly officeName: string | null;
  readonly officeKind: OfficeKind | null;
  readonly region: string | null;
  readonly party: string | null;
  readonly roles: RoleId[];
  readonly mustChange: boolean;
  readonly passwordAt: Date | null;
  readonly signedInAt: Date | null;
  readonly disabledAt: Date | null;
  readonly disabledWhy: string | null;
  readonly lockedUntil: Date | null;
  readonly createdAt: Date;
  readonly version: number;
}

export interface AccountFilter {
  readonly text?: string | undefined;
  readonly office?: string | undefined;
  readonly role?: string | undefined;
  readonly line?: string | undefined;
  readonly state?: string | undefined;
}

const rolesOf = sql<RoleId[]>`array(select g.role from accounts.role_grant g where g.root = a.root and g.account = a.id order by g.role)`;

function accountQuery(db: Kysely<AccountsTables>, root: string, now: Date) {
  return db
    .selectFrom('accounts.account as a')
    .leftJoin('accounts.office as o', (join) => join.onRef('o.root', '=', 'a.root').onRef('o.id', '=', 'a.office'))
    .leftJoin('accounts.attempt as t', (join) =>
      join.onRef('t.root', '=', 'a.root').onRef('t.login', '=', 'a.login').on('t.locked_until', '>', now),
    )
    .where('a.root', '=', root)
    .select([
      'a.id',
      'a.login',
      'a.name',
      'a.line',
      'a.office',
      'o.name as officeName',
      'o.kind as officeKind',
      'o.region',
      'a.party',
      'a.must_change as mustChange',
      'a.password_at as passwordAt',
      'a.signed_in_at as signedInAt',
      'a.disabled_at as disabledAt',
      'a.disabled_why as disabledWhy',
      't.locked_until as lockedUntil',
      'a.created_at as createdAt',
      'a.version',
      rolesOf.as('roles'),
    ]);
}

/** Text for LIKE in which the person's own % and _ mean themselves. */
const likeText = (text: string): string => `%${text.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`;

/** The views of the list; an account may stand in several. */
const states: Readonly<Record<string, RawBuilder<SqlBool>>> = {
  active: sql<SqlBool>`a.disabled_at is null`,
  disabled: sql<SqlBool>`a.disabled_at is not null`,
  locked: sql<SqlBool>`t.locked_until is not null`,
  'without-role': sql<SqlBool>`(a.disabled_at is null
    and not exists (select 1 from accounts.role_grant g where g.root = a.root and g.account = a.id))`,
};

export function listAccounts(
  db: Db,
  root: string,
  now: Date,
  asked: AccountFilter & { sort?: string | undefined; after?: string | undefined; limit?: number | undefined },
): Promise<Page<AccountRow>> {
  const accounts = tables<AccountsTables>(db);
  let query = accountQuery(accounts, root, now);
  const { text, office, role, line, state } = asked;
  if (text !== undefined && text.trim() !== '') {
    const like = likeText(text.trim());
    query = query.where((eb) => eb.or([eb('a.login', 'ilike', like), eb('a.name', 'ilike', like), eb('o.name', 'ilike', like)]));
  }
  if (office !== undefined) query = query.where(sql<boolean>`a.office::text = any(${office.split(',')}::text[])`);
  if (line !== undefined) query = query.where(sql<boolean>`a.line = any(${line.split(',')}::text[])`);
  if (role !== undefined) {
    query = query.where(
      sql<boolean>`exists (select 1 from accounts.role_grant g where g.root = a.root and g.account = a.id and g.role = any(${role.split(',')}::text[]))`,
    );
  }
  if (state !== undefined) query = query.where((eb) => eb.or(state.split(',').flatMap((each) => states[each] ?? [])));
  return page(accounts, query, {
    columns: {
      login: { ref: 'a.login', type: 'text' },
      name: { ref: 'a.name', type: 'text' },
      office: { ref: 'o.name', type: 'text', nullable: true },
      signedInAt: { ref: 'a.signed_in_at', type: 'timestamptz', nullable: true },
      createdAt: { ref: 'a.created_at', type: 'timestamptz' },
    },
    id: 'a.id',
    sort: asked.sort,
    defaultSort: 'login',
    after: asked.after,
    limit: asked.limit,
  });
}

export interface AccountCounts {
  readonly active: number;
  readonly 'without-role': number;
  readonly locked: number;
  readonly disabled: number;
}

/** How many accounts each view of the list holds. */
export async function countAccounts(db: Db, root: string, now: Date): Promise<AccountCounts> {
  const { rows } = await sql<AccountCounts>`
    select count(*) filter (where a.disabled_at is null)::int as active,
           count(*) filter (where a.disabled_at is null and g.account is null)::int as "without-role",
           count(*) filter (where t.login is not null)::int as locked,
           count(*) filter (where a.disabled_at is not null)::int as disabled
    from accounts.account a
    left join accounts.attempt t on t.root = a.root and t.login = a.login and t.locked_until > ${now}
    left join (select distinct root, account from accounts.role_grant where root = ${root}) g on g.root = a.root and g.account = a.id
    where a.root = ${root}`.execute(db);
  return rows[0] ?? { active: 0, 'without-role': 0, locked: 0, disabled: 0 };
}

export async function findAccount(db: Db, root: string, id: string, now: Date): Promise<AccountRow | undefined> {
  return accountQuery(tables<AccountsTables>(db), root, now).where('a.id', '=', id).executeTakeFirst();
}

export async function getAccount(db: Db, root: string, id: string, now: Date): Promise<AccountRow> {
  const found = await findAccount(db, root, id, now);
  if (found === undefined) throw notFound('该账户');
  return found;
}

export async function findByLogin(db: Db, root: string, login: string, now: Date): Promise<AccountRow | undefined> {
  return accountQuery(tables<AccountsTables>(db), root, now).where('a.login', '=', login).executeTakeFirst();
}

/** Accounts of one party, the latest first; there are never many. */
export function accountsOfParty(db: Db, root: string, party: string, now: Date): Promise<AccountRow[]> {
  return accountQuery(tables<AccountsTables>(db), root, now)
    .where('a.party', '=', party)
    .orderBy('a.created_at', 'desc')
    .limit(100)
    .execute();
}

export interface NewAccount {
  readonly login: string;
  readonly name: string;
  readonly line: Line;
  readonly office: string | null;
  readonly party: string | null;
}

export async function insertAccount(db: Db, root: string, account: NewAccount, by: { account: string; now: Date }): Promise<string> {
  const id = uuidv7();
  await tables<AccountsTables>(db)
    .insertInto('accounts.account')
    .values({
      root,
      id,
      ...account,
      password_at: null,
      signed_in_at: null,
      disabled_at: null,
      disabled_why: null,
      created_at: by.now,
      created_by: by.account,
    })
    .execute();
  return id;
}

export interface AccountChange {
  readonly name?: string;
  readonly office?: string;
  readonly disabled_at?: Date | null;
  readonly disabled_why?: string | null;
}

/** Changes an account that is still as the person saw it. */
export async function changeAccount(db: Db, root: string, id: string, version: number, change: AccountChange): Promise<void> {
  const { numUpdatedRows } = await tables<AccountsTables>(db)
    .updateTable('accounts.account')
    .set({ ...change, version: sql`version + 1` })
    .where('root', '=', root)
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirstOrThrow();
  if (numUpdatedRows === 0n) throw staleWrite('该账户');
}

export async function noteSignIn(db: Db, root: string, id: string, change: { now: Date; mustChange: boolean }): Promise<void> {
  await tables<AccountsTables>(db)
    .updateTable('accounts.account')
    .set({ signed_in_at: change.now, must_change: change.mustChange })
    .where('root', '=', root)
    .where('id', '=', id)
    .execute();
}

/** Whether another active account of the line holds a role. */
export async function othersOfLine(db: Db, root: string, except: string, line: Line): Promise<boolean> {
  const found = await tables<AccountsTables>(db)
    .selectFrom('accounts.account as a')
    .innerJoin('accounts.role_grant as g', (join) => join.onRef('g.root', '=', 'a.root').onRef('g.account', '=', 'a.id'))
    .select('a.id')
    .where('a.root', '=', root)
    .where('a.line', '=', line)
    .where('a.id', '<>', except)
    .where('a.disabled_at', 'is', null)
    .executeTakeFirst();
  return found !== undefined;
}

export interface Colleague {
  readonly id: string;
  readonly name: string;
  readonly roles: RoleId[];
}

/** Those of the office who may work: to whom a role can be lent. */
export function colleaguesIn(db: Db, root: string, office: string): Promise<Colleague[]> {
  return tables<AccountsTables>(db)
    .selectFrom('accounts.account as a')
    .where('a.root', '=', root)
    .where('a.office', '=', office)
    .where('a.line', '=', 'business')
    .where('a.disabled_at', 'is', null)
    .select(['a.id', 'a.name', rolesOf.as('roles')])
    .orderBy('a.name')
    .limit(500)
    .execute();
}

export interface DemoSignIn {
  readonly account: string;
  readonly password: string;
  readonly role: string;
}

/** The printed sign-ins of a demonstration, none where the data are real. */
export function demoSignIns(db: Db, root: string): Promise<DemoSignIn[]> {
  return tables<AccountsTables>(db)
    .selectFrom('accounts.demo_sign_in as d')
    .where('d.root', '=', root)
    .where('d.is_printed', '=', true)
    .select(['d.login as account', 'd.password', 'd.says as role'])
    .orderBy('d.position')
    .execute();
}

/** Whether the root's data are fictional, and whether this account's password is known to everyone. */
export async function demoState(db: Db, root: string, account: string | null): Promise<{ isDemo: boolean; isOfDemo: boolean }> {
  const { rows } = await sql<{ isDemo: boolean; isOfDemo: boolean }>`
    select exists (select 1 from accounts.demo_sign_in where root = ${root}) as "isDemo",
           exists (select 1 from accounts.demo_sign_in where root = ${root} and account = ${account}::uuid) as "isOfDemo"`.execute(db);
  return rows[0] ?? { isDemo: false, isOfDemo: false };
}
