// Tells what kind of document some bytes are, from the bytes first and from the file's name second.

export type DocumentKind = 'text' | 'html' | 'docx' | 'pdf';

type Refused = { readonly refused: string };

const startsWith = (bytes: Uint8Array, signature: readonly number[]) => signature.every((byte, at) => bytes[at] === byte);

const IMAGES: readonly (readonly number[])[] = [
  [0x89, 0x50, 0x4e, 0x47],
  [0xff, 0xd8, 0xff],
  [0x47, 0x49, 0x46, 0x38],
  [0x42, 0x4d],
  [0x49, 0x49, 0x2a, 0x00],
  [0x4d, 0x4d, 0x00, 0x2a],
];
const SHEET_NAME = /\.(?:xlsx?|xlsm|et|ods|csv|tsv)$/i;
const OLD_WORD = /\.(?:doc|wps)$/i;

const refuse = (refused: string): Refused => ({ refused });

/** A zip archive is a Word document, a spreadsheet, slides or something else: the names in its directory tell. */
function kindOfArchive(bytes: Uint8Array): DocumentKind | Refused {
  const names = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (names.includes('word/document.xml')) return 'docx';
  if (names.includes('xl/workbook')) return refuse('这是电子表格，不是报告正文：请改用表格导入，或提供 Word、PDF 文本');
  if (names.includes('ppt/presentation')) return refuse('这是演示文稿：请提供 txt、docx、pdf 或 html 格式的报告');
  return refuse('这是压缩包或不支持的格式：请解压后提供 txt、docx、pdf 或 html 格式的报告');
}

const HTML_START =
  /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body|meta|title|div|p|table|span|article|section)\b/i;

/** The kind of a document, or why it is refused. */
export function kindOf(bytes: Uint8Array, name = ''): DocumentKind | Refused {
  if (bytes.length === 0) return refuse('文件是空的');
  if (SHEET_NAME.test(name)) return refuse('这是电子表格，不是报告正文：请改用表格导入，或提供 Word、PDF 文本');
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 4096)).toString('latin1');
  if (head.slice(0, 1024).includes('%PDF-')) return 'pdf';
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04]) || startsWith(bytes, [0x50, 0x4b, 0x05, 0x06])) return kindOfArchive(bytes);
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) {
    return refuse(
      OLD_WORD.test(name)
        ? '这是旧版 Word（.doc）文件：请另存为 docx 后再读'
        : '这是旧版 Office 文件或电子表格：请另存为 docx，或提供 PDF 文本',
    );
  }
  if (IMAGES.some((signature) => startsWith(bytes, signature)) || head.startsWith('RIFF'))
    return refuse('这是图片或扫描件，没有文字层：请先做文字识别（OCR）');
  if (head.startsWith('{\\rtf')) return refuse('这是 RTF 文件：请另存为 docx 后再读');
  if (HTML_START.test(head.replace(/^(?:\u00ef\u00bb\u00bf)/, '')) || /\.html?$/i.test(name)) return 'html';
  return 'text';
}
