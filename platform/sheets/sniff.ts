// Tells by its first bytes what a file really is, whatever its name says.
import type { Refusal } from '../refusal.ts';
import { encrypted, notWorkbook } from './refusals.ts';

const startsWith = (bytes: Buffer, ...head: readonly number[]): boolean => head.every((byte, index) => bytes[index] === byte);

/** Old binary workbooks and password-protected new ones share one container; the names of its streams tell them apart. */
function olderContainer(bytes: Buffer): Refusal {
  if (bytes.includes(Buffer.from('EncryptedPackage', 'utf16le'))) return encrypted();
  const has = (name: string) => bytes.includes(Buffer.from(name, 'utf16le'));
  if (has('WordDocument')) return notWorkbook('旧版 Word 文档');
  return notWorkbook(has('Workbook') || has('Book') ? '旧版 Excel 97-2003 工作簿（.xls）' : '旧版 Office 文件');
}

function textFile(bytes: Buffer): Refusal | undefined {
  const head = bytes.subarray(0, 4_096);
  const isWide = startsWith(head, 0xff, 0xfe) || startsWith(head, 0xfe, 0xff);
  if (!isWide && head.some((byte) => byte < 9)) return undefined;
  const text = head.toString(isWide ? 'utf16le' : 'latin1').toLowerCase();
  if (/<html|<table|<!doctype html/.test(text)) return notWorkbook('网页格式的表格（有些系统导出时误用 .xls 扩展名）');
  if (text.includes('<?xml')) return notWorkbook('XML 格式的表格');
  return notWorkbook('文本文件（如 .csv）', '请用 Excel 打开，把信用代码、证书编号等列设为文本后“另存为”.xlsx 再上传，以免长数字被改写。');
}

/** The refusal for a file that is no zip package; undefined when it is one and may be opened. */
export function refusalByContent(bytes: Buffer): Refusal | undefined {
  if (bytes.length === 0) return notWorkbook('空文件');
  if (startsWith(bytes, 0x50, 0x4b, 3, 4)) return undefined;
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return olderContainer(bytes);
  if (startsWith(bytes, 0x25, 0x50, 0x44, 0x46)) return notWorkbook('PDF 文档', '请上传原始的 Excel 表格，不要上传扫描件或打印件。');
  if (startsWith(bytes, 0x52, 0x61, 0x72, 0x21) || startsWith(bytes, 0x37, 0x7a, 0xbc, 0xaf)) {
    return notWorkbook('压缩包', '请解压后上传其中的 .xlsx 文件。');
  }
  if (startsWith(bytes, 0x89, 0x50, 0x4e, 0x47) || startsWith(bytes, 0xff, 0xd8, 0xff)) {
    return notWorkbook('图片', '请上传原始的 Excel 表格。');
  }
  return textFile(bytes) ?? notWorkbook('无法识别的文件');
}

/** The refusal for a zip package that holds something else than a workbook of sheets. */
export function refusalByParts(names: ReadonlySet<string>): Refusal | undefined {
  if (names.has('xl/workbook.bin')) return notWorkbook('二进制工作簿（.xlsb）');
  if (names.has('[Content_Types].xml')) {
    if (names.has('word/document.xml')) return notWorkbook('Word 文档', '请把表格复制到 Excel，保存为 .xlsx 再上传。');
    if (names.has('ppt/presentation.xml')) return notWorkbook('演示文稿', '请把表格复制到 Excel，保存为 .xlsx 再上传。');
    return undefined;
  }
  if (names.has('mimetype') && names.has('content.xml')) return notWorkbook('ODS 表格');
  return notWorkbook('压缩包', '请解压后上传其中的 .xlsx 文件。');
}
