// Starts, watches and stops a real PostgreSQL of our own on a private socket: no port, no password, no installation.
import { type ChildProcess, spawn } from 'node:child_process';
import { chownSync, closeSync, existsSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { Refusal } from '../refusal.ts';
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
const USER = 'kechuang';
const DATABASE = 'kechuang';

export const defaultDataDir = (): string => process.env.KECHUANG_DATA ?? path.resolve('data');

const environment = (): NodeJS.ProcessEnv => ({ PATH: process.env.PATH, LC_ALL: 'C', TZ: 'Asia/Shanghai' });

function tail(file: string): string {
  if (!existsSync(file)) return '';
  return readFileSync(file, 'utf8').trim().split('\n').slice(-8).join('\n');
}

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
async function createCluster(place: Place, fast: boolean): Promise<void> {
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

function checkVersion(place: Place): void {
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
  #restarts: number[] = [];
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
      void this.#exited(child);
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

  /** A database that died is started again, but not for ever. */
  async #exited(child: ChildProcess): Promise<void> {
    if (this.#child !== child || this.#stopping !== undefined) return;
    this.#child = undefined;
    if (!this.#started) return;
    for (;;) {
      const now = performance.now();
      this.#restarts = [...this.#restarts.filter((at) => now - at < 60_000), now];
      if (this.#restarts.length > 6) {
        this.#say(`数据库一分钟内多次异常退出，已停止重启。请查看日志「${this.#logFile}」。`);
        return;
      }
      this.#say('数据库意外退出，正在自动恢复。');
      try {
        await this.start();
        return;
      } catch (error) {
        this.#say(error instanceof Error ? error.message : String(error));
        await wait(500 * this.#restarts.length);
        if (this.#stopping !== undefined) return;
      }
    }
  }

  #started = false;
  /** From now on an exit is an accident to be mended, not a failed start to be reported. */
  settle(): void {
    this.#started = true;
  }

  stop(): Promise<void> {
    this.#stopping ??= this.#stop();
    return this.#stopping;
  }

  async #stop(): Promise<void> {
    process.off('exit', this.#onExit);
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.off(signal, this.#onSignal);
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
