// Brings a database up to the program: forward only, each step whole or not at all, safe when several servers start at once.
import { createHash } from 'node:crypto';
import type pg from 'pg';
import { installQueue } from '../jobs/install.ts';
import { Refusal } from '../refusal.ts';
import type { Database } from './database.ts';
import type { Migration } from './migration.ts';
import { APP_ROLE, allRoles, rolesSql } from './scope-roles.ts';

/** Any number will do, as long as all servers take the same. */
const LOCK = 7_016_925_114;

export interface MigrationState {
  readonly applied: readonly string[];
  readonly pending: readonly string[];
}

const checksum = (migration: Migration): string => createHash('sha256').update(migration.sql.replaceAll('\r\n', '\n')).digest('hex');

/** Makes what is missing of the roles that requests run as; they are shared by all databases of a cluster. */
async function ensureRoles(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query<{ role: string; me: string; exists: boolean; member: boolean; inherits: boolean }>(
    `select wanted.role, current_user as me, r.oid is not null as exists,
            r.oid is not null and pg_has_role(current_user, r.oid, 'member') as member,
            wanted.role = $2 or (r.oid is not null and exists (select 1 from pg_auth_members m join pg_roles g on g.oid = m.roleid and g.rolname = $2 where m.member = r.oid)) as inherits
     from unnest($1::text[]) as wanted(role) left join pg_roles r on r.rolname = wanted.role`,
    [allRoles, APP_ROLE],
  );
  const lacking = rows.filter((row) => !(row.exists && row.member && row.inherits));
  if (lacking.length === 0) return;
  try {
    for (const { role, exists } of lacking) if (!exists) await client.query(`create role ${role} nologin inherit nobypassrls`);
    for (const { role, inherits } of lacking) if (!inherits) await client.query(`grant ${APP_ROLE} to ${role}`);
    for (const { role, member } of lacking) if (!member) await client.query(`grant ${role} to current_user`);
  } catch (error) {
    const code = (error as { code?: string }).code;
    // Another database of the same cluster made it in the same moment.
    if (code === '42710' || code === '23505' || code === 'XX000') return ensureRoles(client);
    if (code !== '42501') throw error;
    const me = rows[0]?.me ?? '';
    throw new Refusal('ROLE_MISSING', `数据库账户「${me}」无权建立应用角色。请数据库管理员执行：${rolesSql(me)}`, { status: 503 });
  }
}

async function recorded(client: pg.ClientBase): Promise<Map<string, string>> {
  const { rows: there } = await client.query<{ there: boolean }>(`select to_regclass('platform.migration') is not null as there`);
  if (there[0]?.there !== true) return new Map();
  const { rows } = await client.query<{ id: string; checksum: string }>('select id, checksum from platform.migration');
  return new Map(rows.map((row) => [row.id, row.checksum]));
}

function compare(migrations: readonly Migration[], done: ReadonlyMap<string, string>): Migration[] {
  const known = new Map<string, Migration>();
  for (const migration of migrations) {
    if (known.has(migration.id))
      throw new Refusal('MIGRATION_TWICE', `升级步骤「${migration.id}」在清单中出现了两次，请改正程序。`, { status: 503 });
    known.set(migration.id, migration);
  }
  for (const [id, sum] of done) {
    const migration = known.get(id);
    if (migration === undefined) {
      throw new Refusal('DATABASE_NEWER', `数据库中已有升级步骤「${id}」，而本程序没有这一步：数据库比程序新，请使用较新的程序。`, {
        status: 503,
      });
    }
    if (checksum(migration) !== sum) {
      throw new Refusal(
        'MIGRATION_EDITED',
        `升级步骤「${id}」在执行之后被改动过。已执行的步骤不得修改，请恢复原文，并把改动写成新的一步。`,
        { status: 503 },
      );
    }
  }
  return migrations.filter((migration) => !done.has(migration.id));
}

async function apply(client: pg.ClientBase, migration: Migration): Promise<void> {
  try {
    await client.query('begin');
    await client.query(migration.sql);
    await client.query('insert into platform.migration (id, checksum) values ($1, $2)', [migration.id, checksum(migration)]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback').catch(() => {});
    const reason = error instanceof Error ? error.message : String(error);
    throw new Refusal('MIGRATION_FAILED', `升级步骤「${migration.id}」未能执行，数据库保持在这一步之前的样子。原因：${reason}`, {
      status: 503,
    });
  }
}

export async function migrationState(database: Database, migrations: readonly Migration[]): Promise<MigrationState> {
  return database.withOwner(async (client) => {
    const done = await recorded(client);
    return { applied: [...done.keys()], pending: compare(migrations, done).map((migration) => migration.id) };
  });
}

/** Applies what is missing and returns the ids; a server that comes second waits for the first and finds nothing to do. */
export async function migrate(database: Database, migrations: readonly Migration[]): Promise<string[]> {
  return database.withOwner(async (client) => {
    await client.query(`set lock_timeout = '10min'`);
    await client.query('select pg_advisory_lock($1)', [LOCK]);
    try {
      await client.query(`set lock_timeout = '30s'`);
      await ensureRoles(client);
      await client.query(`
        create schema if not exists platform;
        create table if not exists platform.migration (id text primary key, checksum text not null, applied_at timestamptz not null default now());
        grant usage on schema platform to ${APP_ROLE};`);
      await installQueue(database.direct);
      const pending = compare(migrations, await recorded(client));
      for (const migration of pending) await apply(client, migration);
      return pending.map((migration) => migration.id);
    } finally {
      await client.query('select pg_advisory_unlock($1)', [LOCK]).catch(() => {});
    }
  });
}
