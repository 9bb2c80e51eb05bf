// Agreements of the city with universities and institutes (市校战略合作), with the list of projects of each year; S139 of the list of systems.
import { byBureau } from '#kernel/declare/citation.ts';
import { defineForm, f, options, page } from '#kernel/declare/form.ts';
import { indicator, measuring, stock, sum } from '#kernel/declare/indicator.ts';
import { register } from '#kernel/declare/register.ts';

const form = defineForm(
  page('协议', {
    name: f.text('协议名称', { list: true, filter: true, maxLength: 100 }),
    partner: f.organisation('合作院校', { list: true, filter: true }),
    kind: f.choice('合作方类型', options({ UNIVERSITY: '高等学校', INSTITUTE: '科研院所', ENTERPRISE: '中央企业' }), {
      list: true,
      filter: true,
    }),
    from: f.date('签订日期', { list: true, filter: true }),
    until: f.date('有效期至', { list: true }),
    division: f.text('牵头处室', { optional: true, list: true, filter: true }),
    money: f.money('约定市级投入', { optional: true, filter: true }),
    content: f.longText('合作内容', { optional: true }),
    contact: f.contact('对方联系人', { optional: true }),
  }),
);

const projects = defineForm(
  page('年度项目清单', {
    projects: f.table(
      '项目',
      {
        name: f.text('项目名称'),
        unit: f.organisation('承担单位'),
        money: f.money('当年投入', { optional: true }),
        progress: f.choice('进展', options({ PLANNED: '未启动', UNDER_WAY: '进行中', DONE: '已完成', STOPPED: '已终止' })),
      },
      { maxRows: 200 },
    ),
    note: f.longText('年度小结', { optional: true }),
  }),
);

const inForce = measuring('strategic-agreements', '项')('in-force', '有效的战略合作协议', 'stock', '台账中履行中且未到期的协议');
const signed = measuring('strategic-agreements', '项')('signed', '签订的战略合作协议', 'flow', '按签订日期计的协议');

export default register({
  id: 'strategic-agreements',
  name: '市校战略合作协议台账',
  domain: 'transfer',
  counter: '项',
  basis: [byBureau('市校战略合作协议管理')],
  form,
  title: 'name',
  matchBy: ['name'],
  party: 'partner',
  validity: { from: 'from', until: 'until', soonDays: 180 },
  states: options({ RUNNING: '履行中', DONE: '已履行完毕', STOPPED: '终止' }),
  inForce: ['RUNNING', 'DONE'],
  yearly: { name: '年度项目清单', form: projects },
  measures: [inForce, signed],
  stocks: [{ measure: inForce }],
  flows: [{ measure: signed, on: 'from' }],
  indicators: [
    indicator('strategic-agreements', '市校战略合作协议数', '项', stock(inForce), '期末有效的协议'),
    indicator('strategic-agreements-signed', '新签市校战略合作协议数', '项', sum(signed), '期内签订的协议'),
  ],
  publicFields: ['name', 'partner', 'from', 'until'],
});
