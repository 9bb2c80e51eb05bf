// What an issuer says of its need, and what a team offers to solve it.
import { defineForm, f, page } from '#kernel/declare/form.ts';
import { industries } from '#vocabularies/industries/industries.ts';

const pdf = { extensions: ['pdf'], maxBytes: 50 * 1024 * 1024 };
const ownership = [
  { code: 'issuer', name: '归发榜方' },
  { code: 'team', name: '归揭榜方，发榜方优先使用' },
  { code: 'shared', name: '双方共有' },
] as const;

/** Each is measurable: a name, a number to reach and the way in which it is tested. */
const indicator = {
  name: f.text('指标'),
  target: f.text('目标值', { help: '例如：≥ 99.5' }),
  unit: f.text('单位', { optional: true }),
  test: f.text('测试方法', { help: '标准号、第三方检测或现场测试办法' }),
};

export const needForm = defineForm(
  page('技术需求', {
    title: f.text('需求名称', { maxLength: 40, list: true }),
    industry: f.choice('所属行业', industries.items, { filter: true, prefill: { from: 'enterprise.industry', source: '企业档案' } }),
    problem: f.longText('要解决的技术难题', { maxLength: 2000, help: '现状、瓶颈、已做过的尝试；不写商业秘密，发榜后对外公开' }),
    beyondOwn: f.yesNo('本单位不具备自行解决的能力'),
    indicators: f.table('考核指标', indicator, { minRows: 1, maxRows: 20, help: '每项指标都要能测试，验收时逐项核对' }),
    months: f.integer('攻关周期', { unit: '个月', min: '1', max: '60' }),
    testSite: f.text('测试场地和条件', { help: '发榜方提供的产线、样机、数据等' }),
  }),
  page('榜单金额与约定', {
    offer: f.money('榜单金额', { min: '0.01', list: true, filter: true, help: '揭榜成功后支付给揭榜方的总额' }),
    own: f.money('其中：本单位出资', { min: '0' }),
    ip: f.choice('知识产权归属', ownership),
  }),
  page('证明与联系', {
    funds: f.file('出资能力证明', { ...pdf, optional: true }),
    contact: f.contact('联系人'),
  }),
);

export const bidForm = defineForm(
  page('揭榜方案', {
    title: f.text('方案名称', { maxLength: 60, list: true }),
    approach: f.longText('技术路线', { maxLength: 4000 }),
    basis: f.longText('已有基础', { maxLength: 2000 }),
    indicators: f.table('承诺指标', indicator, { minRows: 1, maxRows: 20, help: '逐项响应榜单的考核指标' }),
    months: f.integer('完成周期', { unit: '个月', min: '1', max: '60' }),
    price: f.money('报价', { min: '0.01', list: true }),
  }),
  page('团队', {
    leader: f.person('负责人'),
    members: f.table(
      '团队成员',
      { name: f.text('姓名', { personal: true }), unit: f.text('单位'), duty: f.text('分工') },
      { minRows: 1, maxRows: 30, help: '不限学历、职称、年龄' },
    ),
    dishonest: f.yesNo('单位或负责人在科研失信处理期内'),
    pledge: f.yesNo('承诺与发榜方无关联关系，所填内容真实'),
  }),
  page('材料', { plan: f.file('实施方案', { ...pdf, optional: true }), contact: f.contact('联系人') }),
);
