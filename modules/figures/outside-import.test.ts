// The workbook of values from outside through HTTP: template, dry run with marked-up faults, writing, a revision, and taking the batch back.
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { catalogueOf } from '#kernel/declare/catalogue.ts';
import { publishing } from '#kernel/declare/published-indicator.ts';
import type { ImportReport } from '#modules/registry/wire.ts';
import { readWorkbook } from '#platform/sheets/sheets.ts';
import { countyActor, makeActor, ROOT } from '#testing/actors.ts';
import { makeApp, type TestApp } from '#testing/app.ts';
import { specimen } from '#testing/specimen/programme.ts';
import { figuresActions } from './actions/index.ts';

const [A, B] = ['990104', '990105'];
const of = publishing('planning', { publisher: '统计部门' });
const setting = {
  catalogue: catalogueOf(
    [specimen],
    [of('output', '园艺产值', '元', 'flow', '', '园艺总产值'), of('share', '种子自给率', '%', 'rate', '')],
  ),
  regionName: (code: string) => ({ [ROOT]: '澜江市', [A]: '甲县', [B]: '乙县' })[code] ?? code,
  countiesOf: () => [A, B],
};
const reading = ['figures/indicator:read'];
const actors = {
  city: makeActor('市科技', { permissions: [...reading, 'figures/entry:post'] }),
  county: countyActor('县科技', A, reading),
};
const head = ['指标名称', '地区', '年份', '数值', '单位', '来源', '修订原因'];

let app: TestApp;
beforeAll(async () => {
  app = await makeApp({ actions: figuresActions(setting), actors });
});
afterAll(() => app.close());

async function sheet(rows: readonly (readonly (string | number | null)[])[], percentAt?: string): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  const page = workbook.addWorksheet('外部数据');
  for (const row of [head, ...rows]) page.addRow([...row]);
  if (percentAt !== undefined) page.getCell(percentAt).numFmt = '0.00%';
  return Buffer.from(await workbook.xlsx.writeBuffer());
}
type Refused = { error: { code: string; message: string } };
const send = async (content: Buffer, who = 'city') =>
  app.as(who).upload<ImportReport & Refused>('/figures/imports', { fileName: '外部数据.xlsx', content, fields: { kind: 'outside' } });
const commit = (id: string, body: object = {}) => app.as('city').post<ImportReport & Refused>(`/figures/imports/${id}/commit`, body);
type Row = { name: string; region: string; year: number; value: string; reason: string | null; documentName: string; isWithdrawn: boolean };
const standing = async (): Promise<string[]> =>
  (await app.as('city').get<{ rows: Row[] }>('/figures/outside-values')).body.rows.map(
    (row) => `${row.region} ${row.year} ${row.name} ${row.value}`,
  );
const revisions = async (name: string, region: string): Promise<Row[]> =>
  (
    await app
      .as('city')
      .get<{ rows: Row[] }>(`/figures/outside-values/revisions?name=${encodeURIComponent(name)}&region=${region}&year=2024`)
  ).body.rows;

it('shows what is wrong in each cell before anything is written, and marks it in the file', async () => {
  const { body } = await send(
    await sheet([
      ['园艺总产值', '甲县', 2024, 12.5, '亿元', '公报'],
      ['园艺产值', '丙县', 2024, 3, '亿元', '公报'],
      ['园艺产值', '乙县', 2024, '约三', '亿元', '公报'],
      ['园艺产值', '乙县', 2024, 3, '%', '公报'],
      ['园艺产值', '990104', 2024, 12.6, '亿元', '公报'],
      ['园艺产值', '乙县', 2024, 3, '亿元', null],
    ]),
  );
  expect(body.counts).toEqual({ new: 1, changed: 0, same: 0 });
  expect(body.faults.map(({ where, message }) => `${where}：${message}`)).toEqual([
    '第 3 行 B 列 地区：“丙县”不是本市、本省或省内其他市的现行区划，请核对名称',
    '第 4 行 D 列 数值：“约三”不是数值，请只填数字，单位另填在“单位”列',
    '第 5 行 E 列 单位：与“园艺产值”不符，应为万元、亿元、元',
    '第 6 行：与第 2 行是同一指标、同一地区、同一年度，请只保留一行',
    expect.stringContaining('第 7 行 F 列 来源文件'),
  ]);
  expect(await standing()).toEqual([]);
  const marked = await app.as('city').get(`/figures/imports/${body.id}/marked`);
  const workbook = await readWorkbook(marked.bytes);
  expect(workbook.sheets.length).toBeGreaterThan(0);
  expect((await commit(body.id)).status).toBe(409);
  expect((await commit(body.id, { skipWrong: true })).body.says).toContain('新增 1 个数');
  expect(await standing()).toEqual([`${A} 2024 园艺产值 1250000000`]);
});

it('wants a reason for a revision, keeps both values, and puts the old one back when the batch is undone', async () => {
  const rows = (reason: string | null) => [
    ['园艺产值', '甲县', 2024, 13, '亿元', '年鉴', reason],
    ['种子自给率', '乙县', 2024, 0.425, '%', '年鉴', null],
  ];
  const unfit = await send(await sheet(rows(null)));
  expect(unfit.body.faults[0]?.message).toBe('与已登记的 12.50亿元（公报）不同，请填写修订原因；原值会保留');
  // A cell that shows 42.50% is 42.5 in a hundred, whatever Excel keeps.
  const { body } = await send(await sheet(rows('最终核实'), 'D3'));
  expect(body.counts).toEqual({ new: 1, changed: 1, same: 0 });
  expect(body.changes[0]?.fields).toEqual([{ label: '数值', before: '12.50亿元', after: '13.00亿元' }]);
  expect((await commit(body.id)).status).toBe(200);
  expect(await standing()).toEqual([`${A} 2024 园艺产值 1300000000`, `${B} 2024 种子自给率 0.425`]);
  expect((await revisions('园艺产值', A)).map(({ value, reason, documentName }) => [value, reason, documentName])).toEqual([
    ['1300000000', '最终核实', '年鉴'],
    ['1250000000', null, '公报'],
  ]);
  expect((await app.as('city').post(`/figures/imports/${body.id}/undo`, { reason: '导错了文件' })).status).toBe(200);
  expect(await standing()).toEqual([`${A} 2024 园艺产值 1250000000`]);
  expect((await revisions('园艺产值', A)).map(({ value, documentName }) => [value, documentName])[0]).toEqual(['1250000000', '公报']);
  expect((await revisions('种子自给率', B)).map(({ isWithdrawn }) => isWithdrawn)).toEqual([true, false]);
});

it('writes nothing when a value was recorded by somebody else since the file was checked', async () => {
  const { body } = await send(await sheet([['园艺产值', '乙县', 2024, 5, '亿元', '年鉴', null]]));
  const values = [{ region: B, value: '6' }];
  await app.as('city').post('/figures/outside-values', { name: '园艺产值', unit: '亿元', year: 2024, documentName: '快报', values });
  const refused = await commit(body.id);
  expect([refused.status, refused.body.error.code]).toEqual([409, 'IMPORT_CONFLICT']);
  expect(await standing()).toContain(`${B} 2024 园艺产值 600000000`);
});

it('gives a template with the units to choose from, and keeps counties out', async () => {
  const template = await app.as('city').get('/figures/import-templates/outside');
  expect(template.status).toBe(200);
  const [page] = (await readWorkbook(template.bytes)).sheets;
  expect(page?.name).toBe('外部数据');
  expect((await send(await sheet([]), 'county')).status).toBe(403);
});
