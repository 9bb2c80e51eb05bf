// Starts one throw-away PostgreSQL for a test run and makes the migrated template that test databases are cloned from.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { migrations } from '../apps/server/migrations.ts';
import { openDatabase } from '../platform/db/database.ts';
import { startEmbedded } from '../platform/db/embedded.ts';
import { migrate } from '../platform/db/migrate.ts';

export interface Cluster {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly template: string;
}

declare module 'vitest' {
  interface ProvidedContext {
    cluster: Cluster;
  }
}

const TEMPLATE = 'kechuang_template';

async function makeTemplate(connection: { host: string; port: number; user: string }): Promise<void> {
  const client = new pg.Client({ ...connection, database: 'postgres' });
  await client.connect();
  await client.query(`create database ${TEMPLATE}`);
  await client.end();
  const database = await openDatabase({ url: { ...connection, database: TEMPLATE }, poolSize: 1 });
  await migrate(database, migrations);
  await database.close();
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dir = mkdtempSync(path.join(os.tmpdir(), 'kct-'));
  chmodSync(dir, 0o755);
  const server = await startEmbedded({ dataDir: path.join(dir, 'd'), fast: true });
  const { host, port, user } = server.connection;
  const stop = async (): Promise<void> => {
    await server.stop();
    rmSync(dir, { recursive: true, force: true });
  };
  try {
    await makeTemplate({ host, port, user });
  } catch (error) {
    await stop();
    throw error;
  }
  project.provide('cluster', { host, port, user, template: TEMPLATE });
  return stop;
}
