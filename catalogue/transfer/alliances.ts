// Industry technology alliances (产业技术创新战略联盟): leader, members and term; S111 and S133 of the list of systems.
import { cite } from '#kernel/declare/citation.ts';
import { defineForm, f, options, page } from '#kernel/declare/form.ts';
import { indicator, measuring, stock } from '#kernel/declare/indicator.ts';
import { register } from '#kernel/declare/register.ts';
import { titleLevels } from '#vocabularies/enterprises/titles.ts';
import { eightFields } from '#vocabularies/high-tech-fields/high-tech-fields.ts';

const form = defineForm(
  page('联盟', {
    name: f.text('联盟名称', { list: true, filter: true, maxLength: 100 }),
    level: f.choice('级别', titleLevels.items, { list: true, filter: true }),
    leader: f.organisation('牵头单位', { list: true, filter: true }),
    region: f.region('所在地区', { list: true, filter: true }),
    field: f.choice('领域', eightFields, { list: true, filter: true, optional: true }),
    from: f.date('成立日期', { list: true, filter: true }),
    until: f.date('协议期满', { list: true, optional: true }),
    memberCount: f.integer('成员单位数', { unit: '家', min: '2', list: true, filter: true }),
    experts: f.integer('共享专家', { unit: '人', min: '0', optional: true }),
    secretary: f.contact('秘书处联系人', { optional: true }),
  }),
  page('成员', {
    members: f.table(
      '主要成员',
      { unit: f.organisation('单位'), role: f.text('分工', { optional: true }) },
      { optional: true, maxRows: 300 },
    ),
  }),
);

const inForce = measuring('alliances', '家')('in-force', '有效的产业技术创新战略联盟', 'stock', '台账中正在运行、协议未满期的联盟');

export default register({
  id: 'alliances',
  name: '产业技术创新战略联盟台账',
  domain: 'transfer',
  counter: '家',
  basis: [cite('国科发政〔2008〕770号')],
  form,
  title: 'name',
  matchBy: ['name'],
  level: 'level',
  party: 'leader',
  region: 'region',
  validity: { from: 'from', until: 'until' },
  states: options({ RUNNING: '运行', SUSPENDED: '暂停', DISSOLVED: '解散' }),
  inForce: ['RUNNING'],
  measures: [inForce],
  stocks: [{ measure: inForce }],
  indicators: [indicator('alliances', '产业技术创新战略联盟数', '家', stock(inForce), '期末正在运行的产业技术创新战略联盟')],
  publicFields: ['name', 'level', 'leader', 'field', 'from'],
});
