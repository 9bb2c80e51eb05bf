// Averages whose amounts stand in the sentence before and bear the names that the average calls.
import { expect, test } from 'vitest';
import { alarmsOf, audit, shortOf } from './audit-cases.ts';

const homes = (each: string): string =>
  `全县共有家庭户120400户，集体户3100户，家庭户人口为301000人，集体户人口为20500人。平均每个家庭户的人口为${each}人，比上次减少0.2人。`;
const contracts = (each: string): string => `全年共登记技术合同4000项，技术合同成交额84.4亿元，增长9%。平均每项技术合同成交额${each}万元。`;

test('persons of a household by the name of the household', () => {
  expect(shortOf(audit(homes('2.50')), 'rate')).toEqual(['301000人 ÷ 120400户: consistent']);
  expect(shortOf(audit(homes('2.67')), 'rate')).toEqual(['301000人 ÷ 120400户: inconsistent/error']);
});

test('money of a contract by its unit', () => {
  expect(alarmsOf(audit(contracts('211.0')))).toEqual([]);
  expect(shortOf(audit(contracts('121.0')), 'rate')).toEqual(['84.4亿元 ÷ 4000项: inconsistent/error']);
});

test('two amounts of one name, or none: nothing is said', () => {
  expect(alarmsOf(audit('全年登记合同400项，输出合同成交额8亿元，吸纳合同成交额6亿元。平均每项合同成交额300万元。'))).toEqual([]);
  expect(alarmsOf(audit('全县共有学校40所，图书30万册。平均每所学校的教师为52人。'))).toEqual([]);
});
