// Tests that the table is found on sheets as offices make them: titles, merged groups, units, totals, notes.
import { expect, test } from 'vitest';
import { Refusal } from '../refusal.ts';
import { collect, workbookOf } from './fixtures.ts';
import { matchHeaders, type TemplateColumn } from './headers.ts';
import { readWorkbook } from './read-workbook.ts';
import { findTable, readTable } from './tables.ts';

const template: readonly TemplateColumn[] = [
  { key: 'name', label: '企业名称', aliases: ['单位名称', '公司名称'], isRequired: true },
  { key: 'uscc', label: '统一社会信用代码', aliases: ['信用代码'], isRequired: true },
  { key: 'income', label: '营业收入', aliases: ['销售收入'], unit: '元', shownUnit: '万元' },
  { key: 'rd', label: '研发费用', unit: '元', shownUnit: '万元' },
  { key: 'staff', label: '职工总数', unit: '人' },
  { key: 'share', label: '科技人员占比' },
];

async function tableOf(bytes: Buffer) {
  const [sheet] = (await readWorkbook(bytes)).sheets;
  return sheet === undefined ? undefined : await findTable(sheet, template);
}

async function refusalOf(bytes: Buffer): Promise<Refusal> {
  const error = await readTable(await readWorkbook(bytes), template).catch((each: unknown) => each);
  if (error instanceof Refusal) return error;
  throw new Error('was not refused');
}

test('a plain header is matched by label and alias, with blanks, stars, numbers and brackets forgiven', async () => {
  const bytes = await workbookOf([['序号', '*企业 名称', '2、信用代码（18位）', '销售收入(万元)', '职工总数（人）', '备注']]);
  const table = await tableOf(bytes);
  expect(table?.header).toMatchObject({
    firstRow: 1,
    lastRow: 1,
    missing: ['rd', 'share'],
    missingRequired: [],
    duplicated: [],
    wrongUnit: [],
  });
  expect(table?.header.columns).toEqual([
    { key: 'name', column: 2, header: '*企业 名称', exponent: 0 },
    { key: 'uscc', column: 3, header: '2、信用代码（18位）', exponent: 0 },
    { key: 'income', column: 4, header: '销售收入(万元)', exponent: 4 },
    { key: 'staff', column: 5, header: '职工总数（人）', exponent: 0 },
  ]);
  expect(table?.header.unknown.map((each) => each.header)).toEqual(['序号', '备注']);
});

test('a merged header of groups under a title is read, with the unit of the group or of a line above', async () => {
  const rows = [
    ['澜江市2025年高新技术企业情况汇总表'],
    [null, null, null, '金额单位：千元'],
    ['企业基本情况', null, '经营情况', null, '人员'],
    ['企业名称', '统一社会信用代码', '营业收入', '研发费用（万元）', '职工总数'],
    ['甲', '91990102MA0A1B2C2P', 100, 10, 5],
  ];
  const bytes = await workbookOf(rows, (sheet) => {
    for (const range of ['A1:E1', 'A3:B3', 'C3:D3']) sheet.mergeCells(range);
  });
  const table = await tableOf(bytes);
  expect(table?.header).toMatchObject({ firstRow: 4, lastRow: 4 });
  expect(table?.header.columns.map(({ key, exponent }) => [key, exponent])).toEqual([
    ['name', 0],
    ['uscc', 0],
    ['income', 3],
    ['rd', 4],
    ['staff', 0],
  ]);
  expect(table?.header.columns.some((column) => column.isUnitAssumed)).toBe(false);
});

test('cells merged downwards beside groups belong to one header, and equal leaves are told by their group', () => {
  const years: readonly TemplateColumn[] = [
    { key: 'name', label: '企业名称' },
    { key: 'income2023', label: '2023年营业收入', unit: '元', shownUnit: '万元' },
    { key: 'income2024', label: '2024年营业收入', unit: '元', shownUnit: '万元' },
  ];
  const cell = (row: number, column: number, text: string) => ({ address: '', row, column, kind: 'text' as const, text });
  const rows = [
    { number: 1, isHidden: false, cells: [cell(1, 1, '企业名称'), cell(1, 2, '2023年（万元）'), undefined, cell(1, 4, '2024年（元）')] },
    { number: 2, isHidden: false, cells: [undefined, cell(2, 2, '营业收入'), cell(2, 3, '利润'), cell(2, 4, '营业收入')] },
  ];
  const match = matchHeaders(rows, years);
  expect(match?.columns.map(({ key, column, exponent }) => [key, column, exponent])).toEqual([
    ['name', 1, 0],
    ['income2023', 2, 4],
    ['income2024', 4, 0],
  ]);
  expect(match).toMatchObject({ firstRow: 1, lastRow: 2, unknown: [{ column: 3, header: '2023年（万元）/利润' }] });
});

test('a header without unit takes the template’s and says so', async () => {
  const table = await tableOf(await workbookOf([['企业名称', '统一社会信用代码', '营业收入', '职工总数']]));
  expect(table?.header.columns.find((column) => column.key === 'income')).toMatchObject({ exponent: 4, isUnitAssumed: true });
  expect(table?.header.columns.find((column) => column.key === 'staff')).not.toHaveProperty('isUnitAssumed');
});

test('rows of data are told from totals, numbering, notes and repeated headers', async () => {
  const bytes = await workbookOf([
    ['企业名称', '统一社会信用代码', '营业收入（万元）', '职工总数'],
    ['甲', '乙', 1, 2],
    ['澜江甲有限公司', '91990102MA0A1B2C2P', 100, 20],
    ['平均律乐器有限公司', '91990102MA0A1B2C2P', 1, 2],
    ['全市合计', null, 101, 22],
    ['其中：规上', null, 100, 20],
    ['企业名称', '统一社会信用代码', '营业收入（万元）', '职工总数'],
    ['—', ' ', '/'],
    ['注：1.营业收入按审计报告填写。'],
    ['填表人：张某某', null, null, '联系电话：19900000000'],
  ]);
  const rows = await collect((await tableOf(bytes))?.rows() ?? collectNothing());
  expect(rows.map((row) => [row.number, row.role])).toEqual([
    [2, 'numbering'],
    [3, 'data'],
    [4, 'data'],
    [5, 'total'],
    [6, 'total'],
    [7, 'header'],
    [8, 'blank'],
    [9, 'note'],
    [10, 'note'],
  ]);
  expect(rows[1]?.cells).toMatchObject({ name: { text: '澜江甲有限公司', address: 'A3' }, income: { number: '100', address: 'C3' } });
});

async function* collectNothing(): AsyncGenerator<never> {}

test('a near miss is suggested, a missing, doubled or wrongly measured column refused by name', async () => {
  const bytes = await workbookOf([['企业名称', '公司名称', '营业总收入', '研发费用（万美元）']]);
  const table = await tableOf(bytes);
  expect(table?.header.unknown).toEqual([{ column: 3, header: '营业总收入', nearest: '营业收入' }]);
  const refusal = await refusalOf(bytes);
  expect(refusal.code).toBe('SHEET_HEADER');
  expect(refusal.details.map((detail) => detail.message)).toEqual([
    '缺少必需的列“统一社会信用代码”',
    'B 列“公司名称”与前面的列重复（都是“企业名称”），请只保留一列',
    'D 列“研发费用（万美元）”的单位“万美元”不能换算为“研发费用”的单位',
  ]);
});

test('the sheet that fits is chosen, a hidden one last, and a file without any header refused', async () => {
  const bytes = await workbookOf([['随便']], (_, workbook) => {
    workbook.addWorksheet('隐藏', { state: 'hidden' }).addRow(['企业名称', '统一社会信用代码', '营业收入']);
    workbook.addWorksheet('数据').addRow(['企业名称', '统一社会信用代码', '营业收入']);
  });
  expect((await readTable(await readWorkbook(bytes), template)).sheet).toBe('数据');
  expect(await refusalOf(await workbookOf([['随便', '什么']]))).toMatchObject({ code: 'SHEET_NO_HEADER', status: 400 });
});
