// The planning division sets a target, breaks it down, issues it by a document, sees the lights, has the year scored, and downloads the county's letter.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import type { Walker } from '../browser.ts';
import type { Journey } from './index.ts';

const year = new Date(Date.now() + 8 * 3_600_000).getUTCFullYear();

/** An indicator is found by typing one of its names. */
async function choose(page: Page, label: string, name: string): Promise<void> {
  await page.getByRole('combobox', { name: label }).fill(name.replace('（外部数据）', ''));
  await page
    .getByTitle(new RegExp(`^${name}`))
    .first()
    .click();
}

/** Next year's applications: 300 for the city, shared by capacity, with one county by hand. */
async function issue(walker: Walker, page: Page): Promise<void> {
  await page.goto(`${walker.url}/figures/targets/new?year=${year + 1}`);
  await choose(page, '指标', '高新技术企业申报数');
  await page.getByLabel('全市目标（家）').fill('300');
  await page.getByLabel('下达文件').fill('关于下达年度科技工作目标的通知（演示）');
  await page.getByLabel('文号').fill(`澜科发〔${year}〕88号`);
  await choose(page, '潜力来源', '全社会研发经费支出（外部数据）');
  await page.getByRole('button', { name: '试算分解' }).click();
  const table = page.getByRole('table', { name: '分解结果' });
  await table.getByText('合计相等').waitFor();
  await walker.shoot(page, 'target-preview');
  await page.getByRole('button', { name: '保存方案' }).click();
  await page.waitForURL(/figures\/targets\/[0-9a-f-]{36}/);
  await page.getByRole('button', { name: '下达目标' }).first().click();
  await page
    .getByRole('button', { name: /下达目标/ })
    .last()
    .click();
  await page.getByRole('table', { name: '现行目标' }).waitFor();
  assert.equal(await page.getByRole('table', { name: '现行目标' }).getByRole('row').count(), 13, 'the city, eleven counties and the head');
  await walker.shoot(page, 'target-issued');
}

async function score(walker: Walker, page: Page): Promise<void> {
  await page.goto(`${walker.url}/figures/assessments/${year - 1}`);
  await page
    .getByRole('button', { name: /的考核表/ })
    .first()
    .click();
  await page.getByRole('table', { name: '考核表' }).waitFor();
  await walker.shoot(page, 'target-assessment');
}

/** A Word file is an archive whose name parts stand in the clear. */
async function letter(page: Page): Promise<void> {
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '下载责任书' }).click()]);
  const bytes = await readFile(await file.path());
  assert.match(file.suggestedFilename(), /目标责任书.*\.docx$/);
  assert.equal(bytes.subarray(0, 2).toString(), 'PK');
  assert.ok(bytes.includes('word/document.xml'), 'the letter is a Word document');
}

export const targets: Journey = {
  name: 'targets',
  says: 'a target is set, decomposed, issued, watched by its lights, scored, and put into a letter of responsibility',
  async walk(walker) {
    const page = await walker.as('guihua');
    await issue(walker, page);
    await page.goto(`${walker.url}/figures/targets?year=${year}`);
    await page.getByRole('table', { name: '各县区完成率与亮灯' }).waitFor();
    await walker.shoot(page, 'targets-lights');
    assert.ok((await walker.print(page, 'targets-print')) > 0, 'the lights are printed');
    await letter(page);
    await score(walker, page);
    const county = await walker.as('kj990171', { phone: true });
    await county.goto(`${walker.url}/figures/targets?year=${year}`);
    await county.getByRole('table', { name: /目标进度/ }).waitFor();
    await walker.shoot(county, 'targets-county-phone');
  },
};
