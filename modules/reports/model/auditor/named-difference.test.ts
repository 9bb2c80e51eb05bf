// A difference in points to a growth that is called by the name of its thing.
import { expect, test } from 'vitest';
import { alarmsOf, audit } from './audit-cases.ts';

const alarms = (text: string): string[] => alarmsOf(audit(text, 2023)).map(({ type, formula }) => `${type} ${formula}`);

test('both growths are told before, each under its name', () => {
  const told = (points: string): string =>
    `全市高新技术产业总产值700.0亿元，同比增长10.4%。生物医药产值82.0亿元，增长16.7%。\n生物医药增势最好，增速高于全市高新技术产业总产值增速${points}个百分点。`;
  expect(alarms(told('6.3'))).toEqual([]);
  expect(alarms(told('4.6'))).not.toEqual([]);
});

test('what is told of no such name is not held', () => {
  expect(alarms('生物医药产值82.0亿元，增长16.7%。\n生物医药增速高于全市工业总产值增速4.6个百分点。')).toEqual([]);
});
