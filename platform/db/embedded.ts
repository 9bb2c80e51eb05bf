// Starts, watches and stops a real PostgreSQL of our own on a private socket: no port, no password, no installation.
import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { Refusal } from '../refusal.ts';
import { checkVersion, createCluster, environment, USER } from './embedded-cluster.ts';
import { findPlace, type Place } from './embedded-place.ts';
import { embeddedSettings } from './embedded-settings.ts';
import { clearRemains, processFacts, readPidFile, runningPostmaster, until } from './postmaster.ts';
import { lockHolder, type ServerLock, takeLock } from './server-lock.ts';

export interface EmbeddedOptions {
  /** Default: KECHUANG_DATA, else ./data. */
  readonly dataDir?: string;
  /** Gives up durability for tests. */
  readonly fast?: boolean;
  /** Uses the server that already runs on the directory (command line beside a running service) instead of refusing. */
  readonly join?: boolean;
  readonly binDir?: string;
  readonly say?: (notice: string) => void;
}

export interface EmbeddedServer {
  readonly connection: { readonly host: string; readonly port: number; readonly user: string; readonly database: string };
  readonly dataDir: string;
  /** False when it joined a server that another process owns; `stop` then does nothing. */
  readonly owned: boolean;
  pid(): number | undefined;
  stop(): Promise<void>;
}

const PORT = 5432;
const DATABASE = 'kechuang';

const defaultDataDir = (): string => process.env.KECHUANG_DATA ?? path.resolve('data');

function tail(file: string): string {
  if (!existsSync(file)) return '';
  return readFileSync(file, 'utf8').trim().split('\n').slice(-8).join('\n');
}

class Supervisor implements EmbeddedServer {
  readonly owned = true;
  readonly dataDir: string;
  readonly connection: EmbeddedServer['connection'];
  readonly #place: Place;
  readonly #fast: boolean;
  readonly #lock: ServerLock;
  readonly #say: (notice: string) => void;
  readonly #logFile: string;
  #child: ChildProcess | undefined;
  #stopping: Promise<void> | undefined;
  #recovery: Promise<void> | undefined;
  #restarts: number[] = [];
  readonly #abort = new AbortController();
  readonly #onExit = (): void => {
    this.#child?.kill('SIGINT');
  };
  readonly #onSignal = (signal: NodeJS.Signals): void => {
    // The application's own handler closes in order and stops us; only where there is none do we answer the signal.
    if (process.listenerCount(signal) > 1) return;
    void this.stop().finally(() => process.kill(process.pid, signal));
  };

  constructor(place: Place, fast: boolean, lock: ServerLock, say: (notice: string) => void) {
    this.#place = place;
    this.#fast = fast;
    this.#lock = lock;
    this.#say = say;
    this.#logFile = path.join(place.dataDir, 'postgres.log');
    this.dataDir = place.dataDir;
    this.connection = { host: place.socketDir, port: PORT, user: USER, database: DATABASE };
    process.on('exit', this.#onExit);
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, this.#onSignal);
  }

  pid(): number | undefined {
    return this.#child?.pid;
  }

  async start(): Promise<void> {
    await clearRemains(this.#place.clusterDir);
    if (existsSync(this.#logFile) && statSync(this.#logFile).size > 20_000_000) renameSync(this.#logFile, `${this.#logFile}.1`);
    const log = openSync(this.#logFile, 'a', 0o600);
    const settings = Object.entries(embeddedSettings(this.#place.socketDir, this.#fast)).flatMap(([key, value]) => [
      '-c',
      `${key}=${value}`,
    ]);
    const child = spawn(
      path.join(this.#place.binaries.binDir, 'postgres'),
      ['-D', this.#place.clusterDir, '-p', String(PORT), ...settings],
      {
        env: environment(),
        cwd: '/',
        stdio: ['ignore', log, log],
        // Its own process group: a Ctrl-C at the terminal must not stop the database before the requests in flight.
        detached: true,
        ...this.#place.runAs,
      },
    );
    closeSync(log);
    this.#child = child;
    let gone = false;
    child.once('error', () => {
      gone = true;
    });
    child.once('exit', () => {
      gone = true;
      this.#exited(child);
    });
    const ready = (): boolean => {
      const file = readPidFile(this.#place.clusterDir);
      return file?.pid === child.pid && file?.ready === true;
    };
    if (!(await until(() => gone || ready(), 120_000)) || gone) {
      if (!gone) child.kill('SIGQUIT');
      throw new Refusal('DATABASE_NOT_STARTED', `数据库未能启动。日志「${this.#logFile}」的最后几行：\n${tail(this.#logFile)}`, {
        status: 503,
      });
    }
  }

  /** A database that died is started again: at once, and every half minute when that does not last. */
  #exited(child: ChildProcess): void {
    if (this.#child !== child || this.#stopping !== undefined || this.#recovery !== undefined || !this.#started) return;
    this.#child = undefined;
    this.#recovery = this.#recover().finally(() => {
      this.#recovery = undefined;
    });
  }

  async #recover(): Promise<void> {
    while (this.#stopping === undefined) {
      const now = performance.now();
      this.#restarts = [...this.#restarts.filter((at) => now - at < 60_000), now];
      const often = this.#restarts.length > 6;
      this.#say(often ? `数据库一分钟内多次异常退出，半分钟后再试。请查看日志「${this.#logFile}」。` : '数据库意外退出，正在自动恢复。');
      const pause = often ? 30_000 : 300 * (this.#restarts.length - 1);
      await wait(pause, undefined, { signal: this.#abort.signal, ref: false }).catch(() => {});
      if (this.#abort.signal.aborted) return;
      try {
        await this.start();
        return;
      } catch (error) {
        this.#say(error instanceof Error ? error.message : String(error));
      }
    }
  }

  #started = false;
  /** From now on an exit is an accident to be mended, not a failed start to be reported. */
  settle(): void {
    this.#started = true;
  }

  stop(): Promise<void> {
    // Set before anything is awaited, so that the exit that follows is not taken for an accident.
    this.#stopping ??= this.#stop();
    return this.#stopping;
  }

  async #stop(): Promise<void> {
    process.off('exit', this.#onExit);
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.off(signal, this.#onSignal);
    this.#abort.abort();
    await this.#recovery;
    const pid = this.#child?.pid;
    if (pid !== undefined && processFacts(pid) !== undefined) {
      this.#child?.kill('SIGINT');
      if (!(await until(() => processFacts(pid) === undefined, 60_000))) this.#child?.kill('SIGQUIT');
      await until(() => processFacts(pid) === undefined, 10_000);
    }
    this.#lock.release();
  }
}

async function ensureDatabase(connection: EmbeddedServer['connection']): Promise<void> {
  const client = new pg.Client({ ...connection, database: 'postgres' });
  await client.connect();
  try {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [DATABASE]);
    if (rowCount === 0) await client.query(`create database ${DATABASE}`);
  } finally {
    await client.end();
  }
}

/** The server that already runs on the directory, for a command line beside a running service. */
function joined(dataDir: string, place: Place): EmbeddedServer {
  return {
    owned: false,
    dataDir,
    connection: { host: place.socketDir, port: PORT, user: USER, database: DATABASE },
    pid: () => runningPostmaster(place.clusterDir),
    stop: async () => {},
  };
}

export async function startEmbedded(options: EmbeddedOptions = {}): Promise<EmbeddedServer> {
  const place = findPlace(options.dataDir ?? defaultDataDir(), options.binDir === undefined ? {} : { binDir: options.binDir });
  const say = options.say ?? (() => {});
  if (options.join === true && lockHolder(place.dataDir) !== undefined) {
    const up = (): boolean => readPidFile(place.clusterDir)?.ready === true && runningPostmaster(place.clusterDir) !== undefined;
    if (await until(up, 30_000)) return joined(place.dataDir, place);
  }
  const lock = takeLock(place.dataDir);
  const fast = options.fast ?? false;
  let supervisor: Supervisor | undefined;
  try {
    for (const notice of place.notices) say(notice);
    if (!existsSync(path.join(place.clusterDir, 'PG_VERSION'))) await createCluster(place, fast);
    checkVersion(place);
    supervisor = new Supervisor(place, fast, lock, say);
    await supervisor.start();
    await ensureDatabase(supervisor.connection);
    supervisor.settle();
    return supervisor;
  } catch (error) {
    await supervisor?.stop();
    lock.release();
    throw error;
  }
}
