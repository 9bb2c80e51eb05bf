// What is said when a file is no workbook that can be read, and how to mend it.
import { Refusal } from '../refusal.ts';

const saveAs = '请用 Excel 或 WPS 打开后“另存为”Excel 工作簿（.xlsx）再上传。';

export const notWorkbook = (what: string, mend: string = saveAs): Refusal =>
  new Refusal('SHEET_FORMAT', `这是${what}，不是 .xlsx 工作簿。${mend}`, { status: 400 });

export const encrypted = (): Refusal =>
  new Refusal('SHEET_ENCRYPTED', '文件设有打开密码，无法读取。请在 Excel 中取消密码（文件→信息→保护工作簿→用密码加密，清空）后再上传。', {
    status: 400,
  });

export const broken = (): Refusal =>
  new Refusal('SHEET_BROKEN', '文件已损坏或不完整，无法读取。请用 Excel 或 WPS 打开确认内容，另存为新的 .xlsx 文件再上传。', {
    status: 400,
  });

export const tooLarge = (what: string): Refusal =>
  new Refusal('SHEET_TOO_LARGE', `文件过大：${what}。请删去无关的工作表和空白区域，或拆成几个文件分别上传。`, { status: 413 });

export const suspicious = (): Refusal =>
  new Refusal('SHEET_TOO_LARGE', '文件解压后的大小异常，为安全起见不予读取。请把内容复制到新建的 .xlsx 文件再上传。', { status: 413 });

const mebibytes = (bytes: number): string => `${Math.max(1, Math.round(bytes / 1_048_576))} MB`;

export const tooManyBytes = (limit: number): Refusal => tooLarge(`超过 ${mebibytes(limit)}`);
