// Reads the text files that banks and counters give out, in either Chinese encoding, and makes a workbook of them with every cell as text.
// Read here and not by a library: those at hand take an unfinished quote for one long cell, and payments would vanish in it unsaid.
import { Refusal } from '../refusal.ts';
import { workbookBytes } from './write-workbook.ts';

const widest = 100;

/** UTF-8 where the bytes are that, else the national encoding. */
function decoded(content: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(content);
  } catch {
    return new TextDecoder('gb18030').decode(content);
  }
}

/** The mark that stands most often in the first line with marks. */
function delimiterOf(text: string): string {
  const line = text.split(/\r?\n/, 20).find((each) => /[,;\t]/.test(each)) ?? '';
  return [',', '\t', ';'].map((mark) => [mark, line.split(mark).length] as const).sort((a, b) => b[1] - a[1])[0]?.[0] ?? ',';
}

/** Rows of a delimited text: quoted cells may hold the mark, line ends, and quotes written twice. */
export function csvRows(text: string): string[][] {
  const mark = delimiterOf(text);
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let isQuoted = false;
  const endCell = () => {
    row.push(cell.trim());
    cell = '';
  };
  const endRow = () => {
    endCell();
    rows.push(row);
    row = [];
  };
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at] as string;
    if (isQuoted && char === '"' && text[at + 1] === '"') {
      cell += '"';
      at += 1;
    } else if (char === '"' && (isQuoted || cell.trim() === '')) {
      isQuoted = !isQuoted;
      if (isQuoted) cell = '';
    } else if (isQuoted) cell += char;
    else if (char === mark) endCell();
    else if (char === '\n') endRow();
    else if (char !== '\r') cell += char;
  }
  if (isQuoted)
    throw new Refusal('CSV_BROKEN', '文本文件中有未结束的引号，不能识别。请从银行系统重新下载，或另存为 .xlsx 后上传。', { status: 400 });
  if (cell !== '' || row.length > 0) endRow();
  return rows;
}

/** Long numbers stay whole, as nothing is read as a number here; the rows keep their places. */
export async function workbookOfCsv(content: Buffer): Promise<Buffer> {
  const [head = [], ...rest] = csvRows(decoded(content).replace(/^\uFEFF/, ''));
  const width = Math.max(head.length, ...rest.slice(0, 1000).map((row) => row.length));
  if (width > widest) throw new Refusal('CSV_WIDE', `文本文件超过 ${widest} 列，不能识别。请另存为 .xlsx 后上传。`, { status: 400 });
  // A bank ends its codes with a tab to keep a spreadsheet from rounding them.
  const columns = Array.from({ length: width }, (_, at) => ({ key: String(at), header: head[at] ?? '', kind: 'code' as const }));
  const rows = rest.map((row) => Object.fromEntries(row.map((cell, at) => [String(at), cell === '' ? null : cell])));
  return Buffer.from(await workbookBytes([{ name: '文本文件', columns, rows }]));
}
