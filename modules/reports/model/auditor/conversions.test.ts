// Money in another currency, by the rate of exchange that the sentence tells.
import { expect, test } from 'vitest';
import { audit, shortOf } from './audit-cases.ts';

const told = (dollars: string): string =>
  `2022年全市人均地区生产总值为98000元，比上年增长4.2%，按2022年平均汇率6.7261折算，约合${dollars}美元。`;
const found = (text: string): string[] => shortOf(audit(text), 'rate');

test('the amount over the rate', () => {
  expect(found(told('14570'))).toEqual(['98000元 ÷ 汇率6.7261: consistent']);
  expect(found(told('15470'))).toEqual(['98000元 ÷ 汇率6.7261: inconsistent/error']);
});

test('a rough number and a missing rate say nothing', () => {
  expect(found('2022年全市人均地区生产总值为98000元，约合1.4万美元。')).toEqual([]);
  expect(found('全年进出口总额980000元，其中出口15470美元。')).toEqual([]);
});
