// Installs the job queue's own tables beside ours.
import { runMigrations } from 'graphile-worker';
import pg from 'pg';
import { quietLogger } from './logger.ts';

export async function installQueue(connection: pg.PoolConfig): Promise<void> {
  const pool = new pg.Pool({ ...connection, max: 1 });
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  try {
    await runMigrations({ pgPool: pool, logger: quietLogger });
  } finally {
    await pool.end();
  }
}
