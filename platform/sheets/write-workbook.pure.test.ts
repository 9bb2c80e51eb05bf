// Tests that written workbooks hold what they should, by opening them with the other library and with our own reader.
import { Writable } from 'node:stream';
import ExcelJS from 'exceljs';
import { readXlsx } from 'hucre/xlsx';
import { expect, test } from 'vitest';
import { collect, workbookOf } from './fixtures.ts';
import { readWorkbook } from './read-workbook.ts';
import { readTable } from './tables.ts';
import { readDay, readDecimal, readText } from './values.ts';
import { type SheetColumn, type SheetRecord, workbookBytes, writeWorkbook } from './write-workbook.ts';

const columns: readonly SheetColumn[] = [
  { key: 'name', header: '企业名称', kind: 'text', isRequired: true },
  { key: 'uscc', header: '统一社会信用代码', kind: 'code' },
  { key: 'income', header: '营业收入', unit: '万元', kind: 'money' },
  { key: 'share', header: '研发占比', kind: 'percent' },
  { key: 'day', header: '成立日期', kind: 'date' },
  { key: 'staff', header: '职工', unit: '人', kind: 'integer' },
];

const record: SheetRecord = {
  name: '澜江甲公司',
  uscc: '91990102000000001X',
  income: '12345678.9',
  share: '0.0512',
  day: '2019-03-05',
  staff: 12,
};

test('the other library reads headers with units, text codes, exact numbers and days', async () => {
  const bytes = await workbookBytes([{ name: '企业', title: '企业名录', columns, rows: [record, { name: '乙', income: null }] }], {
    notes: ['演示数据，均为虚构。'],
  });
  const book = await readXlsx(bytes);
  expect(book.sheets.map((sheet) => sheet.name)).toEqual(['企业', '说明']);
  const [title, header, first, second] = book.sheets[0]?.rows ?? [];
  expect(title?.[0]).toBe('企业名录');
  expect(header).toEqual(['*企业名称', '统一社会信用代码', '营业收入（万元）', '研发占比', '成立日期', '职工（人）']);
  expect(first).toEqual(['澜江甲公司', '91990102000000001X', 1234.56789, 0.0512, new Date('2019-03-05T00:00:00Z'), 12]);
  expect(second?.[2] ?? null).toBeNull();
  expect(book.sheets[1]?.rows[0]?.[0]).toBe('演示数据，均为虚构。');
});

test('the header is styled and frozen, codes are text cells, columns have widths', async () => {
  const workbook = new ExcelJS.Workbook();
  const bytes = await workbookBytes([{ name: '企业', columns, rows: [record] }]);
  await workbook.xlsx.load(new Uint8Array(bytes).buffer);
  const sheet = workbook.getWorksheet('企业');
  expect(sheet?.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 });
  expect(sheet?.getCell('A1').font?.bold).toBe(true);
  expect(sheet?.getCell('B2').numFmt).toBe('@');
  expect(sheet?.getCell('B2').type).toBe(ExcelJS.ValueType.String);
  expect(sheet?.getCell('C2').numFmt).toBe('#,##0.00');
  expect(sheet?.getColumn(2).width).toBe(22);
  expect(sheet?.autoFilter).toBe('A1:F1');
});

test('what is written is read back equal, in the unit wanted', async () => {
  const bytes = await workbookBytes([{ name: '企业', title: '名录', columns, rows: [record] }]);
  const table = await readTable(await readWorkbook(bytes), [
    { key: 'name', label: '企业名称', isRequired: true },
    { key: 'income', label: '营业收入', unit: '元' },
    { key: 'day', label: '成立日期' },
    { key: 'share', label: '研发占比' },
  ]);
  const [row] = await collect(table.rows());
  const exponent = (key: string) => table.header.columns.find((column) => column.key === key)?.exponent;
  expect(readText(row?.cells.name)).toEqual({ value: '澜江甲公司' });
  expect(readDecimal(row?.cells.income, '元', exponent('income'))).toEqual({ value: '12345678.9' });
  expect(readDecimal(row?.cells.share)).toEqual({ value: '0.0512' });
  expect(readDay(row?.cells.day)).toEqual({ value: '2019-03-05' });
});

test.each(['=1+1', '+86 139', '-5', '@SUM(A1)', '\t=1', '\r=1'])('text that begins like a formula is defused: %j', async (dangerous) => {
  const bytes = await workbookBytes([{ name: 'x', columns: [{ key: 'a', header: 'a', kind: 'text' }], rows: [{ a: dangerous }] }]);
  const [sheet] = (await readWorkbook(bytes)).sheets;
  const rows = sheet === undefined ? [] : await collect(sheet.rows());
  expect(rows[1]?.cells[0]).toMatchObject({ kind: 'text' });
  expect(rows[1]?.cells[0]?.text.startsWith("'")).toBe(true);
  expect(rows[1]?.cells[0]).not.toHaveProperty('isFormula');
});

test('digits that a double cannot hold are written as text, control characters left out', async () => {
  const bytes = await workbookBytes([
    {
      name: 'a/b:c',
      columns: [
        { key: 'n', header: '数', kind: 'decimal' },
        { key: 't', header: '文', kind: 'text' },
      ],
      rows: [{ n: '12345678901234.5678', t: 'x\u0000\u000b\ud800y' }],
    },
    { name: 'A b c', columns: [{ key: 'n', header: '数', kind: 'decimal' }], rows: [] },
  ]);
  const book = await readXlsx(bytes);
  expect(book.sheets[0]?.rows[1]).toEqual(['12345678901234.5678', 'xy']);
  expect(book.sheets.map((sheet) => sheet.name)).toEqual(['a b c', 'A b c(2)']);
});

test('a template offers its choices from a hidden sheet', async () => {
  const options = ['澜滨区', '云汀区', '高新区'];
  const bytes = await workbookBytes(
    [
      {
        name: '填报',
        columns: [
          { key: 'r', header: '县区', kind: 'text', options },
          { key: 'c', header: '信用代码', kind: 'code' },
        ],
        rows: [],
      },
    ],
    {
      isTemplate: true,
    },
  );
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(new Uint8Array(bytes).buffer);
  expect(workbook.getWorksheet('填报')?.getCell('A2').dataValidation).toMatchObject({ type: 'list', formulae: ["'选项'!$A$1:$A$3"] });
  expect(workbook.getWorksheet('填报')?.getColumn(2).numFmt).toBe('@');
  expect(workbook.getWorksheet('选项')?.state).toBe('veryHidden');
  expect(workbook.getWorksheet('选项')?.getColumn(1).values.slice(1)).toEqual(options);
});

test('rows are drawn only as fast as the reader takes them', async () => {
  let drawn = 0;
  const mostAhead: number[] = [];
  let taken = 0;
  async function* rows(): AsyncGenerator<SheetRecord> {
    for (let i = 0; i < 20_000; i += 1) {
      drawn += 1;
      yield { name: `企业${Math.sin(i)}`, uscc: String(i), staff: i };
    }
  }
  const slow = new Writable({
    highWaterMark: 16_384,
    write(piece: Buffer, _encoding, done) {
      taken += piece.length;
      mostAhead.push(drawn);
      setTimeout(done, 1);
    },
  });
  await writeWorkbook(slow, [{ name: '大', columns, rows: rows() }]);
  expect(drawn).toBe(20_000);
  expect(taken).toBeGreaterThan(300_000);
  // The first bytes left long before the last row was asked for.
  expect(mostAhead[5]).toBeLessThan(15_000);
});

test('a reader that goes away ends the export', async () => {
  let drawn = 0;
  function* endless(): Generator<SheetRecord> {
    for (;;) {
      drawn += 1;
      yield { name: `企业${Math.random()}`, staff: drawn };
    }
  }
  const output = new Writable({
    write(_piece, _encoding, done) {
      if (drawn > 2_000) output.destroy();
      done();
    },
  });
  await expect(writeWorkbook(output, [{ name: '大', columns, rows: endless() }])).rejects.toMatchObject({ code: 'EXPORT_STOPPED' });
});

test('a foreign file with a formula is never executed on the way through', async () => {
  const bytes = await workbookOf([[{ formula: 'HYPERLINK("http://x","y")', result: 'y' }]]);
  const [sheet] = (await readWorkbook(bytes)).sheets;
  const [row] = sheet === undefined ? [] : await collect(sheet.rows());
  expect(row?.cells[0]).toMatchObject({ kind: 'text', text: 'y', isFormula: true });
});
