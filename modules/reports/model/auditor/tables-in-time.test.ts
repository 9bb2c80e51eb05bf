// Tables and time: columns of other years or months are no second statement of a figure, and a cell that lists values speaks for itself alone.
import { expect, test } from 'vitest';
import { alarmsOf, audit } from './audit-cases.ts';

const alarms = (...lines: readonly string[]): string[] =>
  alarmsOf(audit(lines.join('\n'), 2025)).map(({ type, formula, note }) => `${type} ${formula} ${note}`);

const row = (...cells: readonly string[]): string => cells.join('\t');

test('a column of eleven months is not the column of that year', () => {
  const table = [row('指标', '2024年', '2024年1至11月', '2025年1至11月'), row('技术合同成交额（亿元）', '48.62', '46.82', '51.20')];
  expect(alarms('主要指标见下表。', ...table, row('高新技术企业数（家）', '682', '628', '754'))).toEqual([]);
});

test('a sentence of one year is not compared with the column of another', () => {
  const table = [
    row('地区', '2024年', '2025年'),
    row('东山县', '1243', '1580'),
    row('西河县', '2031', '2460'),
    row('南岭县', '3120', '3380'),
  ];
  expect(alarms('2025年，东山县1580家。', ...table)).toEqual([]);
  expect(alarms('2023年，东山县1234家。', ...table)).toEqual([]);
  expect(alarms('2025年，东山县1508家。', ...table)).toHaveLength(1);
});

test('an annex that lists several values in a cell is not read down its column', () => {
  const annex = [
    row('序号', '指标', '数据', '算法', '地区', '来源'),
    row('1', '重点实验室数', '2025年：6家；同比持平；占全市17.14%。2024年：6家', '期末“有效的重点实验室”', '东山区', '1'),
    row('2', '省重点实验室数', '2025年：1家；同比持平；占全市12.5%。2024年：1家', '期末“有效的省级重点实验室”', '东山区', '1'),
    row('3', '众创空间数', '2025年：28家；同比增加1家。2024年：27家', '期末“有效众创空间”', '东山区', '2'),
    row('4', '参加考核众创空间数', '2025年：27家；同比增加1家。2024年：26家', '期内“参加考核的众创空间”合计', '东山区', '2'),
  ];
  const prose = '2025年，全区重点实验室数为6家，同比持平，占全市17.14%。';
  expect(alarms(prose, '', '附件', '数据来源', '', ...annex)).toEqual([]);
});

test('what a listed cell says of itself is still checked', () => {
  expect(alarms(row('序号', '指标', '数据'), row('1', '众创空间数', '2025年：30家；上年为24家，同比增长35%'))).toHaveLength(1);
});

test('1976.01亿元 is an amount and no month', () => {
  expect(alarms('2024年，全社会研发经费支出为1976.01亿元，上年为1580.81亿元，增长35.0%。')).toHaveLength(1);
});
