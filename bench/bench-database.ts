// A database of its own for a duel: embedded, migrated, with fsync on as in production, removed afterwards.
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { migrations } from '#apps/server/migrations.ts';
import { type Database, openDatabase } from '#platform/db/database.ts';
import { migrate } from '#platform/db/migrate.ts';

export async function withBenchDatabase<T>(work: (database: Database) => Promise<T>): Promise<T> {
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'kcb-'));
  const database = await openDatabase({ embedded: { dataDir }, poolSize: 40 });
  try {
    await migrate(database, migrations);
    return await work(database);
  } finally {
    await database.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** Calls a second that `clients` loops make side by side within `seconds`. */
export async function throughput(clients: number, seconds: number, call: (n: number) => Promise<unknown>): Promise<number> {
  const until = performance.now() + seconds * 1000;
  let calls = 0;
  const loop = async (client: number): Promise<void> => {
    for (let n = client; performance.now() < until; n += clients) {
      await call(n);
      calls += 1;
    }
  };
  const started = performance.now();
  await Promise.all(Array.from({ length: clients }, (_, client) => loop(client)));
  return (calls * 1000) / (performance.now() - started);
}

export const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
