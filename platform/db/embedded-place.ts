// Decides where the embedded PostgreSQL lives and as whom it runs: PostgreSQL refuses to run as root.
import { createHash, randomBytes } from 'node:crypto';
import { chmodSync, chownSync, existsSync, lstatSync, mkdirSync, readlinkSync, realpathSync, statSync, symlinkSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Refusal } from '../refusal.ts';
import { type Binaries, copyBinaries, findBinaries } from './binaries.ts';

type Account = { readonly uid: number; readonly gid: number };

/** The account that Linux and macOS reserve for programs without rights. */
const NOBODY: Account = { uid: 65534, gid: 65534 };

/** sockaddr_un holds 107 characters and `.s.PGSQL.5432` follows the folder. */
const SOCKET_DIR_LIMIT = 107 - '/.s.PGSQL.65535'.length;

export interface Place {
  readonly dataDir: string;
  readonly clusterDir: string;
  readonly socketDir: string;
  readonly binaries: Binaries;
  /** Account to run as; undefined to run as the own one. */
  readonly runAs: Account | undefined;
  /** What was put elsewhere and why, in Chinese. */
  readonly notices: readonly string[];
}

const isRoot = (): boolean => process.getuid?.() === 0;

/** The first folder on the way that the unprivileged account cannot enter. */
export function firstClosed(dir: string, runAs: Account): string | undefined {
  const parts = path.resolve(dir).split(path.sep).filter(Boolean);
  let at: string = path.sep;
  for (const part of ['', ...parts]) {
    at = path.join(at, part);
    if (!existsSync(at)) return undefined;
    const { uid, gid, mode } = statSync(at);
    const bit = uid === runAs.uid ? 0o100 : gid === runAs.gid ? 0o010 : 0o001;
    if ((mode & bit) === 0) return at;
  }
  return undefined;
}

function privateDir(dir: string, runAs: Account | undefined): string {
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  if (lstatSync(dir).isSymbolicLink())
    throw new Refusal('UNSAFE_DIRECTORY', `目录「${dir}」是符号链接，出于安全不予使用。`, { status: 503 });
  const wanted = runAs?.uid ?? process.getuid?.();
  if (runAs !== undefined) chownSync(dir, runAs.uid, runAs.gid);
  else if (wanted !== undefined && statSync(dir).uid !== wanted) {
    throw new Refusal('UNSAFE_DIRECTORY', `目录「${dir}」属于其他用户，请改变其属主或更换数据目录（KECHUANG_DATA）。`, { status: 503 });
  }
  chmodSync(dir, 0o700);
  return dir;
}

function socketDirFor(dataDir: string, reachable: boolean, runAs: Place['runAs']): string {
  const beside = path.join(dataDir, 'run');
  if (reachable && Buffer.byteLength(beside) <= SOCKET_DIR_LIMIT) return privateDir(beside, runAs);
  const name = `kc-${createHash('sha256').update(dataDir).digest('hex').slice(0, 12)}`;
  const temporary = [os.tmpdir(), '/tmp'].find(
    (dir) => Buffer.byteLength(path.join(dir, name)) <= SOCKET_DIR_LIMIT && (runAs === undefined || firstClosed(dir, runAs) === undefined),
  );
  if (temporary === undefined) {
    throw new Refusal(
      'SOCKET_PATH_TOO_LONG',
      `数据目录「${dataDir}」的路径过长，数据库无法建立本机连接，请换一个较短的路径（KECHUANG_DATA）。`,
      {
        status: 503,
      },
    );
  }
  return privateDir(path.join(temporary, name), runAs);
}

/**
 * Where the account cannot enter the data directory, the cluster goes to the system's place for such data and a link stays behind, so
 * that removing the data directory still starts afresh.
 */
function clusterElsewhere(dataDir: string, systemRoot: string): string {
  const link = path.join(dataDir, 'postgres');
  // The link may stand before its target does: a first start that was cut short.
  if (lstatSync(link, { throwIfNoEntry: false }) === undefined) {
    symlinkSync(path.join(systemRoot, `cluster-${randomBytes(6).toString('hex')}`, 'postgres'), link);
  }
  const target = lstatSync(link).isSymbolicLink() ? readlinkSync(link) : link;
  mkdirSync(path.dirname(target), { recursive: true, mode: 0o711 });
  return target;
}

/** A cluster that an ordinary account made keeps running as that account, also when root starts it. */
function ownerOf(clusterDir: string): Account | undefined {
  const facts = statSync(clusterDir, { throwIfNoEntry: false });
  return facts === undefined || facts.uid === 0 ? undefined : { uid: facts.uid, gid: facts.gid };
}

function ownPlace(dataDir: string, binaries: Binaries): Place {
  const clusterDir = path.join(dataDir, 'postgres');
  const me = process.getuid?.();
  const owners = [dataDir, clusterDir].map((dir) => statSync(dir, { throwIfNoEntry: false })?.uid);
  if (owners.some((owner) => owner !== undefined && owner !== me)) {
    throw new Refusal(
      'DATA_NOT_OURS',
      `数据目录「${dataDir}」属于其他用户（可能曾以 root 启动）。请用原来的用户启动，或由管理员改变其属主。`,
      {
        status: 503,
      },
    );
  }
  chmodSync(dataDir, 0o700);
  return { dataDir, clusterDir, socketDir: socketDirFor(dataDir, true, undefined), binaries, runAs: undefined, notices: [] };
}

function placeUnderRoot(dataDir: string, binaries: Binaries, systemRoot: string): Place {
  const notices: string[] = [];
  // Others may pass through the directory but not list it; what lies inside is closed for itself.
  chmodSync(dataDir, 0o711);
  const runAs = ownerOf(path.join(dataDir, 'postgres')) ?? NOBODY;
  const closed = firstClosed(dataDir, runAs);
  const closedPrograms = firstClosed(binaries.binDir, runAs);
  const account = runAs === NOBODY ? 'nobody 账户' : `${runAs.uid} 号账户`;
  if (closed !== undefined) {
    notices.push(
      `以 root 启动时数据库改由${account}运行，该账户进不了「${closed}」，因此数据库文件放在「${systemRoot}」，数据目录中留有链接。`,
    );
  }
  if (closedPrograms !== undefined) {
    notices.push(`${account}进不了「${closedPrograms}」，已将数据库程序复制到「${systemRoot}」。`);
    mkdirSync(systemRoot, { recursive: true, mode: 0o755 });
  }
  return {
    dataDir,
    clusterDir: closed === undefined ? path.join(dataDir, 'postgres') : clusterElsewhere(dataDir, systemRoot),
    socketDir: socketDirFor(dataDir, closed === undefined, runAs),
    binaries: closedPrograms === undefined ? binaries : copyBinaries(binaries, systemRoot),
    runAs,
    notices,
  };
}

export function findPlace(dataDirectory: string, options: { binDir?: string; systemRoot?: string } = {}): Place {
  mkdirSync(dataDirectory, { recursive: true, mode: 0o700 });
  const dataDir = realpathSync(dataDirectory);
  const binaries = findBinaries(options.binDir);
  return isRoot() ? placeUnderRoot(dataDir, binaries, options.systemRoot ?? '/var/lib/kechuang') : ownPlace(dataDir, binaries);
}
