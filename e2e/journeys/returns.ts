// The bank's return file: one of finance drops it and sees what is wrong, mends it, and may not write it; another does, and it is taken back.
import type { Page } from 'playwright-core';
import type { Walker } from '../browser.ts';
import type { Journey } from './index.ts';

interface Sent {
  readonly number: string;
  readonly amount: string;
  readonly accountMask: string;
}

/** A payment that the bank has, as the list of payments shows it. */
async function sentPayment(page: Page): Promise<Sent> {
  const found = await page.evaluate(async () => {
    const reply = await fetch('/api/funds/payments?status=sent&limit=1');
    return ((await reply.json()) as { rows: Sent[] }).rows[0];
  });
  if (found === undefined) throw new Error('the demonstration has a payment with the bank');
  return found;
}

const file = (payment: Sent, amount: string) => ({
  name: '退票（演示）.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(
    `\uFEFF拨付单号,收款账号,退票金额（元）,退票原因,退票日期\n${payment.number},${payment.accountMask},${amount},收款账户已销户（演示）,${new Date().toISOString().slice(0, 10)}\n`,
  ),
});

async function walk(walker: Walker): Promise<void> {
  const first = await walker.as('caizheng');
  await first.goto(`${walker.url}/funds/payments`);
  await first.getByRole('link', { name: '导入银行退票' }).click();
  await first.getByRole('heading', { name: '导入银行退票' }).waitFor();
  const payment = await sentPayment(first);
  await first.locator('input[type=file]').setInputFiles(file(payment, '1.00'));
  await first.getByText(/有误 \d+ 处，涉及 1 行/).waitFor();
  await walker.shoot(first, 'returns-faults');
  await first.getByRole('button', { name: '换一个文件' }).click();
  await first.locator('input[type=file]').setInputFiles(file(payment, payment.amount));
  await first.getByText(/须由另一位经办人/).waitFor();
  await walker.shoot(first, 'returns-kept-back');

  const second = await walker.as('caizheng2');
  await second.goto(`${walker.url}/funds/returns`);
  await second.getByRole('button', { name: '继续' }).first().click();
  await second.getByRole('button', { name: '写入', exact: true }).click();
  await second.getByRole('button', { name: '撤销这次导入' }).waitFor();
  await walker.shoot(second, 'returns-written');
  await second.getByRole('button', { name: '撤销这次导入' }).click();
  const undo = second.getByRole('form', { name: '撤销导入' });
  await undo.getByLabel('撤销理由').fill('银行发错了文件');
  await undo.getByRole('button', { name: '确认撤销' }).click();
  await second.getByText('已撤销，内容恢复到导入之前', { exact: true }).waitFor();

  const officer = await walker.as('guihua');
  await officer.goto(`${walker.url}/funds/parameters`);
  await officer.getByLabel('到期后多少日内拨付').fill('25');
  await officer.getByLabel('调整理由').fill('局务会议定（演示）');
  await officer.getByRole('button', { name: '保存' }).click();
  await officer.getByText(/30 日 → 25 日/).waitFor();
  await walker.shoot(officer, 'funds-parameters');
}

export const returns: Journey = {
  name: 'returns',
  says: 'a returned payment comes in by the bank’s file: checked by one, written by another, taken back; and what a city may set',
  walk,
};
