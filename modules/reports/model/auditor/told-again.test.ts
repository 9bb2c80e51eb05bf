// The growth of one amount told twice, a share that is told again as what its part brings, multiples beside growths, and points that a count grows by.
import { expect, test } from 'vitest';
import { alarmsOf, audit } from './audit-cases.ts';

const wrong = (text: string): string[] => alarmsOf(audit(text)).map(({ type, formula }) => `${type} ${formula}`);

test('the growth of one amount', () => {
  const text = (again: string): string =>
    `2021年，我市专利申请量为23640件，同比增长7.4%。\n2021年，我市专利申请量为23640件，增长${again}%，居全省第3位。`;
  expect(wrong(text('7.4'))).toEqual([]);
  expect(wrong(text('4.7'))).toContain('duplicate 同一事实的两处数值相等');
});

test('what a part brings of its whole', () => {
  const text = (again: string): string =>
    `全省开发区生产总值占地区生产总值(GDP)的比重由2015年的18.2%提高到2021年的21.6%；2021年，全省开发区以3.1%的土地创造了${again}%的GDP。`;
  expect(wrong(text('21.6'))).toEqual([]);
  expect(wrong(text('26.1'))).toContain('duplicate 同一事实的两处数值相等');
});

test('how often it grew, and both ends behind it', () => {
  expect(wrong('全市科技企业数量十年增长了5.1倍，从2012年的不足2万家，增至11.5万家。')).toEqual([]);
  expect(wrong('全市科技企业数量十年增长了4.2倍，从2012年的不足2万家，增至11.5万家。')).toEqual(['multiple 11.5万家 ÷ 2万家 − 1']);
});

test('the whole of last year is not less than its first months', () => {
  const text = (times: string): string =>
    `1至8月全市专利授权量达到900件，其中发明专利授权量为120件，同比增长140%。发明专利授权量是去年全年发明专利授权量的${times}倍。`;
  expect(wrong(text('1.5'))).toEqual([]);
  expect(wrong(text('3.1')).some((one) => one.startsWith('multiple'))).toBe(true);
});

test('a number grows by per cent', () => {
  expect(wrong('全市专利授权量达到1210件，同比增长10.0%。')).toEqual([]);
  expect(wrong('全市专利授权量占全省的12%，比上年提高1.2个百分点。')).toEqual([]);
  expect(wrong('全市专利授权量达到1210件，同比增长10.0个百分点。')).toEqual(['unit_pp 数量的增长用百分数，不用“个百分点”']);
});

test('the growth of an amount that is told twice, once rounded and once in turn with another', () => {
  const told = (again: string): string =>
    `全省技术合同成交额达到746.13亿元，比上年增长16.03%。\n全年签订技术合同2.95万项，技术合同成交额746.1亿元，比上年分别增长4.5%和${again}。`;
  expect(alarmsOf(audit(told('16.0%')))).toEqual([]);
  expect(alarmsOf(audit(told('10.6%')))).toHaveLength(1);
});

test('the city by its own name in the closing is the city of the title, however often its counties are named', () => {
  const told = (last: string): string =>
    `2022年上半年东岭市专利统计简报\n东岭市知识产权局\n截至6月底，有效发明专利11836件，每万人口拥有41.33件。\n西河县131件、南原县84件、北塘县45件。西河县居前。西河县、南原县合计215件。\n综合来看，上半年东岭市每万人口有效发明专利${last}件，居全省前列。`;
  expect(wrong(told('41.33'))).toEqual([]);
  expect(wrong(told('43.13'))).not.toEqual([]);
});
