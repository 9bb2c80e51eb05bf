// Percentage points of shares that cannot be: three industries that don't balance, a rise by more than the share.
import { expect, test } from 'vitest';
import { alarmsOf, audit } from './audit-cases.ts';

const wrong = (text: string): string[] => alarmsOf(audit(text)).map(({ type, formula }) => `${type} ${formula}`);

test.each([
  '与上年比，第一产业占地区生产总值的比重上升1.22个百分点，第二、第三产业占地区生产总值的比重分别回落0.70和0.52个百分点。',
  '第一产业比重下降0.3个百分点，第二产业比重下降1.1个百分点，第三产业比重提高1.5个百分点。',
  '第一产业拉动经济增长0.3个百分点，第二产业比重提高1.1个百分点，第三产业拉动增长1.5个百分点。',
  '高技术产业占比达29.0%，比2015年提升21.4个百分点。',
  '出口增长19.0%，增速比上年提升21.4个百分点。',
])('agrees: %s', (text) => {
  expect(wrong(text)).toEqual([]);
});

test('the three do not cancel out', () => {
  const text = '与上年比，第一产业占地区生产总值的比重上升1.72个百分点，第二、第三产业占地区生产总值的比重分别回落0.70和0.52个百分点。';
  expect(wrong(text)).toEqual(['sum +1.72个百分点 −0.70 −0.52个百分点 = 0']);
});

test('a rise by more than the share', () => {
  expect(wrong('高技术产业占规上工业的比重达19.0%，比2015年提升21.4个百分点。')).toEqual(['change 19.0% − 21.4个百分点 ≥ 0']);
});
