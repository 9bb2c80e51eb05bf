// Clocks and findings are told in words that a person would use.
import { expect, test } from 'vitest';
import { clockWords } from './clock.tsx';
import { type FindingView, findingsWords } from './findings-list.tsx';

test('a clock says how many working days are left, or by how many it is late', () => {
  const words = (left: number | null) => clockWords({ dueOn: null, left, colour: 'green' });
  expect([words(3), words(0), words(-2), words(null)]).toEqual(['剩 3 个工作日', '今日到期', '已超期 2 个工作日', '计时已暂停']);
});

test('findings are counted by what they say, and unknown is not unmet', () => {
  const finding = (status: FindingView['status']): FindingView => ({
    rule: status,
    says: '',
    status,
    actual: null,
    required: '',
    cites: { document: '' },
    missing: [],
  });
  expect(findingsWords([finding('met'), finding('met'), finding('unmet'), finding('unknown')])).toBe(
    '4 条条件：2 条符合，1 条不符合，1 条未知',
  );
  expect(findingsWords([finding('met')])).toBe('1 条条件：1 条符合');
});
