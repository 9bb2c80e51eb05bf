// An open challenge from a need to money that is due: posted, checked, vetted, published, bid for, judged, decided, objected to, agreed and performed.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { ask } from '../application.ts';
import type { Walker } from '../browser.ts';
import type { Journey } from './index.ts';

const examples = path.join(import.meta.dirname, '../../catalogue/projects/open-challenge/examples');
const answersOf = (name: string): Record<string, unknown> => JSON.parse(readFileSync(path.join(examples, name), 'utf8')).answers;
const caseOf = (page: Page): string => /cases\/([0-9a-f-]{36})/.exec(page.url())?.[1] ?? '';
const inDays = (count: number): string => new Date(Date.now() + count * 86_400_000 + 8 * 3_600_000).toISOString().slice(0, 10);

/** Types the title by hand, lets the rest of the form be answered, and sends it. */
async function fillAndSend(walker: Walker, page: Page, title: string, answers: Record<string, unknown>, name: string): Promise<string> {
  await page.waitForURL(/\/desk\/cases\/.*\/form/);
  const id = caseOf(page);
  const first = page.getByRole('textbox', { name: /名称/ }).first();
  await first.fill(title);
  await first.blur();
  await page
    .getByText(/已保存/)
    .first()
    .waitFor();
  const { draft } = await ask<{ draft: { version: number } }>(page, 'GET', `/casework/cases/${id}`);
  await ask(page, 'PUT', `/casework/cases/${id}/draft`, { version: draft.version, answers: { ...answers, title } });
  await page.reload();
  await first.waitFor();
  await walker.shoot(page, `challenge-${name}-form`);
  await page.getByRole('link', { name: /核对并提交/ }).click();
  await page.getByRole('checkbox').first().check();
  await page.getByRole('button', { name: /^提交/ }).click();
  await page.waitForURL(/\/desk\/cases\/[0-9a-f-]{36}$/);
  return id;
}

type Form = ReturnType<Page['getByRole']>;
async function act(
  page: Page,
  label: string,
  fill: (form: Form) => Promise<void> = async () => {},
  shown?: () => Promise<void>,
): Promise<void> {
  await page.getByRole('region', { name: '办理' }).getByRole('button', { name: label, exact: true }).click();
  const form = page.getByRole('form', { name: label, exact: true });
  await fill(form);
  await shown?.();
  await form.getByRole('button', { name: `确认${label}` }).click();
  await form.waitFor({ state: 'detached' });
}

async function open(walker: Walker, login: string, address: string): Promise<Page> {
  const page = await walker.as(login);
  await page.goto(`${walker.url}${address}`);
  await page.getByRole('region', { name: '办理' }).waitFor();
  return page;
}

interface Listed {
  readonly id: string;
  readonly partyName: string;
  readonly stage: string;
  readonly status: string;
}
const listed = async (page: Page, query: string): Promise<readonly Listed[]> =>
  (await ask<{ rows: Listed[] }>(page, 'GET', `/casework/cases?programme=open-challenge&${query}`)).rows;

/** A firm posts a need, its county finds it real, and an officer draws its panel. */
async function post(walker: Walker): Promise<void> {
  const firm = await walker.as('qiye1');
  await firm.goto(`${walker.url}/desk/calls`);
  await firm
    .getByRole('link', { name: /揭榜挂帅技术需求征集/ })
    .first()
    .click();
  await firm.getByRole('button', { name: '开始申报' }).click();
  const id = await fillAndSend(walker, firm, '大型薄壁件真空压铸', answersOf('need-fits.json'), 'need');
  const county = await open(walker, 'kj990171', `/casework/cases/${id}`);
  await act(county, '审查通过');
  const officer = await walker.as('gaoxin');
  await officer.goto(`${walker.url}/panels/new?case=${id}`);
  await officer.getByRole('button', { name: '核对回避关系' }).click();
  await officer.getByText(/需评审专家 5 人/).waitFor();
  await officer.getByRole('button', { name: '随机抽取' }).click();
  await officer.getByText('待通知').first().waitFor();
  await walker.shoot(officer, 'challenge-panel-drawn');
}

/** Concludes the panel of this name whose sheets are all handed in, and opens the case that it judged. */
async function conclude(walker: Walker, login: string, name: string): Promise<{ page: Page; id: string }> {
  const page = await walker.as(login);
  interface Panel {
    readonly id: string;
    readonly name: string;
    readonly status: string;
    readonly sheets: number;
    readonly submitted: number;
  }
  const { rows } = await ask<{ rows: Panel[] }>(page, 'GET', '/review/panels?limit=100');
  const panel = rows.find((one) => one.name === name && one.status === 'open' && one.sheets > 0 && one.submitted === one.sheets);
  assert.ok(panel, `${name} has handed in`);
  await page.goto(`${walker.url}/panels/${panel.id}`);
  await page.getByText(/去掉最高分和最低分/).waitFor();
  await walker.shoot(page, `challenge-panel-${name === '技术需求专家论证组' ? 'need' : 'bid'}`);
  await page.getByRole('button', { name: '评审汇总' }).click();
  await page.getByRole('button', { name: '确认评审汇总' }).click();
  await page.getByText('已汇总').first().waitFor();
  await page.getByRole('heading', { level: 2 }).getByRole('link').first().click();
  await page.getByRole('region', { name: '办理' }).waitFor();
  return { page, id: caseOf(page) };
}

/** Experts have judged another need: it is decided and put on the board, where anyone can read it. */
async function publish(walker: Walker): Promise<void> {
  const { page: officer } = await conclude(walker, 'gaoxin', '技术需求专家论证组');
  await act(officer, '同意');
  await officer.getByRole('region', { name: '办理' }).getByRole('button', { name: '发榜', exact: true }).click();
  const closes = officer.getByRole('form', { name: '发榜', exact: true }).getByLabel('揭榜截止日');
  await closes.fill(inDays(31));
  await walker.shoot(officer, 'challenge-publish');
  await closes.press('Enter');
  await officer
    .getByText(/揭榜中/)
    .first()
    .waitFor();
  await walker.shoot(officer, 'challenge-published');
}

/** A team bids and its bid is sealed; a firm that belongs to the issuer is told why it may not. */
async function bid(walker: Walker): Promise<void> {
  const team = await walker.as('qiye1', { phone: true });
  const { rows } = await ask<{ rows: { id: string; headline: string; isOpen: boolean }[] }>(team, 'GET', '/casework/board?open=true');
  const own = await walker.as('qiye3');
  for (const { id } of rows) {
    await own.goto(`${walker.url}/desk/board/${id}`);
    await own.getByText('揭榜期', { exact: true }).waitFor();
    if ((await own.getByText('发榜方的关联单位不能揭榜').count()) === 0) continue;
    await own.getByText(/持股 30%/).waitFor();
    assert.equal(await own.getByRole('button', { name: '我要揭榜' }).count(), 0, 'an affiliate has no button to bid');
    await walker.shoot(own, 'challenge-barred');
    await team.goto(`${walker.url}/desk/board/${id}`);
    await team.getByRole('button', { name: '我要揭榜' }).click();
    const sent = await fillAndSend(walker, team, '薄壁件真空压铸揭榜方案', answersOf('bid-fits.json'), 'bid-phone');
    await team.getByText('本件已密封保存').waitFor();
    await walker.shoot(team, 'challenge-sealed-phone');
    const officer = await open(walker, 'gaoxin', `/casework/cases/${sent}`);
    await officer.getByText('本件密封保存，暂不能查看').waitFor();
    await officer.getByText(/不能拆封：揭榜期至/).waitFor();
    await walker.shoot(officer, 'challenge-sealed-office');
    return;
  }
  assert.fail('an open board bars the third firm');
}

/** The issuer scores one bid; experts have judged the other: concluded, decided by the leadership, laid open, objected to and heard. */
async function judge(walker: Walker): Promise<void> {
  const issuer = await walker.as('qiye3');
  const [need] = await listed(issuer, 'dossier=need');
  assert.ok(need, 'the third firm has a need');
  const [waiting] = await listed(issuer, `about=${need.id}&stage=check,appraise`);
  assert.ok(waiting, 'a bid waits');
  await issuer.goto(`${walker.url}/desk/cases/${need.id}`);
  await issuer
    .getByText(/揭榜申请/)
    .first()
    .waitFor();
  await walker.shoot(issuer, 'challenge-issuer');
  await issuer.goto(`${walker.url}/desk/cases/${waiting.id}`);
  await act(
    issuer,
    '评价打分',
    async (form) => {
      await form.getByLabel('评分').fill('84.5');
      await form.getByLabel('评价意见').fill('方案可行，报价合理，工期偏紧。');
    },
    () => walker.shoot(issuer, 'challenge-issuer-score'),
  );
  const { id } = await conclude(walker, 'gaoxin', '揭榜申请专家评审组');
  const leader = await open(walker, 'juzhang', `/casework/cases/${id}`);
  await leader.getByText('综合得分').waitFor();
  await walker.shoot(leader, 'challenge-decide');
  await act(leader, '同意');
  const officer = await open(walker, 'gaoxin', `/casework/cases/${id}`);
  await act(officer, '提出异议', async (form) => {
    await form.getByLabel('异议人').fill('某装备公司（演示）');
    await form.getByLabel('联系电话').fill('13900000000');
    await form.getByLabel(/异议事实/).fill('报价低于成本，请核对预算。');
  });
  await officer.getByText(/不能公示结束：还有 1 件异议未处理/).waitFor();
  const { events } = await ask<{ events: { seq: number; verb: string }[] }>(officer, 'GET', `/casework/cases/${id}`);
  const objection = events.findLast(({ verb }) => verb === 'object');
  await act(officer, '处理异议', async (form) => {
    await form.getByLabel('异议序号').fill(String(objection?.seq));
    await form.getByText('异议不成立').click();
    await form.getByLabel('处理说明').fill('已核对预算和已有基础，报价有依据。');
  });
  await officer.getByText(/不能公示结束：公示期至/).waitFor();
  await walker.shoot(officer, 'challenge-objection');
}

/** The winner proposes the agreement that stands there already; it is signed, and the first milestone's money falls due. */
async function perform(walker: Walker): Promise<void> {
  const winner = await walker.as('qiye2');
  const [bidOf] = await listed(winner, 'dossier=bid&stage=agree');
  assert.ok(bidOf, 'the second firm has won');
  await winner.goto(`${walker.url}/desk/cases/${bidOf.id}`);
  await act(
    winner,
    '提交合同',
    async (form) => {
      await form.getByText('承诺遵守经费使用负面清单').first().waitFor();
      await form.getByRole('radio', { name: '是' }).check();
    },
    () => walker.shoot(winner, 'challenge-agreement'),
  );
  const officer = await open(walker, 'gaoxin', `/casework/cases/${bidOf.id}`);
  await act(officer, '签订合同', async (form) => {
    await form.getByLabel('签订日期').fill(inDays(0));
    await form.getByLabel('签订日期').press('Enter');
    await form.getByLabel('合同编号').fill('澜科揭榜〔2026〕8号');
  });
  await winner.goto(`${walker.url}/desk/cases/${bidOf.id}`);
  await act(winner, '报告里程碑', async (form) => {
    await form.getByRole('radio', { name: /^1\. / }).check();
    await form.getByLabel('完成情况').fill('小试达到合同指标，第三方检测报告已出。');
    await form.getByLabel('自有资金累计已付').fill('120');
  });
  await officer.goto(`${walker.url}/casework/cases/${bidOf.id}`);
  await act(officer, '里程碑通过', async (form) => {
    await form.getByRole('radio', { name: /^1\. / }).check();
  });
  await officer.getByText('1 / 3 已验收').waitFor();
  await walker.shoot(officer, 'challenge-milestone');
  const { partyName } = await ask<{ partyName: string }>(officer, 'GET', `/casework/cases/${bidOf.id}`);
  const planner = await walker.as('guihua');
  await planner.goto(`${walker.url}/funds/commitments?programme=open-challenge`);
  await planner.getByText(partyName).first().waitFor();
  await walker.shoot(planner, 'challenge-commitments');
  await planner.goto(`${walker.url}/funds/recoveries`);
  await planner
    .getByText(/揭榜方核心人员离开/)
    .first()
    .waitFor();
  await walker.shoot(planner, 'challenge-recovery');
}

export const challenge: Journey = {
  name: 'challenge',
  says: 'a need is posted, vetted by experts and published; a bid stays sealed, another is judged, decided and heard; an agreement makes money due',
  async walk(walker) {
    await post(walker);
    await publish(walker);
    await bid(walker);
    await judge(walker);
    await perform(walker);
  },
};
