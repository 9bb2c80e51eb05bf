// Lists of indicators with their growths behind the number of them.
import { expect, test } from 'vitest';
import { alarmsOf, audit } from './audit-cases.ts';

const alarms = (text: string): string[] => alarmsOf(audit(text, 2023)).map(({ type, note }) => `${type} ${note}`);

test('as many growths as indicators', () => {
  const told = (count: string): string =>
    `全年${count}项指标保持两位数增长，即专利授权量增长20.3%、有效专利拥有量增长19.7%、申请量增长21.6%、融资额增长45.5%。`;
  expect(alarms(told('四'))).toEqual([]);
  expect(alarms(told('五'))).not.toEqual([]);
  expect(alarms('全年五项指标增长，即授权量增长20.3%、拥有量增长19.7%、申请量增长21.6%、融资额增长45.5%，登记数与上年持平。')).toEqual([]);
});
