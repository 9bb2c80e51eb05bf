// Exact at any size, in both directions.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compare, divide, grouped, readDecimal, round, shift, writeDecimal } from './decimal.ts';
import { bothAmounts } from './fields/money.tsx';

const decimals = fc
  .tuple(fc.bigInt({ min: -(10n ** 24n), max: 10n ** 24n }), fc.integer({ min: 0, max: 8 }))
  .map(([digits, scale]) => ({ digits, scale }));

test('what is written is read back as the same amount', () => {
  fc.assert(
    fc.property(decimals, (decimal) => {
      const back = readDecimal(writeDecimal(decimal));
      return back !== undefined && compare(back, decimal) === 0;
    }),
  );
});

test('shifting there and back changes nothing', () => {
  fc.assert(
    fc.property(decimals, fc.integer({ min: -12, max: 12 }), (decimal, power) => {
      const text = writeDecimal(decimal);
      return shift(shift(text, power) ?? '', -power) === text;
    }),
  );
});

test('rounding is never further off than half of its last digit', () => {
  fc.assert(
    fc.property(decimals, fc.integer({ min: 0, max: 6 }), (decimal, places) => {
      const rounded = readDecimal(round(decimal, places));
      if (!rounded) return false;
      const scale = Math.max(decimal.scale, places);
      const at = (d: { digits: bigint; scale: number }) => d.digits * 10n ** BigInt(scale - d.scale);
      const gap = at(rounded) - at(decimal);
      return (gap < 0n ? -gap : gap) * 2n <= 10n ** BigInt(scale - places);
    }),
  );
});

test('nonsense is no number, and a share of zero is unknown', () => {
  for (const text of ['', '1e5', '1,2', '--1', '.', '１']) expect(readDecimal(text)).toBeUndefined();
  expect(divide({ digits: 1n, scale: 0 }, { digits: 0n, scale: 2 }, 4)).toBeUndefined();
  expect(grouped('-1234567.891')).toBe('-1,234,567.891');
  expect(writeDecimal({ digits: -0n, scale: 3 })).toBe('0');
});

test('an amount typed in 万元 is shown in yuan and, when large, in 亿元', () => {
  expect(bothAmounts('12345000', '万元')).toBe('= 12,345,000.00 元');
  expect(bothAmounts('324500000', '万元')).toBe('= 324,500,000.00 元，3.25亿元');
  expect(bothAmounts('265000', '元')).toBe('= 265,000.00 元，26.5万元');
});
