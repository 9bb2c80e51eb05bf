// How many of a row rise and fall, told ahead of it.
import { expect, test } from 'vitest';
import { alarmsOf, audit } from './audit-cases.ts';

const alarms = (text: string): string[] => alarmsOf(audit(text, 2023)).map(({ type, note }) => `${type} ${note}`);

test('a heading tells how many of the paragraph below it rise and fall', () => {
  const told = (claim: string): string =>
    `一、合同类型：四类合同${claim}\n技术服务62.0亿元，增长18.7%；技术开发38.6亿元，增长20.9%。两类合计100.6亿元。技术咨询2.1亿元，同比多出0.2亿元。回落的是技术转让，成交7.2亿元，下降11.1%。平均每项340万元，增加14万元。\n二、下步打算\n抓好登记。`;
  expect(alarms(told('三升一降'))).toEqual([]);
  expect(alarms(told('两升两降'))).not.toEqual([]);
});

test('so does the beginning of a row', () => {
  const told = (claim: string): string =>
    `主要指标${claim}：总收入642.8亿元，增长12.5%；总产值418.5亿元，增长7.5%；净利润38.9亿元，比上年减少1.4亿元，下降3.5%。`;
  expect(alarms(told('两增一减'))).toEqual([]);
  expect(alarms(told('一增两减'))).not.toEqual([]);
});

test('a row that is not told in full says nothing', () => {
  expect(alarms('五项指标三增两减：总收入642.8亿元，增长12.5%；总产值418.5亿元，增长7.5%。')).toEqual([]);
});
