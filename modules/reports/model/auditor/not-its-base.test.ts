// Numbers that stand beside what is checked and are neither its base nor its whole nor its rival.
import { expect, test } from 'vitest';
import { alarmsOf, audit } from './audit-cases.ts';

const alarms = (text: string): string[] => alarmsOf(audit(text, 2024)).map(({ type, formula }) => `${type} ${formula}`);

test('what came and went stands between the level and its net change', () => {
  const told = (net: number): string => `年末入库企业412家，年内新入30家、退出12家，净增${net}家，上年末为394家。`;
  expect(alarms(told(18))).toEqual([]);
  expect(alarms(told(81))).not.toEqual([]);
});

test('the greatest gap is not the greatest value', () => {
  const row = '甲县产值90.5亿元，增长12.6%；乙县82.9亿元，增长9.8%；丙县21.4亿元，增长6.5%。';
  expect(alarms(`${row}丙县差距最大。`)).toEqual([]);
  expect(alarms(`${row}丙县产值最大。`)).not.toEqual([]);
});

test('what is compared with is no whole of what was reached', () => {
  expect(alarms('全年实现营业收入983.5亿元，利润总额79.6亿元，比上年的73.3亿元增长8.6%。')).toEqual([]);
  expect(alarms('全年技术合同成交额20.25亿元，为上年15.00亿元的1.35倍，占全市162.0亿元的12.5%。')).toEqual([]);
  expect(alarms('全年技术合同成交额20.25亿元，为上年15.00亿元的1.35倍，占全市162.0亿元的15.2%。')).not.toEqual([]);
});

test('more revenue than the year before is a change and no base', () => {
  expect(alarms('一般公共预算收入31.50亿元，比上年增收1.50亿元，增长5.0%。')).toEqual([]);
  expect(alarms('一般公共预算支出28.80亿元，比上年减支1.20亿元，下降4.0%。')).toEqual([]);
});
