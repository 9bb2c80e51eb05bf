// Shares in words beside the counts that they are said of.
import { expect, test } from 'vitest';
import { alarmsOf, audit } from './audit-cases.ts';

const alarms = (text: string): string[] => alarmsOf(audit(text, 2023)).map(({ type, formula }) => `${type} ${formula}`);

test('one of each so many is near what the two counts give', () => {
  const told = (each: string): string => `85名特派员结对63个村，全县189个行政村中每${each}个就有一个被覆盖。`;
  expect(alarms(told('三'))).toEqual([]);
  expect(alarms(told('四'))).not.toEqual([]);
  expect(alarms(told('两'))).not.toEqual([]);
});

test('the share right before is what is put into words', () => {
  expect(alarms('有研发活动的企业占37.5%，相当于每八家里有三家。')).toEqual([]);
  expect(alarms('有研发活动的企业占37.5%，相当于每五家里有三家。')).not.toEqual([]);
  expect(alarms('企业签出的占81.3%，每五项合同里有四项以上出自企业。')).toEqual([]);
});

test('without a pair of counts nothing is said', () => {
  expect(alarms('引进人才60人，其中博士36人、硕士20人，每五人中有四人为理工科。')).toEqual([]);
});
