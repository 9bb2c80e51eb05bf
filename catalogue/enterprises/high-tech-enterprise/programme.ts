// Recognition of high-tech enterprises: county and tax first, the city jointly, the province decides, and what is counted.
import { cite } from '#kernel/declare/citation.ts';
import { dossier } from '#kernel/declare/dossier.ts';
import { change, growth, type Measure, rank, ratio, shareOfParent, stock, sum } from '#kernel/declare/indicator.ts';
import { programme } from '#kernel/declare/programme.ts';
import { title, years } from '#kernel/declare/title.ts';
import { external } from '#kernel/stages/external.ts';
import { issue } from '#kernel/stages/issue.ts';
import { opinions } from '#kernel/stages/opinions.ts';
import { recommend } from '#kernel/stages/recommend.ts';
import { workdays } from '#kernel/stages/stage.ts';
import { submit } from '#kernel/stages/submit.ts';
import { rejectionReasons } from '#vocabularies/enterprises/rejection-reasons.ts';
import { crossCheck, eligibility } from './eligibility.ts';
import { form } from './form.ts';

export const highTechTitle = title('high-tech-enterprise', '高新技术企业', {
  level: 'NATIONAL',
  validity: years(3),
  numberPattern: /^GR\d{12}$/,
});

const application = dossier('application', '高新技术企业认定申请', {
  by: ['enterprise'],
  form,
  eligibility,
  crossCheck,
  stages: [
    submit(),
    opinions({ id: 'county-review', name: '县区联合初审', by: ['county-office', 'county-tax'], within: workdays(10) }),
    opinions({ id: 'city-review', name: '市级联合复核', by: ['city-office', 'city-tax'], within: workdays(10) }),
    recommend({ by: 'city-office', to: '省认定机构', within: workdays(5) }),
    external({ by: 'city-office', authority: '省认定机构', reasons: rejectionReasons.items }),
    issue(highTechTitle),
  ],
});

const measure = (
  id: string,
  name: string,
  kind: Measure['kind'],
  unit: string,
  definition: string,
  aliases: readonly string[] = [],
): Measure => ({
  id: `high-tech-enterprise.${id}`,
  name,
  kind,
  unit,
  definition,
  aliases,
});
const applications = measure('applications', '高新技术企业申报数', 'flow', '家', '按提交日统计的认定申请件数', [
  '高企申报数',
  '申报国家高新技术企业',
]);
const recommended = measure('recommended', '高新技术企业推荐数', 'flow', '家', '市级纳入推荐名单的申请件数', ['高企推荐数']);
const granted = measure('granted', '高新技术企业认定通过数', 'flow', '家', '上级结果名单中通过的件数');
const refused = measure('refused', '高新技术企业认定未通过数', 'flow', '家', '上级结果名单中未通过的件数');
const inForce = measure('in-force', '有效期内高新技术企业', 'stock', '家', '证书在有效期内的企业数，到期次日起不计', [
  '高企总数',
  '高新技术企业数',
]);
const highTechIncome = measure(
  'income',
  '申报企业高新技术产品（服务）收入',
  'flow',
  '元',
  '申请中填报的近一年高新技术产品（服务）收入合计',
);

const id = (name: string): string => `high-tech-enterprise.${name}`;
export default programme({
  id: 'high-tech-enterprise',
  name: '高新技术企业认定',
  domain: 'enterprises',
  basis: [cite('国科发火〔2016〕32号'), cite('国科发火〔2016〕195号')],
  dossiers: [application],
  titles: [highTechTitle],
  measures: [applications, recommended, granted, refused, inForce, highTechIncome],
  postings: [
    { measure: applications, dossier: 'application', verb: 'submit' },
    {
      measure: highTechIncome,
      dossier: 'application',
      verb: 'submit',
      value: (answers) => (typeof answers.highTechIncome === 'string' ? answers.highTechIncome : null),
    },
    { measure: recommended, dossier: 'application', verb: 'recommend' },
    { measure: granted, dossier: 'application', verb: 'receive-result', when: ({ data }) => data.outcome === 'granted' },
    { measure: refused, dossier: 'application', verb: 'receive-result', when: ({ data }) => data.outcome === 'refused' },
  ],
  stocks: [{ measure: inForce, title: highTechTitle }],
  indicators: [
    {
      id: id('stock'),
      name: '高新技术企业总数',
      aliases: ['高企数量', '有效期内高新技术企业数'],
      unit: '家',
      formula: stock(inForce),
      direction: 'up',
      definition: '期末证书在有效期内的高新技术企业',
    },
    {
      id: id('net-growth'),
      name: '高新技术企业净增数',
      unit: '家',
      formula: change(inForce),
      direction: 'up',
      definition: '期末总数减期初总数',
    },
    {
      id: id('stock-growth'),
      name: '高新技术企业总数增速',
      unit: '%',
      formula: growth(stock(inForce)),
      direction: 'up',
      definition: '期末总数比上年同期末',
    },
    {
      id: id('stock-share'),
      name: '高新技术企业总数占全市比重',
      unit: '%',
      formula: shareOfParent(stock(inForce)),
      direction: 'up',
      definition: '本县区总数占全市',
    },
    {
      id: id('stock-rank'),
      name: '高新技术企业总数位次',
      unit: '位',
      formula: rank(stock(inForce)),
      direction: 'down',
      definition: '在各县区中由多到少的位次',
    },
    {
      id: id('applications'),
      name: '高新技术企业申报数',
      unit: '家',
      formula: sum(applications),
      direction: 'up',
      definition: '期内提交的认定申请',
    },
    {
      id: id('recommended'),
      name: '高新技术企业推荐数',
      unit: '家',
      formula: sum(recommended),
      direction: 'up',
      definition: '期内推荐到省的申请',
    },
    {
      id: id('granted'),
      name: '高新技术企业认定通过数',
      unit: '家',
      formula: sum(granted),
      direction: 'up',
      definition: '期内登记为通过的结果',
    },
    {
      id: id('pass-rate'),
      name: '高新技术企业认定通过率',
      aliases: ['高新技术企业申报通过率', '高企申报通过率'],
      unit: '%',
      formula: ratio(sum(granted), sum(applications)),
      direction: 'up',
      definition: '通过数 ÷ 申报数',
    },
    {
      id: id('income'),
      name: '申报企业高新技术产品（服务）收入',
      unit: '元',
      formula: sum(highTechIncome),
      direction: 'up',
      definition: '期内申请中填报的收入合计',
    },
  ],
});
