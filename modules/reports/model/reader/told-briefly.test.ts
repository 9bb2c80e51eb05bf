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
