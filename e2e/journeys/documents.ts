// A return becomes a paper: the firm finds the message in its inbox and takes the correction notice away as Word and PDF.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { apply } from '../application.ts';
import type { Walker } from '../browser.ts';
import type { Journey } from './index.ts';

async function sendBack(walker: Walker, id: string): Promise<void> {
  const county = await walker.as('kj990171');
  await county.goto(`${walker.url}/casework/cases/${id}`);
  await county.getByRole('region', { name: '办理' }).getByRole('button', { name: '退回补正', exact: true }).click();
  const form = county.getByRole('form', { name: '退回补正' });
  await form.getByRole('textbox').first().fill('1. 科技人员花名册缺少第二页\n2. 2025年度审计报告未盖骑缝章');
  await form.getByRole('textbox').or(form.getByRole('spinbutton')).last().fill('5');
  await form.getByRole('button', { name: '确认退回补正' }).click();
  await form.waitFor({ state: 'detached' });
  await county.getByRole('link', { name: '一次性补正告知书' }).first().waitFor();
  await walker.shoot(county, 'documents-case-county');
}

async function take(page: Page, button: string): Promise<{ name: string; bytes: Buffer }> {
  const waiting = page.waitForEvent('download');
  await page.getByRole('button', { name: button }).click();
  const download = await waiting;
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

export const documents: Journey = {
  name: 'documents',
  says: 'the county sends a case back; the firm is told in its inbox and takes the numbered correction notice as Word and PDF',
  async walk(walker) {
    const firm = await walker.as('qiye3');
    const id = await apply(firm);
    await sendBack(walker, id);
    await firm.goto(`${walker.url}/desk`);
    await firm.getByRole('button', { name: /消息，\d+ 条未读/ }).click();
    await firm
      .getByRole('link', { name: /请补正/ })
      .first()
      .click();
    await firm.getByRole('heading', { name: '消息' }).waitFor();
    await walker.shoot(firm, 'documents-inbox');
    await firm.getByRole('link', { name: '去查看' }).first().click();
    await firm.getByRole('link', { name: '一次性补正告知书' }).first().click();
    await firm.getByText('2025年度审计报告未盖骑缝章').waitFor();
    await firm
      .getByText(/〔\d{4}〕\d+号/)
      .first()
      .waitFor();
    await walker.shoot(firm, 'documents-paper');
    const word = await take(firm, '下载 Word');
    assert.match(word.name, /一次性补正告知书.*\.docx$/);
    assert.equal(word.bytes.subarray(0, 2).toString(), 'PK');
    const pdf = await take(firm, '下载 PDF');
    assert.match(pdf.name, /\.pdf$/);
    assert.equal(pdf.bytes.subarray(0, 5).toString(), '%PDF-');
    const city = await walker.as('gaoxin');
    await city.goto(`${walker.url}/correspondence/documents`);
    await city.getByText('一次性补正告知书').first().waitFor();
    await walker.shoot(city, 'documents-list');
  },
};
