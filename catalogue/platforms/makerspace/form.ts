// What an operator fills in: for recognition, and in the report of each year.
import { defineForm, f, page } from '#kernel/declare/form.ts';
import { titleLevels } from '#vocabularies/enterprises/titles.ts';

const pdf = { extensions: ['pdf'], maxBytes: 50 * 1024 * 1024 };
const heads = (label: string, help?: string) => f.integer(label, { unit: '人', min: '0', ...(help !== undefined && { help }) });
const firms = (label: string) => f.integer(label, { unit: '家', min: '0' });
const levels = titleLevels.items.filter(({ code }) => code !== 'COUNTY');

export const recognitionForm = defineForm(
  page('空间概况', {
    name: f.text('众创空间名称', { list: true, maxLength: 60 }),
    level: f.choice('级别', levels, { list: true, filter: true, help: '国家级、省级凭上级认定（备案）文件登记，由市级认定的选市级' }),
    upperDocument: f.text('上级认定（备案）文号', { optional: true, maxLength: 60, help: '国家级、省级填写' }),
    months: f.integer('运营时间', { unit: '个月', min: '0', help: '自对外提供服务之日起至申报日' }),
    area: f.decimal('可自主支配场地面积', { unit: '平方米', min: '0', places: 2, list: true }),
    seats: f.integer('创业工位', { unit: '个', min: '0' }),
    sharedArea: f.decimal('其中：创业工位与公共服务面积', { unit: '平方米', min: '0', places: 2 }),
  }),
  page('服务与成效', {
    teams: firms('年入驻创业团队和企业'),
    newFirms: firms('年新注册企业'),
    funded: firms('年获得融资的团队和企业'),
    cases: f.integer('典型孵化案例', { unit: '个', min: '0' }),
    staff: heads('专职服务人员'),
    mentors: heads('创业导师'),
    events: f.integer('年开展创业沙龙、路演、培训等活动', { unit: '场次', min: '0' }),
    statistics: f.yesNo('按要求上报统计数据'),
  }),
  page('证明材料', { materials: f.file('证明材料', pdf), contact: f.contact('联系人') }),
);

const points = (label: string, help: string) => f.decimal(`${label}（自评）`, { unit: '分', min: '0', max: '100', places: 1, help });

export const assessmentForm = defineForm(
  page('年度情况', {
    year: f.year('考核年度', { list: true, filter: true }),
    area: f.decimal('场地面积', { unit: '平方米', min: '0', places: 2 }),
    tenants: firms('在孵团队和企业'),
    newFirms: firms('当年新注册企业'),
    funded: firms('当年获得融资的团队和企业'),
    fundedAmount: f.money('当年获得融资额', { min: '0' }),
    bred: firms('当年培育的高新技术企业和科技型中小企业'),
    events: f.integer('当年开展活动', { unit: '场次', min: '0' }),
    staff: heads('专职服务人员'),
    mentors: heads('创业导师'),
    income: f.money('当年运营收入', { min: '0' }),
  }),
  page('自评得分', {
    service: points('孵化服务', '活动、导师、服务人员；百分制'),
    tenantScore: points('在孵与毕业企业', '在孵、新注册和毕业情况；百分制'),
    funding: points('投融资', '获得融资的家数和金额；百分制'),
    qualifiedBred: points('培育高企与科技型中小企业', '百分制'),
    revenue: points('收入与可持续', '运营收入及结构；百分制'),
    statisticsSafety: points('统计与安全', '按时报送统计数据，无安全责任事故；百分制'),
  }),
  page('证明材料', { report: f.file('年度工作报告和证明材料', pdf), contact: f.contact('联系人') }),
);
