// Examines an installation from the runtime to the queue, changing nothing that is not its own.
import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Config } from '../config.ts';
import { keyFileOf, loadKeys } from '../crypto/keys.ts';
import { type Database, openDatabase } from '../db/database.ts';
import type { Migration } from '../db/migration.ts';
import { type Check, type Finding, runChecks } from './check.ts';
import { databaseChecks } from './database.ts';
import { machineChecks } from './machine.ts';

const NAME = '数据库连接';

type MoreChecks = (database: Database) => readonly Check[];

async function examineDatabase(config: Config, migrations: readonly Migration[], more: MoreChecks): Promise<Finding[]> {
  // A link counts as well: the cluster may lie elsewhere.
  if (config.databaseUrl === undefined && !existsSync(path.join(config.dataDir, 'postgres'))) {
    return [{ check: NAME, level: 'skipped', message: '数据库尚未建立，首次启动时自动建立。' }];
  }
  let database: Database;
  try {
    database = await openDatabase({
      ...(config.databaseUrl === undefined ? { embedded: { dataDir: config.dataDir, join: true } } : { url: config.databaseUrl }),
      ...(config.directUrl === undefined ? {} : { directUrl: config.directUrl }),
      poolSize: 2,
    });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return [{ check: NAME, level: 'bad', message, remedy: '请检查数据库是否启动、地址和账户是否正确。' }];
  }
  try {
    const fingerprint = existsSync(keyFileOf(config.dataDir)) ? loadKeys(config.dataDir).fingerprint : undefined;
    return await runChecks([...databaseChecks(database, migrations, fingerprint), ...more(database)]);
  } finally {
    await database.close();
  }
}

/** `more` are what the business itself wants looked at, which the platform does not know. */
export async function examine(config: Config, migrations: readonly Migration[], more: MoreChecks = () => []): Promise<Finding[]> {
  const machine = await runChecks(machineChecks(config));
  return [...machine, ...(await examineDatabase(config, migrations, more))];
}

export const isHealthy = (findings: readonly Finding[]): boolean => findings.every((finding) => finding.level !== 'bad');
