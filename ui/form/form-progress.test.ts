// A form knows how far it is filled in and on which page a problem stands.
import { expect, test } from 'vitest';
import type { PageView } from '../fields/field-view.ts';
import { fieldOfPath, pageOfPath, problemsOfField, progressOf, progressWords, withPatch } from './form-progress.ts';

const pages: PageView[] = [
  {
    title: '企业与人员',
    fields: [
      { key: 'staff', kind: 'integer', label: '职工总数', required: true },
      { key: 'note', kind: 'text', label: '说明', required: false },
    ],
  },
  {
    title: '财务',
    fields: [
      { key: 'products', kind: 'table', label: '产品', required: true, columns: [] },
      { key: 'share', kind: 'derived', label: '占比', required: false },
    ],
  },
];
const wrong = { path: 'products[2].income', label: '第3行 收入', message: '第3行 收入应为数字' };

test('a path leads to its field and its page', () => {
  expect(fieldOfPath('products[2].income')).toBe('products');
  expect(fieldOfPath('contact.phone')).toBe('contact');
  expect(pageOfPath(pages, 'products[2].income')).toBe(1);
  expect(pageOfPath(pages, 'nothing')).toBe(-1);
  expect(problemsOfField([wrong], 'products')).toEqual([wrong]);
});

test('a page is empty, begun, done or wrong', () => {
  const state = (answers: Record<string, unknown>, problems = [] as (typeof wrong)[]) =>
    progressOf(pages, answers, problems).map((page) => page.state);
  expect(state({})).toEqual(['empty', 'empty']);
  expect(state({ note: '有' })).toEqual(['begun', 'empty']);
  expect(state({ staff: 0, products: [] })).toEqual(['done', 'empty']);
  expect(state({ staff: 0, products: [{}] }, [wrong])).toEqual(['done', 'wrong']);
});

test('zero is an answer', () => {
  expect(progressWords(progressOf(pages, { staff: 0 }, []))).toBe('必填项已填 1/2');
});

test('a patch sets and takes away', () => {
  expect(withPatch({ a: 1, b: 2 }, { a: null, c: 3 })).toEqual({ b: 2, c: 3 });
});
