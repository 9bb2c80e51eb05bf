// A planner reads the reports of three invented cities, corrects and accepts what they say, and sees the cities beside the bureau's own.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import type { Walker } from '../browser.ts';
import type { Journey } from './index.ts';

const INDICATOR = '高新技术企业总数';
/** Synthetic texts: cities, events and numbers are invented. */
const textOf = (name: string): string => new URL(`../texts/${name}`, import.meta.url).pathname;

async function beginReading(walker: Walker, page: Page): Promise<void> {
  await page.goto(`${walker.url}/reports`);
  await page.getByRole('link', { name: '读一份报告' }).first().click();
  await page.getByRole('heading', { name: '读一份报告', level: 1 }).waitFor();
}

async function readFile(walker: Walker, page: Page, file: string, title: string): Promise<void> {
  await beginReading(walker, page);
  await page.getByLabel('报告文件').setInputFiles(textOf(file));
  await page.getByLabel('名称').fill(title);
  await page.getByLabel('地区').fill(title.slice(0, 3));
  await page.getByLabel('报告年度').fill('2025');
  await page.getByRole('button', { name: '开始读取' }).click();
  await page.getByRole('heading', { name: title, level: 1 }).waitFor();
}

const hand = (page: Page) => page.getByRole('region', { name: '当前数据' });

/** Opens a figure by its mark in the text and accepts it with the key. */
async function acceptByKey(walker: Walker, page: Page, raw: string): Promise<void> {
  await page.locator('.kc-rt').getByRole('link', { name: raw, exact: true }).first().click();
  await hand(page).getByText(INDICATOR, { exact: true }).waitFor();
  await walker.shoot(page, `report-${raw}`);
  await page.keyboard.press('a');
  await page.getByText('已采纳 1 个数据入台账').waitFor();
}

async function correctAndAccept(walker: Walker, page: Page): Promise<void> {
  await page.locator('.kc-rt').getByRole('link', { name: '874家', exact: true }).click();
  await page.keyboard.press('e');
  await page.getByLabel('数值').fill('875');
  await walker.shoot(page, 'report-correcting');
  await page.keyboard.press('Enter');
  await page.getByText(/^已保存：/).waitFor();
  await hand(page)
    .getByText(/^原读：高新技术企业总数 874家/)
    .waitFor();
  await page.keyboard.press('a');
  await page.getByText('已采纳 1 个数据入台账').waitFor();
}

async function acceptMany(walker: Walker, page: Page): Promise<void> {
  await page.getByRole('button', { name: /^核对/ }).click();
  await page.getByRole('list', { name: '核对结果' }).getByText('不符').first().waitFor();
  await walker.shoot(page, 'report-audit');
  await page.getByRole('button', { name: '批量采纳…' }).click();
  await walker.shoot(page, 'report-accept-many');
  await page.getByRole('button', { name: /^采纳 \d+ 个入台账$/ }).click();
  await page.getByText(/^已采纳 \d+ 个数据入台账/).waitFor();
}

/** The cities stand beside our own, and a number opens into its sentence. */
async function compare(walker: Walker, page: Page): Promise<void> {
  await page.goto(`${walker.url}/figures`);
  await page.getByRole('region', { name: INDICATOR, exact: true }).getByRole('button').click();
  const table = page.getByRole('table', { name: INDICATOR }).filter({ hasText: '云汐市' });
  await table.waitFor();
  for (const [city, value] of [
    ['云汐市', '1,286'],
    ['霁川市', '875'],
    ['岚屿市', '603'],
  ] as const) {
    const row = table.getByRole('row').filter({ has: page.getByRole('rowheader', { name: city }) });
    assert.equal(await row.getByRole('link', { name: value, exact: true }).count(), 1, `${city} shows ${value}`);
  }
  await table.scrollIntoViewIfNeeded();
  await walker.shoot(page, 'figure-cities');
  await table.getByRole('link', { name: '1,286' }).click();
  await page.locator('.kc-rt [aria-current=true]').getByText('1286家').waitFor();
  await walker.shoot(page, 'report-from-figure');
}

export const reader: Journey = {
  name: 'reader',
  says: 'a planner reads three cities’ reports, accepts what they say of one indicator, and sees them beside the own city',
  async walk(walker) {
    const page = await walker.as('guihua');
    await readFile(walker, page, 'yunxi.txt', '云汐市2025年工作总结');
    await acceptByKey(walker, page, '1286家');
    await beginReading(walker, page);
    await page.getByRole('button', { name: '粘贴文字' }).click();
    await page.getByLabel('正文').fill(readFileSync(textOf('jichuan.txt'), 'utf8'));
    await page.getByLabel('名称').fill('霁川市2025年工作报告');
    await page.getByLabel('地区').fill('霁川市');
    await page.getByRole('button', { name: '开始读取' }).click();
    await page.getByRole('heading', { name: '霁川市2025年工作报告', level: 1 }).waitFor();
    await correctAndAccept(walker, page);
    await readFile(walker, page, 'lanyu.html', '岚屿市2025年工作总结');
    await acceptMany(walker, page);
    await page.goto(`${walker.url}/reports`);
    await page.getByRole('link', { name: '云汐市2025年工作总结' }).waitFor();
    await walker.shoot(page, 'reports');
    await compare(walker, page);
  },
};
