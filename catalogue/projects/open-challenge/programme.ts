// Open challenges: needs vetted and published, bids scored by issuer and experts, agreements with milestones, and what is counted.
import { cite } from '#kernel/declare/citation.ts';
import { dossier } from '#kernel/declare/dossier.ts';
import { type Measure, type Posting, ratio, sum } from '#kernel/declare/indicator.ts';
import { programme } from '#kernel/declare/programme.ts';
import { accept } from '#kernel/stages/accept.ts';
import { agree } from '#kernel/stages/agree.ts';
import { agreementObligations } from '#kernel/stages/agreement-obligations.ts';
import { appraise } from '#kernel/stages/appraise.ts';
import { board } from '#kernel/stages/board.ts';
import { check } from '#kernel/stages/check.ts';
import { decide } from '#kernel/stages/decide.ts';
import { perform } from '#kernel/stages/perform.ts';
import { publicNotice } from '#kernel/stages/public-notice.ts';
import { review } from '#kernel/stages/review.ts';
import { sealed } from '#kernel/stages/sealed.ts';
import { workdays } from '#kernel/stages/stage.ts';
import { submit } from '#kernel/stages/submit.ts';
import { bidEligibility, needEligibility } from './eligibility.ts';
import { bidForm, needForm } from './form.ts';
import { affiliateShare, agreement, boardDays, issuerWeight, measures, winners } from './limits.ts';
import { bidPanel, bidSheet, needSheet } from './sheets.ts';

const need = dossier('need', '技术需求', {
  by: ['enterprise'],
  form: needForm,
  eligibility: needEligibility,
  stages: [
    submit(),
    check({ by: 'county-office', within: workdays(5) }),
    review({
      id: 'vetting',
      name: '专家论证',
      by: 'city-office',
      within: workdays(15),
      sheet: needSheet,
      panel: { cites: measures('第八条') },
    }),
    decide({ name: '发榜审定', by: 'city-office', within: workdays(5) }),
    board({
      by: 'city-office',
      minDays: boardDays,
      shows: ['title', 'industry', 'problem', 'indicators', 'months', 'offer', 'ip', 'testSite'],
    }),
  ],
});

const bid = dossier('bid', '揭榜申请', {
  by: ['enterprise', 'institution'],
  about: 'need',
  barsAffiliates: { share: affiliateShare, cites: measures('第十一条') },
  winners: { stage: 'decide', verb: 'approve', most: winners },
  weighs: {
    first: { stage: 'experts', verb: 'conclude', name: '专家评分' },
    second: { stage: 'appraise', verb: 'score', name: '发榜方评分' },
    weight: issuerWeight,
  },
  form: bidForm,
  eligibility: bidEligibility,
  stages: [
    submit(),
    sealed({ by: 'city-office' }),
    check({ by: 'city-office', within: workdays(5) }),
    appraise({ waiver: 'city-office', within: workdays(10) }),
    review({ id: 'experts', by: 'city-office', within: workdays(15), sheet: bidSheet, panel: bidPanel }),
    decide({ name: '局党组审定', by: 'leadership', within: workdays(10) }),
    publicNotice({ by: 'city-office', within: workdays(5), publishes: ['title'] }),
    agree({ by: 'city-office', limits: agreement, from: { amount: 'price', months: 'months' } }),
    perform({ by: 'city-office' }),
    accept({ by: 'city-office', afterFailure: '项目负责人三年内、承担单位两年内不得申报市级科技计划' }),
  ],
});

const measure = (id: string, name: string, unit: string, definition: string, aliases: readonly string[] = []): Measure => ({
  id: `open-challenge.${id}`,
  name,
  kind: 'flow',
  unit,
  definition,
  aliases,
});
const needs = measure('needs', '揭榜挂帅需求征集数', '项', '按提交日统计的企业技术需求', ['技术需求征集数']);
const published = measure('published', '揭榜挂帅发榜数', '项', '按发榜日统计的榜单');
const bids = measure('bids', '揭榜申请数', '件', '按提交日统计的揭榜申请');
const agreements = measure('agreements', '揭榜挂帅签约数', '项', '按签订日统计的揭榜合同', ['揭榜成功数']);
const contract = measure('contract', '揭榜挂帅合同额', '元', '签订的揭榜合同总额');
const fiscal = measure('fiscal', '揭榜挂帅财政资金', '元', '签订的揭榜合同中的财政资金');
const accepted = measure('accepted', '揭榜挂帅验收通过数', '项', '按验收日统计的通过验收的项目');

const amount =
  (key: string): Posting['value'] =>
  (_answers, { data }) =>
    typeof data[key] === 'string' ? data[key] : null;
const all = [needs, published, bids, agreements, contract, fiscal, accepted];
const summed = all.map(({ id, name, unit, definition, aliases = [] }) => ({
  id,
  name,
  aliases,
  unit,
  definition,
  formula: { kind: 'sum' as const, measure: id },
  direction: 'up' as const,
}));

export default programme({
  id: 'open-challenge',
  name: '揭榜挂帅',
  domain: 'projects',
  basis: [cite('国办发〔2021〕32号'), cite(measures('第一条').document)],
  dossiers: [need, bid],
  measures: all,
  postings: [
    { measure: needs, dossier: 'need', verb: 'submit' },
    { measure: published, dossier: 'need', verb: 'publish' },
    { measure: bids, dossier: 'bid', verb: 'submit' },
    { measure: agreements, dossier: 'bid', verb: 'sign' },
    { measure: contract, dossier: 'bid', verb: 'sign', value: amount('contractAmount') },
    { measure: fiscal, dossier: 'bid', verb: 'sign', value: amount('fiscalAmount') },
    { measure: accepted, dossier: 'bid', verb: 'pass', stage: 'accept' },
  ],
  obligations: agreementObligations('bid', '揭榜挂帅项目'),
  indicators: [
    ...summed,
    {
      id: 'open-challenge.fiscal-share',
      name: '揭榜挂帅合同中财政资金占比',
      unit: '%',
      formula: ratio(sum(fiscal), sum(contract)),
      direction: 'down',
      definition: '财政资金 ÷ 合同额',
    },
  ],
});
