// The files of the house as the checks see them: tracked or new, not ignored, read once.
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

export const root = path.resolve(import.meta.dirname, '..');

export interface SourceFile {
  /** Path from the root, with slashes. */
  readonly path: string;
  readonly text: string;
  readonly lines: readonly string[];
}

const unseen = new Set(['.git', 'node_modules', 'dist', 'data', 'coverage', 'output']);

/** All files below a folder, for a copy of the tree that is no git checkout. */
function walk(folder: string): string[] {
  return readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    if (unseen.has(entry.name)) return [];
    const name = path.posix.join(folder, entry.name);
    return entry.isDirectory() ? walk(name) : [name];
  });
}

function listFiles(): string[] {
  try {
    const printed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
      cwd: root,
      maxBuffer: 64 * 1024 * 1024,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    return printed.toString().split('\0');
  } catch {
    return walk('');
  }
}

const listed = listFiles().filter((name) => name !== '' && existsSync(path.join(root, name)));

export const allPaths: readonly string[] = [...new Set(listed)].sort();

const isCode = (name: string): boolean => /\.(ts|tsx|mjs)$/.test(name) && !name.endsWith('.d.ts');

export const isTest = (name: string): boolean => /\.test\.tsx?$/.test(name);

/** Tables typed from a standard or made by a generator: long by nature. */
export const isData = (name: string): boolean =>
  /^(vocabularies\/regions\/national|vocabularies\/holidays\/statutory-days)\.ts$/.test(name);

export const sources: readonly SourceFile[] = allPaths.filter(isCode).map((name) => {
  const text = readFileSync(path.join(root, name), 'utf8');
  return { path: name, text, lines: text.split('\n') };
});

const specifier = /(?:from|import)\s*\(?\s*['"]([^'"]+)['"]/g;

/** Files of ours that a file imports, as paths from the root. */
export function importsOf(file: SourceFile): string[] {
  return [...file.text.matchAll(specifier)].flatMap(([, name = '']) => {
    if (name.startsWith('#')) return [name.slice(1)];
    return name.startsWith('.') ? [path.posix.join(path.posix.dirname(file.path), name)] : [];
  });
}
