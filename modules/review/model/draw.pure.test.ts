// The lot: the same seed gives the same panel however the pool is read, and no draw breaks a cap.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultRules } from './bureau-rules.ts';
import { feeFor, takeCredit } from './credit.ts';
import { type DrawNeed, draw, substitute } from './draw.ts';

const counties = ['990102', '990104', '000000'];
const pools = fc.integer({ min: 1, max: 60 }).chain((size) =>
  fc
    .array(fc.record({ unit: fc.integer({ min: 0, max: 14 }), isFinance: fc.boolean() }), { minLength: size, maxLength: size })
    .map((list) =>
      list.map(({ unit, isFinance }, i) => ({
        id: `e${String(i).padStart(3, '0')}`,
        uscc: `u${unit}`,
        region: counties[unit % counties.length] ?? '',
        isFinance,
      })),
    ),
);
const need: DrawNeed = { size: 7, reserve: 7, needsFinance: true, counties: ['990102'], unitShareOneIn: 3, countyShareOneIn: 3 };

describe('a draw', () => {
  it('can be repeated from its seed, in whatever order the pool stands', () => {
    fc.assert(
      fc.property(pools, fc.string({ minLength: 1, maxLength: 32 }), (pool, seed) => {
        expect(draw([...pool].reverse(), need, seed)).toEqual(draw(pool, need, seed));
      }),
    );
  });

  it('takes at most a third from one unit and from the applicants’ county, nobody twice, and says what is missing', () => {
    fc.assert(
      fc.property(pools, fc.string({ minLength: 1, maxLength: 32 }), (pool, seed) => {
        const { seats, reserves, shortfalls } = draw(pool, need, seed);
        const all = [...seats, ...reserves].map(({ id }) => id);
        expect(new Set(all).size).toBe(all.length);
        for (const { uscc } of seats) expect(seats.filter((one) => one.uscc === uscc).length).toBeLessThanOrEqual(2);
        expect(seats.filter(({ region }) => region === '990102').length).toBeLessThanOrEqual(2);
        expect(seats.length === 7 || shortfalls.length > 0).toBe(true);
        if (pool.some(({ isFinance }) => isFinance)) expect(seats.some(({ isFinance }) => isFinance)).toBe(true);
      }),
    );
  });

  it('fills a free seat by the first reserve whom the caps admit, by a finance expert where one is lacking', () => {
    const one = (id: string, uscc: string, isFinance = false) => ({ id, uscc, region: '000000', isFinance });
    const staying = [one('a', 'u1'), one('b', 'u1'), one('c', 'u2'), one('d', 'u3')];
    const reserves = [one('x', 'u1'), one('y', 'u4'), one('z', 'u5', true)];
    expect(substitute(reserves, staying, need, false)?.id).toBe('y');
    expect(substitute(reserves, staying, need, true)?.id).toBe('z');
    expect(substitute([one('x', 'u1')], staying, need, false)).toBeUndefined();
  });
});

describe('credit and fee', () => {
  it('suspends for a year below the line, counted to the day', () => {
    expect(takeCredit(100, 5, '2025-03-01', defaultRules)).toEqual({ credit: 95, suspendedUntil: null });
    expect(takeCredit(64, 5, '2024-02-29', defaultRules)).toEqual({ credit: 59, suspendedUntil: '2025-02-27' });
    expect(takeCredit(10, 20, '2025-03-01', defaultRules)).toEqual({ credit: 0, suspendedUntil: '2026-02-28' });
  });

  it('pays two days in full and half from the third', () => {
    expect(feeFor('SENIOR', 1, defaultRules)).toBe('1500.00');
    expect(feeFor('SENIOR', 3, defaultRules)).toBe('3750.00');
    expect(feeFor('MIDDLE', 4, defaultRules)).toBe('2700.00');
  });
});
