// Key laboratories (重点实验室): level, host, field, term and the assessment of each year; S096 and S103 of the list of systems.
import { byBureau } from '#kernel/declare/citation.ts';
import { defineForm, f, options, page } from '#kernel/declare/form.ts';
import { indicator, measuring, stock, sum } from '#kernel/declare/indicator.ts';
import { register } from '#kernel/declare/register.ts';
import { titleLevels } from '#vocabularies/enterprises/titles.ts';
import { eightFields } from '#vocabularies/high-tech-fields/high-tech-fields.ts';

const form = defineForm(
  page('基本情况', {
    name: f.text('实验室名称', { list: true, filter: true, maxLength: 100 }),
    level: f.choice('级别', titleLevels.items, { list: true, filter: true }),
    host: f.organisation('依托单位', { list: true, filter: true }),
    region: f.region('所在地区', { list: true, filter: true }),
    field: f.choice('研究领域', eightFields, { optional: true, filter: true, list: true }),
    head: f.person('实验室主任', { optional: true }),
    number: f.text('批准文号', { optional: true, maxLength: 60 }),
  }),
  page('期限与条件', {
    from: f.date('批准日期', { list: true, filter: true }),
    until: f.date('有效期至', { optional: true, list: true, help: '长期有效的不填' }),
    ended: f.date('撤销或重组日期', { optional: true }),
    area: f.decimal('场地面积', { unit: '平方米', optional: true, places: 2 }),
    equipment: f.money('仪器设备原值', { optional: true, filter: true }),
    staff: f.integer('固定人员', { unit: '人', min: '0', optional: true, filter: true }),
  }),
);

const assessment = defineForm(
  page('年度评估', {
    grade: f.choice('评估结果', options({ EXCELLENT: '优秀', PASSED: '合格', RECTIFY: '整改', FAILED: '不合格' })),
    score: f.decimal('得分', { optional: true, min: '0', max: '100', places: 2 }),
    research: f.money('当年研发投入', { optional: true }),
    papers: f.integer('代表性论文', { unit: '篇', min: '0', optional: true }),
    patents: f.integer('授权发明专利', { unit: '件', min: '0', optional: true }),
    note: f.longText('评估意见', { optional: true }),
  }),
);

const measure = measuring('key-laboratories', '家');
const all = measure('in-force', '有效的重点实验室', 'stock');
const national = measure('national', '有效的国家级重点实验室', 'stock');
const provincial = measure('provincial', '有效的省级重点实验室', 'stock');
const approved = measure('approved', '批准的重点实验室', 'flow');

export default register({
  id: 'key-laboratory',
  name: '重点实验室台账',
  domain: 'platforms',
  counter: '家',
  basis: [byBureau('重点实验室管理；国家级、省级以批准文件为准')],
  form,
  title: 'name',
  matchBy: ['name'],
  level: 'level',
  party: 'host',
  region: 'region',
  validity: { from: 'from', until: 'until', ended: 'ended', soonDays: 180 },
  states: options({ RUNNING: '运行', BUILDING: '筹建', RECTIFYING: '整改', REVOKED: '撤销' }),
  inForce: ['RUNNING', 'RECTIFYING'],
  yearly: { name: '年度评估', form: assessment },
  measures: [all, national, provincial, approved],
  stocks: [
    { measure: all },
    { measure: national, when: (row) => row.level === 'NATIONAL' },
    { measure: provincial, when: (row) => row.level === 'PROVINCIAL' },
  ],
  flows: [{ measure: approved, on: 'from' }],
  indicators: [
    indicator('key-laboratories', '重点实验室数', '家', stock(all), '期末有效的各级重点实验室'),
    indicator('key-laboratories-national', '国家重点实验室数', '家', stock(national), '期末有效的国家级重点实验室'),
    indicator('key-laboratories-provincial', '省重点实验室数', '家', stock(provincial), '期末有效的省级重点实验室'),
    indicator('key-laboratories-approved', '新增重点实验室数', '家', sum(approved), '期内批准、现仍计入的各级重点实验室'),
  ],
  publicFields: ['name', 'level', 'host', 'region', 'field', 'from', 'until'],
});
