// The workbook that an authority above would send: made with the library itself, not with the product.
import ExcelJS from 'exceljs';

export interface Result {
  readonly uscc: string;
  readonly name: string;
  readonly number: string;
  readonly day: string;
}

export async function resultList(results: readonly Result[]): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet('认定名单');
  sheet.addRow(['省认定机构结果名单（演示，虚构）']);
  sheet.addRow(['统一社会信用代码', '企业名称', '认定结果', '证书编号', '发证日期']);
  for (const { uscc, name, number, day } of results) sheet.addRow([uscc, name, '通过', number, day]);
  return Buffer.from(await workbook.xlsx.writeBuffer());
}
