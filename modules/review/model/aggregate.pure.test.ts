// The ranks of what was judged: equal score, first criterion and votes are one rank.
import { expect, it } from 'vitest';
import { good, showSheet } from '#testing/specimen/garden-show.ts';
import { aggregate } from './aggregate.ts';

it('ends with the same rank where score, first criterion and votes are equal, whoever handed in first', () => {
  const five = [1, 2, 3, 4, 5].map((seat) => ({ seat, status: 'submitted' as const, points: good, recommend: true, justification: null }));
  const result = aggregate(
    ['a', 'b'].map((caseId) => ({ caseId, panel: 'p', sheets: five })),
    showSheet,
    false,
  );
  expect([...result.values()].map(({ rank, tied }) => [rank, tied])).toEqual([
    [1, true],
    [1, true],
  ]);
});
