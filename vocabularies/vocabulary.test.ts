// Tests that every vocabulary says where it comes from and is a whole, unambiguous tree.
import { expect, test } from 'vitest';
import { ipKinds } from './enterprises/ip-kinds.ts';
import { rejectionReasons } from './enterprises/rejection-reasons.ts';
import { titleKinds } from './enterprises/titles.ts';
import { vocabularies } from './index.ts';
import { codeOfName, findTerm, searchTerms, termName } from './vocabulary.ts';

test.each(vocabularies.map((each) => [each.id, each] as const))('%s has a source, a date and a term above each term', (id, vocabulary) => {
  expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/);
  expect(vocabulary.source).not.toBe('');
  expect(vocabulary.date).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  const codes = new Set(vocabulary.items.map((item) => item.code));
  expect(codes.size).toBe(vocabulary.items.length);
  for (const item of vocabulary.items) {
    expect(item.name.trim()).not.toBe('');
    if (item.parent !== undefined) expect(codes.has(item.parent), item.code).toBe(true);
  }
});

test('names and aliases never stand for two terms of one small vocabulary', () => {
  for (const vocabulary of [ipKinds, titleKinds, rejectionReasons]) {
    for (const item of vocabulary.items) {
      for (const name of [item.name, ...('aliases' in item ? (item.aliases ?? []) : [])]) {
        expect(codeOfName(vocabulary, name), name).toBe(item.code);
      }
    }
  }
});

test('there are sixty-two first-level disciplines', () => {
  const disciplines = vocabularies.find((each) => each.id === 'disciplines');
  expect(disciplines?.items).toHaveLength(62);
  expect(disciplines?.items.at(-1)).toEqual({ code: '910', name: '统计学' });
});

test('class one and class two rights are told apart, trademarks count in neither', () => {
  expect(findTerm(ipKinds, 'INVENTION_PATENT')?.class).toBe('I');
  expect(findTerm(ipKinds, 'SOFTWARE_COPYRIGHT')?.class).toBe('II');
  expect(findTerm(ipKinds, 'TRADEMARK')?.class).toBeNull();
});

test('a reason is found by code and by words, full-width letters included', () => {
  expect(rejectionReasons.items.map((item) => item.code)).toEqual(
    Array.from({ length: 13 }, (_, i) => `R${String(i + 1).padStart(2, '0')}`),
  );
  expect(searchTerms(rejectionReasons, 'Ｒ０３')[0]?.code).toBe('R03');
  expect(searchTerms(rejectionReasons, '境内')[0]?.code).toBe('R13');
  expect(termName(rejectionReasons, 'R99')).toBe('未知代码（R99）');
});
