// Short ways of telling: 增15%, +8%, 多出, what a year before was, what is only held against the own.
import { expect, test } from 'vitest';
import { expectFigures, read } from './reading-cases.ts';

test('growths in one word or by a sign', () =>
  expectFigures('技术合同成交额62.4亿元，增17.3%；税收8.6亿元，同比+9.2%，投资21亿元，-4.5%；登记数比上年多12%。', [
    { raw: '62.4亿元' },
    { raw: '17.3%', kind: 'yoy_growth', indicator: '技术合同成交额增速' },
    { raw: '8.6亿元' },
    { raw: '9.2%', kind: 'yoy_growth' },
    { raw: '21亿元' },
    { raw: '-4.5%', kind: 'yoy_growth', value: -0.045 },
    { raw: '12%', kind: 'yoy_growth' },
  ]));

test('the year before, in the same words', () =>
  expectFigures('财政科技支出占财政支出的2.17%，上年2.06%。', [
    { raw: '2.17%', kind: 'share' },
    { raw: '2.06%', kind: 'share', period: '2021' },
  ]));

test('what a number is compared with has its own year and the name of what is spoken of', () =>
  expectFigures('高新技术企业达到937家，增长16%；与2018年的312家相比，翻了一番多。', [
    { raw: '937家' },
    { raw: '16%' },
    { raw: '312家', indicator: '高新技术企业总数', period: '2018' },
    { raw: '翻了一番', kind: 'multiple', indicator: '高新技术企业总数增长倍数' },
  ]));

test('the same elsewhere, in a bracket', () =>
  expectFigures('有研发活动的企业占26.8%，比全省(17.2%)高9.6个百分点。', [
    { raw: '26.8%', kind: 'share' },
    { raw: '17.2%', kind: 'share' },
    { raw: '9.6个百分点', kind: 'change', value: { pp: 9.6 } },
  ]));

test('so many times as much as then', () =>
  expect(read('高新技术企业达到87家，是2019年的2.9倍。').at(-1)?.indicator).toBe('高新技术企业总数为2019年的倍数'));

test('ranks without 位', () =>
  expectFigures('在创新型城市评价中列第12(参评79个)，孵化器数第3；高企数由上年的第10升到第8。', [
    { raw: '第12', kind: 'rank' },
    { raw: '79个' },
    { raw: '第3', kind: 'rank' },
    { raw: '第10', kind: 'rank', period: '2021' },
    { raw: '第8', kind: 'rank' },
  ]));

test('what is no measure: 两位数, a blank within a number', () => {
  expect(read('三个产业都实现了2位数的增长。').filter(({ raw }) => raw.startsWith('2'))).toEqual([]);
  expectFigures('科技型中小企业入库1 238家。', [{ raw: '1 238家', value: 1238 }]);
});

test('a short label names what its numbers count', () =>
  expect(read('培训：市级25次，县级80场。').map(({ indicator }) => indicator)).toEqual(['市级培训', '县级培训']));

test('one stands beside the other in a list of sums', () =>
  expect(read('行业产值前三：装备制造52亿元、化工38亿元、食品29亿元。').map(({ indicator }) => indicator)).toEqual([
    '装备制造',
    '化工',
    '食品',
  ]));

test('by how many more or fewer', () =>
  expectFigures('入库企业36家，同比多8家；培训班办了5期，比计划少2期；排名较上年退后1位。', [
    { raw: '36家' },
    { raw: '8家', kind: 'change', value: 8 },
    { raw: '5期' },
    { raw: '2期', kind: 'change', value: -2 },
    { raw: '1位', kind: 'change', value: -1 },
  ]));

test('tenths and a half, tenths and hundredths', () =>
  expectFigures('企业输出技术占成交额的八成半，没有研发活动的占六成三。', [
    { raw: '八成半', value: 0.85 },
    { raw: '六成三', value: 0.63 },
  ]));

test('a list borrows the unit, and what has its multiplier keeps it', () =>
  expectFigures('青岚、白渡、东溪三县成交额分别达到2.4亿、1.6亿、8700万元。', [
    { raw: '2.4亿', value: 240_000_000 },
    { raw: '1.6亿', value: 160_000_000 },
    { raw: '8700万元', value: 87_000_000 },
  ]));

test('one year for each number, and none of them for what follows', () =>
  expectFigures('2020年、2021年、2022年成交额分别为12亿元、21亿元、43亿元。引进人才320名。', [
    { raw: '12亿元', period: '2020' },
    { raw: '21亿元', period: '2021' },
    { raw: '43亿元', period: '2022' },
    { raw: '320名', period: '2022' },
  ]));

test('the first and the second of two', () =>
  expectFigures('研究机构、高等学校支出26.4亿元、31.8亿元，前者下降3.1%，后者增长9.7%。', [
    { raw: '26.4亿元', indicator: '研究机构支出' },
    { raw: '31.8亿元', indicator: '高等学校支出' },
    { raw: '3.1%', indicator: '研究机构支出增速', value: -0.031 },
    { raw: '9.7%', indicator: '高等学校支出增速' },
  ]));

test('shares of what three parts told', () =>
  expect(
    read('基础研究经费5亿元，增长18%；应用研究经费9亿元；试验发展经费72亿元，三者占比分别为5.8%、10.5%和83.7%。')
      .slice(-3)
      .map(({ indicator }) => indicator),
  ).toEqual(['基础研究经费占比', '应用研究经费占比', '试验发展经费占比']));

test('aims behind a colon, and what was done behind its own', () => {
  expectFigures('明年的主要目标是：研发投入增长12%，高企净增30家；技术合同成交额24亿元。', [
    { raw: '12%', status: 'target' },
    { raw: '30家', status: 'target' },
    { raw: '24亿元', status: 'target' },
  ]);
  expectFigures('1.技术合同成交额。目标：30亿元；完成：33亿元；完成率：110%。', [
    { raw: '30亿元', status: 'target' },
    { raw: '33亿元', status: 'actual' },
    { raw: '110%', status: 'actual', kind: 'ratio' },
  ]);
});

test('a speech in spring calls its own year 今年', () =>
  expectFigures('——2023年1月9日在市人民代表大会会议上\n过去一年，新增高新技术企业70家。\n今年，高新技术企业达到500家。', [
    { raw: '70家', period: '2022' },
    { raw: '500家', period: '2023', status: 'target' },
  ]));

test('levels dealt out and their growths, one by one', () =>
  expectFigures('发明、实用新型、外观设计专利分别授权128件、246件、91件，同比+12.4%、-8.6%、-3.1%。', [
    { raw: '128件', indicator: '发明专利授权量' },
    { raw: '246件', indicator: '实用新型专利授权' },
    { raw: '91件' },
    { raw: '12.4%', indicator: '发明专利授权量增速', value: 0.124 },
    { raw: '-8.6%', indicator: '实用新型专利授权增速', value: -0.086 },
    { raw: '-3.1%', value: -0.031 },
  ]));

test('of two years the later goes on, and since a year is all of the years since', () => {
  expectFigures('2021年底建成平台58家，今年新增8家；新建基地2个。', [
    { raw: '58家', period: '2021' },
    { raw: '8家', period: '2022' },
    { raw: '2个', period: '2022' },
  ]);
  expectFigures('2020年以来，累计立项45项。', [{ raw: '45项', period: '2020-2022' }]);
});

test('statistics of the year before date their sentence with its semicolons and nothing after it', () =>
  expectFigures('2021年全市研发经费投入30亿元，增长14%；投入强度为2.4%。新认定企业90家。', [
    { raw: '30亿元', period: '2021' },
    { raw: '14%', period: '2021' },
    { raw: '2.4%', period: '2021' },
    { raw: '90家', period: '2022' },
  ]));
