// Takes the running text out of a Word document: paragraphs as lines, table cells with tabs between them.
import { fromBuffer, type ZipFile } from 'yauzl';
import { MOST_UNPACKED, UnreadableDocument } from './unreadable.ts';

const BROKEN = '这个 Word 文件已损坏，打不开：请在 Word 或 WPS 中重新保存后再读';

/** Opens the archive and returns its main part, stopping at once if it unpacks to more than a report can be. */
function mainPart(bytes: Uint8Array): Promise<string> {
  return new Promise((resolve, reject) => {
    const fail = (message: string) => reject(new UnreadableDocument(message));
    fromBuffer(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), { lazyEntries: true }, (error, archive) => {
      if (error || !archive) return fail(BROKEN);
      archive.on('error', () => fail(BROKEN));
      archive.on('end', () => fail(BROKEN));
      archive.on('entry', (entry) => {
        if (entry.fileName !== 'word/document.xml') return archive.readEntry();
        if (entry.uncompressedSize > MOST_UNPACKED) return fail('Word 文件解压后过大，疑似压缩炸弹，已停止读取');
        readEntry(archive, entry, resolve, fail);
      });
      archive.readEntry();
    });
  });
}

function readEntry(
  archive: ZipFile,
  entry: Parameters<ZipFile['openReadStream']>[0],
  resolve: (text: string) => void,
  fail: (message: string) => void,
): void {
  archive.openReadStream(entry, (error, stream) => {
    if (error || !stream) return fail(BROKEN);
    const chunks: Buffer[] = [];
    let size = 0;
    stream.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= MOST_UNPACKED) chunks.push(chunk);
      else {
        stream.destroy();
        fail('Word 文件解压后过大，疑似压缩炸弹，已停止读取');
      }
    });
    stream.on('error', () => fail(BROKEN));
    stream.on('end', () => resolve(Buffer.concat(chunks).toString('utf8')));
  });
}

const ENTITY: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const decoded = (text: string) =>
  text.includes('&')
    ? text.replace(/&(?:#x([0-9a-fA-F]{1,6})|#(\d{1,7})|(\w{2,4}));/g, (all, hex, dec, name) => {
        if (name) return ENTITY[name] ?? all;
        const code = hex ? Number.parseInt(hex, 16) : Number(dec);
        return code <= 0x10ffff ? String.fromCodePoint(code) : all;
      })
    : text;

/** Reads the XML in one pass, tag by tag: no tree is built, so nesting costs nothing. */
export function textOfWordXml(xml: string): string {
  const parts: string[] = [];
  let collecting = false;
  for (let at = 0; at < xml.length; ) {
    const open = xml.indexOf('<', at);
    if (open < 0) break;
    if (collecting && open > at) parts.push(decoded(xml.slice(at, open)));
    const close = xml.indexOf('>', open);
    if (close < 0) break;
    const tag = xml.slice(open + 1, Math.min(close, open + 12));
    const name = /^\/?[\w:]+/.exec(tag)?.[0] ?? '';
    if (name === 'w:t') collecting = xml.charAt(close - 1) !== '/';
    else if (name === '/w:t') collecting = false;
    else if (name === 'w:tab') parts.push('\t');
    else if (name === 'w:br' || name === 'w:cr' || name === '/w:tr') parts.push('\n');
    else if (name === '/w:tc') parts.push('\t');
    else if (name === '/w:p') parts.push('\n');
    at = close + 1;
  }
  // A cell's own paragraph mark would break its row apart.
  return parts.join('').replace(/\n\t/g, '\t').replace(/\t\n/g, '\n');
}

export async function docxText(bytes: Uint8Array): Promise<string> {
  return textOfWordXml(await mainPart(bytes));
}
