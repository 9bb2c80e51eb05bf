// A service item from the guide to a bad rating: applied for at a desk, accepted and decided by the window, rated on a phone, followed up by another.
import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import type { Walker } from '../browser.ts';
import type { Journey } from './index.ts';

const matter = '演示：因项目取消解除一份技术合同';

async function apply(walker: Walker, desk: Page): Promise<string> {
  await desk.goto(`${walker.url}/desk/services`);
  await desk.getByRole('searchbox', { name: '查找事项' }).fill('技术合同注销');
  await desk.getByRole('link', { name: '技术合同注销登记' }).waitFor();
  await walker.shoot(desk, 'counter-guides');
  await desk.getByRole('link', { name: '技术合同注销登记' }).click();
  await desk.getByRole('heading', { name: '申请材料' }).waitFor();
  await walker.shoot(desk, 'counter-guide');
  await desk.getByRole('button', { name: '在线办理' }).click();
  await desk.getByLabel('申请内容').fill(matter);
  await desk.getByLabel('姓名').fill('演示联系人');
  await desk.getByLabel('手机').fill('13800000003');
  await walker.shoot(desk, 'counter-form');
  await desk.getByRole('button', { name: '下一页' }).click();
  await desk
    .locator('input[type=file]')
    .first()
    .setInputFiles({ name: '解除协议.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4\n%%EOF\n') });
  await desk.getByText('解除协议.pdf').first().waitFor();
  await desk.getByRole('button', { name: '去核对' }).click();
  await desk.getByRole('checkbox').check();
  await desk.getByRole('button', { name: /^提交/ }).click();
  await desk.waitForURL(/\/desk\/cases\/[0-9a-f-]{36}$/);
  return desk.url().split('/').at(-1) ?? '';
}

async function move(page: Page, label: string, fill?: (page: Page) => Promise<void>): Promise<void> {
  await page.getByRole('button', { name: label, exact: true }).click();
  await fill?.(page);
  await page.getByRole('button', { name: `确认${label}` }).click();
}

export const counter: Journey = {
  name: 'counter',
  says: 'a firm applies for a service item, the window accepts, decides and delivers, the firm is dissatisfied on a phone, and another office follows up',
  async walk(walker) {
    const desk = await walker.as('qiye1');
    const id = await apply(walker, desk);
    const window = await walker.as('chengguo');
    await window.goto(`${walker.url}/casework/cases/${id}`);
    await walker.shoot(window, 'counter-received');
    await move(window, '受理');
    await window.getByText('等待市科技局业务处室审定').first().waitFor();
    await walker.shoot(window, 'counter-accepted');
    await move(window, '同意');
    await move(window, '登记送达', async (page) => page.getByRole('radio', { name: '网上送达' }).check());
    await window.getByText('已送达，等待申请单位评价').first().waitFor();
    const phone = await walker.as('qiye1', { phone: true });
    await phone.goto(`${walker.url}/desk/cases/${id}`);
    await move(phone, '评价', async (page) => {
      await page.getByRole('radio', { name: '不满意', exact: true }).check();
      await page.getByLabel('意见建议').fill('等了两天才有人受理（演示）');
      await walker.shoot(page, 'counter-rating-phone');
    });
    await phone.getByText('不满意').first().waitFor();
    await window.reload();
    await window.getByText('已送达，等待申请单位评价').first().waitFor();
    assert.equal(await window.getByText('等了两天').count(), 0, 'the window is not told who was dissatisfied');
    const supervisor = await walker.as('jiandu');
    await supervisor.goto(`${walker.url}/service/follow-ups`);
    await supervisor.getByText('等了两天才有人受理（演示）').waitFor();
    await walker.shoot(supervisor, 'counter-follow-ups');
    const board = await walker.as('gaoxin');
    await board.goto(`${walker.url}/service/board`);
    await board.getByRole('heading', { name: '先办这些' }).waitFor();
    await walker.shoot(board, 'counter-board');
    const dark = await walker.as('juzhang', { dark: true });
    await dark.goto(`${walker.url}/service/board`);
    await dark.getByRole('heading', { name: '先办这些' }).waitFor();
    await walker.shoot(dark, 'counter-board-dark');
    await board.goto(`${walker.url}/service/statistics`);
    await board.getByRole('heading', { name: '评价和意见' }).waitFor();
    await walker.shoot(board, 'counter-statistics');
  },
};
