// The year of a heading of plans and the year that its paragraph opens with.
import { expect, test } from 'vitest';
import { alarmsOf, audit } from './audit-cases.ts';

const alarms = (text: string): string[] => alarmsOf(audit(text, 2023)).map(({ type, note }) => `${type} ${note}`);

test('plans under a heading are of its year', () => {
  const told = (year: number): string => `一、主要工作\n认定高新技术企业80家。\n二、2024年工作打算\n${year}年，力争高新技术企业达到100家。`;
  expect(alarms(told(2024))).toEqual([]);
  expect(alarms(told(2023))).not.toEqual([]);
  expect(alarms('三、2024年预期目标\n2023年，预期总产值达到640亿元。')).not.toEqual([]);
});

test('what was done before may open the paragraph', () => {
  expect(alarms('二、2024年工作打算\n2023年，各项任务全面完成，为来年打下基础。')).toEqual([]);
  expect(alarms('二、2023年工作回顾\n2023年，完成投资20亿元。\n三、2024年工作打算\n抓好三件事。\n2025年，力争达到120家。')).toEqual([]);
});
