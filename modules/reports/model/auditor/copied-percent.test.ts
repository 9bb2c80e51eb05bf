// A share that has the digits of the growth beside it, and a share that moved by neither the difference nor the quotient.
import { expect, test } from 'vitest';
import { alarmsOf, audit } from './audit-cases.ts';

const wrong = (text: string): string[] => alarmsOf(audit(text)).map(({ type, formula }) => `${type} ${formula}`);

test('growth and share with the same digits', () => {
  expect(wrong('新兴制造业产值82.4亿元，同比增长37.3%，占工业产值的比重达到38.1%。')).toEqual([]);
  expect(wrong('新兴制造业产值82.4亿元，同比增长37.3%，占工业产值的比重达到37.3%。')).toEqual(['suspicious_copy 占比与增速不会恰好相同']);
  expect(wrong('新兴制造业产值82.4亿元，同比增长37%，占工业产值的比重达到37%。')).toEqual([]);
});

test('a share beside what it was, and how it moved', () => {
  const told = (base: string): string => `高新产业增加值占工业增加值的41.9%，对比上年所占比重${base}增长了12.4%。`;
  expect(wrong(told('29.5%')).filter((one) => one.startsWith('change'))).toEqual([]);
  expect(wrong(told('25.9%')).filter((one) => one.startsWith('change'))).toEqual(['change 41.9% − 25.9%']);
});
