// Shares that call one whole by the same words: the whole that some of them prove speaks for and against the others.
import { expect, test } from 'vitest';
import { alarmsOf, audit, shortOf } from './audit-cases.ts';

const BEFORE = '全年园区营业收入820.5亿元，同比增长4.2%；工业总产值790.1亿元，同比增长3.1%。\n';
const row = (third: string): string =>
  `${BEFORE}分领域看，装备制造实现营业收入410.3亿元，占全部营业收入的50.0%；新材料实现营业收入182.7亿元，占全部营业收入的22.3%；软件服务实现营业收入${third}。`;

test('the whole stands in another paragraph and two shares prove it', () => {
  expect(shortOf(audit(row('61.5亿元，占全部营业收入的7.5%')), 'share')).toEqual([
    '410.3亿元 ÷ 820.5亿元: consistent',
    '182.7亿元 ÷ 820.5亿元: consistent',
    '61.5亿元 ÷ 820.5亿元: consistent',
  ]);
});

test('a share of the proven whole that misses is an error, a unit too', () => {
  expect(shortOf(audit(row('61.5亿元，占全部营业收入的5.7%')), 'share')).toContain('61.5亿元 ÷ 820.5亿元: inconsistent/error');
  const [alarm] = alarmsOf(audit(row('61.5万元，占全部营业收入的7.5%')));
  expect(alarm?.note).toContain('若61.5万元为61.5亿元则相符');
});

test('two shares that make a hundred are all of the whole that one of them proves', () => {
  const told = (rest: string): string =>
    `全年合同成交额900.0亿元。流向省内的成交额486.9亿元，占总成交额的54.10%，流向省外${rest}亿元，占总成交额的45.90%。`;
  expect(alarmsOf(audit(told('413.1')))).toEqual([]);
  expect(shortOf(audit(told('371.3')), 'share')).toContain('371.3亿元 ÷ 900.0亿元: inconsistent/error');
});

test('a neighbouring part is never taken for the whole', () => {
  const text =
    '全省登记技术合同成交额640.2亿元。试验区成交额512.9亿元。\n技术开发合同成交额320.1亿元，占总成交额的50.0%；技术服务合同成交额211.3亿元，占总成交额的33.0%。';
  expect(alarmsOf(audit(text))).toEqual([]);
});

test('parts of one whole that is told nowhere: the one that disagrees with all others', () => {
  const odd = (share: string): string =>
    `活动支出42.8亿元，占全年宣传经费使用额的45.2%；场馆支出16.3亿元，占全年宣传经费使用额的${share}；展品支出9.7亿元，占全年宣传经费使用额的10.2%。`;
  expect(alarmsOf(audit(odd('17.2%')))).toEqual([]);
  expect(shortOf(audit(odd('12.7%')), 'share')).toEqual(['16.3亿元 ÷ (42.8亿元 ÷ 45.2%): inconsistent/error']);
});

test('two wholes of one name are told: nothing is said for certain', () => {
  const text =
    '甲园营业收入300亿元，乙园营业收入600亿元。\n芯片营业收入45.6亿元，占营业收入的15.2%；软件营业收入70.2亿元，占营业收入的11.7%。';
  expect(alarmsOf(audit(text))).toEqual([]);
});

test('a census of the nation is a name, and no place that is counted', () => {
  const text = '2020年第七次全国人口普查时，全县常住人口412600人；与2010年第六次全国人口普查相比，城镇人口增加20300人，增长12.5%。';
  expect(alarmsOf(audit(text))).toEqual([]);
});

test('of a mark that was passed and the number itself, the number is the whole', () => {
  const told = (part: string): string =>
    `全省技术合同成交额突破三千亿元。全省技术合同成交额3053.5亿元。技术服务合同成交额${part}亿元，占总成交额的75.62%。`;
  expect(alarmsOf(audit(told('2309.1')))).toEqual([]);
  expect(alarmsOf(audit(told('2039.1')))).toHaveLength(1);
});
