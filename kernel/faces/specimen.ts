// A form with every kind of field, for the tests of the faces; it belongs to no programme and ships in no catalogue.
import { defineForm, f, page } from '../declare/form.ts';

export const specimen = defineForm(
  page('基本情况', {
    title: f.text('项目名称', { list: true, filter: true, help: '与任务书一致' }),
    summary: f.longText('项目简介', { optional: true }),
    field: f.choice(
      '技术领域',
      [
        { code: '01', name: '电子信息' },
        { code: '0101', name: '软件', parent: '01' },
        { code: '02', name: '生物与新医药' },
      ],
      { list: true, filter: true },
    ),
    zones: f.choices(
      '所在园区',
      [
        { code: 'a', name: '高新区' },
        { code: 'b', name: '经开区' },
      ],
      { optional: true, filter: true },
    ),
    region: f.region('所在地区', { filter: true, list: true }),
    applicant: f.organisation('牵头单位', { list: true, filter: true }),
    leader: f.person('负责人', { optional: true }),
    contact: f.contact('联系人'),
    address: f.address('注册地址', { optional: true }),
    listed: f.yesNo('是否上市', { filter: true }),
  }),
  page('经营情况', {
    founded: f.date('注册日期', { filter: true, list: true, max: '2030-12-31' }),
    start: f.month('开始年月', { optional: true }),
    year: f.year('年度', { optional: true, filter: true }),
    staff: f.integer('职工总数', {
      unit: '人',
      min: '1',
      filter: true,
      list: true,
      prefill: { from: 'enterprise.staff', source: '企业档案' },
    }),
    researchers: f.integer('科技人员数', { unit: '人', min: '0' }),
    area: f.decimal('建筑面积', { unit: '平方米', places: 2, optional: true }),
    share: f.percent('研发投入占比', { optional: true, list: true }),
    income: f.money('总收入', { list: true, filter: true }),
    report: f.file('审计报告', { extensions: ['pdf'], optional: true }),
    researcherShare: f.derived(
      '科技人员占比',
      ({ staff, researchers }) =>
        typeof staff === 'number' && typeof researchers === 'number' && staff > 0 ? `${Math.floor((researchers * 10000) / staff)}` : null,
      { unit: '‱', list: true },
    ),
  }),
  page('产品', {
    products: f.table(
      '产品',
      {
        name: f.text('产品名称'),
        income: f.money('产品收入'),
        year: f.year('投产年度', { optional: true }),
        rank: f.derived('是否千万级', ({ income }) => (typeof income === 'string' ? (income.length > 7 ? '是' : '否') : null)),
      },
      { maxRows: 5, optional: true },
    ),
  }),
);
