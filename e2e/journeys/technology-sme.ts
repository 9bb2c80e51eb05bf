// A technology SME from its self-check to the register, and afterwards: the city draws a spot check, a county finds, the city revokes.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import type { Walker } from '../browser.ts';
import type { Journey } from './index.ts';

const example = JSON.parse(
  readFileSync(path.join(import.meta.dirname, '../../catalogue/enterprises/technology-sme/examples/passes.json'), 'utf8'),
) as { answers: Record<string, unknown> };

/** What the page itself would ask of the server, with the session of the page. */
async function ask<T>(page: Page, method: string, address: string, body?: unknown): Promise<T> {
  return page.evaluate(
    async ([how, where, what]) => {
      const answer = await fetch(`/api${where}`, {
        method: how as string,
        ...(what === undefined ? {} : { body: JSON.stringify(what), headers: { 'content-type': 'application/json' } }),
      });
      if (!answer.ok) throw new Error(`${where}: ${answer.status} ${await answer.text()}`);
      return answer.json();
    },
    [method, address, body] as const,
  ) as Promise<T>;
}

/** Types a number as a person would: the score moves while one types, and the nearest change is offered. */
async function selfCheck(walker: Walker, page: Page): Promise<void> {
  await page.goto(`${walker.url}/desk/self-check/technology-sme/evaluation`);
  await page.getByRole('heading', { name: /自测：科技型中小企业评价/ }).waitFor();
  for (const [label, value] of [
    ['职工总数', '40'],
    ['科技人员数', '6'],
  ] as const) {
    const box = page.getByLabel(label, { exact: false }).first();
    await box.fill(value);
    await box.blur();
  }
  await page
    .getByText(/人员8＋研发/)
    .first()
    .waitFor();
  await walker.shoot(page, 'sme-self-check');
}

async function evaluate(walker: Walker): Promise<{ id: string; region: string }> {
  const firm = await walker.as('qiye1');
  await selfCheck(walker, firm);
  const { rows } = await ask<{ rows: { id: string; programme: string; phase: string }[] }>(firm, 'GET', '/casework/calls');
  const open = rows.find(({ programme, phase }) => programme === 'technology-sme' && phase === '受理中');
  assert.ok(open, 'a call is open');
  const { id } = await ask<{ id: string }>(firm, 'POST', `/casework/calls/${open.id}/drafts`);
  await firm.goto(`${walker.url}/desk/cases/${id}/form`);
  await firm.getByRole('link', { name: /守法与承诺/ }).click();
  const paper = { name: '承诺书（演示）.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4\n% synthetic\n%%EOF\n') };
  await firm.locator('input[type=file]').first().setInputFiles(paper);
  await firm.getByText(paper.name).first().waitFor();
  await firm
    .getByText(/已保存/)
    .first()
    .waitFor();
  const { draft } = await ask<{ draft: { version: number; answers: Record<string, unknown> } }>(firm, 'GET', `/casework/cases/${id}`);
  const answers = { ...example.answers, pledge: draft.answers.pledge };
  await ask(firm, 'PUT', `/casework/cases/${id}/draft`, { version: draft.version, answers });
  await firm.reload();
  await firm.getByRole('link', { name: /核对并提交/ }).click();
  await firm.getByRole('checkbox').first().check();
  await walker.shoot(firm, 'sme-form-check');
  await firm.getByRole('button', { name: /^提交/ }).click();
  await firm.waitForURL(/\/desk\/cases\/[0-9a-f-]{36}$/);
  const { region } = await ask<{ region: string }>(firm, 'GET', `/casework/cases/${id}`);
  return { id, region };
}

async function act(walker: Walker, login: string, id: string, label: string, fill: (form: ReturnType<Page['getByRole']>) => Promise<void>) {
  const page = await walker.as(login);
  await page.goto(`${walker.url}/casework/cases/${id}`);
  await page.getByRole('region', { name: '办理' }).getByRole('button', { name: label, exact: true }).click();
  const form = page.getByRole('form', { name: label });
  await fill(form);
  await walker.shoot(page, `sme-${login}-${label}`);
  await form.getByRole('button', { name: `确认${label}` }).click();
  await form.waitFor({ state: 'detached' });
  return page;
}

async function register(walker: Walker, id: string, region: string): Promise<void> {
  await act(walker, 'kj990171', id, '审查通过', async () => {});
  await act(walker, 'gaoxin', id, '纳入推荐', async (form) => form.getByRole('textbox').first().fill('演示批次'));
  const year = new Date().getFullYear();
  const today = new Date().toLocaleDateString('sv-SE', { timeZone: 'Asia/Shanghai' });
  const page = await walker.as('gaoxin');
  await page.goto(`${walker.url}/casework/cases/${id}`);
  const { version } = await ask<{ version: number }>(page, 'GET', `/casework/cases/${id}`);
  const data = { outcome: 'granted', number: `${year}${region}08999001`, issuedOn: today };
  await ask(page, 'POST', `/casework/cases/${id}/moves`, { version, verb: 'receive-result', data });
  await page.reload();
  await page.getByText('已通过').first().waitFor();
  await walker.shoot(page, 'sme-registered');
}

/** Whoever disagrees with the tax return is drawn at any rate; the rest by the number that was drawn in public. */
async function spotCheck(walker: Walker): Promise<void> {
  const city = await walker.as('gaoxin');
  await city.goto(`${walker.url}/casework/spot-checks`);
  await city.getByRole('heading', { name: '事中事后抽查', level: 1 }).waitFor();
  await city.getByRole('button', { name: '抽取名单' }).first().click();
  const panel = city.getByRole('dialog', { name: '抽取名单' });
  await panel.getByRole('button', { name: '抽取名单', exact: true }).click();
  const form = panel.getByRole('form', { name: '抽取名单' });
  await form.getByLabel('抽取种子').fill('摇号-7301');
  await walker.shoot(city, 'spot-draw');
  await form.getByRole('button', { name: '确认抽取名单' }).click();
  await city.waitForURL(/\/casework\/spot-checks\/[0-9a-f-]{36}/);
  await city.getByText(/种子 摇号-7301/).waitFor();
  await walker.shoot(city, 'spot-drawn');
  await city.goto(`${city.url().split('?')[0]}?view=risk`);
  await city
    .getByText(/限公司/)
    .first()
    .waitFor();
  await city.getByRole('row').nth(1).click();
  await city.getByRole('button', { name: '撤销资格', exact: true }).click();
  await city.getByRole('form', { name: '撤销资格' }).getByRole('textbox').fill('研发费用与纳税申报相差四成，企业不能说明（演示）。');
  await walker.shoot(city, 'spot-revoke');
  await city.getByRole('button', { name: '确认撤销资格' }).click();
  await city
    .getByText(/已登记/)
    .first()
    .waitFor();
  await walker.shoot(city, 'spot-revoked');
  const county = await walker.as('kj990171', { phone: true });
  await county.goto(city.url().split('?')[0] ?? '');
  await county
    .getByText(/限公司/)
    .first()
    .waitFor();
  await walker.shoot(county, 'spot-county-phone');
}

export const technologySme: Journey = {
  name: 'technology-sme',
  says: 'an enterprise evaluates itself and is registered; the city draws a spot check and revokes a number',
  async walk(walker) {
    const { id, region } = await evaluate(walker);
    await register(walker, id, region);
    await spotCheck(walker);
  },
};
