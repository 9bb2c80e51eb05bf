// What an enterprise fills in to evaluate itself as a technology SME.
import { defineForm, f, page } from '#kernel/declare/form.ts';
import { ipKinds } from '#vocabularies/enterprises/ip-kinds.ts';

const pdf = { extensions: ['pdf'], maxBytes: 50 * 1024 * 1024 };
const tax = { from: 'finance.rdExpense', source: '在档财务数据' };

export const form = defineForm(
  page('企业概况', {
    residentEnterprise: f.yesNo('在中国境内（不含港澳台）注册的居民企业'),
    mainProduct: f.text('主要产品（服务）', { list: true, maxLength: 60 }),
    prohibited: f.yesNo('产品或服务属于国家规定的禁止、限制和淘汰类'),
    staff: f.integer('职工总数', {
      unit: '人',
      min: '0',
      help: '在职人员，以及兼职、临时聘用全年累计满 6 个月的人员',
      prefill: { from: 'enterprise.staff', source: '企业档案' },
    }),
    scienceStaff: f.integer('科技人员数', {
      unit: '人',
      min: '0',
      list: true,
      help: '直接从事研发和相关技术创新活动，以及专门管理和直接服务的人员；兼职、临时聘用的全年累计满 6 个月',
      prefill: { from: 'enterprise.scienceStaff', source: '企业档案' },
    }),
    firstTime: f.yesNo('首次参加评价', { filter: true }),
    revokedBefore: f.yesNo('近三年有严重失信行为或被撤销过登记编号'),
  }),
  page('上一会计年度财务', {
    sales: f.money('销售收入', {
      min: '0',
      list: true,
      help: '主营业务收入与其他业务收入之和',
      prefill: { from: 'finance.sales', source: '在档财务数据' },
    }),
    totalAssets: f.money('资产总额', { min: '0' }),
    rdExpense: f.money('研发费用', { min: '0', list: true, help: '按研发费用加计扣除口径归集', prefill: tax }),
    totalCost: f.money('成本费用总额', { min: '0', help: '营业成本、税金及附加、销售、管理、研发和财务费用之和' }),
  }),
  page('知识产权', {
    ipRights: f.table(
      '与主要产品（服务）相关的知识产权',
      {
        ipNo: f.text('编号'),
        kind: f.choice('类别', ipKinds.items),
        linked: f.yesNo('与主要产品（服务）相关'),
        validTo: f.date('有效期至'),
      },
      { minRows: 0, maxRows: 200, help: '没有的不填；Ⅰ类 1 项即得满分，Ⅱ类计到 4 项' },
    ),
  }),
  page('直接确认', {
    hasCertificate: f.yesNo('拥有有效期内的高新技术企业证书', { help: '符合本页任一条件的，不看综合评价得分，其他条件仍须符合' }),
    certificateUntil: f.date('高新技术企业证书有效期至', { optional: true }),
    hasAward: f.yesNo('近五年获国家级科技奖励，单位排名前三'),
    awardOn: f.date('获奖日期', { optional: true }),
    awardRank: f.integer('单位排名', { optional: true, min: '1', max: '99' }),
    hasInstitution: f.yesNo('拥有经认定的省部级以上研发机构'),
    hasStandard: f.yesNo('近五年主导制定国际、国家或行业标准'),
    standardOn: f.date('标准发布日期', { optional: true }),
    standardRank: f.integer('起草单位排名', { optional: true, min: '1', max: '99' }),
  }),
  page('守法与承诺', {
    safetyAccident: f.yesNo('上一年及当年发生重大安全事故'),
    qualityAccident: f.yesNo('上一年及当年发生重大质量事故'),
    environment: f.yesNo('上一年及当年有严重环境违法行为'),
    dishonesty: f.yesNo('上一年及当年有科研严重失信行为'),
    abnormalList: f.yesNo('列入经营异常名录'),
    blackList: f.yesNo('列入严重违法失信企业名单'),
    pledge: f.file('信息真实性承诺书', { ...pdf, help: '法定代表人签字并加盖公章' }),
    contact: f.contact('联系人'),
  }),
);
