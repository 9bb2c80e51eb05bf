// The embedded server: one holder for a directory, nothing acknowledged is lost, and it comes back by itself.
import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Refusal } from '../refusal.ts';
import { findBinaries } from './binaries.ts';
import { type Database, openDatabase } from './database.ts';
import { startEmbedded } from './embedded.ts';
import { firstClosed } from './embedded-place.ts';
import { migrate } from './migrate.ts';
import { clearRemains, processFacts, runningPostmaster } from './postmaster.ts';
import { moduleSchema } from './row-security.ts';

let dir: string;
let database: Database;
const dataDir = (): string => path.join(dir, 'data');
const notices: string[] = [];
const ledger = {
  id: 'crash/001-ledger',
  sql: `${moduleSchema('crash')} create table crash.entry (n bigint primary key); grant select, insert on crash.entry to kechuang_app;`,
};

beforeAll(async () => {
  dir = mkdtempSync(path.join(os.tmpdir(), 'kct-emb-'));
  chmodSync(dir, 0o755);
  database = await openDatabase({ embedded: { dataDir: dataDir(), say: (notice) => notices.push(notice) } });
  await migrate(database, [ledger]);
});
afterAll(async () => {
  await database.close();
  rmSync(dir, { recursive: true, force: true });
});

it('listens on no port, keeps its directories to itself, and sorts Chinese by pinyin', async () => {
  const facts = await database.withOwner(async (client) => (await client.query('show listen_addresses')).rows[0]);
  expect(facts).toEqual({ listen_addresses: '' });
  expect(statSync(path.join(dataDir(), 'postgres')).mode & 0o777).toBe(0o700);
  expect(statSync(path.join(dataDir(), 'run')).mode & 0o777).toBe(0o700);
  const names = await database.withOwner(
    async (client) => (await client.query(`select x from unnest(array['张三', '李四', '阿里', '王五', '北京']) x order by x`)).rows,
  );
  expect(names.map((row: { x: string }) => row.x).join('')).toBe('阿里北京李四王五张三');
});

it('refuses a second server on the same directory in plain words, but lets a command join it', async () => {
  await expect(startEmbedded({ dataDir: dataDir() })).rejects.toThrow(/正由另一个服务进程/);
  const joined = await startEmbedded({ dataDir: dataDir(), join: true });
  expect([joined.owned, joined.pid()]).toEqual([false, database.embedded?.pid()]);
  await joined.stop();
  expect(runningPostmaster(path.join(dataDir(), 'postgres'))).toBeDefined();
});

it('loses no acknowledged write when the server is killed, and carries on by itself', async () => {
  const acknowledged = new Set<string>();
  let next = 0;
  let stop = false;
  const refused = new Set<string>();
  const writer = async (): Promise<void> => {
    while (!stop) {
      const n = ++next;
      try {
        await database.withSystem('990100', (db) => sql`insert into crash.entry values (${n})`.execute(db));
        acknowledged.add(String(n));
      } catch (error) {
        refused.add(error instanceof Refusal ? error.code : String(error));
      }
    }
  };
  const writers = Array.from({ length: 8 }, writer);
  for (let kill = 0; kill < 3; kill++) {
    const before = acknowledged.size;
    const pid = database.embedded?.pid();
    while (acknowledged.size < before + 50) await wait(5);
    if (pid !== undefined) process.kill(pid, 'SIGKILL');
    while (database.embedded?.pid() === pid) await wait(10);
  }
  const before = acknowledged.size;
  while (acknowledged.size < before + 50) await wait(5);
  stop = true;
  await Promise.all(writers);
  const { rows } = await database.withSystem('990100', (db) => sql<{ n: string }>`select n from crash.entry`.execute(db));
  const stored = new Set(rows.map((row) => row.n));
  expect([...acknowledged].filter((n) => !stored.has(n))).toEqual([]);
  // What was in flight is told as lost or unknown, never as a fault.
  expect([...refused].filter((code) => code !== 'DATABASE_UNAVAILABLE' && code !== 'OUTCOME_UNKNOWN')).toEqual([]);
  expect(notices).toContain('数据库意外退出，正在自动恢复。');
});

/** A process of its own that starts the embedded server and waits. */
async function otherProcess(dataDir: string): Promise<{ child: ChildProcess; postmaster: number }> {
  const file = path.join(dir, 'other.mts');
  writeFileSync(
    file,
    `import { startEmbedded } from ${JSON.stringify(path.resolve('platform/db/embedded.ts'))};
    const server = await startEmbedded({ dataDir: ${JSON.stringify(dataDir)}, fast: true }); console.log(server.pid()); setInterval(() => {}, 1000);`,
  );
  const child = spawn(process.execPath, ['--import', 'tsx', file], { stdio: ['ignore', 'pipe', 'inherit'], cwd: path.resolve('.') });
  const line = await new Promise<string>((resolve) => child.stdout.once('data', (chunk: Buffer) => resolve(chunk.toString())));
  return { child, postmaster: Number(line) };
}

const end = (child: ChildProcess, signal: NodeJS.Signals): Promise<unknown> => {
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill(signal);
  return ended;
};

it('stops its database when its process is told to end, and takes over from one that was killed', async () => {
  const orphaned = path.join(dir, 'orphaned');
  const told = await otherProcess(orphaned);
  await end(told.child, 'SIGTERM');
  expect(processFacts(told.postmaster)).toBeUndefined();
  expect(existsSync(path.join(orphaned, 'server.lock'))).toBe(false);
  const killed = await otherProcess(orphaned);
  await end(killed.child, 'SIGKILL');
  expect(processFacts(killed.postmaster)?.command).toBe('postgres');
  const server = await startEmbedded({ dataDir: orphaned, fast: true });
  expect(server.pid()).not.toBe(killed.postmaster);
  await server.stop();
  expect(processFacts(killed.postmaster)).toBeUndefined();
});

it('leaves nothing running when it is stopped while it recovers', async () => {
  const server = await startEmbedded({ dataDir: path.join(dir, 'stopped'), fast: true });
  const pid = server.pid();
  if (pid !== undefined) process.kill(pid, 'SIGKILL');
  while (server.pid() === pid) await wait(1);
  await server.stop();
  expect(runningPostmaster(path.join(dir, 'stopped', 'postgres'))).toBeUndefined();
});

it('does not mistake another program with the same number for a running server', async () => {
  const cluster = path.join(dir, 'reused');
  mkdirSync(cluster);
  const file = path.join(cluster, 'postmaster.pid');
  writeFileSync(file, `${process.pid}\n${cluster}\n0\n5432\n/nowhere\n\n1 1\nready\n`);
  expect(runningPostmaster(cluster)).toBeUndefined();
  await clearRemains(cluster);
  expect(existsSync(file)).toBe(false);
});

it('puts the socket elsewhere when the path is too long for one', async () => {
  const long = path.join(dir, 'a-very-long-directory-name-'.repeat(5));
  const server = await startEmbedded({ dataDir: long, fast: true });
  expect(Buffer.byteLength(server.connection.host)).toBeLessThan(90);
  expect(server.connection.host.startsWith(long)).toBe(false);
  await server.stop();
  rmSync(server.connection.host, { recursive: true });
});

it('says what it misses: programs, a way through closed directories, a version', async () => {
  expect(() => findBinaries('/nowhere')).toThrow('没有 initdb 和 postgres');
  const closed = path.join(dir, 'closed');
  mkdirSync(closed, { mode: 0o700 });
  expect(firstClosed(path.join(closed, 'data'), { uid: 65534, gid: 65534 })).toBe(closed);
  const other = path.join(dir, 'other-version');
  mkdirSync(path.join(other, 'postgres'), { recursive: true });
  writeFileSync(path.join(other, 'postgres', 'PG_VERSION'), '14\n');
  await expect(startEmbedded({ dataDir: other })).rejects.toThrow('PostgreSQL 14');
  expect(existsSync(path.join(other, 'server.lock'))).toBe(false);
  expect(readFileSync(path.join(other, 'postgres', 'PG_VERSION'), 'utf8')).toBe('14\n');
});
