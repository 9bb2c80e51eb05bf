// What an applicant for recognition as a high-tech enterprise fills in.
import { defineForm, f, page } from '#kernel/declare/form.ts';
import { ipKinds } from '#vocabularies/enterprises/ip-kinds.ts';
import { highTechFields } from '#vocabularies/high-tech-fields/high-tech-fields.ts';

const parents = new Set(highTechFields.items.map((item) => item.parent));
/** A field is named by its lowest level. */
const fieldOptions = highTechFields.items.filter((item) => !parents.has(item.code));

const levels = [
  { code: 'HIGH', name: '高' },
  { code: 'FAIRLY_HIGH', name: '较高' },
  { code: 'AVERAGE', name: '一般' },
  { code: 'LOW', name: '较低' },
  { code: 'NONE', name: '无' },
] as const;

const acquisitions = [
  { code: 'SELF_DEVELOPED', name: '自主研发' },
  { code: 'TRANSFERRED', name: '受让' },
  { code: 'GIFTED', name: '受赠' },
  { code: 'ACQUIRED', name: '并购' },
  { code: 'EXCLUSIVE_LICENCE', name: '独占许可' },
] as const;

const violationKinds = [
  { code: 'MAJOR_SAFETY_ACCIDENT', name: '重大安全事故' },
  { code: 'MAJOR_QUALITY_ACCIDENT', name: '重大质量事故' },
  { code: 'SERIOUS_ENVIRONMENTAL_VIOLATION', name: '严重环境违法' },
] as const;

const pdf = { extensions: ['pdf'], maxBytes: 50 * 1024 * 1024 };

export const form = defineForm(
  page('企业概况', {
    registeredOn: f.date('注册日期', { prefill: { from: 'enterprise.foundedOn', source: '企业档案' } }),
    technicalField: f.choice('技术领域', fieldOptions, {
      filter: true,
      prefill: { from: 'enterprise.field', source: '企业档案' },
      help: '按《国家重点支持的高新技术领域》选到最末一级',
    }),
    staff: f.integer('全年月平均职工总数', {
      unit: '人',
      min: '0',
      help: '各月（月初数＋月末数）÷2 的全年平均；经营期不足一年的按实际月份计算',
      prefill: { from: 'enterprise.staff', source: '企业档案' },
    }),
    scienceStaff: f.integer('科技人员数', {
      unit: '人',
      min: '0',
      list: true,
      help: '在职、兼职和临时聘用人员，全年累计实际工作 183 天以上',
      prefill: { from: 'enterprise.scienceStaff', source: '企业档案' },
    }),
    hasViolations: f.yesNo('申请前一年内发生过重大安全、重大质量事故或严重环境违法行为'),
    violations: f.table(
      '事故与违法',
      { kind: f.choice('类型', violationKinds), date: f.date('发生日期') },
      { optional: true, help: '没有发生的不填' },
    ),
  }),
  page('近三年财务', {
    years: f.table(
      '近三个会计年度',
      {
        year: f.year('年度'),
        sales: f.money('销售收入', { min: '0' }),
        rdExpense: f.money('研究开发费用总额', { min: '0' }),
        domesticRdExpense: f.money('其中：境内研发费用', { min: '0' }),
        totalAssets: f.money('资产总额', { min: '0' }),
        totalLiabilities: f.money('负债总额', { min: '0' }),
      },
      {
        minRows: 1,
        maxRows: 3,
        help: '按年度由早到晚填写，止于申请前一年；经营不足三年的按实际年限填写',
        prefill: { from: 'finance.lastThreeYears', source: '审计报告' },
      },
    ),
    grossIncome: f.money('近一年收入总额', { prefill: { from: 'finance.grossIncome', source: '纳税申报' } }),
    nonTaxableIncome: f.money('其中：不征税收入', { min: '0' }),
    highTechIncome: f.money('近一年高新技术产品（服务）收入', { list: true, min: '0' }),
    products: f.table(
      '高新技术产品（服务）',
      { name: f.text('名称'), income: f.money('近一年收入', { min: '0' }), keyTechnology: f.text('核心技术', { optional: true }) },
      { minRows: 1, maxRows: 50 },
    ),
    projects: f.table(
      '研究开发活动',
      { name: f.text('活动名称'), year: f.year('年度'), expense: f.money('研发费用', { min: '0' }) },
      { minRows: 1, maxRows: 200 },
    ),
  }),
  page('知识产权与成果转化', {
    ipRights: f.table(
      '知识产权',
      {
        ipNo: f.text('编号'),
        kind: f.choice('类别', ipKinds.items),
        acquisition: f.choice('获得方式', acquisitions),
        coreToMainProduct: f.yesNo('对主要产品（服务）起核心支持作用'),
        granted: f.yesNo('已授权'),
        validTo: f.date('有效期至'),
        usedBefore: f.yesNo('以前认定时使用过'),
      },
      { minRows: 0, maxRows: 500, help: 'Ⅱ类知识产权只能使用一次；独占许可不再计入' },
    ),
    advancedLevel: f.choice('技术的先进程度（自评）', levels),
    coreSupport: f.choice('对主要产品的核心支持作用（自评）', levels),
    standards: f.yesNo('参与编制国家标准、行业标准、检测方法、技术规范'),
    conversions: f.table(
      '科技成果转化',
      { result: f.text('成果名称'), year: f.year('转化年度') },
      { minRows: 0, maxRows: 200, help: '同一成果转化为多种产品的只计一次' },
    ),
  }),
  page('研发组织管理（自评）', {
    rdSystem: f.integer('研发制度、核算体系与辅助账', { unit: '分', min: '0', max: '6' }),
    rdInstitution: f.integer('研发机构条件与产学研合作', { unit: '分', min: '0', max: '6' }),
    incentive: f.integer('成果转化激励与创新创业平台', { unit: '分', min: '0', max: '4' }),
    training: f.integer('科技人员培养、引进与绩效奖励', { unit: '分', min: '0', max: '4' }),
  }),
  page('证明材料', {
    auditReports: f.file('近三年年度审计报告', pdf),
    specialAudit: f.file('研发费用与高新收入专项审计报告', pdf),
    taxReturns: f.file('近三年企业所得税年度纳税申报表', pdf),
    ipCertificates: f.file('知识产权证书', pdf),
    contact: f.contact('联系人'),
  }),
);
