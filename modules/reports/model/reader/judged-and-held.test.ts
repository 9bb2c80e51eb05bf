// Who is judged and in what, what a support is reckoned for, what stands before a bracket, and how a rate stands to the mean.
import { expect, test } from 'vitest';
import { read } from './reading-cases.ts';

const names = (text: string) => read(text).map(({ indicator }) => indicator);

test('a zone is ranked in what it was judged in', () => {
  expect(names('在国家高新区年度评价中，青岚高新区由上年第14名升至第11名。')[1]).toMatch(/评价全国排名$|评价排名$/);
  expect(names('省级高新区中，白渡高新区由上年的第9位升至第2位。')[0]).toBe('白渡高新区在省级高新区中排名');
});

test('a rate set against the mean is a part of it', () =>
  expect(names('研发投入强度偏低，仅相当于全国平均水平的一半。')[0]).toBe('研发投入强度相当于全国平均水平的比例'));

test('a change behind what one is to another is of that', () =>
  expect(names('R&D经费支出69亿元；与营业收入之比为1.58%，提高0.37个百分点。').slice(1)).toEqual([
    'R&D经费支出与营业收入之比',
    'R&D经费支出与营业收入之比比上年变化',
  ]));

test('numbers of projects are those that were counted, not of their money', () =>
  expect(names('获省基金项目60项，资助经费3亿元，项目数较上年减少7项。')[2]).toBe('省基金项目数变化'));

test('what stands before the bracket is counted behind it', () =>
  expect(names('重大技术合同（单项成交额1000万元及以上）812项，比上年增加97项。')).toEqual([
    '成交额门槛',
    '重大技术合同',
    '重大技术合同变化',
  ]));

test('a rate of support is that of whom it is for', () => {
  expect(names('对技术转移机构按实际成交额的1%给予补助。')[0]).toBe('技术转移机构补助比例');
  expect(names('对技术吸纳企业按实际支付额的3%给予补助。')[0]).toBe('技术吸纳企业补助比例');
});

test('of the sum of all is of the whole city', () =>
  expect(names('高校输出技术成交额33亿元，在全市总额中占63.4%。')[1]).toBe('高校输出技术成交额占全市比重'));

test('what is lent behind a ceiling of its product is of the product', () =>
  expect(names('联合银行推出“巷创贷”，单户授信最高300万元。截至10月末，放款219笔、3.9亿元。').slice(1)).toEqual([
    '巷创贷放款数',
    '巷创贷放款金额',
  ]));

test('what was registered is ranked and multiplied as such', () =>
  expect(names('全县技术合同登记额6120万元，为去年全年的1.7倍。')[1]).toBe('技术合同登记额为去年的倍数'));

test('what a committee asks for is an aim', () =>
  expect(read('科技经费占本级支出的0.9%，离县委要求的1.2%尚有差距。')[1]).toMatchObject({ kind: 'target', status: 'target' }));

test('how branches went is no part of them', () => expect(names('六大门类四升两降。')[0]).toBe('门类'));

test('what one amount has over another', () =>
  expect(names('吸纳技术成交额61亿元，比输出高出9亿元。')[1]).toBe('吸纳技术成交额与输出之差'));

test('what a point means to do names nothing', () =>
  expect(names('一是紧盯投入强度补短板。2022年全省研发经费247亿元，强度1.21%。')[0]).toBe('研发经费支出'));

test('the size of one project is no mark', () =>
  expect(read('总投资超百亿元的青禾动力电池项目竣工投产。')[0]).toMatchObject({ kind: 'level', indicator: '青禾动力电池项目总投资' }));

test('a field that is held back is what fell', () =>
  expect(names('新能源领域成交额8亿元。生物医药领域受大额合同延期影响，成交额同比下降17.9%。')[1]).toBe('生物医药领域成交额增速'));

test('a site that is topped out is what the money was for', () =>
  expect(names('启航创新中心主体结构封顶，完成投资2.4亿元，总投资6亿元。')).toEqual(['启航创新中心投资', '启航创新中心总投资']));

test('the same deed done to the same', () =>
  expect(names('4.人才。目标：引进高层次人才团队5个。完成：引进7个。')).toEqual(['引进高层次人才团队', '高层次人才团队引进数']));

test('what is lent is lent under its product', () =>
  expect(names('“科创贷”上半年投放贷款213笔、6.9亿元，同比分别增长35%和52%。').slice(0, 3)).toEqual([
    '科创贷投放贷款',
    '科创贷投放贷款',
    '科创贷投放贷款增速',
  ]));

test('so many were recognised', () => {
  expect(names('今年共有246家企业通过高企认定。')).toEqual(['高新技术企业通过认定数']);
  expect(names('科技保险保费补贴82万元，惠及企业53家。')[1]).toBe('科技保险保费补贴惠及企业');
  expect(names('组织首批高企申报104家，较去年同期多27家。')[1]).toBe('高新技术企业申报变化');
});

test('how some of the indicators stand', () => expect(names('年初下达指标6项，其中达标5项。')[1]).toMatch(/达标/));

test('a sum that was concluded is no aim for it', () =>
  expect(
    names('登记技术合同900项，成交额128亿元。全年成交额目标为240亿元，上半年完成53.6%。分季度，一季度成交52亿元。').at(-1),
  ).not.toMatch(/目标/));
