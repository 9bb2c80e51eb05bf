// The whole product killed in the middle of writes: what was acknowledged is there, and nothing is half done.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { openDatabase } from '#platform/db/database.ts';

const root = path.resolve(import.meta.dirname, '../..');
const dataDir = mkdtempSync(path.join(os.tmpdir(), 'kct-crash-'));
const port = 21_000 + (process.pid % 20_000);
const env = {
  ...process.env,
  KECHUANG_DATA: dataDir,
  KECHUANG_PORT: String(port),
  KECHUANG_HOST: '127.0.0.1',
  KECHUANG_LOG: 'silent',
  DATABASE_URL: '',
};
const url = `http://127.0.0.1:${port}/api`;

let server: ChildProcess | undefined;
afterAll(() => {
  server?.kill('SIGKILL');
  rmSync(dataDir, { recursive: true, force: true });
});

async function start(): Promise<ChildProcess> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'apps/cli/main.ts', 'serve'], { cwd: root, env, stdio: 'ignore' });
  for (let tries = 0; tries < 300; tries++) {
    if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode}`);
    if ((await fetch(`${url}/ready`).catch(() => null))?.status === 200) return child;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('the server did not answer');
}

async function signIn(account: string): Promise<string> {
  const answer = await fetch(`${url}/accounts/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ account, password: 'Lanjiang@2026' }),
  });
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');
}

interface Listed {
  readonly id: string;
  readonly version: number;
}

async function waiting(cookie: string): Promise<Listed[]> {
  const answer = await fetch(`${url}/casework/cases?waiting=mine&limit=200`, { headers: { cookie } });
  return ((await answer.json()) as { rows: Listed[] }).rows;
}

/** Gives opinions one after the other until the connection breaks; the ids that were acknowledged. */
async function opineUntilKilled(cookie: string, cases: readonly Listed[]): Promise<string[]> {
  const acknowledged: string[] = [];
  const next = cases[Symbol.iterator]();
  const worker = async (): Promise<void> => {
    for (const { id, version } of next) {
      const body = JSON.stringify({ version, verb: 'opine', data: { verdict: 'agree' } });
      const answer = await fetch(`${url}/casework/cases/${id}/moves`, {
        method: 'POST',
        headers: { cookie, 'content-type': 'application/json' },
        body,
      }).catch(() => null);
      if (answer === null) return;
      if (answer.status === 200) acknowledged.push(id);
    }
  };
  await Promise.all([worker(), worker(), worker(), worker()]);
  return acknowledged;
}

/** Cases whose events, projection and version do not say the same, and acknowledged ones without their event. */
async function broken(acknowledged: readonly string[]): Promise<{ torn: number; lost: number; trail: number }> {
  const database = await openDatabase({ embedded: { dataDir, join: true } });
  try {
    return await database.withOwner(async (client) => {
      const torn =
        await client.query(`select count(*)::int as n from casework.cases c where c.version <> (select max(seq) from casework.event e where e.case_id = c.id)
        or c.version <> (select count(*) from casework.event e where e.case_id = c.id) or (c.state ->> 'version')::int <> c.version`);
      const lost = await client.query(
        `select count(*)::int as n from unnest($1::uuid[]) as a(id) where not exists
        (select 1 from casework.event e where e.case_id = a.id and e.verb = 'opine' and e.at > now() - interval '1 hour')`,
        [acknowledged],
      );
      const trail =
        await client.query(`select count(*)::int as n from casework.event e where e.at > now() - interval '1 hour' and e.verb = 'opine' and e.actor <> '00000000-0000-0000-0000-000000000000'
        and not exists (select 1 from platform.trail t where t.subject_kind = 'case' and t.subject_id = e.case_id::text)`);
      return { torn: torn.rows[0]?.n as number, lost: lost.rows[0]?.n as number, trail: trail.rows[0]?.n as number };
    });
  } finally {
    await database.close();
  }
}

it('loses no acknowledged move and leaves none half done when the server, and then its database, is killed', async () => {
  const seeded = spawnSync(process.execPath, ['--import', 'tsx', 'apps/cli/main.ts', 'seed', '--count', '3000'], {
    cwd: root,
    env,
    encoding: 'utf8',
  });
  expect(seeded.status, seeded.stderr).toBe(0);
  server = await start();
  let cookie = await signIn('kj990171');
  const first = await waiting(cookie);
  expect(first.length).toBeGreaterThan(3);
  const victim = server;
  setTimeout(() => victim.kill('SIGKILL'), 60);
  const byServer = await opineUntilKilled(cookie, first);
  server = await start();
  expect(await broken(byServer)).toEqual({ torn: 0, lost: 0, trail: 0 });

  cookie = await signIn('kj990171');
  const second = await waiting(cookie);
  const postmaster = Number(readFileSync(path.join(dataDir, 'postgres/postmaster.pid'), 'utf8').split('\n')[0]);
  setTimeout(() => process.kill(postmaster, 'SIGKILL'), 40);
  const byDatabase = await opineUntilKilled(cookie, second);
  for (let tries = 0; tries < 100 && (await fetch(`${url}/ready`).catch(() => null))?.status !== 200; tries++)
    await new Promise((resolve) => setTimeout(resolve, 100));
  expect(await broken([...byServer, ...byDatabase])).toEqual({ torn: 0, lost: 0, trail: 0 });
}, 120_000);
