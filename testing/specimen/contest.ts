// A made-up programme of two dossiers: wishes are published, offers answer them, are appraised, agreed, performed and accepted.
import { cite } from '#kernel/declare/citation.ts';
import { dossier } from '#kernel/declare/dossier.ts';
import { noConditions } from '#kernel/declare/eligibility.ts';
import { defineForm, f, page } from '#kernel/declare/form.ts';
import type { Measure } from '#kernel/declare/indicator.ts';
import { parameter } from '#kernel/declare/parameter.ts';
import { programme } from '#kernel/declare/programme.ts';
import { accept } from '#kernel/stages/accept.ts';
import { agree } from '#kernel/stages/agree.ts';
import { agreementObligations } from '#kernel/stages/agreement-obligations.ts';
import { appraise } from '#kernel/stages/appraise.ts';
import { board } from '#kernel/stages/board.ts';
import { decide } from '#kernel/stages/decide.ts';
import { perform } from '#kernel/stages/perform.ts';
import { publicNotice } from '#kernel/stages/public-notice.ts';
import { sealed } from '#kernel/stages/sealed.ts';
import { workdays } from '#kernel/stages/stage.ts';
import { submit } from '#kernel/stages/submit.ts';

const cites = cite('花发〔2025〕3号');
const share = (name: string, label: string, value: string) => parameter({ name, label, kind: 'percent', min: '0', max: '1', cites, value });
const days = (name: string, label: string, value: string) =>
  parameter({ name, label, kind: 'integer', unit: '天', min: '1', max: '90', cites, value });

export const wish = dossier('wish', '花木心愿', {
  by: ['enterprise'],
  form: defineForm(page('心愿', { title: f.text('心愿'), secret: f.text('不公开的话', { optional: true }) })),
  eligibility: noConditions,
  stages: [submit(), board({ by: 'city-office', minDays: days('boardDays', '揭榜期下限', '10'), shows: ['title'] })],
});

export const offer = dossier('offer', '育苗方案', {
  by: ['enterprise'],
  about: 'wish',
  barsAffiliates: { share: share('affiliateShare', '关联持股比例', '0.25'), cites },
  winners: {
    stage: 'decide',
    verb: 'approve',
    most: parameter({ name: 'winners', label: '揭榜方上限', kind: 'integer', unit: '家', min: '1', max: '2', cites, value: '1' }),
  },
  weighs: {
    first: { stage: 'experts', verb: 'score', name: '专家评分' },
    second: { stage: 'appraise', verb: 'score', name: '发榜方评分' },
    weight: share('issuerWeight', '发榜方权重', '0.4'),
  },
  form: defineForm(
    page('方案', {
      plan: f.text('方案', { list: true }),
      price: f.money('报价', { optional: true }),
      months: f.integer('周期', { optional: true }),
    }),
  ),
  eligibility: noConditions,
  stages: [
    submit(),
    sealed({ by: 'city-office' }),
    appraise({ waiver: 'city-office', within: workdays(5) }),
    appraise({ id: 'experts', name: '专家评审', by: 'city-office', within: workdays(5) }),
    decide({ by: 'city-office' }),
    publicNotice({ by: 'city-office', within: workdays(5) }),
    agree({
      by: 'city-office',
      limits: {
        fiscalShare: share('fiscalShare', '财政占比上限', '0.5'),
        signDays: days('signDays', '签约期限', '30'),
        shares: [share('firstShare', '首笔比例', '0.3'), share('secondShare', '中期比例', '0.4')],
        lumpSum: parameter({ name: 'lumpSum', label: '包干制', kind: 'yes-no', cites, value: 'true' }),
      },
      from: { amount: 'price', months: 'months' },
    }),
    perform({ by: 'city-office' }),
    accept({ by: 'city-office', afterFailure: '两年内不得再种' }),
  ],
});

const signed: Measure = { id: 'contest.fiscal', name: '育苗财政资金', kind: 'flow', unit: '元', definition: '签订的财政资金' };

export const contest = programme({
  id: 'contest',
  name: '花木揭榜',
  domain: 'projects',
  basis: [cites],
  dossiers: [wish, offer],
  measures: [signed],
  postings: [
    {
      measure: signed,
      dossier: 'offer',
      verb: 'sign',
      value: (_answers, { data }) => (typeof data.fiscalAmount === 'string' ? data.fiscalAmount : null),
    },
  ],
  obligations: agreementObligations('offer', '花木揭榜'),
});

/** An agreement that is right in every part: 30, 40 and 30 of a hundred. */
export const soundAgreement = {
  contractAmount: '1000000',
  fiscalAmount: '500000',
  ownAmount: '500000',
  startsOn: '2025-04-01',
  endsOn: '2026-03-31',
  pledge: true,
  milestones: [
    { no: 1, name: '育种', dueOn: '2025-06-30', share: '0.3', amount: '150000' },
    { no: 2, name: '移栽', dueOn: '2025-10-31', share: '0.4', amount: '200000' },
    { no: 3, name: '开花', dueOn: '2026-03-31', share: '0.3', amount: '150000' },
  ],
};
