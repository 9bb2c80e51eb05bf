// Takes the text layer out of a PDF, line by line; pages that are only pictures have none.
import { createRequire } from 'node:module';
import { dirname, join, sep } from 'node:path';
import type { getDocument as GetDocument, PDFDocumentProxy } from 'pdfjs-dist';
import { columnsUnder, isOnLine, type Piece, rowAt } from './pdf-rows.ts';
import { MOST_UNPACKED, UnreadableDocument } from './unreadable.ts';

/** More pages than any yearly report; the rest is not read. */
const MOST_PAGES = 3000;

async function open(bytes: Uint8Array): Promise<PDFDocumentProxy> {
  const { getDocument } = (await import('pdfjs-dist/legacy/build/pdf.mjs')) as { getDocument: typeof GetDocument };
  const home = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
  const folder = (name: string) => join(home, name) + sep;
  return getDocument({
    // The library takes the buffer over, so it gets its own copy.
    data: Uint8Array.from(bytes),
    cMapUrl: folder('cmaps'),
    cMapPacked: true,
    standardFontDataUrl: folder('standard_fonts'),
    isEvalSupported: false,
    useSystemFonts: false,
    disableFontFace: true,
    stopAtErrors: false,
    verbosity: 0,
  }).promise;
}

/** Puts the pieces of one page into lines from top to bottom; a wide gap between pieces of a line is a column's. */
export function linesOf(pieces: readonly Piece[]): string[] {
  const lines: string[] = [];
  let line: Piece[] = [];
  const close = (): number => {
    if (line.length > 0) lines.push(written(line));
    const columns = columnsUnder(line);
    line = [];
    return columns;
  };
  for (let at = 0; at < pieces.length; at++) {
    const [piece, last] = [pieces[at], line.at(-1)];
    if (piece === undefined) break;
    if (last !== undefined && !isOnLine(piece, last)) {
      const columns = close();
      for (let row = rowAt(pieces, at, columns); row !== null; row = rowAt(pieces, at, columns)) {
        lines.push(row.line);
        at = row.next;
      }
    }
    const own = pieces[at];
    if (own !== undefined) line.push(own);
  }
  close();
  return lines;
}

function written(line: readonly Piece[]): string {
  return line.reduce((text, piece, at) => {
    const last = line[at - 1];
    if (last === undefined) return piece.text;
    const size = Math.max(piece.height, last.height, 4);
    const gap = piece.x - (last.x + last.width);
    return text + (gap > size * 1.6 ? '\t' : gap > size * 0.3 ? ' ' : '') + piece.text;
  }, '');
}

async function pageLines(document: PDFDocumentProxy, number: number): Promise<string[]> {
  const page = await document.getPage(number);
  const content = await page.getTextContent();
  const pieces: Piece[] = [];
  for (const item of content.items) {
    if (!('str' in item) || item.str === '') continue;
    pieces.push({ text: item.str, x: item.transform[4] ?? 0, y: item.transform[5] ?? 0, height: item.height, width: item.width });
  }
  page.cleanup();
  return linesOf(pieces.filter((piece) => piece.text.trim() !== ''));
}

export async function pdfText(bytes: Uint8Array): Promise<string> {
  let document: PDFDocumentProxy;
  try {
    document = await open(bytes);
  } catch (error) {
    if (error instanceof Error && error.name === 'PasswordException') throw new UnreadableDocument('这个 PDF 有密码：请去掉密码后再读');
    throw new UnreadableDocument('这个 PDF 已损坏，打不开');
  }
  try {
    const lines: string[] = [];
    let size = 0;
    for (let number = 1; number <= Math.min(document.numPages, MOST_PAGES); number++) {
      const page = await pageLines(document, number).catch(() => []);
      for (const line of page) size += line.length;
      if (size > MOST_UNPACKED) throw new UnreadableDocument('PDF 文字过多，已停止读取');
      lines.push(...page);
    }
    const text = lines.join('\n');
    if (!/[\p{L}\p{N}]/u.test(text)) throw new UnreadableDocument('这个 PDF 没有文字层，是扫描件：请先做文字识别（OCR）');
    return text;
  } finally {
    await document.destroy();
  }
}
