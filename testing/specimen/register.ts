// The specimen of a register: garden sheds with levels, validity, a keeper, yearly inspections and counts; it ships in no build.
import { cite } from '#kernel/declare/citation.ts';
import { defineForm, f, page } from '#kernel/declare/form.ts';
import { type Measure, stock, sum } from '#kernel/declare/indicator.ts';
import { register } from '#kernel/declare/register.ts';

export const shedLevels = [
  { code: 'NATIONAL', name: '国家级' },
  { code: 'MUNICIPAL', name: '市级' },
] as const;

const form = defineForm(
  page('花房', {
    name: f.text('花房名称', { list: true, filter: true, maxLength: 60 }),
    number: f.text('编号', { optional: true, list: true }),
    level: f.choice('级别', shedLevels, { list: true, filter: true }),
    keeper: f.organisation('管护单位', { list: true, filter: true, optional: true }),
    region: f.region('所在地区', { list: true, filter: true }),
    area: f.decimal('面积', { unit: '平方米', list: true, filter: true, optional: true, places: 2 }),
    cost: f.money('造价', { optional: true, filter: true }),
  }),
  page('有效期', {
    from: f.date('启用日期', { list: true, filter: true }),
    until: f.date('停用日期', { list: true, optional: true }),
    contact: f.contact('联系人', { optional: true }),
  }),
);

const measure = (id: string, name: string, kind: Measure['kind']): Measure => ({
  id: `sheds.${id}`,
  name,
  kind,
  unit: '座',
  definition: name,
});
export const shedsInUse = measure('in-use', '在用花房', 'stock');
export const nationalSheds = measure('national', '在用国家级花房', 'stock');
export const shedsOpened = measure('opened', '启用花房', 'flow');

export const sheds = register({
  id: 'sheds',
  name: '花房台账',
  domain: 'platforms',
  basis: [cite('花发〔2020〕2号')],
  counter: '座',
  form,
  title: 'name',
  matchBy: ['number', 'name'],
  states: [
    { code: 'open', name: '在用' },
    { code: 'closed', name: '关闭' },
  ],
  inForce: ['open'],
  level: 'level',
  party: 'keeper',
  region: 'region',
  validity: { from: 'from', until: 'until', soonDays: 60 },
  yearly: {
    name: '年度查验',
    form: defineForm(
      page('查验', { score: f.decimal('得分', { places: 1, min: '0', max: '100' }), note: f.longText('说明', { optional: true }) }),
    ),
  },
  measures: [shedsInUse, nationalSheds, shedsOpened],
  stocks: [{ measure: shedsInUse }, { measure: nationalSheds, when: (row) => row.level === 'NATIONAL' }],
  flows: [{ measure: shedsOpened, on: 'from' }],
  indicators: [
    { id: 'sheds.stock', name: '在用花房数', unit: '座', formula: stock(shedsInUse), direction: 'up', definition: '期末在用的花房' },
    { id: 'sheds.opened', name: '启用花房数', unit: '座', formula: sum(shedsOpened), direction: 'up', definition: '期内启用的花房' },
  ],
  publicFields: ['name', 'level', 'keeper', 'from', 'until'],
});

/** Seen only by who holds a permission of its own. */
export const quietRegister = register({
  id: 'quiet',
  name: '内部记录',
  domain: 'party',
  basis: [cite('花发〔2020〕3号')],
  counter: '条',
  form: defineForm(
    page('记录', { topic: f.text('主题', { list: true, filter: true }), day: f.date('日期', { list: true, filter: true }) }),
  ),
  title: 'topic',
  matchBy: ['topic'],
  states: [{ code: 'done', name: '已办' }],
  seenBy: 'registers/party-building:read',
});
