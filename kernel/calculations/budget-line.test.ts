// A budget line: every kind of move, every refusal in its order, the invariant, and progress against time.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { caseOf } from './case.ts';

const line = await caseOf('budget-line');

type Move = Record<string, unknown>;
const move = (kind: string, amount: string, changes: Move = {}): Move => ({
  kind,
  amount,
  date: '2025-05-06',
  documentNo: '财教〔2025〕8号',
  ...changes,
});
const numbered = (moves: readonly Move[]) => moves.map((item, index) => ({ moveId: `m${index}`, ...item }));
const given = (moves: readonly Move[], more: object = {}) => ({ budget: '100', moves: numbered(moves), ...more });
const reasons = (moves: readonly Move[], more: object = {}) =>
  (line.run(given(moves, more)).moves as { accepted: boolean; reason: string | null }[]).map(({ accepted, reason }) =>
    accepted ? (reason ?? 'ok') : reason,
  );
const balance = (moves: readonly Move[], more: object = {}) => Object.values(line.at('balance', given(moves, more)) as object).map(Number);

describe('balances: budget, adjust, reserved, committed, paid, free', () => {
  test.each([
    [[], [100, 0, 0, 0, 0, 100]],
    [[move('ADJUST', '-30')], [100, -30, 0, 0, 0, 70]],
    [[move('ADJUST', '30.5')], [100, 30.5, 0, 0, 0, 130.5]],
    [[move('RESERVE', '60')], [100, 0, 60, 0, 0, 40]],
    [
      [move('RESERVE', '60'), move('RELEASE', '20')],
      [100, 0, 40, 0, 0, 60],
    ],
    [[move('COMMIT', '60')], [100, 0, 0, 60, 0, 40]],
    [
      [move('RESERVE', '60'), move('COMMIT_RESERVED', '50')],
      [100, 0, 10, 50, 0, 40],
    ],
    [
      [move('COMMIT', '60'), move('DECOMMIT', '60')],
      [100, 0, 0, 0, 0, 100],
    ],
    [
      [move('COMMIT', '60'), move('PAY', '50')],
      [100, 0, 0, 10, 50, 40],
    ],
    [
      [move('COMMIT', '60'), move('PAY', '50'), move('RETURN_TICKET', '50')],
      [100, 0, 0, 60, 0, 40],
    ],
    [
      [move('COMMIT', '60'), move('PAY', '50'), move('RECOVER', '20')],
      [100, 0, 0, 10, 30, 60],
    ],
  ])('%j', (moves, expected) => {
    expect(balance(moves)).toEqual(expected);
    expect(reasons(moves)).toEqual(moves.map(() => 'ok'));
  });
});

describe('refusals', () => {
  test.each([
    ['ADJUST', '-100.01', 'INSUFFICIENT_FREE'],
    ['RESERVE', '100.01', 'INSUFFICIENT_FREE'],
    ['COMMIT', '100.01', 'INSUFFICIENT_FREE'],
    ['RELEASE', '0.01', 'INSUFFICIENT_RESERVED'],
    ['COMMIT_RESERVED', '0.01', 'INSUFFICIENT_RESERVED'],
    ['DECOMMIT', '0.01', 'INSUFFICIENT_COMMITTED'],
    ['PAY', '0.01', 'INSUFFICIENT_COMMITTED'],
    ['RETURN_TICKET', '0.01', 'INSUFFICIENT_PAID'],
    ['RECOVER', '0.01', 'INSUFFICIENT_PAID'],
  ])('%s of %s: %s, without effect', (kind, amount, reason) => {
    expect(reasons([move(kind, amount)])).toEqual([reason]);
    expect(balance([move(kind, amount)])).toEqual([100, 0, 0, 0, 0, 100]);
  });

  test('all that is there may be taken', () => {
    expect(reasons([move('ADJUST', '-100')])).toEqual(['ok']);
    expect(reasons([move('RESERVE', '100'), move('COMMIT_RESERVED', '100'), move('PAY', '100'), move('RECOVER', '100')])).toEqual([
      'ok',
      'ok',
      'ok',
      'ok',
    ]);
  });

  test('the first reason that applies is given', () => {
    const late = { date: '2025-12-15', documentNo: ' ' };
    expect(reasons([move('PAY', '1', late)])).toEqual(['NO_DOCUMENT']);
    expect(reasons([move('PAY', '1', { date: '2026-12-15' })])).toEqual(['WRONG_YEAR']);
    expect(reasons([move('PAY', '1', { date: '2025-12-15' })])).toEqual(['FROZEN']);
    expect(reasons([move('RESERVE', '1', { moveId: 'x' }), move('RESERVE', '1', { moveId: 'x', documentNo: null })])).toEqual([
      'ok',
      'DUPLICATE_MOVE',
    ]);
  });

  test('the number of a refused move may be used again', () => {
    expect(reasons([move('PAY', '1', { moveId: 'x' }), move('RESERVE', '1', { moveId: 'x' })])).toEqual(['INSUFFICIENT_COMMITTED', 'ok']);
  });

  test('no document: absent, empty or blank', () => {
    const without = [null, '', ' \u3000'].map((documentNo) => move('RESERVE', '1', { documentNo }));
    expect(reasons(without)).toEqual(['NO_DOCUMENT', 'NO_DOCUMENT', 'NO_DOCUMENT']);
  });

  test('from the freeze date on nothing new is spent, but it may be undone', () => {
    const frozen = { date: '2025-12-15' };
    const before = [move('COMMIT', '50'), move('PAY', '30'), move('RESERVE', '10')];
    const kinds = ['ADJUST', 'RESERVE', 'COMMIT', 'COMMIT_RESERVED', 'PAY', 'RELEASE', 'DECOMMIT', 'RETURN_TICKET', 'RECOVER'];
    const after = kinds.map((kind) => move(kind, '1', frozen));
    expect(reasons([...before, ...after]).slice(3)).toEqual(['FROZEN', 'FROZEN', 'FROZEN', 'FROZEN', 'FROZEN', 'ok', 'ok', 'ok', 'ok']);
    expect(reasons([move('RESERVE', '1', { date: '2025-12-14' })])).toEqual(['ok']);
    expect(reasons([move('RESERVE', '1')], { parameters: { freezeDate: '2025-05-06' } })).toEqual(['FROZEN']);
    expect(reasons([move('RESERVE', '1', frozen)], { parameters: { freezeDate: '2025-12-31' } })).toEqual(['ok']);
  });
});

describe('progress', () => {
  const progress = (paid: string, asOf: string | null, more: object = {}) => {
    const moves = paid === '0' ? [] : [move('COMMIT', paid), move('PAY', paid)];
    const { payRate, timeRate, progressWarning } = line.run(given(moves, { asOf, ...more }));
    return [payRate, timeRate, progressWarning];
  };

  test('twenty points behind is no warning, more is', () => {
    const moves = [move('COMMIT', '146'), move('PAY', '146')];
    const at = (gap: string) =>
      line.at('progressWarning', given(moves, { budget: '365', asOf: '2025-08-07', parameters: { progressGap: gap } }));
    // 219 of 365 days are 60 %, 146 of 365 yuan are 40 %.
    expect([at('0.2'), at('0.199999999999')]).toEqual([false, true]);
  });

  test('first and last day, leap years, nothing to spend, no day given', () => {
    expect(progress('0', '2025-01-01')).toEqual(['0.000000', '0.002740', false]);
    expect(progress('100', '2025-12-31')).toEqual(['1.000000', '1.000000', false]);
    expect(line.at('timeRate', { year: 2024, asOf: '2024-12-31', moves: [] })).toBe('1.000000');
    expect(line.at('timeRate', { year: 2024, asOf: '2024-02-29', moves: [] })).toBe('0.163934');
    expect(progress('0', '2025-12-31', { budget: '0' })).toEqual([null, '1.000000', null]);
    expect(progress('50', null)).toEqual(['0.500000', null, null]);
  });
});

test('whatever is tried, nothing goes below zero and the parts add up', () => {
  const kinds = ['ADJUST', 'RESERVE', 'RELEASE', 'COMMIT', 'COMMIT_RESERVED', 'DECOMMIT', 'PAY', 'RETURN_TICKET', 'RECOVER'];
  const tried = fc.tuple(fc.constantFrom(...kinds), fc.integer({ min: 1, max: 90 }), fc.boolean());
  fc.assert(
    fc.property(fc.array(tried, { maxLength: 20 }), (list) => {
      const moves = list.map(([kind, amount, minus]) => move(kind, String(kind === 'ADJUST' && minus ? -amount : amount)));
      const [budget = 0, adjust = 0, reserved = 0, committed = 0, paid = 0, free = 0] = balance(moves);
      expect(Math.min(reserved, committed, paid, free)).toBeGreaterThanOrEqual(0);
      expect(reserved + committed + paid + free).toBe(budget + adjust);
    }),
    { numRuns: 100 },
  );
});

test.each([
  [{ year: null }, 'MISSING year'],
  [{ year: 1989 }, 'RANGE year'],
  [{ budget: null }, 'MISSING budget'],
  [{ moves: null }, 'MISSING moves'],
  [{ asOf: '2024-12-31' }, 'CONFLICT asOf'],
  [given([move('PAY', '0')]), 'RANGE moves[0].amount'],
  [given([move('PAY', '-1')]), 'RANGE moves[0].amount'],
  [given([move('ADJUST', '0.00')]), 'RANGE moves[0].amount'],
  [given([move('GIVE', '1')]), 'VALUE moves[0].kind'],
  [given([move('PAY', '1', { date: null })]), 'MISSING moves[0].date'],
  [given([move('PAY', '1', { moveId: '' })]), 'FORMAT moves[0].moveId'],
  [given([move('PAY', '1', { documentNo: 8 })]), 'TYPE moves[0].documentNo'],
  [given([move('PAY', '0')], { asOf: '2024-12-31' }), 'RANGE moves[0].amount'],
])('problem %#', (changes, problem) => {
  expect(line.problem(changes)).toBe(problem);
});
