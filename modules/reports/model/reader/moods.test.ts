// Aims, plans, expectations and marks: which number of a sentence each of them governs, and which it leaves a result.
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

describe('kinds', () => {
  test('a mark restricts a class of branches or places', () => {
    for (const text of ['研发经费超过80亿元的行业大类。', '技术合同成交额跨入50亿元的市州。', '唯一一个强度高于3%的县区。'])
      expect(read(text)[0], text).toMatchObject({ kind: 'threshold', status: 'actual' });
    expect(read('研发经费超过80亿元，增长12%。')[0]).toMatchObject({ kind: 'level' });
    expect(read('有研发活动的企业超60%的集中在高新区。')[0]).toMatchObject({ kind: 'share' });
  });

  test('so many to ten thousand of them', () =>
    expect(read('万家企业中高新技术企业15.2家。')[0]).toMatchObject({ kind: 'ratio', measure: 'rate' }));

  test('growths and differences', () =>
    expectFigures('研发支出26亿元，比增11.4%；办理时限缩短30%；排名跃升12个位次；全年任务15件，尚差3件。', [
      { raw: '26亿元' },
      { raw: '11.4%', kind: 'yoy_growth' },
      { raw: '30%', kind: 'yoy_growth', value: -0.3 },
      { raw: '12个', kind: 'change' },
      { raw: '15件' },
      { raw: '3件', kind: 'change' },
    ]));

  test('shares that a clause before names', () =>
    expectFigures('生物和新材料占18.2%和12.5%；环保、航天两个领域占比较小，分别为1.4%、0.6%。', [
      { raw: '18.2%', kind: 'share' },
      { raw: '12.5%', kind: 'share' },
      { raw: '两个' },
      { raw: '1.4%', kind: 'share' },
      { raw: '0.6%', kind: 'share' },
    ]));

  test('a branch is a part of the income, spending is set against it', () => {
    expect(read('高新技术产业营业收入690亿元，占全区营业收入比重达48%。')[1]).toMatchObject({ kind: 'share' });
    expect(read('规上企业研发经费占营业收入比重提升至2.6%。')[0]).toMatchObject({ kind: 'ratio' });
  });
});
