// An officer assigns experts to every waiting application at once: a look at who would judge what, then a panel for each.
import type { Journey } from './index.ts';

export const assignment: Journey = {
  name: 'assignment',
  says: 'an officer tries an assignment for all waiting applications, sees that none is better, and convenes a panel for each',
  async walk(walker) {
    const phone = await walker.as('gaoxin', { phone: true });
    await phone.goto(`${walker.url}/panels/assign`);
    await phone.getByRole('heading', { name: '智能分配' }).waitFor();
    await phone.getByRole('button', { name: '试分配' }).waitFor();
    await walker.shoot(phone, 'assignment-phone');
    const page = await walker.as('gaoxin');
    await page.goto(`${walker.url}/panels`);
    await page.getByRole('link', { name: '智能分配' }).click();
    await page
      .getByRole('checkbox', { name: /全部 \d+ 件/ })
      .first()
      .check();
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
  },
};
