// The navigation shows what a person may use and knows where they are.
import { expect, test } from 'vitest';
import { areaCount, areasFor, badge, entryAt, type NavigationEntry } from './navigation.ts';

const entries: NavigationEntry[] = [
  { area: '系统', label: '账号', href: '/accounts', permission: 'accounts.manage' },
  { area: '主体', label: '企业', href: '/registry/parties', permission: 'registry.read', count: 'parties' },
  { area: '主体', label: '合并', href: '/registry/parties/merge', permission: 'registry.merge', count: 'merge' },
  { area: '今日', label: '今日', href: '/' },
];

test('areas stand in the order of work and an area without a permitted entry is not shown', () => {
  const may = (permission: string | undefined) => permission === undefined || permission === 'registry.read';
  expect(areasFor(entries, may).map((group) => group.area)).toEqual(['今日', '主体']);
  expect(areasFor(entries, () => true).map((group) => group.area)).toEqual(['今日', '主体', '系统']);
});

test('the longest address that covers the path is the entry one is on', () => {
  expect(entryAt(entries, '/registry/parties/merge')?.label).toBe('合并');
  expect(entryAt(entries, '/registry/parties/123')?.label).toBe('企业');
  expect(entryAt(entries, '/registry/partiesx')).toBeUndefined();
  expect(entryAt(entries, '/')?.label).toBe('今日');
});

test('a count that is not known is not zero', () => {
  const [, group] = areasFor(entries, () => true);
  if (!group) throw new Error('the area is there');
  expect(areaCount(group, {})).toBeUndefined();
  expect(areaCount(group, { parties: 3 })).toBe(3);
  expect(areaCount(group, { parties: 3, merge: 120 })).toBe(123);
  expect([badge(undefined), badge(0), badge(7), badge(100)]).toEqual(['', '', '7', '99+']);
});
