// The yearly assessment of a makerspace: its operator reports, the city corrects points with reasons and gives a class.
import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import type { Walker } from '../browser.ts';
import type { Journey } from './index.ts';

const list = '/casework/cases?programme=makerspace&dossier=assessment';

async function report(walker: Walker): Promise<void> {
  const firm = await walker.as('qiye2');
  await firm.goto(`${walker.url}/desk/calls`);
  await firm
    .getByText(/年众创空间年度考核/)
    .first()
    .waitFor();
  await walker.shoot(firm, 'makerspace-calls');
  const stranger = await walker.as('qiye1');
  await stranger.goto(`${walker.url}/desk/calls`);
  const refused = await stranger.evaluate(async () => {
    const { rows } = (await (await fetch('/api/casework/calls')).json()) as {
      rows: { id: string; dossier: string; phase: string; programme: string }[];
    };
    const open = rows.find(({ programme, dossier, phase }) => programme === 'makerspace' && dossier === 'assessment' && phase === '受理中');
    const answer = await fetch(`/api/casework/calls/${open?.id}/drafts`, { method: 'POST' });
    return answer.text();
  });
  assert.match(refused, /NOT_HOLDER/, 'only who holds the title may report');
}

const actions = (page: Page) => page.getByRole('region', { name: '办理' });

async function assess(walker: Walker): Promise<void> {
  const city = await walker.as('gaoxin');
  await city.goto(`${walker.url}${list}`);
  await city
    .getByText(/限公司/)
    .first()
    .waitFor();
  await walker.shoot(city, 'makerspace-cases');
  const id = await city.evaluate(async () => {
    const query = 'programme=makerspace&dossier=assessment&status=open&waiting=mine&limit=50';
    const { rows } = (await (await fetch(`/api/casework/cases?${query}`)).json()) as { rows: { id: string; stage: string }[] };
    return rows.find(({ stage }) => stage === 'grade')?.id;
  });
  assert.ok(id, 'an assessment waits for its points');
  await city.goto(`${walker.url}/casework/cases/${id}`);
  await actions(city).getByRole('button', { name: '核定得分', exact: true }).click();
  const points = city.getByRole('form', { name: '核定得分' });
  await points.getByLabel('孵化服务').fill('55');
  await points.getByRole('button', { name: '确认核定得分' }).click();
  await points
    .getByRole('alert')
    .getByText(/与自评得分不一致/)
    .waitFor();
  await points.getByLabel('调整理由').fill('活动场次以现场核实的十场计（演示）。');
  await walker.shoot(city, 'makerspace-points');
  await points.getByRole('button', { name: '确认核定得分' }).click();
  await points.waitFor({ state: 'detached' });
  await actions(city).getByRole('button', { name: '评定等次', exact: true }).click();
  const classes = city.getByRole('form', { name: '评定等次' });
  await classes.getByText('优秀', { exact: true }).click();
  await walker.shoot(city, 'makerspace-class');
  await classes.getByRole('button', { name: '取消' }).click();
}

async function results(walker: Walker): Promise<void> {
  const page = await walker.as('juzhang');
  await page.goto(`${walker.url}/funds/commitments`);
  await page.getByRole('button', { name: /^全部/ }).click();
  await page
    .getByText(/众创空间运营补助/)
    .first()
    .waitFor();
  await walker.shoot(page, 'makerspace-subsidy');
}

export const makerspace: Journey = {
  name: 'makerspace',
  says: 'only holders report; the city corrects points with reasons and gives classes; subsidies are promised',
  async walk(walker) {
    await report(walker);
    await assess(walker);
    await results(walker);
  },
};
