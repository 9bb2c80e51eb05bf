// Formulas over cumulative sums: exact values, unknowns with their reason, equal ranks, the same period of last year.
import { describe, expect, it } from 'vitest';
import type { Formula } from '#kernel/declare/indicator.ts';
import { decimal } from '#kernel/exact/decimal.ts';
import { Rational } from '#kernel/exact/rational.ts';
import { daysNeeded, evaluate, type Value, yearBefore } from './evaluate.ts';

const territory = { root: 'city', counties: ['a', 'b', 'c'] };
/** Entries by measure, region and day. */
const entries: readonly [string, string, string, string][] = [
  ['stock', 'a', '2023-05-01', '10'],
  ['stock', 'a', '2024-05-01', '5'],
  ['stock', 'a', '2024-08-01', '-3'],
  ['stock', 'b', '2024-02-01', '12'],
  ['flow', 'a', '2024-01-01', '7'],
  ['flow', 'a', '2024-12-31', '2'],
];
const cumulative = (measure: string, region: string, day: string) =>
  Rational.sum(entries.filter(([m, r, d]) => m === measure && r === region && d <= day).map(([, , , value]) => decimal(value)));
const year = { from: '2024-01-01', to: '2024-12-31' };
const at = (formula: Formula, region: string, period = year): Value => evaluate(formula, region, period, territory, cumulative).value;
const stock: Formula = { kind: 'stock', measure: 'stock' };
const flow: Formula = { kind: 'sum', measure: 'flow' };

describe('an indicator', () => {
  it('sums a flow from the first to the last day and a stock up to the last', () => {
    expect(at(flow, 'a')).toEqual({ known: Rational.of(9) });
    expect(at(stock, 'a')).toEqual({ known: Rational.of(12) });
    expect(at({ kind: 'change', measure: 'stock' }, 'a')).toEqual({ known: Rational.of(2) });
    expect(at(stock, 'city')).toEqual({ known: Rational.of(24) });
  });

  it('divides exactly and says why it cannot', () => {
    expect(at({ kind: 'ratio', part: flow, whole: stock }, 'a')).toEqual({ known: Rational.of(3, 4) });
    expect(at({ kind: 'ratio', part: flow, whole: stock }, 'c')).toEqual({ unknown: '分母为零，无法计算' });
    expect(at({ kind: 'share-of-parent', of: stock }, 'b')).toEqual({ known: Rational.of(1, 2) });
  });

  it('grows on the same period of last year, and not on nothing', () => {
    expect(at({ kind: 'growth', of: stock }, 'a')).toEqual({ known: Rational.of(1, 5) });
    expect(at({ kind: 'growth', of: stock }, 'b')).toHaveProperty('unknown');
  });

  it('gives equal values the better place and skips the next', () => {
    const places = ['a', 'b', 'c'].map((region) => at({ kind: 'rank', of: stock }, region));
    expect(places).toEqual([{ known: Rational.of(1) }, { known: Rational.of(1) }, { known: Rational.of(3) }]);
  });

  it('needs only the days at which sums are taken', () => {
    expect(daysNeeded([{ formula: { kind: 'growth', of: flow }, periods: [year] }])).toEqual(['2023-12-31', '2024-12-31', '2022-12-31']);
  });

  it('keeps the last day of a month when it goes back a year', () => {
    expect(yearBefore({ from: '2024-02-01', to: '2024-02-29' })).toEqual({ from: '2023-02-01', to: '2023-02-28' });
    expect(yearBefore({ from: '2025-02-01', to: '2025-02-28' })).toEqual({ from: '2024-02-01', to: '2024-02-29' });
  });
});
