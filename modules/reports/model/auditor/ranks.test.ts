// Ranks beside values of one row, and one's own value beside the first ones of the province.
import { expect, test } from 'vitest';
import { alarmsOf, audit } from './audit-cases.ts';

const alarms = (text: string): string[] => alarmsOf(audit(text, 2024)).map(({ type, formula, note }) => `${type} ${formula} ${note}`);

test('one rank is not given twice to different values, and the greater has the better place', () => {
  const ranked = (second: string, third: string): string =>
    `技术开发合同增长12.6%，成交额41.7亿元，居${second}；技术转让合同增长8.1%，成交额28.3亿元，居${third}。`;
  expect(alarms(ranked('第二位', '第三位'))).toEqual([]);
  expect(alarms(ranked('第二位', '第二位'))).toHaveLength(1);
  expect(alarms(ranked('第三位', '第二位'))).toHaveLength(1);
  expect(alarms(ranked('第二位', '并列第二位'))).toEqual([]);
});

test('ranks of other things, or of other years, are of other rows', () => {
  expect(alarms('高新技术企业数860家，居全省第三位；技术合同成交额41.7亿元，居全省第三位。')).toEqual([]);
  expect(alarms('2023年成交额38.2亿元，居全省第三位；2024年成交额41.7亿元，居全省第四位。')).toEqual([]);
});

const FIRST = '1—6月，全省高新技术产业产值增长9.2%。产值同比增长前三名为东山、西河、南岭，产值同比增长分别为14.6%、13.9%、12.8%。';
const own = (growth: string, rank: string): string =>
  `${FIRST}\n1—6月，我市高新技术产业产值386亿元，同比增长${growth}，增幅居全省第${rank}位。`;

test('the third place has the third value, and nobody above it is missing', () => {
  expect(alarms(own('12.8%', '3'))).toEqual([]);
  expect(alarms(own('11.4%', '5'))).toEqual([]);
  expect(alarms(own('11.4%', '3'))).toHaveLength(1);
  expect(alarms(own('13.2%', '5'))).toHaveLength(1);
});

test('the growth of the province, or of another thing, is not among them', () => {
  expect(alarms(`${FIRST}\n我市研发经费12.6亿元，同比增长18.4%，增幅居全省第2位。`)).toEqual([]);
});
