// The search box keeps its order whatever answers first, and one failing source does not silence the others.
import { expect, test } from 'vitest';
import { askSources, type FoundGroup, pageSource, type SearchSource, stepIn } from './search-sources.ts';

const hit = (title: string) => ({ key: title, title, href: `/${title}` });

test('answers stand in the order of the sources, the slow one included', async () => {
  let release: () => void = () => {};
  const slow: SearchSource = { key: 'a', label: '企业', search: () => new Promise((done) => (release = () => done([hit('甲')]))) };
  const quick: SearchSource = { key: 'b', label: '办件', search: async () => [hit('乙')] };
  const told: { labels: string[]; isBusy: boolean }[] = [];
  const all = askSources([slow, quick], '某', new AbortController().signal, (groups, isBusy) =>
    told.push({ labels: groups.map((group: FoundGroup) => group.label), isBusy }),
  );
  await Promise.resolve();
  await Promise.resolve();
  release();
  await all;
  expect(told).toEqual([
    { labels: ['办件'], isBusy: true },
    { labels: ['企业', '办件'], isBusy: false },
  ]);
});

test('a source that fails says so and the others still answer', async () => {
  const broken: SearchSource = { key: 'a', label: '企业', search: () => Promise.reject(new Error('x')) };
  const well: SearchSource = { key: 'b', label: '办件', search: async () => [hit('乙')] };
  let last: readonly FoundGroup[] = [];
  await askSources([broken, well], '某', new AbortController().signal, (groups) => {
    last = groups;
  });
  expect(last.map((group) => [group.label, group.hits.length, group.failed !== undefined])).toEqual([
    ['企业', 0, true],
    ['办件', 1, false],
  ]);
});

test('pages are found by name, keyword and area', async () => {
  const source = pageSource([{ area: '主体', label: '企业名录', href: '/parties', keywords: 'qyml' }]);
  const signal = new AbortController().signal;
  expect(await source.search('QYM', signal)).toHaveLength(1);
  expect(await source.search('主体', signal)).toHaveLength(1);
  expect(await source.search('资金', signal)).toHaveLength(0);
});

test('arrow keys go round', () => {
  expect(stepIn('ArrowDown', 2, 3)).toBe(0);
  expect(stepIn('ArrowUp', 0, 3)).toBe(2);
  expect(stepIn('a', 0, 3)).toBeUndefined();
  expect(stepIn('ArrowDown', 0, 0)).toBeUndefined();
});
