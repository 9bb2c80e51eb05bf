// A panel judges a contest entry: an officer draws one, an expert scores on a phone, others at a desk, and another officer concludes.
import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import type { Walker } from '../browser.ts';
import type { Journey } from './index.ts';

const opinion =
  '项目技术路线清晰，样机指标较好，团队结构完整，市场定位准确；建议补充长期稳定性试验数据，细化前两年销售计划，做好知识产权布局。';
const marks = [
  ['技术和产品', '26'],
  ['商业模式及实施方案', '25.5'],
  ['行业及市场', '12'],
  ['团队', '13'],
] as const;

/** Experts agree but for a criterion or two, so that nobody's score stands out of the panel. */
async function score(walker: Walker, page: Page, finance: number, name?: string): Promise<void> {
  await page.goto(`${walker.url}/review`);
  const open = page.locator('section').filter({ has: page.getByRole('heading', { name: /待评分/ }) });
  if (name !== undefined) {
    await open.waitFor();
    await walker.shoot(page, `${name}-desk`);
  }
  await open.getByRole('link').first().click();
  await page.getByRole('checkbox', { name: /我声明/ }).check();
  await page.getByRole('button', { name: '打开材料' }).click();
  for (const [criterion, points] of marks) await page.getByLabel(criterion).first().fill(points);
  await page.getByLabel('财务分析').first().fill(String(finance));
  await page.getByText((76.5 + finance).toFixed(1), { exact: true }).waitFor();
  await page.getByLabel('评审意见').fill('可行');
  await page.getByRole('button', { name: '提交评分表' }).click();
  await page.getByText(/评审意见不少于 50 字/).waitFor();
  await page.getByLabel('评审意见').fill(opinion);
  await page.getByRole('radio', { name: '推荐', exact: true }).check();
  if (name !== undefined) await walker.shoot(page, `${name}-scoring`);
  await page.getByRole('button', { name: '提交评分表' }).click();
  await page.getByRole('button', { name: '确认提交' }).click();
  await page
    .getByText(/ 提交$/)
    .first()
    .waitFor();
  if (name !== undefined) await walker.shoot(page, `${name}-submitted`);
}

export const review: Journey = {
  name: 'review',
  says: 'an officer draws a panel with conflicts told by reason and day, experts score on a phone and at a desk, and an officer concludes',
  async walk(walker) {
    const drawer = await walker.as('gaoxin');
    await drawer.goto(`${walker.url}/panels/new`);
    await drawer.getByRole('checkbox').first().check();
    await drawer.getByRole('button', { name: '核对回避关系' }).click();
    await drawer.getByText(/需评审专家 7 人/).waitFor();
    await walker.shoot(drawer, 'review-draw');
    await drawer.getByRole('button', { name: '随机抽取' }).click();
    await drawer.getByText('待通知').first().waitFor();
    await drawer.getByText(/不能通知专家：抽取和通知应由不同人员办理/).waitFor();
    await walker.shoot(drawer, 'review-drawn');
    const phone = await walker.as('zhuanjia1', { phone: true });
    await score(walker, phone, 8, 'review-phone');
    const atDesks = [
      ['zhuanjia2', 6.5],
      ['zhuanjia3', 9],
      ['zhuanjia4', 6],
    ] as const;
    for (const [login, finance] of atDesks) {
      await score(walker, await walker.as(login), finance, login === 'zhuanjia2' ? 'review-laptop' : undefined);
    }
    const organiser = await walker.as('rencai');
    await organiser.goto(`${walker.url}/panels`);
    await organiser.getByRole('link', { name: /0001/ }).click();
    await organiser.getByText(/去掉最高分和最低分/).waitFor();
    await walker.shoot(organiser, 'review-panel');
    await organiser.getByRole('button', { name: '评审汇总' }).click();
    await organiser.getByRole('button', { name: '确认评审汇总' }).click();
    await organiser.getByText('已汇总').first().waitFor();
    assert.equal(await organiser.getByText('达到推荐线').count(), 1);
    await organiser.getByRole('heading', { level: 2 }).getByRole('link').first().click();
    await organiser.getByRole('heading', { name: '专家评审', exact: true }).waitFor();
    await walker.shoot(organiser, 'review-case');
  },
};
