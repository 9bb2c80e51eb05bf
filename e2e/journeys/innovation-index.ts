// A planner opens the innovation index: its course, counties, contributions and values with their sources, the white-paper workbook, and the page as paper.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import type { Journey } from './index.ts';

export const innovationIndex: Journey = {
  name: 'innovation-index',
  says: 'an index is read by county and pillar, opened down to the values it was reckoned from, exported for the white paper, and printed',
  async walk(walker) {
    const page = await walker.as('guihua');
    await page.goto(`${walker.url}/figures/indices`);
    await page
      .getByRole('link', { name: /创新指数（演示）/ })
      .first()
      .click();
    await page.getByRole('heading', { name: '各领域贡献' }).waitFor();
    await page.locator('.kc-chart-box svg').first().waitFor();
    await walker.shoot(page, 'index');
    const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '导出 Excel' }).click()]);
    assert.equal((await readFile(await file.path())).subarray(0, 2).toString(), 'PK', 'the white-paper table is a workbook');
    assert.ok((await walker.print(page, 'index-print')) > 0, 'the index is printed');
    const value = page
      .getByRole('table', { name: '指标数值' })
      .getByRole('row')
      .filter({ hasText: '高新技术企业总数' })
      .getByRole('link')
      .last();
    await value.click();
    await page.waitForURL(/figures\/high-tech-enterprise\.stock\?/);
    await page.getByRole('heading', { name: /的构成/ }).waitFor();
    await page.goBack();
    await page.getByRole('heading', { name: '各领域贡献' }).waitFor();
    await page.emulateMedia({ colorScheme: 'dark' });
    await walker.shoot(page, 'index-dark');
  },
};
