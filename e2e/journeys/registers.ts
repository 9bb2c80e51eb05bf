// A register through a year's work: looked up, changed with its history, filled from a workbook with faults, taken back, and exported.
import assert from 'node:assert/strict';
import ExcelJS from 'exceljs';
import type { Download, Page } from 'playwright-core';
import type { Walker } from '../browser.ts';
import { laboratoryList } from '../laboratory-list.ts';
import type { Journey } from './index.ts';

const register = '/registers/key-laboratory';

async function opened(download: Download): Promise<ExcelJS.Worksheet> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(await download.path());
  const [sheet] = workbook.worksheets;
  assert.ok(sheet, 'the file is a workbook');
  return sheet;
}

async function take(page: Page, button: string): Promise<ExcelJS.Worksheet> {
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: button }).first().click();
  return opened(await download);
}

/** A row is opened from the list, changed, and its history says what it was before. */
async function change(walker: Walker, page: Page): Promise<void> {
  await page.goto(`${walker.url}/registers`);
  await page.getByRole('link', { name: '重点实验室台账' }).click();
  await page.getByText(/共 \d+ 家/).waitFor();
  await walker.shoot(page, 'registers-list');
  await page.getByRole('row').nth(1).getByRole('link').click();
  const full = page.getByRole('link', { name: '打开整页' });
  await full.click();
  await page.getByRole('button', { name: '修改', exact: true }).click();
  const form = page.getByRole('form', { name: '修改' });
  await form.getByLabel('固定人员').fill('88');
  await form.getByRole('button', { name: '保存' }).click();
  await form.waitFor({ state: 'detached' });
  await page.getByText(/固定人员.*→ 88/).waitFor();
  await walker.shoot(page, 'registers-history');
}

async function fill(walker: Walker, page: Page): Promise<void> {
  await page.goto(`${walker.url}${register}/import`);
  await page.locator('input[type=file]').setInputFiles({
    name: '重点实验室（演示）.xlsx',
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer: await laboratoryList(),
  });
  await page.getByText(/有误 \d+ 处，涉及 1 行/).waitFor();
  await page.getByText(/没有“特级”这个选项/).waitFor();
  await walker.shoot(page, 'registers-import-faults');
  const marked = await take(page, '下载标注文件');
  const words: string[] = [];
  marked.eachRow((row) => row.eachCell((cell) => words.push(cell.text, JSON.stringify(cell.note ?? ''))));
  assert.ok(
    words.some((word) => word.includes('没有“特级”这个选项')),
    'the marked-up file says what is wrong where it is wrong',
  );
  await page.getByRole('button', { name: '写入无误的行' }).click();
  await page.getByRole('button', { name: '撤销这次导入' }).waitFor();
  await walker.shoot(page, 'registers-import-done');
  await page.getByRole('button', { name: '撤销这次导入' }).click();
  const undo = page.getByRole('form', { name: '撤销导入' });
  await undo.getByLabel('撤销理由').fill('导入了旧名单');
  await undo.getByRole('button', { name: '确认撤销' }).click();
  await page.getByText('已撤销，内容恢复到导入之前', { exact: true }).waitFor();
  await walker.shoot(page, 'registers-import-undone');
}

export const registers: Journey = {
  name: 'registers',
  says: 'a register is searched, edited with its history, imported with faults marked, written, undone as a batch and exported',
  async walk(walker) {
    const page = await walker.as('guihua');
    await change(walker, page);
    await fill(walker, page);
    await page.goto(`${walker.url}${register}`);
    const total = Number(/共 (\d+) 家/.exec((await page.getByText(/共 \d+ 家/).textContent()) ?? '')?.[1]);
    const sheet = await take(page, '导出 Excel');
    assert.ok(sheet.rowCount > total, 'the export holds each row that is shown');
    const party = await walker.as('dangwu');
    await party.goto(walker.url);
    await party.getByRole('heading', { name: '台账', level: 1 }).waitFor();
    await party
      .getByRole('link', { name: /三会一课/ })
      .first()
      .waitFor();
    await walker.shoot(party, 'registers-party');
  },
};
