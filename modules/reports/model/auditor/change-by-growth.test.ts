// What an amount rose by, told in another sentence than its growth.
import { expect, test } from 'vitest';
import { alarmsOf, audit } from './audit-cases.ts';

const alarms = (text: string): string[] => alarmsOf(audit(text, 2023)).map(({ type, formula }) => `${type} ${formula}`);

test('the net change follows from the level and its growth', () => {
  const told = (change: string): string =>
    `2023年，登记合同300项；成交额同比增长20.0%，来到120.00亿元。\n总的看，全年成交额比上年净增${change}亿元，质量同步改善。`;
  expect(alarms(told('20.00'))).toEqual([]);
  expect(alarms(told('18.60'))).not.toEqual([]);
  const behind = (change: string): string => `全年成交额120.00亿元，同比增长20.0%。\n成交额比上年增加${change}亿元，势头良好。`;
  expect(alarms(behind('20.00'))).toEqual([]);
  expect(alarms(behind('21.30'))).not.toEqual([]);
});

test('of another name or size nothing is said', () => {
  expect(alarms('成交额同比增长20.0%，来到120.00亿元。\n区内企业合同额比上年净增8.00亿元。')).toEqual([]);
  expect(alarms('成交额同比增长20.0%，来到120.00亿元。\n高新区成交额比上年净增5.00亿元。')).toEqual([]);
});
