// Bases told with 比上年的: what they are held against, and what stands near them but is something else.
import { expect, test } from 'vitest';
import { alarmsOf, audit } from './audit-cases.ts';

const alarms = (text: string): string[] => alarmsOf(audit(text, 2023)).map(({ type, formula }) => `${type} ${formula}`);

test('a stock of last year is no base of what is new this year', () => {
  expect(alarms('全县有孵化载体60个。孵化载体当年新认定10个，比上年末的50个增长20%。')).toEqual([]);
  expect(alarms('孵化载体60个，比上年末的50个增长30%。')).not.toEqual([]);
});

test('a growth behind the base and its change is of the base', () => {
  expect(alarms('全县高新技术企业较上年的250家净增50家，增长20%。')).toEqual([]);
  expect(alarms('全县高新技术企业较上年的250家净增50家，增长16.7%。')).not.toEqual([]);
});

test('what is told after the base has its own growth', () => {
  expect(alarms('贷款余额5.40亿元，较年初的6.00亿元减少0.60亿元，下降10%，但全年发放7.20亿元，同比增长12.5%。')).toEqual([]);
  expect(alarms('贷款余额5.40亿元，较年初的6.00亿元下降12%。')).not.toEqual([]);
});

test('a rate that lies higher than the own one is the other rate and no difference', () => {
  expect(alarms('我县研发强度1.50%，低于全市平均2.00%，差距为0.50个百分点。')).toEqual([]);
  expect(alarms('我县研发强度1.50%，低于全市平均0.50%。')).not.toEqual([]);
});
