// Anyone reads what is published without an account and without a script, objects to a list, and asks how it stands; an officer sees the objection.
import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import type { Walker } from '../browser.ts';
import type { Journey } from './index.ts';

/** A browser in which scripts do not run: what is shown is what the server sent. */
async function withoutScript(walker: Walker, phone: boolean): Promise<Page> {
  const page = await walker.visitor({ phone, script: false });
  await page.goto(`${walker.url}/public`);
  return page;
}

async function lookAround(walker: Walker, page: Page, on: string): Promise<void> {
  const menu = page.getByRole('navigation', { name: '栏目' });
  await walker.shoot(page, `public-home-${on}`);
  await menu.getByRole('link', { name: '申报通知' }).click();
  await page.locator('main li a').first().click();
  await page.getByRole('heading', { name: '申报条件' }).waitFor();
  await walker.shoot(page, `public-call-${on}`);
  await menu.getByRole('link', { name: '揭榜挂帅' }).click();
  await page.locator('main li a').first().click();
  await page.getByRole('heading', { name: '怎样揭榜' }).waitFor();
  await walker.shoot(page, `public-need-${on}`);
  await menu.getByRole('link', { name: '资质名录' }).click();
  await page
    .getByRole('link', { name: /高新技术企业/ })
    .first()
    .click();
  await page.getByLabel(/单位名称、信用代码/).fill('科技');
  await page.getByRole('button', { name: '查询' }).click();
  await walker.shoot(page, `public-titles-${on}`);
}

async function object(walker: Walker, page: Page, facts: string, on: string): Promise<string> {
  await page.getByRole('navigation', { name: '栏目' }).getByRole('link', { name: '公示' }).click();
  await walker.shoot(page, `public-notices-${on}`);
  await page
    .getByRole('link', { name: /先期批/ })
    .first()
    .click();
  await walker.shoot(page, `public-notice-${on}`);
  await page.getByRole('link', { name: '提出异议' }).click();
  await page.getByRole('checkbox').first().check();
  await page.getByLabel('姓名或单位全称').fill('演示异议人');
  await page.getByLabel('联系电话').fill('13800000000');
  // At the pace of a person: what comes at once is taken for a program's.
  await page.getByLabel(/异议事实和理由/).pressSequentially(facts, { delay: 140 });
  await page.getByLabel(/证据或线索/).fill('项目书第 3 页（演示）');
  await walker.shoot(page, `public-objection-${on}`);
  await page.getByRole('button', { name: '提交异议' }).click();
  const receipt = (await page.getByText(/^YY\d{8}-/).textContent()) ?? '';
  await walker.shoot(page, `public-receipt-${on}`);
  await page.getByRole('link', { name: '查询处理情况' }).click();
  await page.getByText('待核实').first().waitFor();
  return receipt;
}

export const publicFace: Journey = {
  name: 'public',
  says: 'anyone reads calls, board, titles and lists in publicity without a script, objects and gets a receipt; an officer sees the objection',
  async walk(walker) {
    const desk = await withoutScript(walker, false);
    await lookAround(walker, desk, 'desktop');
    const receipt = await object(walker, desk, '该项目的指标与公开资料不符，请核实（演示内容，纯属虚构）。', 'desktop');
    assert.match(receipt, /^YY\d{8}-[2-9A-Z]{10}$/);
    const phone = await withoutScript(walker, true);
    await lookAround(walker, phone, 'phone');
    await object(walker, phone, `该项目团队成员信息有误，请核实（演示内容，纯属虚构）。${receipt}`, 'phone');
    const officer = await walker.as('gaoxin');
    await officer.goto(`${walker.url}/casework/publications`);
    await officer.getByRole('link', { name: /先期批/ }).waitFor();
    await walker.shoot(officer, 'public-office');
    await officer.getByRole('button', { name: '预览和拟订文字' }).first().click();
    await officer.getByLabel('标题').waitFor();
    await walker.shoot(officer, 'public-office-words');
  },
};
