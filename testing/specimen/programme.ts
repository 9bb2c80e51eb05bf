// The specimen: a made-up programme that uses every stage kind once; tests of the kernel know no other and no build ships it.
import { cite } from '#kernel/declare/citation.ts';
import { dossier } from '#kernel/declare/dossier.ts';
import { byRules } from '#kernel/declare/eligibility.ts';
import { defineForm, f, page } from '#kernel/declare/form.ts';
import { growth, type Measure, ratio, stock, sum } from '#kernel/declare/indicator.ts';
import { defineLimits, since } from '#kernel/declare/limits.ts';
import { programme } from '#kernel/declare/programme.ts';
import { asPercent, atLeast, mustBe, percent, rulesFor, share } from '#kernel/declare/rule.ts';
import { title, years } from '#kernel/declare/title.ts';
import { check } from '#kernel/stages/check.ts';
import { decide } from '#kernel/stages/decide.ts';
import { external } from '#kernel/stages/external.ts';
import { issue } from '#kernel/stages/issue.ts';
import { opinions } from '#kernel/stages/opinions.ts';
import { publicNotice } from '#kernel/stages/public-notice.ts';
import { recommend } from '#kernel/stages/recommend.ts';
import { workdays } from '#kernel/stages/stage.ts';
import { submit } from '#kernel/stages/submit.ts';

export const specimenForm = defineForm(
  page('园丁与花圃', {
    gardeners: f.integer('园丁人数', { unit: '人', list: true, prefill: { from: 'enterprise.scienceStaff', source: '企业档案' } }),
    staff: f.integer('职工总数', { unit: '人' }),
    income: f.money('花卉收入', { list: true, filter: true }),
    blighted: f.yesNo('一年内发生过病害'),
    species: f.choice(
      '主营花卉',
      [
        { code: 'rose', name: '月季' },
        { code: 'lotus', name: '荷花' },
      ] as const,
      { filter: true },
    ),
  }),
  page('证明材料', { report: f.file('花圃报告', { extensions: ['pdf'], optional: true }) }),
);

export const specimenLimits = defineLimits({
  gardenerShare: [
    since('2020-01-01', '0.10', cite('花发〔2020〕1号', '第三条')),
    since('2024-01-01', '0.15', cite('花发〔2023〕9号', '第三条')),
  ],
});

const rule = rulesFor(specimenForm, specimenLimits);
const specimenRules = [
  rule('gardener-share', {
    says: ({ gardenerShare }) => `园丁占职工总数不低于${percent(gardenerShare)}`,
    cites: cite('花发〔2023〕9号', '第三条'),
    needs: ['gardeners', 'staff'],
    check: ({ gardeners, staff }, { gardenerShare }) => atLeast(share(gardeners, staff), gardenerShare, asPercent),
    moves: { gardeners: 'up', staff: 'down' },
  }),
  rule('no-blight', {
    says: () => '一年内未发生病害',
    cites: cite('花发〔2020〕1号', '第五条'),
    needs: ['blighted'],
    check: ({ blighted }) => mustBe(blighted, false),
  }),
];
export const specimenEligibility = byRules(specimenForm, specimenLimits, specimenRules, [
  { name: 'gardenerShare', label: '园丁占比下限', kind: 'percent', min: '0.05', max: '1', cites: cite('花发〔2023〕9号', '第四条') },
]);

export const garden = title('model-garden', '示范花圃', { level: 'PROVINCIAL', validity: years(3), numberPattern: /^HP\d{6}$/ });

const stages = [
  submit(),
  check({ by: 'county-office', within: workdays(5) }),
  opinions({ by: ['county-office', 'county-tax'], within: workdays(10) }),
  decide({ by: 'city-office', within: workdays(10) }),
  publicNotice({ by: 'city-office', within: workdays(5) }),
  recommend({ by: 'city-office', to: '省花卉协会' }),
  external({ by: 'city-office', authority: '省花卉协会', reasons: [{ code: 'R01', name: '花太少' }] }),
  issue(garden),
];

export const specimenApplication = dossier('application', '花圃申报', {
  by: ['enterprise'],
  form: specimenForm,
  eligibility: specimenEligibility,
  stages,
});

const measure = (id: string, name: string, kind: Measure['kind'], unit = '家'): Measure => ({
  id: `specimen.${id}`,
  name,
  kind,
  unit,
  definition: name,
});
export const applied = measure('applications', '花圃申报数', 'flow');
export const granted = measure('granted', '花圃通过数', 'flow');
export const gardens = measure('gardens', '有效花圃数', 'stock');
export const income = measure('income', '申报花圃花卉收入', 'flow', '元');

export const specimen = programme({
  id: 'specimen',
  name: '示范花圃认定',
  domain: 'enterprises',
  basis: [cite('花发〔2020〕1号')],
  dossiers: [specimenApplication],
  titles: [garden],
  measures: [applied, granted, gardens, income],
  postings: [
    { measure: applied, dossier: 'application', verb: 'submit' },
    {
      measure: income,
      dossier: 'application',
      verb: 'submit',
      value: (answers) => (typeof answers.income === 'string' ? answers.income : null),
    },
    { measure: granted, dossier: 'application', verb: 'receive-result', when: (event) => event.data.outcome === 'granted' },
  ],
  stocks: [{ measure: gardens, title: garden }],
  indicators: [
    { id: 'specimen.stock', name: '有效花圃数', unit: '家', formula: stock(gardens), direction: 'up', definition: '期末有效的示范花圃' },
    {
      id: 'specimen.pass-rate',
      name: '花圃通过率',
      unit: '%',
      formula: ratio(sum(granted), sum(applied)),
      direction: 'up',
      definition: '通过数 ÷ 申报数',
    },
    { id: 'specimen.growth', name: '花圃增速', unit: '%', formula: growth(stock(gardens)), direction: 'up', definition: '比上年同期' },
  ],
});
