// Money to a firm: an officer proposes, a leader approves, the pay file is opened again as a workbook, finance confirms, one comes back.
import assert from 'node:assert/strict';
import ExcelJS from 'exceljs';
import type { Page } from 'playwright-core';
import type { Walker } from '../browser.ts';
import type { Journey } from './index.ts';

async function view(page: Page, walker: Walker, path: string, key: string): Promise<void> {
  await page.goto(`${walker.url}${path}?view=${key}`);
  await page.getByText(/共 \d+ 笔/).waitFor();
}

async function tick(page: Page, row: number): Promise<string> {
  const line = page.getByRole('row').nth(row);
  await line.getByRole('checkbox').check();
  return (await line.textContent()) ?? '';
}

async function propose(walker: Walker): Promise<void> {
  const page = await walker.as('guihua');
  await page.goto(`${walker.url}/funds/lines`);
  await page.getByRole('heading', { name: '预算指标', level: 1 }).waitFor();
  await page.getByText(/共 \d+ 条/).waitFor();
  await walker.shoot(page, 'funds-lines');
  await view(page, walker, '/funds/commitments', 'payable');
  await tick(page, 1);
  await page.getByRole('button', { name: '提出拨付' }).click();
  await walker.shoot(page, 'funds-propose');
  await page.getByRole('button', { name: '确认提出拨付' }).click();
  await page.getByText(/已提出拨付 1 笔/).waitFor();
  await view(page, walker, '/funds/payments', 'proposed');
  assert.equal(await page.getByRole('button', { name: '审定', exact: true }).count(), 0, 'an officer has no button to approve');
}

async function approve(walker: Walker): Promise<void> {
  const page = await walker.as('juzhang');
  await view(page, walker, '/funds/payments', 'proposed');
  await tick(page, 1);
  await page.getByRole('button', { name: '审定', exact: true }).click();
  await walker.shoot(page, 'funds-approve');
  await page.getByRole('button', { name: '确认审定' }).click();
  await page.getByText(/已审定拨付 1 笔/).waitFor();
}

/** The bank reads it: account numbers whole and as text, one line for each payment and a total. */
async function send(page: Page, walker: Walker): Promise<void> {
  await view(page, walker, '/funds/payments', 'approved');
  await tick(page, 1);
  await page.getByRole('button', { name: '生成付款文件' }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: '确认生成付款文件' }).click();
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(await (await download).path());
  const [sheet] = workbook.worksheets;
  assert.ok(sheet, 'the pay file is a workbook');
  assert.match(String(sheet.getCell('D3').value), /^\d{19}$/, 'the account number is whole');
  assert.equal(sheet.getCell('D3').type, ExcelJS.ValueType.String, 'and text');
  assert.equal(sheet.getCell('C4').value, '合计');
  await page.getByText(/已生成付款文件/).waitFor();
}

async function settle(walker: Walker): Promise<void> {
  const page = await walker.as('caizheng');
  await send(page, walker);
  await view(page, walker, '/funds/payments', 'sent');
  await tick(page, 1);
  await page.getByRole('button', { name: '确认到账', exact: true }).click();
  const confirm = page.getByRole('form', { name: '确认到账' });
  await confirm.waitFor();
  await walker.shoot(page, 'funds-confirm');
  await confirm.getByRole('button', { name: '确认到账' }).click();
  await page.getByText(/已确认支付 1 笔/).waitFor();
  await view(page, walker, '/funds/payments', 'paid');
  await tick(page, 1);
  await page.getByRole('button', { name: '登记退票', exact: true }).click();
  const back = page.getByRole('form', { name: '登记退票' });
  await back.getByLabel('退票原因').fill('收款账户已销户');
  await back.getByRole('button', { name: '登记退票' }).click();
  await page.getByText(/已登记退票 1 笔/).waitFor();
  await view(page, walker, '/funds/payments', 'returned');
  await walker.shoot(page, 'funds-returned');
}

async function follow(walker: Walker): Promise<void> {
  const page = await walker.as('guihua');
  await page.goto(`${walker.url}/funds/lines`);
  await page.getByRole('link', { name: '企业研发投入奖补资金' }).first().click();
  const full = page.getByRole('link', { name: '打开整页' });
  if (await full.count()) await full.click();
  await page.getByRole('button', { name: /^已付.*看由哪些凭证构成$/ }).click();
  await page.getByRole('cell', { name: '支付', exact: true }).first().waitFor();
  await walker.shoot(page, 'funds-line-journal');
  const firm = await walker.as('qiye1', { phone: true });
  await firm.goto(`${walker.url}/desk/funds`);
  await firm.getByRole('heading', { name: '我的资金', level: 1 }).waitFor();
  await walker.shoot(firm, 'funds-desk-phone');
}

export const funds: Journey = {
  name: 'funds',
  says: 'a payment is proposed, approved by another person, sent to the bank, confirmed and returned, each with its journal',
  async walk(walker) {
    await propose(walker);
    await approve(walker);
    await settle(walker);
    await follow(walker);
  },
};
