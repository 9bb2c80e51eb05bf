// An installation from its first start: opened, examined, its trail proven from the command line, its key guarded.
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Writable } from 'node:stream';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeActor, ROOT } from '#testing/actors.ts';
import { migrations } from '../apps/server/migrations.ts';
import { readConfig } from './config.ts';
import { keyFileOf } from './crypto/keys.ts';
import { examine, isHealthy } from './doctor/doctor.ts';
import { nodeIsNewEnough } from './doctor/machine.ts';
import { runInContext } from './http/context.ts';
import { makeLog } from './log/log.ts';
import { openPlatform, type Platform } from './open.ts';

let dir: string;
let platform: Platform;
const config = () => readConfig({ KECHUANG_DATA: path.join(dir, 'data') });
const silent = makeLog({ level: 'silent' });

const kechuang = (...args: string[]) => {
  const run = spawnSync(process.execPath, ['--import', 'tsx', 'apps/cli/main.ts', ...args], {
    encoding: 'utf8',
    env: { PATH: process.env.PATH, KECHUANG_DATA: path.join(dir, 'data') },
  });
  return { code: run.status, out: run.stdout, err: run.stderr };
};

beforeAll(async () => {
  dir = mkdtempSync(path.join(os.tmpdir(), 'kct-all-'));
  chmodSync(dir, 0o755);
  const before = await examine(config(), migrations);
  expect([isHealthy(before), before.at(-1)?.level]).toEqual([true, 'skipped']);
  platform = await openPlatform(config(), { migrations, log: silent });
});
afterAll(async () => {
  await platform.close();
  rmSync(dir, { recursive: true, force: true });
});

it('starts from nothing, and is found healthy beside the running server', async () => {
  expect(platform.migrated).toHaveLength(migrations.length);
  const findings = await examine(config(), migrations);
  expect(findings.filter((finding) => finding.level === 'bad')).toEqual([]);
  expect(findings.map((finding) => finding.check)).toEqual(
    expect.arrayContaining(['国密算法', '数据库', '升级步骤', '密钥一致', '后台任务']),
  );
});

it('proves the trail from the command line, and ends with 1 when a line was changed', async () => {
  await runInContext(platform.services, makeActor('王科员'), { writes: true }, async (context) => {
    for (const at of [1, 2, 3]) await context.trail(`办理${at}`, { kind: 'case', id: '1' });
  });
  const well = kechuang('trail', 'verify');
  expect([well.code, well.out]).toEqual([0, expect.stringContaining(`${ROOT}：3 条审计记录完整，未被改动。`)]);
  await platform.database.withOwner((client) =>
    client.query(`set session_replication_role = replica; update platform.trail set name = '他人' where seq = 2`),
  );
  const broken = kechuang('trail', 'verify', '--json');
  expect(broken.code).toBe(1);
  expect(JSON.parse(broken.out)).toMatchObject({ holds: false, roots: [{ root: ROOT, lines: 1, broken: { kind: 'edited', seq: '2' } }] });
});

it('finds an open key file and pending steps, and refuses a foreign key', async () => {
  const later = [...migrations, { id: 'later/001-x', sql: 'select 1' }];
  chmodSync(keyFileOf(config().dataDir), 0o644);
  const findings = await examine(config(), later);
  expect(findings.find((finding) => finding.check === '密钥文件')?.level).toBe('bad');
  expect(findings.find((finding) => finding.check === '升级步骤')?.message).toContain('later/001-x');
  writeFileSync(keyFileOf(config().dataDir), `${'ab'.repeat(32)}\n`, { mode: 0o600 });
  await expect(openPlatform(config(), { migrations, join: true, log: silent })).rejects.toMatchObject({ code: 'KEY_MISMATCH' });
});

it('reads settings with care', () => {
  expect(() => readConfig({ DATABASE_URL: 'mysql://x' })).toThrow('应以 postgres:// 开头');
  expect(() => readConfig({ KECHUANG_ROOT: '99' })).toThrow('6位区划代码');
  expect(() => readConfig({ KECHUANG_POOL: 'many' })).toThrow('KECHUANG_POOL');
  expect(readConfig({ KECHUANG_POOL: '', DATABASE_URL: ' ' })).toMatchObject({ poolSize: 20, databaseUrl: undefined });
});

it('logs no secrets and no rows of the database', () => {
  const lines: string[] = [];
  const to = new Writable({
    write: (chunk, _encoding, done) => {
      lines.push(String(chunk));
      done();
    },
  });
  const log = makeLog({ level: 'info', to });
  const error = Object.assign(new Error('duplicate key'), { code: '23505', detail: 'Key (phone)=(13800000000) already exists.' });
  log.error({ err: error, password: 'p1', user: { phone: '13800000000' } }, 'fault');
  expect(lines.join('')).not.toMatch(/p1"|13800000000/);
  expect(lines.join('')).toContain('23505');
});

it('knows which runtimes are new enough', () => {
  expect(['v20.19.0', 'v20.20.2', 'v22.0.0', 'v24.1.0', 'v20.18.9', 'v18.20.0'].map(nodeIsNewEnough)).toEqual([
    true,
    true,
    true,
    true,
    false,
    false,
  ]);
});
