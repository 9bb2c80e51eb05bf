// Aims, plans, expectations and rules: which number of a sentence each of them governs, and which it leaves a result.
import { describe, expect, test } from 'vitest';
import { expectFigures, read } from './reading-cases.ts';

describe('what is expected', () => {
  test('ends where a clause says how its own thing stands', () =>
    expectFigures('预计新增瞪羚企业30家，占全省新增数量的12%，科技型企业总数突破2400家，孵化器总数达到41家，占全省的9%。', [
      { raw: '30家', status: 'estimate' },
      { raw: '12%', status: 'estimate' },
      { raw: '2400家', status: 'actual' },
      { raw: '41家', status: 'actual' },
      { raw: '9%', status: 'actual' },
    ]));

  test.each(['预计新认定高企60家，高企总量将达到300家。', '预计到年底，高企总数达300家，孵化器总数达到9家。'])(
    'goes on where it looks ahead: %s',
    (text) => expect(read(text).map(({ status }) => status)).toEqual(['estimate', 'estimate']),
  );

  test('ends where someone was given something', () =>
    expect(read('预计新认定高企60家，4名专家获得省科技奖，占全市的8%。').map(({ status }) => status)).toEqual([
      'estimate',
      'actual',
      'actual',
    ]));

  test('a gap that has narrowed is a result', () =>
    expectFigures('研发支出预计达到39亿元，与全省平均水平的差距从0.6个百分点缩小到0.2个百分点。', [
      { raw: '39亿元', status: 'estimate' },
      { raw: '0.6个百分点', status: 'actual' },
      { raw: '0.2个百分点', status: 'actual' },
    ]));
});

describe('what is aimed at', () => {
  test('of whoever set the aim, and by how much it was exceeded', () =>
    expectFigures('研发投入增长13.5%(超额完成9%省考目标)，新增高企420家(超出60家完成市级考核目标)。', [
      { raw: '13.5%', status: 'actual' },
      { raw: '9%', status: 'target', kind: 'target' },
      { raw: '420家', status: 'actual' },
      { raw: '60家', status: 'actual', kind: 'change' },
    ]));

  test('what a scheme holds', () =>
    expect(read('“双提升”工程的主要内容是：突破关键技术30项、创建创新平台20个。').map(({ status }) => status)).toEqual([
      'target',
      'target',
    ]));

  test('what is laid out is planned, what stands of it is a result', () =>
    expectFigures('园区规划建设总面积30万平方米，其中已建成12万平方米。', [
      { raw: '30万平方米', status: 'plan' },
      { raw: '12万平方米', status: 'actual' },
    ]));
});

describe('a rule', () => {
  test('is for whoever comes under it; a count of them tells what was paid', () => {
    const rule = '落实激励政策，对新认定企业的，一次性奖励企业8万元；取得证书的项目，明确申请专利的分别奖励2000元。';
    expect(read(rule).map(({ status }) => status)).toEqual(['requirement', 'requirement']);
    expect(read('对30家新认定的企业奖励240万元。').at(-1)).toMatchObject({ raw: '240万元', status: 'actual' });
  });
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

test('what an office sets out to do something to is planned', () => {
  expect(read('四、下半年安排\n将对24家市级重点实验室开展复核。')[0]).toMatchObject({ status: 'plan' });
  expect(read('二、2023年计划\n计划承办成果对接会1场。')[0]).toMatchObject({ status: 'plan' });
});

test('what is demanded stays so in a plan', () => {
  expect(read('二、2023年计划\n企业自筹资金不得少于财政资助额的2倍。')[0]).toMatchObject({ status: 'requirement' });
  expect(read('二、2023年计划\n建设工作站20个，每站补助3万元。')[1]).toMatchObject({ status: 'requirement' });
  expect(read('新认定的国家级、省级孵化器，分别一次性补助100万元和50万元。').map(({ status }) => status)).toEqual([
    'requirement',
    'requirement',
  ]);
});

test('where an aim sets out has happened', () =>
  expect(read('力争全年技术合同登记额突破6亿元（上半年2.7亿元）。')[1]).toMatchObject({ kind: 'level', status: 'actual' }));
