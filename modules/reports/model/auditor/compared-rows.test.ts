// What the prose says of a table's rows beside the average, and columns of percentages without their sign.
import { expect, test } from 'vitest';
import { alarmsOf, audit } from './audit-cases.ts';

const wrong = (text: string): string[] => alarmsOf(audit(text)).map(({ type }) => type);

const TABLE = `地区 本期 上年同期 增速
东山区 241.5 219.1 10.2
西河区 176.8 164.5 7.5
南岭区 158.4 141.9 11.6
北原县 92.7 87.2 6.3
合计 669.4 612.7 9.3
`;

test('rows above the average, and all others below', () => {
  expect(wrong(`${TABLE}增速高于全市平均水平的有东山区和南岭区，其他2个县区均低于平均水平。`)).toEqual([]);
  expect(wrong(`${TABLE}增速高于全市平均水平的有东山区和西河区，其他2个县区均低于平均水平。`)).toEqual(['threshold']);
});

test('a rate of fulfilment turned upside down', () => {
  const table = (rate: string): string => `序号 指标 单位 目标 实绩 完成率(%)
1 研发经费 亿元 5.60 5.83 ${rate}
2 企业净增 家 12 14 116.7
3 企业入库 家 150 163 108.7
4 合同金额 亿元 8.00 7.24 90.5
`;
  expect(wrong(table('104.1'))).toEqual([]);
  expect(wrong(table('96.1'))).toEqual(['rate']);
});
