// This year's value that is last year's, by what another sentence tells of both.
import { expect, test } from 'vitest';
import { alarmsOf, audit } from './audit-cases.ts';

const alarms = (text: string): string[] => alarmsOf(audit(text, 2023)).map(({ type, formula }) => `${type} ${formula}`);

test('what last year ended with is not what this year ends with', () => {
  const told = (now: number): string => `截至年末，全市有效发明专利${now}件。\n年末有效发明专利比上年末的5680件净增1320件，增长23.2%。`;
  expect(alarms(told(7000))).toEqual([]);
  expect(alarms(told(5680))).not.toEqual([]);
});

test('a sentence that speaks of last year may tell its number', () => {
  expect(alarms('上年末，全市有效发明专利5680件。\n年末有效发明专利比上年末的5680件净增1320件，增长23.2%。')).toEqual([]);
});

test('last year’s place is not this year’s', () => {
  const told = (rank: number): string =>
    `在国家高新区综合评价中列第48位，上年列第54位。\n小结：税费再创新高，综合评价排在全国第${rank}位。`;
  expect(alarms(told(48))).toEqual([]);
  expect(alarms(told(54))).not.toEqual([]);
  expect(alarms('在国家高新区综合评价中列第48位，上年列第54位。\n利用外资综合排名列全国第54位。')).toEqual([]);
});
