// Makes a cluster that a later start finds whole: UTF-8, Chinese in pinyin order, no way in but the private socket.
import { spawn } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { Refusal } from '../refusal.ts';
import type { Place } from './embedded-place.ts';

/** The cluster's own administrator; the private socket is the only way to it. */
export const USER = 'kechuang';

export const environment = (): NodeJS.ProcessEnv => ({ PATH: process.env.PATH, LC_ALL: 'C', TZ: 'Asia/Shanghai' });

function run(program: string, args: readonly string[], place: Place): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { env: environment(), cwd: '/', stdio: ['ignore', 'pipe', 'pipe'], ...place.runAs });
    let output = '';
    const keep = (chunk: Buffer): void => {
      output += chunk.toString('utf8');
    };
    child.stdout?.on('data', keep);
    child.stderr?.on('data', keep);
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, output }));
  });
}

/** Made beside its place and renamed when complete, so that an interrupted first start leaves nothing half done. */
export async function createCluster(place: Place, fast: boolean): Promise<void> {
  const making = `${place.clusterDir}.making`;
  let lastOutput = '';
  // Older systems lack C.UTF-8; without a UTF-8 character type pg_trgm would drop Chinese characters.
  for (const locale of ['C.UTF-8', 'C.utf8', 'en_US.UTF-8', 'zh_CN.UTF-8']) {
    rmSync(making, { recursive: true, force: true });
    mkdirSync(making, { recursive: true, mode: 0o700 });
    if (place.runAs !== undefined) chownSync(making, place.runAs.uid, place.runAs.gid);
    const { code, output } = await run(
      path.join(place.binaries.binDir, 'initdb'),
      [
        `--pgdata=${making}`,
        `--username=${USER}`,
        '--encoding=UTF8',
        '--locale-provider=icu',
        '--icu-locale=zh-Hans-CN',
        `--locale=${locale}`,
        '--auth-local=trust',
        '--auth-host=reject',
        ...(fast ? ['--no-sync'] : ['--data-checksums']),
      ],
      place,
    );
    if (code === 0) {
      renameSync(making, place.clusterDir);
      return;
    }
    lastOutput = output;
    if (!/invalid locale/.test(output)) break;
  }
  rmSync(making, { recursive: true, force: true });
  throw notCreated(place, lastOutput);
}

function notCreated(place: Place, output: string): Refusal {
  if (/could not look up effective user ID/.test(output)) {
    const user = process.getuid?.() ?? '';
    return new Refusal(
      'USER_UNKNOWN',
      `运行本程序的用户（编号 ${user}）没有在系统登记，无法建立数据库。请以已登记的用户运行（容器中可用 root）。`,
      { status: 503 },
    );
  }
  const words = output.trim().split('\n').slice(-6).join('\n');
  return new Refusal('DATABASE_NOT_CREATED', `未能建立数据库（目录「${place.clusterDir}」）。数据库程序的原话：\n${words}`, {
    status: 503,
  });
}

export function checkVersion(place: Place): void {
  const stored = readFileSync(path.join(place.clusterDir, 'PG_VERSION'), 'utf8').trim();
  const share = path.join(path.dirname(place.binaries.binDir), 'share');
  const control = ['postgresql', '', `postgresql/${stored}`].map((part) => path.join(share, part, 'postgres.bki')).find(existsSync);
  const programs = control === undefined ? undefined : /^# PostgreSQL (\d+)/.exec(readFileSync(control, 'utf8').slice(0, 40))?.[1];
  if (programs !== undefined && programs !== stored) {
    throw new Refusal(
      'DATABASE_VERSION',
      `数据目录由 PostgreSQL ${stored} 建立，而现在的程序是 ${programs}。请安装 ${stored} 版程序，或先导出数据再升级。`,
      { status: 503 },
    );
  }
}
