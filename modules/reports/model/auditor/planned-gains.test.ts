// Progress of plans by what was gained and what was to be gained.
import { expect, test } from 'vitest';
import { alarmsOf, audit } from './audit-cases.ts';

const alarms = (text: string): string[] => alarmsOf(audit(text, 2023)).map(({ type, formula }) => `${type} ${formula}`);

test('progress is the gain that was made over the gain that was planned', () => {
  const told = (rate: string): string => `技术合同成交额。规划增量30.0亿元，已实现增量15.0亿元，即由20.0亿元做到35.0亿元，进度${rate}。`;
  expect(alarms(told('50.0%'))).toEqual([]);
  expect(alarms(told('70.0%'))).not.toEqual([]);
  expect(alarms('计划投资8.0亿元，实际完成投资6.0亿元，进度75.0%。')).toEqual([]);
  expect(alarms('计划投资8.0亿元，实际完成投资6.0亿元，进度57.0%。')).not.toEqual([]);
  expect(alarms('计划投资8.0亿元；已实现增量3.0亿元，进度57.0%。')).toEqual([]);
});
