// Classes of one announced count: none of them is the whole of the others, and the rate is of all that were done.
import { expect, test } from 'vitest';
import { alarmsOf, audit } from './audit-cases.ts';

const wrong = (text: string): string[] => alarmsOf(audit(text)).map(({ type, formula }) => `${type} ${formula}`);
const told = (all: number, undone: number, rate: string): string =>
  `本单位承担的${all}项任务均已对账。截至年底，超额完成12项、完成5项、未完成${undone}项，完成率${rate}。`;

test('classes that make their count, and the rate of those done', () => {
  expect(wrong(told(20, 3, '85.0%'))).toEqual([]);
  expect(wrong('共检查企业30家，合格26家、不合格4家，合格率86.7%。')).toEqual([]);
});

test('a count that the classes do not make, and a rate of other numbers', () => {
  expect(wrong(told(21, 3, '85.0%'))).toEqual(['sum 12项 + 5项 + 3项']);
  expect(wrong(told(20, 3, '58.0%'))).toEqual(['rate (12项 + 5项) ÷ (12项 + 5项 + 3项)']);
});
