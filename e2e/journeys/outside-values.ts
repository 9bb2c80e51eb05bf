// Published values of the city: one is recorded, revised with a reason, seen in both versions, and more come from a workbook that has faults.
import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import type { Walker } from '../browser.ts';
import { outsideList } from '../outside-list.ts';
import type { Journey } from './index.ts';

const year = new Date(Date.now() + 8 * 3_600_000).getUTCFullYear() - 1;
const name = '高技术制造业增加值';

async function record(page: Page, value: string, document: string, reason = ''): Promise<void> {
  await page.getByRole('button', { name: '登记一年的数' }).click();
  const form = page.getByRole('form', { name: '登记外部数据' });
  await form.getByLabel(/^数据名称/).fill(name);
  await form.getByRole('combobox', { name: /^单位/ }).selectOption('亿元');
  await form.getByLabel('年度').fill(String(year));
  await form.getByLabel('来源文件').fill(document);
  await form.getByLabel(/^修订原因/).fill(reason);
  await form.getByLabel('澜江市（亿元）').fill(value);
  await form.getByRole('button', { name: '登记', exact: true }).click();
}

async function revise(walker: Walker, page: Page): Promise<void> {
  await page.goto(`${walker.url}/figures/outside`);
  await record(page, '318.6', '统计快报（演示）');
  await page.getByText(`已登记 1 个地区${year}年的${name}`).waitFor();
  await page.goto(`${walker.url}/figures/outside`);
  await record(page, '321.4', '统计年鉴（演示）');
  await page.getByText(/已经登记过不同的数值。请填写修订原因/).waitFor();
  await walker.shoot(page, 'outside-reason-needed');
  await page.getByLabel(/^修订原因/).fill('最终核实');
  await page.getByRole('button', { name: '登记', exact: true }).click();
  await page.getByText(`已登记 1 个地区${year}年的${name}`).waitFor();
  await page.getByRole('button', { name: '收起', exact: true }).click();
  await page.getByLabel('查找').fill(name);
  await page.getByRole('button', { name: new RegExp(`澜江市${year}年${name}.*查看历次登记`) }).click();
  const versions = page.getByRole('list', { name: '历次登记' });
  await versions.getByText('321.4亿元').waitFor();
  await versions.getByText('修订原因：最终核实').waitFor();
  await versions.getByText('318.6亿元').waitFor();
  await walker.shoot(page, 'outside-revisions');
}

async function fill(walker: Walker, page: Page): Promise<void> {
  await page.goto(`${walker.url}/figures/outside/import`);
  await page.locator('input[type=file]').setInputFiles({
    name: '外部数据（演示）.xlsx',
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer: await outsideList(year),
  });
  await page.getByText(/有误 2 处，涉及 2 行/).waitFor();
  await page.getByText('“无名市”不是本市、本省或省内其他市的现行区划，请核对名称').waitFor();
  await page.getByText('与“地区生产总值”不符，应为万元、亿元、元').waitFor();
  await walker.shoot(page, 'outside-import-faults');
  const [marked] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '下载标注文件' }).click()]);
  assert.match(marked.suggestedFilename(), /标注.*\.xlsx$/);
  await page.getByRole('button', { name: '写入无误的行' }).click();
  await page.getByText(/已新增 2 个数/).waitFor();
  await walker.shoot(page, 'outside-import-done');
  await page.goto(`${walker.url}/figures/outside?text=${encodeURIComponent('规模以上工业企业数')}`);
  await page.getByRole('table', { name: '规模以上工业企业数' }).getByText('1,268').waitFor();
}

export const outsideValues: Journey = {
  name: 'outside-values',
  says: 'a published value is recorded, revised with a reason, seen in both versions, and others come from a workbook whose faults are refused',
  async walk(walker) {
    const page = await walker.as('guihua');
    await revise(walker, page);
    await fill(walker, page);
    const leader = await walker.as('juzhang', { phone: true });
    await leader.goto(`${walker.url}/figures/outside`);
    await leader.getByRole('table').first().waitFor();
    await walker.shoot(leader, 'outside-phone');
  },
};
