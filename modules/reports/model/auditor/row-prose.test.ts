// Prose beside the table of the same report: values, signs, places of the point, the growth and the share of the row that a sentence speaks of.
import { expect, test } from 'vitest';
import { alarmsOf, audit } from './audit-cases.ts';

const alarms = (...lines: readonly string[]): string[] =>
  alarmsOf(audit(lines.join('\n'), 2024)).map(({ type, formula, note }) => `${type} ${formula} ${note}`);

const row = (...cells: readonly string[]): string => cells.join(' | ');

const FIELDS = [
  row('领域', '产值（亿元）', '增速（%）', '构成（%）'),
  row('四大领域', '1000.0', '7.4', '100.0'),
  row('电子信息', '418.2', '9.6', '41.8'),
  row('生物医药', '221.4', '-12.7', '22.2'),
  row('新型材料', '203.5', '11.3', '20.3'),
  row('智能装备', '156.9', '18.1', '15.7'),
];

test('a growth in the prose goes the way of its cell', () => {
  expect(alarms('其中，生物医药受基数影响下降12.7%。', ...FIELDS)).toEqual([]);
  expect(alarms('其中，生物医药受基数影响增长12.7%。', ...FIELDS)).toHaveLength(1);
});

test('a fall says nothing of an amount with the same digits', () =>
  expect(
    alarms('生物医药同比下降1.39%。', row('领域', '上年', '2024年'), row('生物医药', '139.00', '141.2'), row('新型材料', '203.5', '11.3')),
  ).toEqual([]));

test('the one share and the one growth of the row are those of the sentence that tells its value', () => {
  expect(alarms('电子信息规模最大，产值为418.2亿元，所占比重为41.8%。', ...FIELDS)).toEqual([]);
  expect(alarms('电子信息规模最大，产值为418.2亿元，所占比重为38.3%。', ...FIELDS)).toHaveLength(1);
  expect(alarms('新型材料产值203.5亿元，同比增长16.8%。', ...FIELDS)).toHaveLength(1);
  // Of another whole, or over another time.
  expect(alarms('电子信息产值为418.2亿元，占全省电子信息的比重为8.3%。', ...FIELDS)).toEqual([]);
  expect(alarms('新型材料产值203.5亿元，与2020年相比年均增长16.8%。', ...FIELDS)).toEqual([]);
});

test('two digits exchanged are seen where the sentence tells another number of the row', () => {
  expect(alarms('智能装备领域增长18.1%，完成产值156.9亿元。', ...FIELDS)).toEqual([]);
  expect(alarms('智能装备领域增长18.1%，完成产值165.9亿元。', ...FIELDS)).toHaveLength(1);
});

test('what fell by all there was is not held against the number of before', () => {
  const table = [row('指标', '单位', '2023年', '2024年'), row('科普基地', '个', '100', '0'), row('众创空间', '个', '41', '38')];
  expect(alarms('科普基地0个，同比下降100%。', ...table)).toEqual([]);
  const yields = [row('指标', '单位', '2024年', '增减'), row('项目收益', '万元', '3120', '-99.99%'), row('项目支出', '万元', '41', '3.1%')];
  expect(alarms('项目收益为9999万元。', ...yields)).toEqual([]);
  const stock = [row('指标', '单位', '2023年', '2024年'), row('科普基地', '个', '29900', '11800'), row('众创空间', '个', '41', '38')];
  expect(alarms('科普基地11800个，比上年末净减少18100个。', ...stock)).toEqual([]);
  expect(alarms('科普基地0个，同比下降100%。', row('指标', '增速'), row('科普基地', '100'), row('众创空间', '-41'))).toHaveLength(1);
});

const OFFICES = [
  row('指标', '单位', '规上企业', '高新技术企业'),
  row('研发 经费', '亿元', '186.4', '92.7'),
  row('同比变化（%）', '13.6', '15.2'),
  row('设备 购置', '亿元', '24.35', '11.86'),
  row('同比变化（%）', '7.9', '48.36'),
];

test('a line of growths goes with the row above it', () => {
  expect(alarms('高新技术企业设备购置11.86亿元，同比增幅高达48.36%。', ...OFFICES)).toEqual([]);
  expect(alarms('高新技术企业设备购置11.86亿元，同比增幅高达84.36%。', ...OFFICES)).toHaveLength(1);
});

test('a point in the wrong place is no other unit', () => {
  expect(alarms('规上企业研发经费为18.64亿元。', ...OFFICES)).toHaveLength(1);
  expect(alarms('规上企业研发经费为186.4亿元。', ...OFFICES)).toEqual([]);
  expect(alarms('规上企业研发经费为1864000万元。', ...OFFICES)).toEqual([]);
});

const YEARS = [
  row('2023年', '2024年', '增长率', ''),
  row('登记项数（项）', '1840', '2130', '15.8%'),
  row('成交额（亿元）', '41.62', '47.08', '13.1%'),
];

test('a mark that was passed is not above every number of its row', () => {
  expect(alarms('2024年全市技术合同成交额首破45亿元大关', ...YEARS)).toEqual([]);
  expect(alarms('2024年全市技术合同成交额首破60亿元大关', ...YEARS)).toHaveLength(1);
  expect(alarms('2025年力争全市技术合同成交额突破60亿元', ...YEARS)).toEqual([]);
});

test('the row that alone has all of the shares is the sum of the others', () => {
  const slip = FIELDS.map((line) => line.replace('156.9', '165.9'));
  expect(alarms('各领域情况如下。', ...FIELDS)).toEqual([]);
  expect(alarms('各领域情况如下。', ...slip).length).toBeGreaterThan(0);
  const product = [row('指标', '总量', '增速（%）'), row('地区生产总值', '862.4', '5.6'), row('第一产业', '61.3', '3.1')];
  const rest = (third: string): string[] => [row('第二产业', '418.7', '6.2'), row('第三产业', third, '5.4')];
  expect(alarms('如下表。', ...product, ...rest('382.4'))).toEqual([]);
  expect(alarms('如下表。', ...product, ...rest('328.4')).length).toBeGreaterThan(0);
});
