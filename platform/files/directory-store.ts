// Keeps files in a directory under the hash of their content: written aside, flushed to disk, then renamed into place.
import { createHash, randomBytes } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { access, mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { notFound, Refusal } from '../refusal.ts';
import type { FileStore, StoredFile } from './store.ts';

const HASH = /^[0-9a-f]{64}$/;

export const tooLarge = (maxBytes: number): Refusal =>
  new Refusal('FILE_TOO_LARGE', `文件超过 ${sizeText(maxBytes)} 的上限，请压缩或拆分后再上传。`, { status: 413 });

export function sizeText(bytes: number): string {
  const tenths = (unit: number): number => Math.round((bytes / unit) * 10) / 10;
  if (bytes >= 1_073_741_824) return `${tenths(1_073_741_824)} GB`;
  if (bytes >= 1_048_576) return `${tenths(1_048_576)} MB`;
  return bytes >= 1024 ? `${Math.round(bytes / 1024)} KB` : `${bytes} 字节`;
}

async function flushDirectory(dir: string): Promise<void> {
  const handle = await open(dir, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

const exists = (file: string): Promise<boolean> =>
  access(file).then(
    () => true,
    () => false,
  );

export class DirectoryStore implements FileStore {
  readonly #dir: string;
  readonly #incoming: string;

  constructor(dir: string) {
    this.#dir = dir;
    this.#incoming = path.join(dir, 'incoming');
  }

  /** Two levels of folders, so that none grows past what file systems and backup programs like. */
  #pathOf(sha256: string): string {
    if (!HASH.test(sha256)) throw notFound('该文件');
    return path.join(this.#dir, sha256.slice(0, 2), sha256.slice(2, 4), sha256);
  }

  async put(content: NodeJS.ReadableStream | Buffer, maxBytes: number): Promise<StoredFile> {
    await mkdir(this.#incoming, { recursive: true, mode: 0o700 });
    const incoming = path.join(this.#incoming, randomBytes(12).toString('hex'));
    const hash = createHash('sha256');
    let size = 0;
    const measure = new Transform({
      transform(chunk: Buffer, _encoding, done) {
        size += chunk.length;
        if (size > maxBytes) return done(tooLarge(maxBytes));
        hash.update(chunk);
        done(null, chunk);
      },
    });
    try {
      const source = Buffer.isBuffer(content) ? Readable.from([content], { objectMode: false }) : content;
      await pipeline(source, measure, createWriteStream(incoming, { mode: 0o600, flush: true }));
      const sha256 = hash.digest('hex');
      await this.#settle(incoming, sha256);
      return { sha256, size };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOSPC') {
        throw new Refusal('DISK_FULL', '服务器磁盘空间不足，文件没有保存，请联系系统管理员。', { status: 503 });
      }
      throw error;
    } finally {
      await rm(incoming, { force: true });
    }
  }

  async #settle(incoming: string, sha256: string): Promise<void> {
    const target = this.#pathOf(sha256);
    if (await exists(target)) return;
    await mkdir(path.dirname(target), { recursive: true, mode: 0o700 });
    await rename(incoming, target);
    await flushDirectory(path.dirname(target));
  }

  async get(sha256: string): Promise<NodeJS.ReadableStream> {
    const file = this.#pathOf(sha256);
    if (!(await exists(file))) throw notFound('该文件');
    return createReadStream(file);
  }

  async read(sha256: string): Promise<Buffer> {
    const file = this.#pathOf(sha256);
    if (!(await exists(file))) throw notFound('该文件');
    return readFile(file);
  }

  async has(sha256: string): Promise<boolean> {
    return HASH.test(sha256) && exists(this.#pathOf(sha256));
  }

  /** Writes, reads back and removes a small file: whether the store works at all. */
  async probe(): Promise<void> {
    const { sha256 } = await this.put(Buffer.from(`probe ${randomBytes(8).toString('hex')}`), 100);
    await this.read(sha256);
    await rm(this.#pathOf(sha256));
  }

  /** Removes what interrupted uploads left behind more than a day ago. */
  async sweep(now: Date): Promise<number> {
    const names = await readdir(this.#incoming).catch(() => []);
    let removed = 0;
    for (const name of names) {
      const file = path.join(this.#incoming, name);
      const facts = await stat(file).catch(() => undefined);
      if (facts === undefined || now.getTime() - facts.mtimeMs < 86_400_000) continue;
      await rm(file, { force: true });
      removed++;
    }
    return removed;
  }
}
