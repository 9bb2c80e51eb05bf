// Anyone reckons a policy for themselves: an example, a number over the edge of a bracket, and a link that shows a colleague the same.
import assert from 'node:assert/strict';
import type { Journey } from './index.ts';

export const calculation: Journey = {
  name: 'calculation',
  says: 'a visitor fills in a calculation, sees the verdict turn at the edge of a bracket, and sends a link that shows the same',
  async walk(walker) {
    const page = await walker.visitor();
    await page.goto(`${walker.url}/public/calculations`);
    await page.getByLabel('查找计算').fill('中小企业');
    await page.getByRole('link', { name: '科技型中小企业自主评价' }).click();
    await page.getByRole('button', { name: '填入示例' }).click();
    const answer = page.getByRole('region', { name: '计算结果' });
    const lead = answer.locator('.calc-lead b').first();
    await answer.getByText('78', { exact: true }).first().waitFor();
    assert.equal(await lead.textContent(), '符合');
    await walker.shoot(page, 'calculation');
    // Certain that nothing stands in for the score, or the verdict would rightly stay open.
    await page.getByRole('group', { name: '主导制定国际、国家或行业标准' }).getByRole('radio', { name: '否' }).check();
    // Fewer than one in ten in research gives no points, and no points there end it, whatever the total.
    await page.getByLabel('科技人员数').fill('3');
    await answer.locator('.calc-lead b', { hasText: '不符合' }).waitFor();
    await page.getByLabel('科技人员数').fill('4');
    await answer.getByText('62', { exact: true }).first().waitFor();
    assert.equal(await lead.textContent(), '符合');
    await page.getByLabel('科技人员数').fill('3');
    await page.getByRole('button', { name: '复制链接' }).click();
    await page.waitForURL(/#in=/);
    const colleague = await walker.visitor();
    await colleague.goto(page.url());
    const theirs = colleague.getByRole('region', { name: '计算结果' }).locator('.calc-lead b').first();
    await theirs.waitFor();
    assert.equal(await theirs.textContent(), '不符合');
    assert.equal(await colleague.getByLabel('科技人员数').inputValue(), '3');
    await walker.shoot(colleague, 'calculation-sent');
  },
};
