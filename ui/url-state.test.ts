// A page's state survives its address: what is written is read back equal.
import { expect, test } from 'vitest';
import {
  type Filters,
  listQuery,
  parseSearch,
  readFilters,
  readSort,
  sameFilters,
  stringifySearch,
  writeFilters,
  writeSort,
} from './url-state.ts';

const kinds = [
  { key: 'name', kind: 'text' },
  { key: 'status', kind: 'choice' },
  { key: 'region', kind: 'region' },
  { key: 'day', kind: 'date-range' },
  { key: 'income', kind: 'number-range' },
  { key: 'active', kind: 'yes-no' },
] as const;

const filters: Filters = {
  name: '澜江 100%,新材料',
  status: ['open', 'a,b', '50%'],
  region: ['990102'],
  day: { from: '2026-01-01', to: null },
  income: { from: '-1.5', to: '20000000' },
  active: 'no',
};

test('filters of every kind come back from an address as they were', () => {
  const address = stringifySearch(writeFilters(filters));
  expect(readFilters(kinds, parseSearch(address))).toEqual(filters);
});

test('nonsense in an address is no filter', () => {
  const search = { day: 'yesterday', income: '1e9..x', active: 'maybe', status: ',,', name: '  ' };
  expect(readFilters(kinds, search)).toEqual({});
});

test('empty filters leave no trace', () => {
  expect(writeFilters({ name: ' ', status: [], day: { from: null, to: null } })).toEqual({});
  expect(sameFilters({ status: [] }, {})).toBe(true);
  expect(sameFilters({ status: ['a'] }, { status: ['b'] })).toBe(false);
});

test('a sort by a column that does not exist is ignored', () => {
  expect(readSort('-income', ['income'])).toEqual({ key: 'income', direction: 'desc' });
  expect(readSort('income', ['income'])).toEqual({ key: 'income', direction: 'asc' });
  expect(readSort('-password', ['income'])).toBeUndefined();
  expect(writeSort({ key: 'income', direction: 'desc' })).toBe('-income');
});

test('the server is asked with the same words as the address', () => {
  expect(listQuery({ filters: { status: ['a', 'b'] }, sort: { key: 'day', direction: 'desc' }, after: 'x', limit: 50 })).toEqual({
    status: 'a,b',
    sort: '-day',
    after: 'x',
    limit: '50',
  });
});
