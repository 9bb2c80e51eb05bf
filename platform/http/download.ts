// Sends a download with a file name that every browser shows right, Chinese included (RFC 5987, RFC 6266).
import type { FastifyReply } from 'fastify';
import type { Download } from './action.ts';

export const isDownload = (value: unknown): value is Download =>
  typeof value === 'object' && value !== null && (value as { kind?: unknown }).kind === 'download';

/** An ASCII name for old clients, the true one for all others. */
function contentDisposition(fileName: string, inline = false): string {
  const clean = Buffer.from(fileName, 'utf8')
    .toString('utf8')
    .replaceAll(/[\r\n"\\/]/g, '_');
  const extension = /\.[A-Za-z0-9]{1,8}$/.exec(clean)?.[0] ?? '';
  const ascii = /^[\x20-\x7e]+$/.test(clean) ? clean : `download${extension}`;
  const encoded = encodeURIComponent(clean).replaceAll(/['()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
  return `${inline ? 'inline' : 'attachment'}; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}

/** Kinds that cannot run scripts in our origin. */
const HARMLESS = /^(application\/pdf|image\/(png|jpeg|gif|webp)|text\/plain)\b/;

export function sendDownload(reply: FastifyReply, download: Download): FastifyReply {
  const inline = download.inline === true && HARMLESS.test(download.contentType);
  reply
    .header('content-disposition', contentDisposition(download.fileName, inline))
    .header('cache-control', 'private, no-store')
    .header('x-content-type-options', 'nosniff')
    .type(download.contentType);
  if (Buffer.isBuffer(download.content)) reply.header('content-length', download.content.length);
  return reply.send(download.content);
}
