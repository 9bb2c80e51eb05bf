// 翻番 held against its two ends, also where it is nearly so many times.
import { expect, test } from 'vitest';
import { alarmsOf, audit } from './audit-cases.ts';

const wrong = (how: string): string[] =>
  alarmsOf(audit(`质押融资额由2018年的84.8亿元，提高到2022年的151.5亿元，翻了${how}。`)).map(({ type }) => type);

test('nearly twofold is nearly one doubling', () => {
  expect(wrong('近一番')).toEqual([]);
  expect(wrong('近两番')).toEqual(['multiple']);
});
