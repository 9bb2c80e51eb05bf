// The city's innovation and entrepreneurship contest: entry, check by the county, a panel's scores, prizes decided and published.
import { byBureau, cite } from '#kernel/declare/citation.ts';
import { dossier } from '#kernel/declare/dossier.ts';
import { byRules } from '#kernel/declare/eligibility.ts';
import { defineForm, f, page } from '#kernel/declare/form.ts';
import { type Measure, sum } from '#kernel/declare/indicator.ts';
import { defineLimits, since } from '#kernel/declare/limits.ts';
import { programme } from '#kernel/declare/programme.ts';
import { asWan, atMost, exact, mustBe, rulesFor } from '#kernel/declare/rule.ts';
import { criterion, scoreSheet } from '#kernel/declare/score-sheet.ts';
import { check } from '#kernel/stages/check.ts';
import { decide } from '#kernel/stages/decide.ts';
import { publicNotice } from '#kernel/stages/public-notice.ts';
import { review } from '#kernel/stages/review.ts';
import { workdays } from '#kernel/stages/stage.ts';
import { submit } from '#kernel/stages/submit.ts';

const national = cite('国科发火〔2023〕35号', '参赛条件');
const own = byBureau('市级大赛组织方案');

export const form = defineForm(
  page('参赛项目', {
    projectName: f.text('项目名称', { maxLength: 40, list: true }),
    group: f.choice(
      '组别',
      [
        { code: 'STARTUP', name: '初创企业组' },
        { code: 'GROWTH', name: '成长企业组' },
      ] as const,
      { list: true, filter: true },
    ),
    abstract: f.longText('项目简介', { maxLength: 500 }),
    technology: f.longText('技术和产品', { help: '核心技术、知识产权、产品成熟度' }),
    business: f.longText('商业模式及实施方案'),
    market: f.longText('行业及市场'),
    budget: f.money('项目预算', { list: true }),
  }),
  page('企业和团队', {
    income: f.money('上年度营业收入'),
    hasSmeNumber: f.yesNo('取得有效的科技型中小企业入库登记编号'),
    leader: f.person('项目负责人'),
    team: f.table(
      '团队成员',
      { name: f.text('姓名'), role: f.text('承担工作'), education: f.text('学历', { optional: true }) },
      { optional: true, maxRows: 20 },
    ),
    partners: f.table('合作单位', { partner: f.organisation('单位') }, { optional: true, maxRows: 5 }),
    excluded: f.table(
      '申请回避的专家',
      { name: f.text('姓名'), unit: f.text('工作单位', { optional: true }), reason: f.text('理由') },
      { optional: true, maxRows: 3 },
    ),
  }),
);

const limits = defineLimits({ incomeLimit: [since('2022-01-01', '200000000', own), since('2023-01-01', '200000000', national)] });

const rule = rulesFor(form, limits);
const eligibility = byRules(form, limits, [
  rule('sme-number', {
    // The national contest asks it of growing firms in its final alone; the city asks it of every entrant.
    says: () => '参赛企业应取得有效的科技型中小企业入库登记编号',
    cites: own,
    needs: ['hasSmeNumber'],
    check: ({ hasSmeNumber }) => mustBe(hasSmeNumber, true),
  }),
  rule('income', {
    says: () => '上年度营业收入不超过2亿元',
    cites: national,
    needs: ['income'],
    check: ({ income }, { incomeLimit }) => atMost(exact(income), incomeLimit, asWan),
    moves: { income: 'down' },
  }),
]);

const sheet = scoreSheet({
  title: '创新创业大赛评分表',
  cites: own,
  criteria: [
    criterion('technology', '技术和产品', '30', '创新性、成熟度、知识产权'),
    criterion('business', '商业模式及实施方案', '30', '模式清晰，方案可行'),
    criterion('market', '行业及市场', '15', '市场空间和竞争地位'),
    criterion('team', '团队', '15', '结构、经验和执行力'),
    criterion('finance', '财务分析', '10', '预测和资金使用合理'),
  ],
});

interface Excluded {
  readonly name?: string;
  readonly unit?: string;
  readonly reason?: string;
}

const panelReview = review({
  by: 'city-office',
  sheet,
  within: workdays(15),
  panel: {
    size: 7,
    budgetOf: ({ budget }) => (typeof budget === 'string' ? budget : null),
    excluded: ({ excluded }) =>
      (Array.isArray(excluded) ? (excluded as readonly Excluded[]) : []).map(({ name = '', unit, reason = '' }) => ({
        name,
        unit: unit ?? null,
        reason,
      })),
    cites: own,
  },
});

const entry = dossier('entry', '创新创业大赛参赛申请', {
  by: ['enterprise'],
  form,
  eligibility,
  stages: [
    submit(),
    check({ by: 'county-office', within: workdays(5) }),
    panelReview,
    decide({ by: 'city-office', within: workdays(10) }),
    publicNotice({ by: 'city-office', within: workdays(5), publishes: ['projectName', 'group'] }),
  ],
});

const measure = (id: string, name: string, definition: string): Measure => ({
  id: `innovation-contest.${id}`,
  name,
  kind: 'flow',
  unit: '个',
  definition,
});
const entries = measure('entries', '创新创业大赛参赛项目数', '按提交日统计的参赛申请数');
const prizes = measure('prizes', '创新创业大赛获奖项目数', '审定同意授奖的参赛项目数');

export default programme({
  id: 'innovation-contest',
  name: '创新创业大赛',
  domain: 'talent',
  basis: [cite('国科发火〔2023〕35号'), own],
  dossiers: [entry],
  measures: [entries, prizes],
  postings: [
    { measure: entries, dossier: 'entry', verb: 'submit' },
    { measure: prizes, dossier: 'entry', verb: 'approve' },
  ],
  indicators: [
    {
      id: 'innovation-contest.entries',
      name: '创新创业大赛参赛项目数',
      unit: '个',
      formula: sum(entries),
      direction: 'up',
      definition: '当期提交的参赛申请数',
    },
    {
      id: 'innovation-contest.prizes',
      name: '创新创业大赛获奖项目数',
      unit: '个',
      formula: sum(prizes),
      direction: 'up',
      definition: '当期审定授奖的项目数',
    },
  ],
});
