// The number of the headline is that of the text.
import { expect, test } from 'vitest';
import { alarmsOf, audit } from './audit-cases.ts';

const wrong = (text: string): string[] => alarmsOf(audit(text)).map(({ type, note }) => `${type} ${note}`);

const plan = (count: string): string =>
  `我省四年内将建${count}个省级农高示范区\n记者从会议上获悉，全省拟建设30个省级农业高新技术示范区，覆盖全部市县。`;
const costs = (sum: string): string => `科技局2021年三公支出决算${sum}万\n本局2021年三公经费财政拨款支出决算数3686.26万元，比上年减少。`;

test.each([['30', '20'].map(plan), ['3686', '3868'].map(costs)])('%s', (right, slip) => {
  expect(wrong(right ?? '')).toEqual([]);
  expect(wrong(slip ?? '')).toHaveLength(1);
});

test('a number of another thing in the headline is none of the text’s', () =>
  expect(wrong('我市20个县级示范园开工\n全市拟建设30个市级农业高新技术示范区，覆盖全部市县。')).toEqual([]));
