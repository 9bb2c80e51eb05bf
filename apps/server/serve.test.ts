// The whole product on a port: it starts on an empty database, answers, and ends in good order.
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, inject, it } from 'vitest';
import { readConfig } from '#platform/config.ts';
import { makeDatabase } from '#testing/database.ts';
import { startServer } from './serve.ts';

it('starts on a database without accounts when the demonstration is off, answers, and closes', async () => {
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'kct-serve-'));
  const database = await makeDatabase();
  const { host, port, user } = inject('cluster');
  const url = `postgres://${user}@/${database.name}?host=${encodeURIComponent(host)}&port=${port}`;
  const config = readConfig({ DATABASE_URL: url, KECHUANG_DATA: dataDir, KECHUANG_PORT: '0', KECHUANG_POOL: '4' });
  const said: string[] = [];
  const server = await startServer(config, { demo: false, say: (notice) => said.push(notice) });
  expect(server.signIns).toEqual([]);
  const ask = async (at: string, init?: RequestInit) => fetch(`${server.url}/api${at}`, init);
  expect(await (await ask('/accounts/welcome')).json()).toEqual({ bureau: '澜江市科学技术局', demo: false, demoAccounts: [] });
  expect((await ask('/ready')).status).toBe(200);
  const refused = await ask('/accounts/sign-in', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ account: 'gaoxin', password: 'Lanjiang@2026' }),
  });
  expect(refused.status).toBe(401);
  await server.close();
  await expect(ask('/ready')).rejects.toThrow();
  await database.close();
  rmSync(dataDir, { recursive: true, force: true });
  expect(said.join()).not.toContain('演示');
});
