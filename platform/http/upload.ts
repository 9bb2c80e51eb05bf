// Takes one uploaded file: looks at its first bytes, streams it into the store, and looks into office archives.

import { Readable } from 'node:stream';
import type { MultipartFile } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { checkOfficeFile } from '../files/archive.ts';
import { tooLarge } from '../files/directory-store.ts';
import { CONTENT_TYPES, checkKind, extensionOf } from '../files/kind.ts';
import type { FileStore } from '../files/store.ts';
import { Refusal } from '../refusal.ts';
import type { Upload } from './action.ts';

interface Limits {
  readonly extensions: readonly string[];
  readonly maxBytes: number;
}

const HEAD = 4096;
const ARCHIVES = new Set(['docx', 'xlsx', 'pptx', 'ofd']);

/** Browsers of old send a whole path; no path and no control character may stay in a name. */
const cleanName = (name: string): string => {
  const last = name.split(/[\\/]/).at(-1) ?? '';
  return (
    last
      .replaceAll(/\p{Cc}/gu, '')
      .slice(-200)
      .trim() || '未命名'
  );
};

/** The first bytes of a stream, and a stream that still has them. */
async function peek(stream: Readable): Promise<{ head: Buffer; whole: Readable }> {
  const chunks: Buffer[] = [];
  let size = 0;
  const iterator = stream[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
  while (size < HEAD) {
    const { value, done } = await iterator.next();
    if (done === true) break;
    chunks.push(value);
    size += value.length;
  }
  const head = Buffer.concat(chunks);
  async function* all(): AsyncGenerator<Buffer> {
    if (head.length > 0) yield head;
    for (;;) {
      const { value, done } = await iterator.next();
      if (done === true) return;
      yield value;
    }
  }
  return { head: head.subarray(0, HEAD), whole: Readable.from(all(), { objectMode: false }) };
}

async function store(part: MultipartFile, files: FileStore, limits: Limits): Promise<Omit<Upload, 'fields'>> {
  const fileName = cleanName(part.filename);
  const { head, whole } = await peek(part.file);
  checkKind(fileName, head, limits.extensions);
  const { sha256, size } = await files.put(whole, limits.maxBytes);
  if (part.file.truncated) throw tooLarge(limits.maxBytes);
  const extension = extensionOf(fileName);
  if (ARCHIVES.has(extension)) await checkOfficeFile(await files.read(sha256), extension);
  return { fileName, contentType: CONTENT_TYPES[extension] ?? 'application/octet-stream', sha256, size };
}

export async function takeUpload(request: FastifyRequest, files: FileStore, limits: Limits): Promise<Upload> {
  if (!request.isMultipart())
    throw new Refusal('NOT_MULTIPART', '请以文件上传的方式提交（multipart/form-data，文件项名为 file）。', { status: 415 });
  const fields: Record<string, string> = {};
  let stored: Omit<Upload, 'fields'> | undefined;
  // One byte more than allowed, so that the store itself notices and tells the limit.
  for await (const part of request.parts({ limits: { fileSize: limits.maxBytes + 1, files: 1, fields: 50, fieldSize: 100_000 } })) {
    if (part.type === 'field') {
      if (typeof part.value === 'string') fields[part.fieldname] = part.value;
      continue;
    }
    if (part.fieldname !== 'file') {
      part.file.resume();
      throw new Refusal('FILE_MISSING', '上传的文件项须名为 file。', { status: 400 });
    }
    stored = await store(part, files, limits);
  }
  if (stored === undefined) throw new Refusal('FILE_MISSING', '没有收到文件，请选择文件后再提交。', { status: 400 });
  return { ...stored, fields };
}
