// A leader looks for a minute: the main figures, the counties, what runs out, and from a warning down to the firms behind it.
import assert from 'node:assert/strict';
import type { Journey } from './index.ts';

export const cockpit: Journey = {
  name: 'cockpit',
  says: 'a leader opens the cockpit, compares the counties, and goes from a warning down to the records',
  async walk(walker) {
    const page = await walker.as('juzhang');
    await page.goto(`${walker.url}/cockpit`);
    await page.getByRole('heading', { name: /驾驶舱/, level: 1 }).waitFor();
    await walker.shoot(page, 'cockpit');
    await page.getByLabel('比较的指标').selectOption({ label: '高新技术企业申报数' });
    await page
      .getByRole('table', { name: /高新技术企业申报数/ })
      .getByRole('row')
      .nth(11)
      .waitFor();
    await page
      .getByRole('link', { name: /90天内有.*到期/ })
      .first()
      .click();
    await page.waitForURL(/registry\/parties.*expiring=/);
    await page.getByRole('row').nth(1).waitFor();
    assert.ok((await page.getByRole('row').count()) > 1, 'the warning opens into the firms');
    await walker.shoot(page, 'cockpit-expiring');
    const dark = await walker.as('juzhang', { dark: true });
    await dark.goto(`${walker.url}/cockpit`);
    await dark.getByRole('heading', { name: '预警' }).waitFor();
    await walker.shoot(dark, 'cockpit-dark');
  },
};
