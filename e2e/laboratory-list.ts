// The workbook that an office would import into a register: one row as it should be, one with a level that does not exist.
import ExcelJS from 'exceljs';

export async function laboratoryList(): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet('重点实验室');
  sheet.addRow(['实验室名称', '级别', '依托单位', '所在地区', '批准日期', '固定人员']);
  sheet.addRow(['澜江市量子精密测量重点实验室（演示导入）', '市级', '澜江大学', '澜江高新技术产业开发区', '2026-05-01', 26]);
  sheet.addRow(['澜江市未来材料重点实验室（演示导入）', '特级', '澜江大学', '澜江高新技术产业开发区', '2026-05-01', 12]);
  return Buffer.from(await workbook.xlsx.writeBuffer());
}
