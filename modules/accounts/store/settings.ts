// Reads and writes the security settings of a root; without a row the defaults stand.
import { sql, type Transaction } from 'kysely';
import { tables } from '#platform/http/action.ts';
import { staleWrite } from '#platform/refusal.ts';
import { defaultSettings, type Settings } from '../model/settings.ts';
import type { AccountsTables } from './tables.ts';

export interface StoredSettings {
  readonly settings: Settings;
  /** 0 while the defaults stand. */
  readonly version: number;
  readonly changedAt: Date | null;
}

export async function readSettings(db: Transaction<unknown>, root: string): Promise<StoredSettings> {
  const row = await tables<AccountsTables>(db).selectFrom('accounts.setting').selectAll().where('root', '=', root).executeTakeFirst();
  if (row === undefined) return { settings: defaultSettings, version: 0, changedAt: null };
  const settings: Settings = {
    idleMinutes: row.idle_minutes,
    adminIdleMinutes: row.admin_idle_minutes,
    absoluteHours: row.absolute_hours,
    failLimit: row.fail_limit,
    failWindowMinutes: row.fail_window_minutes,
    lockMinutes: row.lock_minutes,
    passwordDays: row.password_days,
    delegationDays: row.delegation_days,
  };
  return { settings, version: row.version, changedAt: row.changed_at };
}

export async function writeSettings(
  db: Transaction<unknown>,
  root: string,
  change: { settings: Settings; version: number; now: Date; by: string },
): Promise<void> {
  const { settings } = change;
  const columns = {
    idle_minutes: settings.idleMinutes,
    admin_idle_minutes: settings.adminIdleMinutes,
    absolute_hours: settings.absoluteHours,
    fail_limit: settings.failLimit,
    fail_window_minutes: settings.failWindowMinutes,
    lock_minutes: settings.lockMinutes,
    password_days: settings.passwordDays,
    delegation_days: settings.delegationDays,
    changed_at: change.now,
    changed_by: change.by,
  };
  const accounts = tables<AccountsTables>(db);
  if (change.version === 0) {
    const { numInsertedOrUpdatedRows } = await accounts
      .insertInto('accounts.setting')
      .values({ root, ...columns })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirstOrThrow();
    if (numInsertedOrUpdatedRows === 0n) throw staleWrite('安全策略');
    return;
  }
  const { numUpdatedRows } = await accounts
    .updateTable('accounts.setting')
    .set({ ...columns, version: sql`version + 1` })
    .where('root', '=', root)
    .where('version', '=', change.version)
    .executeTakeFirstOrThrow();
  if (numUpdatedRows === 0n) throw staleWrite('安全策略');
}
