// The workbook of published figures that a planner would import: two that are right, one of a place that is nobody's, one in a unit of another kind.
import ExcelJS from 'exceljs';

export async function outsideList(year: number): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet('外部数据');
  const source = '统计年鉴（演示）';
  sheet.addRow(['指标', '地区', '年度', '数值', '单位', '来源文件', '修订原因']);
  sheet.addRow(['规模以上工业企业数', '澜江市', year, 1268, '家', source, null]);
  sheet.addRow(['规模以上工业企业数', '云泽省', year, 9870, '家', source, null]);
  sheet.addRow(['规模以上工业企业数', '无名市', year, 12, '家', source, null]);
  sheet.addRow(['地区生产总值', '澜江市', year, 4200, '家', source, '最终核实']);
  return Buffer.from(await workbook.xlsx.writeBuffer());
}
