// A leader looks for a minute: at a desk, on a wall, on a tablet, on paper and in the dark; every number leads down to its records and back.
import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import type { Walker } from '../browser.ts';
import type { Journey } from './index.ts';

async function open(page: Page, walker: Walker): Promise<void> {
  await page.goto(`${walker.url}/cockpit`);
  await page.getByRole('heading', { name: /驾驶舱/, level: 1 }).waitFor();
}

const plainNumber = (text: string | null): number => Number((text ?? '').replaceAll(/[^\d.-]/g, ''));

/** A movement of the week opens into just the entries that make it up, and back leads to the cockpit. */
async function downFromMovement(page: Page, walker: Walker): Promise<void> {
  const row = page.getByRole('table', { name: '本周变化' }).getByRole('row').nth(1);
  const link = row.getByRole('cell').first().getByRole('link');
  const told = plainNumber(await link.textContent());
  await link.click();
  await page.waitForURL(/figures\/entries/);
  const value = await page.locator('.kc-figure-number').first().textContent();
  assert.equal(plainNumber(value), told, 'the entries add up to the movement');
  await page.getByRole('row').nth(1).waitFor();
  await walker.shoot(page, 'cockpit-entries');
  await page.goBack();
  await page.getByRole('heading', { name: '预警' }).waitFor();
}

/** Each kind of warning leads to a page that is there. */
async function downFromWarnings(page: Page): Promise<void> {
  let followed = 0;
  for (const kind of ['总量', '下滑', '县区', '落后']) {
    const link = page.getByRole('listitem').filter({ hasText: kind }).getByRole('link').first();
    // Which kinds there are depends on the time of the year.
    if ((await link.count()) === 0) continue;
    followed += 1;
    await link.click();
    await page.waitForURL(/\/figures\//);
    await page.getByRole('row').nth(1).waitFor();
    await page.goBack();
    await page.getByRole('heading', { name: '预警' }).waitFor();
  }
  assert.ok(followed > 0, 'there are warnings of more kinds than one');
  await page
    .getByRole('link', { name: /90天内有.*到期/ })
    .first()
    .click();
  await page.waitForURL(/registry\/parties.*expiring=/);
  await page.getByRole('row').nth(1).waitFor();
  assert.ok((await page.getByRole('row').count()) > 1, 'the warning opens into the firms');
}

/** A wall shows everything without a mouse: nothing hangs over the edge, and no type is too small to be read from three metres. */
async function wall(page: Page, walker: Walker): Promise<void> {
  await page.setViewportSize({ width: 1920, height: 1080 });
  await page.goto(`${walker.url}/cockpit?wall=yes`);
  await page.getByRole('region', { name: '预警' }).waitFor();
  await page.locator('.cw-middle svg').first().waitFor();
  await page.emulateMedia({ colorScheme: 'dark' });
  await walker.shoot(page, 'cockpit-wall-dark');
  await page.emulateMedia({ colorScheme: 'light' });
  await walker.shoot(page, 'cockpit-wall');
  const faults = await page.locator('.cw-wall').evaluate((wall) => {
    const texts = [...wall.querySelectorAll('*')].filter((one) =>
      [...one.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim()),
    );
    return texts
      .map((one) => ({
        text: one.textContent?.slice(0, 20),
        size: parseFloat(getComputedStyle(one).fontSize),
        low: one.getBoundingClientRect().bottom,
      }))
      .filter(({ size, low }) => low > 0 && (size < 19.5 || low > window.innerHeight + 1));
  });
  assert.deepEqual(faults, [], 'all type is large enough and on the screen');
}

/** On a standing screen the sections stand below or beside each other and end on it. */
async function standingWall(page: Page, walker: Walker): Promise<void> {
  await page.setViewportSize({ width: 1080, height: 1920 });
  await page.locator('.cw-tall .cw-middle svg').first().waitFor();
  await walker.shoot(page, 'cockpit-wall-standing');
  const faults = await page.locator('.cw-wall').evaluate((shown) => {
    const parts = [...shown.querySelectorAll('header, .cw-figures, section')].map((one) => ({
      name: one.getAttribute('aria-label') ?? one.className,
      edges: one.getBoundingClientRect(),
    }));
    const low = parts.filter(({ edges }) => edges.bottom > window.innerHeight + 1).map(({ name }) => `${name} hangs over`);
    const over = parts.flatMap(({ name, edges: a }, at) =>
      parts
        .slice(at + 1)
        .filter(({ edges: b }) => a.top < b.bottom - 1 && b.top < a.bottom - 1 && a.left < b.right - 1 && b.left < a.right - 1)
        .map((other) => `${name} covers ${other.name}`),
    );
    return [...low, ...over];
  });
  assert.deepEqual(faults, [], 'nothing covers anything on a standing screen');
}

async function tablet(walker: Walker): Promise<void> {
  const page = await walker.as('juzhang', { screen: 'tablet' });
  await open(page, walker);
  await page.getByRole('heading', { name: '预警' }).waitFor();
  await walker.shoot(page, 'cockpit-tablet');
  const small = await page
    .getByRole('main')
    .evaluate((main) =>
      [...main.querySelectorAll('a, button, select, summary')]
        .map((one) => ({ text: one.textContent?.slice(0, 20), height: one.getBoundingClientRect().height }))
        .filter(({ height }) => height > 0 && height < 43.5),
    );
  assert.deepEqual(small, [], 'a finger hits everything');
}

export const cockpit: Journey = {
  name: 'cockpit',
  says: 'a leader opens the cockpit at a desk, on a wall, on a tablet, on paper and in the dark, and goes from every kind of number down to the records',
  async walk(walker) {
    const page = await walker.as('juzhang');
    await open(page, walker);
    await walker.shoot(page, 'cockpit');
    await page.getByLabel('比较的指标').selectOption({ label: '高新技术企业申报数' });
    const bars = page.getByRole('table', { name: /高新技术企业申报数/ });
    await bars.getByRole('row').nth(11).waitFor();
    const sheets = await walker.print(page, 'cockpit-print');
    assert.ok(sheets <= 3, `the cockpit is printed on ${sheets} sheets`);
    await downFromMovement(page, walker);
    await downFromWarnings(page);
    await walker.shoot(page, 'cockpit-expiring');
    await wall(page, walker);
    await standingWall(page, walker);
    await page.getByRole('button', { name: '退出全屏' }).click();
    await page.setViewportSize({ width: 1366, height: 768 });
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.getByRole('heading', { name: '预警' }).waitFor();
    await walker.shoot(page, 'cockpit-dark');
    await tablet(walker);
  },
};
