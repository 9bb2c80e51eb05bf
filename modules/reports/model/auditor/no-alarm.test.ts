// What an auditor that reads too little would call wrong: each text is in order, and its neighbour, which isn't, is found.
import { expect, test } from 'vitest';
import { alarmsOf, audit } from './audit-cases.ts';

const alarms = (text: string): string[] => alarmsOf(audit(text, 2024)).map(({ type, formula, note }) => `${type} ${formula} ${note}`);

const sections = (...numbers: readonly string[]): string => numbers.map((number) => `（${number}）抓落实。完成相关工作。`).join('\n');

test('one number out of order is told once', () => {
  expect(alarms(sections('一', '二', '四', '四', '五'))).toHaveLength(1);
  expect(alarms(sections('一', '二', '四', '五', '六'))).toHaveLength(1);
  expect(alarms(sections('一', '二', '三', '四', '五'))).toEqual([]);
});

test('a paragraph may end with a colon before what it announces, or with a full stop of another script', () => {
  expect(alarms('全县统筹推进。工作稳步开展，各项任务取得新成效：\n一、企业培育\n内容。\n二、平台建设\n内容。')).toEqual([]);
  expect(alarms('全县统筹推进。合同项数下降，成交额均有所减少.\n一、企业培育\n内容。\n二、平台建设\n内容。')).toEqual([]);
  expect(alarms('全县统筹推进。工作稳步开展，各项任务取得新\n一、企业培育\n内容。\n二、平台建设\n内容。')).toHaveLength(1);
});

test('a share of a target is no claim that the target was met', () => {
  expect(alarms('上半年受理专利申请230件，完成全年500件任务的46%。')).toEqual([]);
  expect(alarms('上半年受理专利申请230件，圆满完成全年500件任务。')).toHaveLength(1);
});

test('the place by amount and the place by growth are two places', () => {
  expect(alarms('上半年，全市高新技术产业产值386亿元，总量列全省第9位。\n全市高新技术产业产值增长18.6%，增幅居全省第2位。')).toEqual([]);
  expect(alarms('上半年，全市高新技术产业产值总量列全省第9位。\n上半年，全市高新技术产业产值总量居全省第8位。')).toHaveLength(1);
});

test('a list that the text breaks off within is not counted', () => {
  expect(alarms('超过百亿元的县区有6个，分别为东山县（236亿元）、西河县（210亿元）、南岭县（182亿元）、北')).toEqual([]);
});
