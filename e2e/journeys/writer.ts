// The year's work report: begun from the ledger, a figure opened into its records, a paragraph with a live figure, comments, Word and PDF, signed and proven.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import type { Walker } from '../browser.ts';
import type { Journey } from './index.ts';

async function take(page: Page, button: string): Promise<{ name: string; bytes: Buffer }> {
  const waiting = page.waitForEvent('download');
  await page.getByRole('button', { name: button }).click();
  const download = await waiting;
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

/** What stands in the demonstration: a draft by two people, and what last year's report said that has been corrected since. */
async function lookAtDraft(walker: Walker, page: Page): Promise<void> {
  await page.goto(`${walker.url}/reports/write`);
  await page.getByText('已签发').first().waitFor();
  await walker.shoot(page, 'writer-list');
  await page
    .getByRole('row', { name: /起草中/ })
    .getByRole('link')
    .click();
  await page.getByRole('tab', { name: '修改' }).click();
  await page.getByRole('list', { name: '修改记录' }).getByText(/第2稿/).first().waitFor();
  await walker.shoot(page, 'writer-history');
  await page.getByRole('tab', { name: '上年' }).click();
  await page
    .getByRole('region', { name: '与上年对照' })
    .getByText(/对照“.*工作报告”/)
    .waitFor();
  await walker.shoot(page, 'writer-last-year-draft');
}

async function begin(walker: Walker, page: Page): Promise<string> {
  await page.goto(`${walker.url}/reports/write`);
  await page.getByRole('button', { name: '起草报告' }).first().click();
  await walker.shoot(page, 'writer-begin');
  await page.getByRole('form', { name: '起草报告' }).getByRole('button', { name: '按台账起草' }).click();
  await page.waitForURL(/\/reports\/write\/[0-9a-f-]{36}/);
  await page.getByText('一、主要指标完成情况').first().waitFor();
  return page.url();
}

async function write(walker: Walker, page: Page): Promise<void> {
  await page.getByRole('button', { name: /^＋ 逐条写本期有特色/ }).click();
  await page.getByLabel('插入数据：按指标名称查找').fill('高企');
  await page.getByRole('list', { name: '找到的数据' }).getByRole('button').first().click();
  const area = page.getByRole('textbox', { name: /逐条写本期有特色/ });
  await area.fill(`全市高新技术企业总数达${await area.inputValue()}，企业梯队更加完整。`);
  await walker.shoot(page, 'writer-paragraph');
  await page.getByRole('button', { name: '保存这一段' }).click();
  await page.getByText('企业梯队更加完整。').waitFor();
}

export const writer: Journey = {
  name: 'writer',
  says: 'the planning division writes the year’s work report from the ledger, opens a figure, adds a paragraph with a live figure; the leader comments, signs and proves it',
  async walk(walker) {
    const planner = await walker.as('guihua');
    await lookAtDraft(walker, planner);
    const address = await begin(walker, planner);
    await walker.shoot(planner, 'writer-report');
    await planner
      .getByRole('link', { name: /^\d+家$/ })
      .first()
      .click();
    const source = planner.getByRole('region', { name: '数据来源' });
    await source.getByRole('link', { name: '打开指标和台账记录' }).waitFor();
    await walker.shoot(planner, 'writer-source');
    await write(walker, planner);
    const word = await take(planner, '导出 Word');
    assert.match(word.name, /工作报告\.docx$/);
    assert.equal(word.bytes.subarray(0, 2).toString(), 'PK');
    const pdf = await take(planner, '导出 PDF');
    assert.equal(pdf.bytes.subarray(0, 5).toString(), '%PDF-');
    const leader = await walker.as('juzhang');
    await leader.goto(address);
    await leader.getByRole('tab', { name: '批注' }).click();
    await leader.getByRole('textbox', { name: '批注内容' }).fill('亮点再充实一些');
    await leader.getByRole('button', { name: '写批注' }).click();
    await leader.getByText('亮点再充实一些').waitFor();
    await leader.getByRole('tab', { name: '上年' }).click();
    await walker.shoot(leader, 'writer-last-year');
    await leader.getByRole('button', { name: '签发…' }).click();
    await leader.getByText(/还有 1 条批注没有处理/).waitFor();
    await walker.shoot(leader, 'writer-signing');
    await leader.getByRole('button', { name: '签发', exact: true }).click();
    await leader.getByText('已签发', { exact: true }).first().waitFor();
    await leader.getByRole('tab', { name: '定稿' }).click();
    await leader.getByRole('button', { name: '用台账重新生成，核对是否一致' }).click();
    await leader.getByText(/与签发时一字不差/).waitFor();
    await walker.shoot(leader, 'writer-signed');
  },
};
