// What sort of statement a number makes: level, growth, change, share, ratio, or a mark that selects.
import { expect, test } from 'vitest';
import { expectFigures, read } from './reading-cases.ts';

test('a mark restricts a class of branches or places', () => {
  for (const text of ['研发经费超过80亿元的行业大类。', '技术合同成交额跨入50亿元的市州。', '唯一一个强度高于3%的县区。'])
    expect(read(text)[0], text).toMatchObject({ kind: 'threshold', status: 'requirement' });
  expect(read('研发经费超过80亿元，增长12%。')[0]).toMatchObject({ kind: 'level' });
  expect(read('有研发活动的企业超60%的集中在高新区。')[0]).toMatchObject({ kind: 'share' });
});

test('a mark is said again in a bracket', () =>
  expect(read('对设备投资达到400万元以上(含400万元)的企业给予补助。').map(({ kind }) => kind)).toEqual(['threshold', 'threshold']));

test('so many to ten thousand of them', () =>
  expect(read('万家企业中高新技术企业15.2家。')[0]).toMatchObject({ kind: 'ratio', measure: 'rate' }));

test('growths and differences', () =>
  expectFigures('研发支出26亿元，比增11.4%；办理时限缩短30%；排名跃升12个位次；全年任务15件，尚差3件。', [
    { raw: '26亿元' },
    { raw: '11.4%', kind: 'yoy_growth' },
    { raw: '30%', kind: 'yoy_growth', value: -0.3 },
    { raw: '12个位次', kind: 'change' },
    { raw: '15件' },
    { raw: '3件', kind: 'change' },
  ]));

test('a growth in a bracket is one, and a difference keeps its direction across the bracket', () =>
  expectFigures('研发费用增速低于投资增速(11.8%)2.3个百分点，产值增速实现新突破，达到24.6%。', [
    { raw: '11.8%', kind: 'yoy_growth' },
    { raw: '2.3个百分点', kind: 'change', value: { pp: -2.3 } },
    { raw: '24.6%', kind: 'yoy_growth' },
  ]));

test('what is new is told as new, and as a change where the total follows', () =>
  expectFigures('科技型企业新增58家。入库企业新增36家，总数达195家。', [
    { raw: '58家', kind: 'level', measure: 'new' },
    { raw: '36家', kind: 'change', measure: 'net_change' },
    { raw: '195家', kind: 'level' },
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

test('by how much an aim is passed or missed is a change', () => {
  expect(read('技术合同成交额4.6亿元，完成目标任务的115%，超额6000万元。').at(-1)).toMatchObject({ kind: 'change' });
  expect(read('技术合同成交额距目标还有0.5亿元缺口。')[0]).toMatchObject({ kind: 'change' });
  expect(read('研发活动覆盖率58.7%，高出目标值3.7个百分点。')[1]).toMatchObject({ kind: 'change', status: 'actual' });
});

test('what a rule gives is its rate, and a part of a budget its share', () => {
  expect(read('兑付比例为合同实际支付额的50%。')[0]).toMatchObject({ kind: 'ratio', status: 'requirement' });
  expect(read('财政科技支出2168万元，为一般公共预算支出的0.64%。')[1]).toMatchObject({
    kind: 'share',
    indicator: '财政科技支出占一般公共预算支出比重',
  });
});

test('a net gain under a label is a change', () =>
  expect(read('高企净增数：白渡区61家、青岚县44家。').map(({ kind }) => kind)).toEqual(['change', 'change']));

test('a share in the bracket behind its name is one', () =>
  expect(read('服务合同占比过半（54.7%），居首位。')[0]).toMatchObject({ raw: '54.7%', kind: 'share' }));

test('what is still missing is a change, less of a fall is more', () => {
  expect(read('新增平台4个，差1个，未完成。')[1]).toMatchObject({ kind: 'change', value: 1 });
  expect(read('距3%的目标还差0.39个百分点。').at(-1)).toMatchObject({ kind: 'change', status: 'actual' });
  expect(read('产值降幅较上半年收窄2.5个百分点。')[0]).toMatchObject({ value: { pp: 2.5 } });
  expect(read('利率较上年下行0.4个百分点。')[0]).toMatchObject({ value: { pp: -0.4 } });
  expect(read('首尾相差54分。')[0]).toMatchObject({ value: 54 });
});
