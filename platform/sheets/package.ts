// The zip package of a workbook, opened only after its sizes were found honest.
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import { Refusal } from '../refusal.ts';
import type { SheetLimits } from './limits.ts';
import { broken, encrypted, suspicious, tooLarge, tooManyBytes } from './refusals.ts';
import { refusalByContent, refusalByParts } from './sniff.ts';

/** A file's path, its bytes, or a stream of them such as an upload. */
export type SheetSource = string | Uint8Array | Readable;

/** All bytes of a source, stopping as soon as there are too many. */
export async function readSource(source: SheetSource, limit: number): Promise<Buffer> {
  if (source instanceof Uint8Array) {
    if (source.byteLength > limit) throw tooManyBytes(limit);
    return Buffer.from(source.buffer, source.byteOffset, source.byteLength);
  }
  if (typeof source === 'string' && (await stat(source)).size > limit) throw tooManyBytes(limit);
  const stream = typeof source === 'string' ? createReadStream(source) : source;
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of stream) {
    size += piece.length;
    if (size > limit) throw tooManyBytes(limit);
    pieces.push(piece);
  }
  return Buffer.concat(pieces, size);
}

/** An error of the zip or XML reader becomes a sentence; what we refused ourselves stays as it is. */
export function asRefusal(error: unknown): Refusal {
  return error instanceof Refusal ? error : broken();
}

export class WorkbookPackage {
  readonly #zip: ZipFile;
  readonly #entries: ReadonlyMap<string, Entry>;

  private constructor(zip: ZipFile, entries: ReadonlyMap<string, Entry>) {
    this.#zip = zip;
    this.#entries = entries;
  }

  static async open(bytes: Buffer, limits: SheetLimits): Promise<WorkbookPackage> {
    const refusal = refusalByContent(bytes);
    if (refusal !== undefined) throw refusal;
    try {
      const zip = await fromBufferPromise(bytes, { lazyEntries: true, autoClose: false });
      const entries = await checkedEntries(zip, bytes.length, limits);
      const wrong = refusalByParts(new Set(entries.keys()));
      if (wrong !== undefined) throw wrong;
      return new WorkbookPackage(zip, entries);
    } catch (error) {
      throw asRefusal(error);
    }
  }

  get unpackedBytes(): number {
    return [...this.#entries.values()].reduce((sum, entry) => sum + entry.uncompressedSize, 0);
  }

  has(name: string): boolean {
    return this.#entries.has(name);
  }

  /** The unpacked bytes of a part. The reader stops with an error if there are more than the package declared. */
  async stream(name: string): Promise<Readable> {
    const entry = this.#entries.get(name);
    return entry === undefined ? Readable.from([]) : await this.#zip.openReadStreamPromise(entry);
  }
}

/** Reads the directory and refuses by the declared sizes, which the reader then enforces while unpacking. */
async function checkedEntries(zip: ZipFile, size: number, limits: SheetLimits): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>();
  let unpacked = 0;
  for await (const entry of zip.eachEntry()) {
    if (entry.isEncrypted()) throw encrypted();
    unpacked += entry.uncompressedSize;
    if (entries.size >= limits.parts) throw tooLarge(`内含部件超过 ${limits.parts} 个`);
    if (unpacked > limits.unpackedBytes) throw suspicious();
    // Some writers lead a part's name with a slash.
    entries.set(entry.fileName.replace(/^\//, ''), entry);
  }
  // Small files are harmless at any ratio; an empty styled sheet packs very well.
  if (unpacked > 10 * 1_048_576 && unpacked / size > limits.ratio) throw suspicious();
  return entries;
}
