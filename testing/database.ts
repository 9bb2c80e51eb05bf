// A database of its own for a test file, cloned from the migrated template.
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import { migrations as product } from '../apps/server/migrations.ts';
import { type Database, openDatabase } from '../platform/db/database.ts';
import { migrate } from '../platform/db/migrate.ts';
import type { Migration } from '../platform/db/migration.ts';

export interface TestDatabaseOptions {
  /** Further steps of the test's own, e.g. a specimen table. */
  readonly migrations?: readonly Migration[];
  readonly poolSize?: number;
}

export interface TestDatabase extends Database {
  readonly name: string;
}

/** One clone at a time in this process; others may clone too, and the template refuses while it is copied. */
async function clone(name: string): Promise<pg.PoolConfig> {
  const { host, port, user, template } = inject('cluster');
  const client = new pg.Client({ host, port, user, database: 'postgres' });
  await client.connect();
  try {
    for (let attempt = 0; ; attempt++) {
      try {
        await client.query(`create database ${name} template ${template}`);
        break;
      } catch (error) {
        if ((error as { code?: string }).code !== '55006' || attempt > 50) throw error;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    }
  } finally {
    await client.end();
  }
  return { host, port, user, database: name };
}

export async function makeDatabase(options: TestDatabaseOptions = {}): Promise<TestDatabase> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  const url = await clone(name);
  const database = await openDatabase({ url, poolSize: options.poolSize ?? 8 });
  if (options.migrations !== undefined && options.migrations.length > 0) await migrate(database, [...product, ...options.migrations]);
  return Object.assign(database, { name });
}
