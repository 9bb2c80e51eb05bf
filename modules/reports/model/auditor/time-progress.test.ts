// How far the year's task has come, beside how far the year has.
import { expect, test } from 'vitest';
import { alarmsOf, audit } from './audit-cases.ts';

const wrong = (text: string): string[] => alarmsOf(audit(text)).map(({ type, formula }) => `${type} ${formula}`);

test('by the end of June half of the task is due', () => {
  const told = (how: string): string => `上半年，全县完成技术合同登记额4.4亿元，完成年度任务的44.0%，${how}6.0个百分点。`;
  expect(wrong(told('低于序时进度'))).toEqual([]);
  expect(wrong(told('比序时进度低'))).toEqual([]);
  expect(wrong(told('超序时进度'))).toEqual(['change 44.0% − 6/12']);
});

test('without a month nothing is due', () => expect(wrong('全县完成年度任务的44.0%，超序时进度6.0个百分点。')).toEqual([]));
