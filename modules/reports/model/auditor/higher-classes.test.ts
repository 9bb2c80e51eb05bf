// Classes above thresholds: the higher one holds no more than the lower one.
import { expect, test } from 'vitest';
import { alarmsOf, audit } from './audit-cases.ts';

const wrong = (text: string): string[] => alarmsOf(audit(text)).map(({ type, formula }) => `${type} ${formula}`);

test('the higher threshold holds more', () => {
  expect(wrong('全市亿元以上工业企业84家，其中5亿元以上工业企业14家，10亿元以上工业企业25家。')).toEqual(['subset 25家 ≤ 14家']);
});

test.each([
  '全市亿元以上工业企业84家，其中5亿元以上工业企业25家，10亿元以上工业企业14家。',
  '全市10亿元以上工业企业14家，5亿元以上工业企业25家。',
  '全市5亿元以上服务企业14家，10亿元以上工业企业25家。',
])('agrees: %s', (text) => {
  expect(wrong(text)).toEqual([]);
});
