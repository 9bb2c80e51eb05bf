// Shares multiplied out say and print what quotients do, for numbers of every size and for what is not known.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Rational } from '../../exact/rational.ts';
import { asRatio } from './print.ts';
import { quotient, ratioAtLeast } from './quotient.ts';
import { asShare, partAtLeast, plainly } from './share.ts';

const size = fc.constantFrom(10, 1000, 1e9, Number.MAX_SAFE_INTEGER);
const plain = size.chain((max) => fc.integer({ min: 0, max }));
const fraction = fc.tuple(fc.bigInt({ min: 0n, max: 10n ** 20n }), fc.bigInt({ min: 1n, max: 1000n })).map(([n, d]) => Rational.of(n, d));
const value = fc.option(fc.oneof(plain, fraction), { freq: 8 });
const limit = fc.option(fc.record({ above: fc.nat(100), below: fc.integer({ min: 1, max: 100 }) }), { freq: 8 });

test('at least a limit, and printed', () => {
  fc.assert(
    fc.property(value, value, limit, (part, whole, least) => {
      const ratio = quotient(part, whole);
      expect(partAtLeast(part, whole, least)).toBe(ratioAtLeast(ratio, least && Rational.of(least.above, least.below)));
      expect(asShare({ part, whole })).toBe(asRatio(ratio));
    }),
    { numRuns: 500 },
  );
});

test('a share that is exactly its limit reaches it; negative parts print like others', () => {
  expect(partAtLeast(3, 5, { above: 3, below: 5 })).toBe('met');
  expect(partAtLeast(5_999_999_999, 10_000_000_000, { above: 3, below: 5 })).toBe('unmet');
  expect(asShare({ part: -1, whole: 8 })).toBe('-0.125000');
  expect(asShare({ part: 1, whole: 2_000_000 })).toBe('0.000001');
});

test('safe whole numbers become plain ones, others stay', () => {
  expect([plainly(Rational.of(5)), plainly(Rational.of(-5)), plainly(null), plainly(7)]).toEqual([5, -5, null, 7]);
  for (const exact of [Rational.of(1, 2), Rational.of(2n ** 53n)]) expect(plainly(exact)).toBe(exact);
});
