// A leader opens the figures: the stock of high-tech enterprises, by county, down to the entries, and as known on an earlier day.
import assert from 'node:assert/strict';
import type { Walker } from '../browser.ts';
import type { Journey } from './index.ts';

const stockOf2024 = '/figures/high-tech-enterprise.stock?year=2024';

/** The planning division corrects one entry; the number known before stays to be seen beside the new one. */
async function correct(walker: Walker): Promise<void> {
  const page = await walker.as('guihua');
  await page.goto(walker.url + stockOf2024);
  await page.getByRole('button', { name: '看明细' }).first().click();
  await page
    .getByRole('button', { name: /更正 .* 的记录/ })
    .first()
    .click();
  await page.getByLabel('更正为').fill('3');
  await page.getByLabel('理由').fill('演示：登记时少计两家');
  await page.getByRole('button', { name: '确认更正' }).click();
  await page.getByText('已冲销').first().waitFor();
  await walker.shoot(page, 'figure-corrected');
  const yesterday = new Date(Date.now() - 16 * 3_600_000).toISOString().slice(0, 10);
  await page.getByLabel('按某日已知').fill(yesterday);
  const both = await page.getByText(/当日已知：.*现在：/).textContent();
  const [before = 0, now = 0] = [...(both ?? '').matchAll(/：([\d,]+)/g)].map(([, number = '']) => Number(number.replaceAll(',', '')));
  assert.equal(now - before, 2, both ?? '');
}

export const leader: Journey = {
  name: 'leader',
  says: 'a figure is corrected, and a leader opens it down to the cases that made it and sees it as known before',
  async walk(walker) {
    await correct(walker);
    const page = await walker.as('juzhang');
    await page.getByRole('button', { name: '指标', exact: true }).click();
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
