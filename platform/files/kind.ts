// Tells what a file really is from its first bytes, whatever its name says.
import { Refusal } from '../refusal.ts';

export type FileKind = 'pdf' | 'zip' | 'ole' | 'png' | 'jpg' | 'gif' | 'webp' | 'html' | 'text' | 'unknown';

const starts = (head: Buffer, bytes: readonly number[], at = 0): boolean => bytes.every((byte, index) => head[at + index] === byte);

/** UTF-16 with its mark, UTF-8, or GB 18030: no control characters except those of text. */
function looksLikeText(head: Buffer): boolean {
  if (starts(head, [0xff, 0xfe]) || starts(head, [0xfe, 0xff])) return true;
  return head.every((byte) => byte >= 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0d || byte === 0x0c);
}

/** `head` is the beginning of the file, 4 KB are plenty. */
export function sniff(head: Buffer): FileKind {
  if (starts(head, [0x25, 0x50, 0x44, 0x46, 0x2d])) return 'pdf';
  if (starts(head, [0x50, 0x4b, 0x03, 0x04])) return 'zip';
  if (starts(head, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])) return 'ole';
  if (starts(head, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'png';
  if (starts(head, [0xff, 0xd8, 0xff])) return 'jpg';
  if (starts(head, [0x47, 0x49, 0x46, 0x38])) return 'gif';
  if (starts(head, [0x52, 0x49, 0x46, 0x46]) && starts(head, [0x57, 0x45, 0x42, 0x50], 8)) return 'webp';
  if (!looksLikeText(head)) return 'unknown';
  const text = head
    .toString('latin1')
    .replace(/^\xef\xbb\xbf/, '')
    .trimStart()
    .slice(0, 512)
    .toLowerCase();
  return /^(<!doctype html|<html|<head|<meta|<body|<!--[\s\S]*?-->\s*<(!doctype html|html))/.test(text) ? 'html' : 'text';
}

const KINDS: Readonly<Record<string, readonly FileKind[]>> = {
  pdf: ['pdf'],
  docx: ['zip'],
  xlsx: ['zip'],
  pptx: ['zip'],
  ofd: ['zip'],
  zip: ['zip'],
  doc: ['ole'],
  xls: ['ole'],
  wps: ['ole', 'zip'],
  et: ['ole', 'zip'],
  png: ['png'],
  jpg: ['jpg'],
  jpeg: ['jpg'],
  gif: ['gif'],
  webp: ['webp'],
  html: ['html', 'text'],
  htm: ['html', 'text'],
  txt: ['text'],
  csv: ['text'],
  md: ['text'],
  json: ['text'],
  xml: ['text'],
};

export const CONTENT_TYPES: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  ofd: 'application/ofd',
  zip: 'application/zip',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  html: 'text/html; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
  xml: 'application/xml; charset=utf-8',
};

export const extensionOf = (fileName: string): string => {
  const dot = fileName.lastIndexOf('.');
  return dot < 0 ? '' : fileName.slice(dot + 1).toLowerCase();
};

/** Refuses a file whose extension is not allowed or whose content is something else than its name says. */
export function checkKind(fileName: string, head: Buffer, allowed: readonly string[]): void {
  const extension = extensionOf(fileName);
  if (!allowed.includes(extension)) {
    throw new Refusal('FILE_KIND', `不能上传「${fileName}」：只接受 ${allowed.join('、')} 文件。`, { status: 422 });
  }
  const kinds = KINDS[extension];
  if (kinds !== undefined && head.length > 0 && !kinds.includes(sniff(head))) {
    throw new Refusal('FILE_CONTENT', `「${fileName}」的内容不是 ${extension} 格式（可能只是改了扩展名），请用相应软件另存后再上传。`, {
      status: 422,
    });
  }
  if (head.length === 0) throw new Refusal('FILE_EMPTY', `「${fileName}」是空文件，请核对后重新选择。`, { status: 422 });
}
