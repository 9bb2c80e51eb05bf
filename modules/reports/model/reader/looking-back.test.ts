// What a report on several years, a rule for whoever comes under it, and what is new say of their figures.
import { describe, expect, test } from 'vitest';
import { expectFigures, read } from './reading-cases.ts';

describe('a report that looks back on a plan', () => {
  const text = '青岚县科技工作“十三五”回顾\n建成中试基地6个。2020年，全县登记技术合同54项，为“十二五”登记数的3倍。\n';

  test('has the years of the plan for what is not dated otherwise', () =>
    expectFigures(
      text,
      [
        { raw: '6个', period: '2016-2020' },
        { raw: '54项', period: '2020' },
        { raw: '3倍', kind: 'multiple', period: '2020' },
      ],
      2020,
    ));

  test('is none where its title plans ahead, or where it is of a year within', () => {
    expect(read('青岚县“十四五”科技规划\n建成中试基地6个。', 2020)[0]?.period).not.toBe('2021-2025');
    expect(read(text, 2018)[0]).toMatchObject({ raw: '6个', period: '2018' });
  });
});

describe('what is new', () => {
  test('is told as new, and as a change where the total follows', () =>
    expectFigures('科技型企业新增58家。入库企业新增36家，总数达195家。', [
      { raw: '58家', kind: 'level', measure: 'new' },
      { raw: '36家', kind: 'change', measure: 'net_change' },
      { raw: '195家', kind: 'level' },
    ]));

  test('of what was applied for is what was granted', () =>
    expectFigures('组织申报省级农业示范园46家，有31家通过认定。', [{ raw: '46家' }, { raw: '31家', indicator: '通过认定省级农业示范园' }]));
});

describe('a rule', () => {
  test('is for whoever comes under it; a count of them tells what was paid', () => {
    const rule = '落实激励政策，对新认定企业的，一次性奖励企业8万元；取得证书的项目，明确申请专利的分别奖励2000元。';
    expect(read(rule).map(({ status }) => status)).toEqual(['requirement', 'requirement']);
    expect(read('对30家新认定的企业奖励240万元。').at(-1)).toMatchObject({ raw: '240万元', status: 'actual' });
  });

  test('says its mark again in a bracket', () =>
    expect(read('对设备投资达到400万元以上(含400万元)的企业给予补助。').map(({ kind }) => kind)).toEqual(['threshold', 'threshold']));
});

describe('what is to come', () => {
  test('of projects that have not ended is expected, and those about to apply are planned', () =>
    expectFigures('该项目达产后可新增产值6400万元。摸排29家拟申报高企。', [
      { raw: '6400万元', status: 'estimate', indicator: '新增产值' },
      { raw: '29家', status: 'plan' },
    ]));

  test('is no place that is kept', () =>
    expectFigures('预计全年总数达2380家，稳居全省第二位。', [
      { raw: '2380家', status: 'estimate' },
      { raw: '第二位', status: 'actual' },
    ]));

  test('is not what was drafted', () => expect(read('草拟管理办法等文件4个。')[0]).toMatchObject({ status: 'actual' }));
});

test('nought, points of a slogan, papers on a page and what a paper is filed under count nothing', () =>
  expectFigures('工作总结六篇\n索引号 002969069/2021-120113\n跟踪汽车零部件企业，实现三个突破、三个提升。', []));

describe('numbers dealt out', () => {
  test('borrow the unit of the last with its 万 and 亿, and are of one year each', () =>
    expectFigures('2019—2021年，全县技术合同成交额分别为3.1、3.64、4.2亿元，登记技术合同分别达到51、64和80项。', [
      { raw: '3.1', value: 310_000_000, unit: '元', period: '2019' },
      { raw: '3.64', value: 364_000_000, period: '2020' },
      { raw: '4.2亿元', value: 420_000_000, period: '2021' },
      { raw: '51', value: 51, unit: '项', period: '2019' },
      { raw: '64', value: 64, period: '2020' },
      { raw: '80项', value: 80, period: '2021' },
    ]));

  test('keep the span where there are not as many as years', () =>
    expectFigures('2019—2021年，登记技术合同分别达到51、64项。', [
      { raw: '51', period: '2019-2021' },
      { raw: '64项', period: '2019-2021' },
    ]));
});

test('a growth in a bracket is one, and a difference keeps its direction across the bracket', () =>
  expectFigures('研发费用增速低于投资增速(11.8%)2.3个百分点，产值增速实现新突破，达到24.6%。', [
    { raw: '11.8%', kind: 'yoy_growth' },
    { raw: '2.3个百分点', kind: 'change', value: { pp: -2.3 } },
    { raw: '24.6%', kind: 'yoy_growth' },
  ]));
