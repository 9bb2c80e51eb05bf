// Days that a document tells of and the day that it bears, and plans whose years are known.
import { expect, test } from 'vitest';
import { alarmsOf, audit } from './audit-cases.ts';

const alarms = (text: string): string[] => alarmsOf(audit(text, 2024)).map(({ type, formula, note }) => `${type} ${formula} ${note}`);

test('a text tells of nothing that comes after its day', () => {
  const census = (day: string): string =>
    `全市人才普查公报\n市统计局\n${day}\n根据普查结果，现将2023年11月1日零时全市人才的基本情况公布如下。\n全市人才48.6万人。`;
  expect(alarms(census('2024年6月3日'))).toEqual([]);
  expect(alarms(census('2023年6月3日'))).toHaveLength(1);
  const speech = (day: string): string =>
    `全市科技工作报告\n——2024年1月27日在全市科技大会上\n来源：东山日报\n时间：${day}\n各位代表：现在报告工作。`;
  expect(alarms(speech('2024-02-05'))).toEqual([]);
  expect(alarms(speech('2024-01-05'))).toHaveLength(1);
});

test('what lies ahead may be after the day', () => {
  expect(alarms('关于举办大赛的通知\n2024年3月5日\n大赛拟于2024年6月8日在市会展中心举行，报名截至2024年5月10日。')).toEqual([]);
});

test('a plan is opened within its years', () => {
  expect(alarms('2021年全市科普经费12.6亿元，实现“十四五”时期科普工作良好开局。')).toEqual([]);
  expect(alarms('2021年全市科普经费12.6亿元，实现“十三五”时期科普工作良好开局。')).toHaveLength(1);
  expect(alarms('2020年全市科普经费12.6亿元，为实现“十四五”良好开局奠定基础。')).toEqual([]);
});
