// What rules give, and what was given by them.
import { expect, test } from 'vitest';
import { expectFigures, read } from './reading-cases.ts';

test('a rule names its sums by whom it gives them to', () =>
  expectFigures('对新获批的国家级、省级、市级工程中心，分别一次性奖励150万元、60万元、15万元。', [
    { raw: '150万元', indicator: '新获批的国家级工程中心奖励', status: 'requirement' },
    { raw: '60万元', indicator: '省级工程中心奖励', status: 'requirement' },
    { raw: '15万元', indicator: '市级工程中心奖励', status: 'requirement' },
  ]));

test('the conditions of a rule are demanded', () =>
  expectFigures('(二)研发费用补助。对年度研发费用超过200万元、且同比增长15%以上的企业，按照增量部分的6%给予补助，每家最高不超过100万元。', [
    { raw: '200万元', kind: 'threshold', status: 'requirement' },
    { raw: '15%', status: 'requirement' },
    { raw: '6%', indicator: '研发费用补助比例' },
    { raw: '100万元', indicator: '研发费用补助上限', kind: 'threshold' },
  ]));

test('what was given: by how many, and how much', () =>
  expect(read('(一)新认定企业奖励。共兑现83家、1660万元。').map(({ indicator }) => indicator)).toEqual([
    '新认定企业奖励兑现数',
    '新认定企业奖励资金',
  ]));

test('a plan tells where it starts from, what is intended and what is aimed at', () =>
  expectFigures('下一步，把有研发活动的企业比例由41%提高到48%，拟举办对接会6场，力争登记技术合同20亿元。', [
    { raw: '41%', status: 'actual', period: '2022' },
    { raw: '48%', status: 'target', period: '2023' },
    { raw: '6场', status: 'plan' },
    { raw: '20亿元', status: 'target' },
  ]));
