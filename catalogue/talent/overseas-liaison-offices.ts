// Liaison offices abroad for attracting talent (海外人才联络处): place, host, agreement and what came of it each year; S147 of the list of systems.
import { byBureau } from '#kernel/declare/citation.ts';
import { defineForm, f, options, page } from '#kernel/declare/form.ts';
import { indicator, measuring, stock, sum } from '#kernel/declare/indicator.ts';
import { register } from '#kernel/declare/register.ts';

const form = defineForm(
  page('联络处', {
    name: f.text('联络处名称', { list: true, filter: true, maxLength: 100 }),
    country: f.text('国家（地区）', { list: true, filter: true, maxLength: 40 }),
    city: f.text('城市', { list: true, optional: true, maxLength: 40 }),
    host: f.organisation('承建单位', { list: true, filter: true, optional: true, help: '境外机构没有统一社会信用代码的，只填名称' }),
    from: f.date('设立日期', { list: true, filter: true }),
    until: f.date('协议期满', { list: true, optional: true }),
    subsidy: f.money('年度工作经费', { optional: true, filter: true }),
    contact: f.contact('联系人', { optional: true }),
    duties: f.longText('工作任务', { optional: true }),
  }),
);

const results = defineForm(
  page('年度工作', {
    introduced: f.integer('引进人才', { unit: '人', min: '0' }),
    projects: f.integer('对接项目', { unit: '项', min: '0' }),
    events: f.integer('举办活动', { unit: '场', min: '0', optional: true }),
    note: f.longText('工作小结', { optional: true }),
  }),
);

const inForce = measuring('overseas-liaison-offices', '家')('in-force', '有效的海外人才联络处', 'stock', '台账中运行且协议未满期的联络处');
const opened = measuring('overseas-liaison-offices', '家')('opened', '设立的海外人才联络处', 'flow', '按设立日期计的联络处');

export default register({
  id: 'overseas-liaison-offices',
  name: '海外人才联络处台账',
  domain: 'talent',
  counter: '家',
  basis: [byBureau('海外人才联络处管理')],
  form,
  title: 'name',
  matchBy: ['name'],
  party: 'host',
  validity: { from: 'from', until: 'until' },
  states: options({ RUNNING: '运行', CLOSED: '撤销' }),
  inForce: ['RUNNING'],
  yearly: { name: '年度工作情况', form: results },
  measures: [inForce, opened],
  stocks: [{ measure: inForce }],
  flows: [{ measure: opened, on: 'from' }],
  indicators: [
    indicator('overseas-liaison-offices', '海外人才联络处数', '家', stock(inForce), '期末运行的海外人才联络处'),
    indicator('overseas-liaison-offices-opened', '新设海外人才联络处数', '家', sum(opened), '期内设立、现仍运行的海外人才联络处'),
  ],
});
