// Both ends of a stretch of years are counted where its years are told one by one.
import { expect, test } from 'vitest';
import { alarmsOf, audit } from './audit-cases.ts';

const wrong = (text: string): string[] => alarmsOf(audit(text, 2024)).map(({ type }) => type);

test('four years have four numbers', () => {
  expect(wrong('2021年至2024年四年依次为93件、117件、136件和168件。')).toEqual([]);
  expect(wrong('2020年至2024年四年依次为93件、117件、136件和168件。')).toEqual(['period']);
});

test('the years that went by between two are one fewer', () => expect(wrong('2020年至2024年四年间，申请量增长一倍。')).toEqual([]));
