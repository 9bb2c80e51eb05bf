// Shares that fill a hundred per cent: their parts are all of the whole, and a slip in one of them shows in every share.
import { expect, test } from 'vitest';
import { alarmsOf, audit } from './audit-cases.ts';

const wrong = (text: string): string[] => alarmsOf(audit(text)).map(({ type, formula }) => `${type} ${formula}`);

const cuts = (west: string): string =>
  `按区域看，东部地区登记成果2472项，增长2.6%，占登记总数的50.5%；西部地区${west}项，增长4.3%，占登记总数的33.3%；中部地区793项，下降1.4%，占登记总数的16.2%。`;

test('digits exchanged in one part of three', () => {
  expect(wrong(cuts('1629'))).toEqual([]);
  expect(wrong(cuts('1692'))).not.toEqual([]);
});

test('two parts, where the whole is told nowhere', () => {
  const told = (out: string): string => `流向省内的成交额为531.4亿元，占总成交额的54.1%，流向省外${out}亿元，占总成交额的45.9%。`;
  expect(wrong(told('450.3'))).toEqual([]);
  expect(wrong(told('405.3'))).toContain('share 405.3亿元 ÷ (531.4亿元 + 405.3亿元)');
});

test('shares of two wholes that happen to make a hundred are left alone', () =>
  expect(wrong('完成产值531.4亿元，占全省产值的54.1%，投资405.3亿元，占全年投资的45.9%。')).toEqual([]));
