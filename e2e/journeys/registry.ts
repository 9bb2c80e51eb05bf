// An officer finds a firm by the initials of its name, reads its record, exports the list, and imports a workbook with one fault.
import assert from 'node:assert/strict';
import ExcelJS from 'exceljs';
import { pinyin } from 'pinyin-pro';
import type { Download, Page } from 'playwright-core';
import { sampleCreditCode } from '#kernel/fields/patterns.ts';
import type { Walker } from '../browser.ts';
import type { Journey } from './index.ts';

const excel = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The name behind a demonstration sign-in, as the server printed it. */
function firmOf(walker: Walker, login: string): string {
  const name = new RegExp(`${login}\\s+(\\S+)`).exec(walker.printed)?.[1];
  assert.ok(name, `the server names the firm of ${login}`);
  return name;
}

async function sheetOf(download: Promise<Download>): Promise<ExcelJS.Worksheet> {
  const file = await (await download).path();
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(file);
  const [sheet] = workbook.worksheets;
  assert.ok(sheet, 'the download is a workbook');
  return sheet;
}

async function find(walker: Walker, page: Page, name: string): Promise<void> {
  const initials = pinyin(name, { pattern: 'first', toneType: 'none', type: 'array' }).join('');
  await page.getByRole('button', { name: /快捷键 Ctrl K/ }).waitFor();
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: '查找' }).fill(initials);
  const hit = page.getByRole('option', { name });
  await hit.waitFor();
  for (const key of ['ArrowDown', 'ArrowDown', 'ArrowUp', 'ArrowUp']) await page.keyboard.press(key);
  await hit.waitFor();
  await walker.shoot(page, 'registry-search');
  await hit.click();
  await page.getByRole('heading', { name, level: 1 }).waitFor();
  const titles = page.locator('section').filter({ has: page.getByRole('heading', { name: '有效资质' }) });
  assert.match((await titles.getByRole('row', { name: /高新技术企业/ }).textContent()) ?? '', /至 \d{4}-\d{2}-\d{2}/);
  await walker.shoot(page, 'registry-party');
  await page.getByRole('link', { name: /^财务数据/ }).click();
  await page.getByRole('columnheader', { name: '税务申报' }).first().waitFor();
  await walker.shoot(page, 'registry-finance');
}

/** Exactly what is on screen: every row of the view, and a heading for each of its columns. */
async function exportList(walker: Walker, page: Page): Promise<void> {
  await page.goto(`${walker.url}/registry/parties`);
  const view = page.getByRole('button', { name: /^资质半年内到期\s*[\d,]+$/ });
  await view.click();
  const count = /[\d,]+$/.exec((await view.textContent()) ?? '')?.[0] ?? '';
  await page.getByText(`共 ${count} 家`).waitFor();
  await walker.shoot(page, 'registry-list');
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: /导出/ }).click();
  const sheet = await sheetOf(download);
  assert.equal(sheet.rowCount - 1, Number(count.replaceAll(',', '')), 'as many rows as the list counts');
  const headings = sheet.getRow(1).values?.toString() ?? '';
  assert.match(headings, /企业名称.*有效资质.*最近到期.*销售收入（万元）/);
}

const good = ['澜江市演示导入一科技有限公司', '澜江市演示导入二科技有限公司'];
const bad = '澜江市演示错码科技有限公司';

async function smallWorkbook(): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet('名单');
  sheet.addRow(['企业名称', '统一社会信用代码', '所属地区', '注册资本（万元）']);
  sheet.addRow([good[0], sampleCreditCode(900_001), '高新区', 500]);
  // The letter O does not occur in credit codes: a zero misread from the licence.
  sheet.addRow([bad, `${sampleCreditCode(900_002).slice(0, 8)}O${sampleCreditCode(900_002).slice(9)}`, '澜滨区', 300]);
  sheet.addRow([good[1], sampleCreditCode(900_003), '澜滨区', 1200]);
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

async function importRest(walker: Walker, page: Page): Promise<void> {
  await page.goto(`${walker.url}/registry/imports`);
  await page.locator('input[type=file]').setInputFiles({ name: '企业名单（演示）.xlsx', mimeType: excel, buffer: await smallWorkbook() });
  await page.getByRole('cell', { name: '第 3 行 B 列 统一社会信用代码' }).waitFor();
  await walker.shoot(page, 'registry-import-check');
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: '下载标注文件' }).click();
  const cell = (await sheetOf(download)).getCell('B3');
  assert.equal((cell.fill as ExcelJS.FillPattern).fgColor?.argb, 'FFFFC7CE', 'the faulty cell is coloured');
  assert.match(JSON.stringify(cell.note), /O/, 'and says what is wrong');
  await page.getByRole('button', { name: '写入无误的行' }).click();
  await page.getByText(/已新增 2 家/).waitFor();
  await walker.shoot(page, 'registry-import-done');
}

async function undo(walker: Walker, page: Page): Promise<void> {
  await page.getByRole('button', { name: '撤销这次导入' }).click();
  const form = page.getByRole('form', { name: '撤销导入' });
  await form.getByRole('textbox').fill('演示：导入后撤销');
  await form.getByRole('button', { name: '确认撤销' }).click();
  await page.getByText('已撤销，内容恢复到导入之前', { exact: true }).waitFor();
  await walker.shoot(page, 'registry-import-undone');
}

async function listed(walker: Walker, page: Page, name: string): Promise<number> {
  const reply = await page.request.get(`${walker.url}/api/registry/parties?q=${encodeURIComponent(name)}`);
  return ((await reply.json()) as { total: number }).total;
}

export const registry: Journey = {
  name: 'registry',
  says: 'an officer finds a firm by initials, reads its titles and figures, exports the list, and imports a workbook and takes it back',
  async walk(walker) {
    const page = await walker.as('gaoxin');
    await find(walker, page, firmOf(walker, 'qiye2'));
    await exportList(walker, page);
    await importRest(walker, page);
    assert.deepEqual(await Promise.all([...good, bad].map((name) => listed(walker, page, name))), [1, 1, 0]);
    await undo(walker, page);
    assert.deepEqual(await Promise.all(good.map((name) => listed(walker, page, name))), [0, 0]);
  },
};
