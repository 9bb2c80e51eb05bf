// An officer assigns experts to every waiting application at once: what would have to give when too few may judge, then panels for all.
import type { Journey } from './index.ts';

export const assignment: Journey = {
  name: 'assignment',
  says: 'an officer tries an assignment for all waiting applications, sees the least to relax, widens, and convenes a panel for each',
  async walk(walker) {
    const page = await walker.as('gaoxin');
    await page.goto(`${walker.url}/panels`);
    await page.getByRole('link', { name: '智能分配' }).click();
    await page
      .getByRole('checkbox', { name: /全部 \d+ 件/ })
      .first()
      .check();
    // Few experts of the middle level are in the pool, and none of them may take many.
    await page.getByRole('checkbox', { name: '中级' }).check();
    await page.getByRole('button', { name: '试分配' }).click();
    await page.getByRole('heading', { name: /不能全部分配|分配结果/ }).waitFor();
    await walker.shoot(page, 'assignment-few');
    await page.getByRole('checkbox', { name: '中级' }).uncheck();
    await page.getByRole('button', { name: '试分配' }).click();
    await page.getByText('已证明没有更好的分配').waitFor();
    await walker.shoot(page, 'assignment-preview');
    await page.getByRole('button', { name: /按此组建 \d+ 个评审组/ }).click();
    await page.getByText('待通知').first().waitFor();
    await page
      .getByRole('link', { name: /评审组/ })
      .first()
      .waitFor();
    await walker.shoot(page, 'assignment-panels');
    const phone = await walker.as('gaoxin', { phone: true });
    await phone.goto(`${walker.url}/panels/assign`);
    await phone.getByRole('heading', { name: '智能分配' }).waitFor();
    await walker.shoot(phone, 'assignment-phone');
  },
};
