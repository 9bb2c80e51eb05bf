// One server for one data directory: a lock file that names its holder, so that a second one is refused in plain words.
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Refusal } from '../refusal.ts';
import { processFacts } from './postmaster.ts';

interface Holder {
  readonly pid: number;
  readonly started: string;
}

export interface ServerLock {
  release(): void;
}

const lockFile = (dataDir: string): string => path.join(dataDir, 'server.lock');

/** The living holder of the directory, undefined when the lock is absent or stale. A reused process number has another start time. */
export function lockHolder(dataDir: string): Holder | undefined {
  try {
    const holder = JSON.parse(readFileSync(lockFile(dataDir), 'utf8')) as Holder;
    return processFacts(holder.pid)?.started === holder.started ? holder : undefined;
  } catch {
    return undefined;
  }
}

export function takeLock(dataDir: string): ServerLock {
  const file = lockFile(dataDir);
  const own = `${file}.${process.pid}.${Math.random().toString(36).slice(2)}`;
  const me: Holder = { pid: process.pid, started: processFacts(process.pid)?.started ?? '' };
  writeFileSync(own, JSON.stringify(me), { mode: 0o600 });
  try {
    for (let attempt = 0; attempt < 5; attempt++) {
      try {
        linkSync(own, file);
        return { release: () => rmSync(file, { force: true }) };
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      }
      const holder = lockHolder(dataDir);
      if (holder !== undefined) {
        throw new Refusal(
          'DATA_IN_USE',
          `数据目录「${dataDir}」正由另一个服务进程（进程号 ${holder.pid}）使用。请先停止它，或为本进程换一个数据目录（KECHUANG_DATA）。`,
          { status: 409 },
        );
      }
      // PostgreSQL's own lock remains the last word if two starters remove a stale file at the same moment.
      const stale = `${own}.stale`;
      try {
        renameSync(file, stale);
        rmSync(stale, { force: true });
      } catch {
        // Someone else removed it first.
      }
    }
    throw new Refusal('DATA_IN_USE', `数据目录「${dataDir}」正被多个进程同时启动，请稍候再试。`, { status: 409 });
  } finally {
    rmSync(own, { force: true });
  }
}
