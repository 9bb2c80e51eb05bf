// Tells whether a PostgreSQL server lives in a data directory, and waits until a killed one has really gone.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Refusal } from '../refusal.ts';

const read = (file: string): string | undefined => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
};

/** State letter, start time and command of a process; undefined when there is none. A zombie has gone, whatever `kill -0` says. */
export function processFacts(pid: number): { started: string; command: string } | undefined {
  if (process.platform === 'linux') {
    const stat = read(`/proc/${pid}/stat`);
    if (stat === undefined) return undefined;
    // The command in parentheses may itself hold spaces and parentheses, so count from the last one.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    if (fields[0] === 'Z' || fields[0] === 'X') return undefined;
    return { started: fields[19] ?? '', command: stat.slice(stat.indexOf('(') + 1, stat.lastIndexOf(')')) };
  }
  try {
    const line = execFileSync('ps', ['-o', 'stat=,lstart=,comm=', '-p', String(pid)], { encoding: 'utf8' }).trim();
    if (line === '' || line.startsWith('Z')) return undefined;
    return { started: line.split(/\s+/).slice(1, 6).join(' '), command: line };
  } catch {
    return undefined;
  }
}

interface PidFile {
  readonly pid: number;
  readonly sharedMemory: string | undefined;
  readonly ready: boolean;
}

export function readPidFile(cluster: string): PidFile | undefined {
  const text = read(path.join(cluster, 'postmaster.pid'));
  const lines = text?.split('\n');
  const pid = Number(lines?.[0]);
  if (lines === undefined || !Number.isInteger(pid) || pid <= 0) return undefined;
  return { pid, sharedMemory: lines[6]?.trim().split(/\s+/)[1], ready: lines[7]?.trim() === 'ready' };
}

/** The process id of a PostgreSQL that runs on the directory, undefined when none does. */
export function runningPostmaster(cluster: string): number | undefined {
  const file = readPidFile(cluster);
  if (file === undefined) return undefined;
  const facts = processFacts(file.pid);
  return facts !== undefined && /postgres/.test(facts.command) ? file.pid : undefined;
}

/** Backends of a killed server may outlive it for a moment and still write: the kernel counts who holds its shared memory. */
function sharedMemoryHeld(id: string | undefined): boolean {
  if (id === undefined) return false;
  const table = read('/proc/sysvipc/shm');
  if (table === undefined) return false;
  return table
    .split('\n')
    .slice(1)
    .some((line) => {
      const columns = line.trim().split(/\s+/);
      return columns[1] === id && Number(columns[6]) > 0;
    });
}

export async function until(condition: () => boolean, milliseconds: number): Promise<boolean> {
  const deadline = performance.now() + milliseconds;
  while (!condition()) {
    if (performance.now() > deadline) return false;
    await wait(15);
  }
  return true;
}

/** Stops an orphan left by a killed parent, waits for its last backend, and removes a lock file that no process stands behind. */
export async function clearRemains(cluster: string): Promise<void> {
  const orphan = runningPostmaster(cluster);
  if (orphan !== undefined) {
    process.kill(orphan, 'SIGINT');
    if (!(await until(() => runningPostmaster(cluster) !== orphan, 60_000))) {
      throw new Refusal('DATABASE_STILL_RUNNING', `上次遗留的数据库进程（${orphan}）未能停止，请稍候再启动，或请管理员检查该进程。`, {
        status: 503,
      });
    }
  }
  const left = readPidFile(cluster);
  if (left === undefined) return;
  if (!(await until(() => !sharedMemoryHeld(left.sharedMemory), 60_000))) {
    throw new Refusal('DATABASE_STILL_RUNNING', '上次异常退出的数据库仍有子进程未结束，为防止数据损坏暂不启动，请稍候再试。', {
      status: 503,
    });
  }
  // Only when no PostgreSQL stands behind the number: a zombie, or another program that got the same number after a reboot.
  const file = path.join(cluster, 'postmaster.pid');
  if (runningPostmaster(cluster) === undefined && existsSync(file)) rmSync(file, { force: true });
}
