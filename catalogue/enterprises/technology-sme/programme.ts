// Registration of technology SMEs: self-evaluation, formal check by the county, the province's list, the national number, and what is counted.
import { cite } from '#kernel/declare/citation.ts';
import { dossier } from '#kernel/declare/dossier.ts';
import { options } from '#kernel/declare/form.ts';
import { change, growth, indicator, type Measure, rank, ratio, shareOfParent, stock, sum } from '#kernel/declare/indicator.ts';
import { programme } from '#kernel/declare/programme.ts';
import { spotCheck } from '#kernel/declare/spot-check.ts';
import { title } from '#kernel/declare/title.ts';
import { check } from '#kernel/stages/check.ts';
import { external } from '#kernel/stages/external.ts';
import { issue } from '#kernel/stages/issue.ts';
import { recommend } from '#kernel/stages/recommend.ts';
import { workdays } from '#kernel/stages/stage.ts';
import { submit } from '#kernel/stages/submit.ts';
import { crossCheck, eligibility } from './eligibility.ts';
import { form } from './form.ts';

/** 18 characters: year, region, two flags (0 first where the number also serves the tax return of the year before), serial. */
export const smeTitle = title('tech-sme', '科技型中小企业', {
  level: 'NATIONAL',
  validity: 'year-end',
  numberPattern: /^20\d{2}\d{6}[0-9A-Z]{2}\d{6}$/,
});

const reasons = options({
  CONDITION: '不符合评价条件',
  SCORE: '综合评价得分不足',
  FALSE: '填报信息不实',
  OBJECTION: '公示期间异议成立',
  DUPLICATE: '重复申报',
});

const evaluation = dossier('evaluation', '科技型中小企业评价', {
  by: ['enterprise'],
  form,
  eligibility,
  crossCheck,
  stages: [
    submit(),
    check({ by: 'county-office', within: workdays(5) }),
    recommend({ name: '汇总上报', by: 'city-office', to: '省级科技管理部门', within: workdays(5) }),
    external({ name: '省级公示和入库', by: 'city-office', authority: '省级科技管理部门（全国科技型中小企业信息库）', reasons }),
    issue(smeTitle),
  ],
});

const measure = (id: string, name: string, kind: Measure['kind'], definition: string, aliases: readonly string[] = []): Measure => ({
  id: `technology-sme.${id}`,
  name,
  kind,
  unit: '家',
  definition,
  aliases,
});
const applications = measure('applications', '科技型中小企业参评数', 'flow', '按提交日统计的自主评价件数', [
  '参评科技型中小企业数',
  '参评国家科技型中小企业',
  '科技型中小企业申请入库数',
]);
const sentUp = measure('recommended', '科技型中小企业上报数', 'flow', '市级汇总上报的件数');
const granted = measure('granted', '科技型中小企业当年新入库数', 'flow', '入库名单中通过的件数');
const refused = measure('refused', '科技型中小企业评价未通过数', 'flow', '入库名单中未通过的件数');
const registered = measure('registered', '在库科技型中小企业', 'stock', '入库登记编号在有效期内的企业数，次年1月1日起不计', ['科小数']);

const id = (name: string): string => `technology-sme.${name}`;
export default programme({
  id: 'technology-sme',
  name: '科技型中小企业评价',
  domain: 'enterprises',
  basis: [cite('国科发政〔2017〕115号'), cite('国科火字〔2022〕67号')],
  dossiers: [evaluation],
  titles: [smeTitle],
  measures: [applications, sentUp, granted, refused, registered],
  postings: [
    { measure: applications, dossier: 'evaluation', verb: 'submit' },
    { measure: sentUp, dossier: 'evaluation', verb: 'recommend' },
    { measure: granted, dossier: 'evaluation', verb: 'receive-result', when: ({ data }) => data.outcome === 'granted' },
    { measure: refused, dossier: 'evaluation', verb: 'receive-result', when: ({ data }) => data.outcome === 'refused' },
  ],
  // Provinces draw at least one in twenty; false statements disqualify for the year and bar for three.
  spotCheck: spotCheck(smeTitle, {
    dossier: 'evaluation',
    least: '0.05',
    cites: cite('国科火字〔2022〕67号', '事中事后监管'),
    afterRevocation: '存在虚假填报的，取消当年资格，三年内不得再次参加评价。',
  }),
  stocks: [{ measure: registered, title: smeTitle }],
  indicators: [
    {
      ...indicator(id('stock'), '科技型中小企业入库数', '家', stock(registered), '期末登记编号在有效期内的企业'),
      aliases: ['入库科技型中小企业数', '科技型中小企业数'],
    },
    indicator(id('net-growth'), '科技型中小企业净增数', '家', change(registered), '期末在库数减期初在库数；编号年末失效，按年比较请看增速'),
    indicator(id('stock-growth'), '科技型中小企业入库数增速', '%', growth(stock(registered)), '期末在库数比上年同期末'),
    indicator(id('stock-share'), '科技型中小企业入库数占全市比重', '%', shareOfParent(stock(registered)), '本县区在库数占全市'),
    {
      ...indicator(id('stock-rank'), '科技型中小企业入库数位次', '位', rank(stock(registered)), '在各县区中由多到少的位次'),
      direction: 'down',
    },
    indicator(id('applications'), '科技型中小企业参评数', '家', sum(applications), '期内提交的自主评价'),
    indicator(id('granted'), '科技型中小企业新入库数', '家', sum(granted), '期内登记为入库的件数'),
    indicator(id('pass-rate'), '科技型中小企业评价通过率', '%', ratio(sum(granted), sum(applications)), '新入库数 ÷ 参评数'),
  ],
});
