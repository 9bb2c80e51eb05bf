// Structures told as a ratio, held against the amounts that bear the names of its numbers.
import { expect, test } from 'vitest';
import { audit, shortOf } from './audit-cases.ts';

const told = (structure: string): string =>
  `2022年全市地区生产总值500.00亿元。其中，第一产业增加值25.00亿元，增长3%；第二产业增加值250.00亿元，增长5%；第三产业增加值225.00亿元，增长6%。三次产业结构${structure}。`;

const found = (text: string): string[] => shortOf(audit(text), 'share');

test('each number is its amount over all', () => {
  expect(found(told('比例为5.00:50.00:45.00'))).toEqual([
    '25.00亿元 ÷ 500.00亿元: consistent',
    '250.00亿元 ÷ 500.00亿元: consistent',
    '225.00亿元 ÷ 500.00亿元: consistent',
  ]);
  expect(found(told('比例为5.60:49.40:45.00')).filter((one) => one.includes('error'))).toEqual([
    '25.00亿元 ÷ 500.00亿元: inconsistent/error',
    '250.00亿元 ÷ 500.00亿元: inconsistent/error',
  ]);
});

test('the structure of the year before says nothing of this one', () => {
  expect(found(told('由上年的5.60:49.40:45.00调整为5.00:50.00:45.00')).filter((one) => one.includes('inconsistent'))).toEqual([]);
});

test('without amounts nothing follows', () => {
  expect(found('全市三次产业结构为5.6:49.4:45.0，研发投入分为基础研究1.2亿元。')).toEqual([]);
});
