// A leader opens the figures: the stock of high-tech enterprises, by county, down to the entries, and as known on an earlier day.
import assert from 'node:assert/strict';
import type { Journey } from './index.ts';

export const leader: Journey = {
  name: 'leader',
  says: 'a leader opens a figure down to the cases that made it, and sees it as known on an earlier day',
  async walk(walker) {
    const page = await walker.as('juzhang');
    await page.getByRole('link', { name: '指标', exact: true }).first().click();
    await page.getByRole('heading', { name: '指标', level: 1 }).waitFor();
    const stock = page.getByRole('region', { name: '高新技术企业总数', exact: true });
    await stock.getByRole('button').waitFor();
    await walker.shoot(page, 'figures-overview');
    await stock.getByRole('button').click();
    await page.getByRole('heading', { name: '高新技术企业总数', level: 1 }).waitFor();
    await page.getByRole('table', { name: '各县区' }).getByRole('row').nth(11).waitFor();
    await walker.shoot(page, 'figure-indicator');
    await page.getByRole('button', { name: '看明细' }).first().click();
    const entries = page.locator('.kc-drill-entries tbody tr');
    await entries.first().waitFor();
    assert.ok((await entries.count()) > 0, 'the number opens into its entries');
    await walker.shoot(page, 'figure-entries');
    await page.getByLabel('年度').selectOption('2024');
    await page.getByLabel('按某日已知').fill('2024-06-30');
    await page.getByText('按 2024-06-30 当日已知').waitFor();
    await page.locator('.kc-chart canvas, .kc-chart svg').first().waitFor();
    await walker.shoot(page, 'figure-as-known');
  },
};
