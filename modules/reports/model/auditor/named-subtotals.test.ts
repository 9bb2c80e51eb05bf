// Sums of the first of a row, and of those that are named again.
import { expect, test } from 'vitest';
import { alarmsOf, audit } from './audit-cases.ts';

const wrong = (text: string): string[] => alarmsOf(audit(text)).map(({ type, formula }) => `${type} ${formula}`);
const ROW = '电子386.2亿元，制造274.9亿元，城建168.3亿元，生物142.7亿元，其他领域194.3亿元。';

test('the three greatest', () => {
  expect(wrong(`${ROW}成交额居前三位的领域合计829.4亿元。`)).toEqual([]);
  expect(wrong(`${ROW}成交额居前三位的领域合计803.8亿元。`)).toEqual(['sum 386.2亿元 + 274.9亿元 + 168.3亿元']);
});

test('two that are named', () => {
  expect(wrong(`${ROW}电子、生物两个领域合计528.9亿元。`)).toEqual([]);
  expect(wrong(`${ROW}电子、生物两个领域合计582.9亿元。`)).toEqual(['sum 386.2亿元 + 142.7亿元']);
  expect(wrong(`${ROW}电子、农业两个领域合计582.9亿元。`)).toEqual([]);
});
