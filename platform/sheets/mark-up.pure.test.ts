// Tests that a marked-up copy shows each fault where it is and leaves the rest of the file as it was.
import ExcelJS from 'exceljs';
import { afterAll, expect, test } from 'vitest';
import { collect, workbookOf } from './fixtures.ts';
import { markUp, stopMarkUp } from './mark-up.ts';
import { readWorkbook } from './read-workbook.ts';

afterAll(stopMarkUp);

const load = async (bytes: Uint8Array): Promise<ExcelJS.Workbook> => {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(bytes.slice().buffer);
  return workbook;
};

const original = () =>
  workbookOf(
    [
      ['企业名称', '信用代码'],
      ['甲', '9136'],
      ['乙', '91990102000000001X'],
    ],
    (sheet) => {
      const blue: Partial<ExcelJS.Style> = { font: { bold: true, color: { argb: 'FF0000FF' } }, numFmt: '@' };
      for (const address of ['B2', 'B3']) sheet.getCell(address).style = blue;
      sheet.getCell('A2').note = '原有批注';
      sheet.getColumn(2).width = 33;
    },
  );

const faults = [
  { row: 2, column: 2, message: '信用代码应为18位' },
  { row: 2, column: 2, message: '信用代码校验位错误' },
  { row: 2, column: 1, message: '=名称重复' },
  { row: 3, message: '企业不在本辖区' },
];

test('faulty cells are coloured and commented, other cells and styles stay', async () => {
  const workbook = await load(await markUp(await original(), faults));
  const sheet = workbook.getWorksheet('汇总');
  const fill = (address: string) => (sheet?.getCell(address).fill as ExcelJS.FillPattern | undefined)?.fgColor?.argb;
  const note = (address: string) => {
    const found = sheet?.getCell(address).note;
    return typeof found === 'string' ? found : found?.texts?.map((text) => text.text).join('');
  };
  expect([fill('B2'), fill('A2'), fill('A3'), fill('B3')]).toEqual(['FFFFC7CE', 'FFFFC7CE', 'FFFFC7CE', undefined]);
  expect(note('B2')).toBe('【请改正】信用代码应为18位；信用代码校验位错误');
  expect(note('A2')).toBe('原有批注\n【请改正】=名称重复');
  expect(sheet?.getCell('B2').font).toMatchObject({ bold: true, color: { argb: 'FF0000FF' } });
  expect(sheet?.getCell('B2').numFmt).toBe('@');
  expect(sheet?.getColumn(2).width).toBe(33);
});

test('a list names and links every fault', async () => {
  const workbook = await load(await markUp(await original(), faults));
  const list = workbook.getWorksheet('错误清单');
  expect(list?.getCell('A1').text).toContain('共 4 处');
  expect(list?.getCell('C3').value).toMatchObject({ text: 'B2', hyperlink: "#'汇总'!B2" });
  expect(list?.getCell('D5').value).toBe("'=名称重复");
  expect(list?.getCell('C6').text).toBe('第3行');
});

test('a mended file that comes back loses its old marks', async () => {
  const once = await markUp(await original(), faults);
  const twice = await load(await markUp(once, [{ row: 3, column: 2, message: '仍有问题' }]));
  const sheet = twice.getWorksheet('汇总');
  expect(sheet?.getCell('B2').note ?? '').toBe('');
  expect(sheet?.getCell('B2').fill).toMatchObject({ pattern: 'none' });
  expect(JSON.stringify(sheet?.getCell('A2').note)).toContain('原有批注');
  expect(JSON.stringify(sheet?.getCell('A2').note)).not.toContain('请改正');
  expect(twice.worksheets.filter((each) => each.name === '错误清单')).toHaveLength(1);
});

test('a larger file is marked in a worker thread, and our own reader reads the result', async () => {
  const rows = Array.from({ length: 6_000 }, (_, i) => [`澜江企业${i}号有限公司`, `9199010200000${i}`, i * 1.5, '备注文字', i]);
  const marked = await markUp(await workbookOf(rows), [{ row: 4_000, column: 3, message: '数值过大' }]);
  const { sheets } = await readWorkbook(marked);
  expect(sheets.map((sheet) => sheet.name)).toEqual(['汇总', '错误清单']);
  const [sheet, list] = sheets;
  expect(sheet === undefined ? [] : await collect(sheet.rows())).toHaveLength(6_000);
  const listed = list === undefined ? [] : await collect(list.rows());
  expect(listed.at(-1)?.cells.map((cell) => cell?.text)).toEqual(['1', '汇总', 'C4000', '数值过大']);
});

test('a file too large to load gets the list alone', async () => {
  const bytes = await original();
  const workbook = await load(await markUp(bytes, [{ row: 9, column: 1, message: '过长' }], 1_000));
  expect(workbook.worksheets.map((sheet) => sheet.name)).toEqual(['错误清单']);
  expect(workbook.getWorksheet('错误清单')?.getCell('B3').value).toBe('汇总');
});
