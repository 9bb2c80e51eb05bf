// A list's address says which view is on, and changing a filter leaves the first page and no trace of the old one.
import { expect, test } from 'vitest';
import { filterWords } from './filter-words.ts';
import { CUSTOM, patchForFilters, patchForSort, patchForView, rangeWords, readListState } from './list-state.ts';
import type { ListFilter, ListView } from './list-types.ts';

const filters: ListFilter[] = [
  {
    key: 'status',
    label: '状态',
    kind: 'choice',
    options: [
      { value: 'late', label: '逾期' },
      { value: 'open', label: '在办' },
      { value: 'done', label: '办结' },
    ],
  },
  { key: 'income', label: '收入', kind: 'number-range', unit: '万元' },
  { key: 'day', label: '日期', kind: 'date-range' },
  { key: 'listed', label: '上市', kind: 'yes-no' },
];
const views: ListView[] = [
  { key: 'all', label: '全部', filters: {} },
  { key: 'late', label: '逾期', filters: { status: ['late'] }, sort: { key: 'day', direction: 'asc' } },
];
const setting = { filters, views, sortable: ['day'], defaultSort: { key: 'day', direction: 'desc' } as const };

test('a bare address is the first view', () => {
  expect(readListState(setting, {})).toMatchObject({ view: 'all', filters: {}, sort: { key: 'day', direction: 'desc' }, page: 1 });
});

test('the name of a view alone is enough for a link, and brings its sort', () => {
  expect(readListState(setting, { view: 'late' })).toMatchObject({
    view: 'late',
    filters: { status: ['late'] },
    sort: { direction: 'asc' },
  });
});

test('filters in the address win, and filters that are a view are that view', () => {
  expect(readListState(setting, { status: 'late' }).view).toBe('late');
  expect(readListState(setting, { status: 'open' }).view).toBe(CUSTOM);
  expect(readListState(setting, { view: CUSTOM })).toMatchObject({ filters: {} });
});

test('taking away the last filter of a view shows everything, not the view again', () => {
  const patch = patchForFilters(setting, {});
  expect(patch).toMatchObject({ view: 'all', status: undefined, after: undefined, page: undefined, open: undefined });
});

test('a view or a sort begins at the first page', () => {
  expect(patchForView(setting, views[1] as ListView)).toMatchObject({
    view: 'late',
    status: 'late',
    after: undefined,
    income: undefined,
    sort: undefined,
  });
  expect(patchForSort({ key: 'day', direction: 'desc' })).toEqual({ sort: '-day', after: undefined, page: undefined });
});

test('a page number without a cursor means the first page', () => {
  expect(readListState(setting, { page: '7' }).page).toBe(1);
  expect(readListState(setting, { page: '7', after: 'x' }).page).toBe(7);
  expect(rangeWords(3, 50, 37)).toBe('第 101–137');
});

test('a chip says its filter in words', () => {
  const [status, income, day, listed] = filters as [ListFilter, ListFilter, ListFilter, ListFilter];
  expect(filterWords(status, ['late', 'open'])).toBe('逾期、在办');
  expect(filterWords(status, ['late', 'open', 'done'])).toBe('逾期、在办等 3 项');
  expect(filterWords(income, { from: '20000', to: null })).toBe('20,000万元及以上');
  expect(filterWords(day, { from: '2026-01-01', to: '2026-03-31' })).toBe('2026-01-01 至 2026-03-31');
  expect(filterWords(listed, 'no')).toBe('否');
});
