// The whole way of one application: self-check, form, correction, opinions of four offices, recommendation, result list, certificate.
import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { ask, completeAnswers } from '../application.ts';
import type { Walker } from '../browser.ts';
import { resultList } from '../result-list.ts';
import type { Journey } from './index.ts';

const caseOf = (page: Page): string => /cases\/([0-9a-f-]{36})/.exec(page.url())?.[1] ?? '';

async function selfCheck(walker: Walker, page: Page): Promise<void> {
  await page.getByRole('link', { name: '自测', exact: true }).click();
  await page
    .getByRole('link', { name: '开始自测' })
    .or(page.getByRole('button', { name: '开始自测' }))
    .first()
    .click();
  await page.getByRole('heading', { name: /自测：/ }).waitFor();
  const staff = page
    .getByRole('textbox', { name: /科技人员数/ })
    .or(page.getByLabel('科技人员数'))
    .first();
  await staff.fill('1');
  await staff.blur();
  const findings = page.getByText('国科发火〔2016〕32号第十一条(四)');
  await findings.first().waitFor();
  const tries = page.getByRole('region', { name: '怎样才能符合' });
  await tries.getByText(/科技人员数由 1 人增至 \d+ 人即符合/).waitFor();
  await walker.shoot(page, 'self-check');
  await tries.getByRole('button', { name: /试填/ }).first().click();
  await page.getByRole('button', { name: '用这些数据开始申报' }).click();
  await page.waitForURL(/\/desk\/cases\/.*\/form/);
}

/** Fills what the journey does not type by hand, then reads the form anew. */
async function fillRest(walker: Walker, page: Page): Promise<void> {
  const id = caseOf(page);
  const paper = { fileName: '材料（演示）.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4\n% synthetic\n%%EOF\n') };
  await page.getByRole('link', { name: /证明材料/ }).click();
  await page.locator('input[type=file]').first().setInputFiles({ name: paper.fileName, mimeType: paper.mimeType, buffer: paper.buffer });
  await page.getByText(paper.fileName).first().waitFor();
  await page
    .getByText(/已保存/)
    .first()
    .waitFor();
  await walker.shoot(page, 'form-materials');
  const { draft } = await ask<{ draft: { version: number; answers: Record<string, unknown> } }>(page, 'GET', `/casework/cases/${id}`);
  const file = draft.answers.auditReports;
  assert.ok(file, 'the uploaded file stands in the draft');
  await ask(page, 'PUT', `/casework/cases/${id}/draft`, { version: draft.version, answers: completeAnswers(file) });
  await page.reload();
}

async function send(walker: Walker, page: Page, name: string): Promise<void> {
  await page.getByRole('link', { name: /核对并提交/ }).click();
  const promise = page.getByRole('checkbox');
  await promise.first().check();
  await walker.shoot(page, `form-check-${name}`);
  await page.getByRole('button', { name: /^提交/ }).click();
  await page.waitForURL(/\/desk\/cases\/[0-9a-f-]{36}$/);
}

async function act(page: Page, label: string, fill: (form: ReturnType<Page['getByRole']>) => Promise<void>): Promise<void> {
  await page.getByRole('region', { name: '办理' }).getByRole('button', { name: label, exact: true }).click();
  const form = page.getByRole('form', { name: label });
  await fill(form);
  await form.getByRole('button', { name: `确认${label}` }).click();
  await form.waitFor({ state: 'detached' });
}

const agree = (page: Page): Promise<void> =>
  act(page, '出具意见', async (form) => {
    await form.getByText('同意', { exact: true }).click();
  });

async function office(walker: Walker, login: string, id: string): Promise<Page> {
  const page = await walker.as(login);
  await page.goto(`${walker.url}/casework/cases/${id}`);
  await page.getByRole('region', { name: '办理' }).waitFor();
  return page;
}

async function correct(walker: Walker, id: string): Promise<void> {
  const county = await office(walker, 'kj990171', id);
  await walker.shoot(county, 'case-county');
  await act(county, '退回补正', async (form) => {
    await form.getByRole('textbox').first().fill('科技人员花名册缺少第二页，请补充后重新提交。');
    await form.getByRole('textbox').or(form.getByRole('spinbutton')).last().fill('5');
  });
  const firm = await walker.as('qiye1');
  await firm.goto(`${walker.url}/desk`);
  await firm.getByText(/补正/).first().waitFor();
  await walker.shoot(firm, 'desk-correction');
  await firm.goto(`${walker.url}/desk/cases/${id}/form`);
  await firm.getByText('科技人员花名册缺少第二页').first().waitFor();
  await send(walker, firm, 'correction');
}

async function opinions(walker: Walker, id: string): Promise<void> {
  for (const login of ['kj990171', 'sw990171', 'gaoxin', 'shuiwu']) {
    const page = await office(walker, login, id);
    await agree(page);
    if (login === 'gaoxin') await walker.shoot(page, 'case-city');
  }
}

async function recommendAndImport(walker: Walker, id: string): Promise<void> {
  const city = await office(walker, 'gaoxin', id);
  await act(city, '纳入推荐', async (form) => {
    await form.getByRole('textbox').first().fill('演示批次');
  });
  const { partyUscc, partyName } = await ask<{ partyUscc: string; partyName: string }>(city, 'GET', `/casework/cases/${id}`);
  await city.goto(`${walker.url}/casework/cases?view=open&programme=high-tech-enterprise`);
  const download = city.waitForEvent('download');
  await city.getByRole('button', { name: /导出/ }).click();
  assert.match((await download).suggestedFilename(), /\.xlsx$/);
  await city.goto(`${walker.url}/casework/results`);
  const year = new Date().getFullYear();
  await city.locator('input[type=file]').setInputFiles({
    name: '省结果名单（演示）.xlsx',
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer: await resultList([{ uscc: partyUscc, name: partyName, number: `GR${year}99900001`, day: `${year}-11-20` }]),
  });
  await city
    .getByText(/核对|识别/)
    .first()
    .waitFor();
  await city.getByText(partyName).first().waitFor();
  await walker.shoot(city, 'results-check');
  await city
    .getByRole('button', { name: /写入|导入/ })
    .last()
    .click();
  await city
    .getByText(/通过 1 件/)
    .first()
    .waitFor();
  await city.getByText('正在写入').waitFor({ state: 'detached' });
  await walker.shoot(city, 'results-done');
  const done = await ask<{ status: string }>(city, 'GET', `/casework/cases/${id}`);
  assert.equal(done.status, 'granted');
}

export const recognition: Journey = {
  name: 'recognition',
  says: 'a firm checks itself, applies, mends and is recognised; county, tax and city each do their part on the same case',
  async walk(walker) {
    const firm = await walker.as('qiye1');
    await selfCheck(walker, firm);
    await fillRest(walker, firm);
    await send(walker, firm, 'first');
    const id = caseOf(firm);
    await walker.shoot(firm, 'desk-case');
    await correct(walker, id);
    await opinions(walker, id);
    await recommendAndImport(walker, id);
    await firm.goto(`${walker.url}/desk`);
    await firm.getByText('高新技术企业').first().waitFor();
    await walker.shoot(firm, 'desk-recognised');
  },
};
