// Exact numbers keep the laws of arithmetic, read and print without loss, and round as people do.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { apportion } from './apportion.ts';
import { decimal, formatDecimal, formatPlain, readDecimal, roundToFen } from './decimal.ts';
import { naturalLogarithm, nthRoot, squareRoot } from './irrational.ts';
import { greater, Rational, smaller } from './rational.ts';

const whole = fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n });
const rational = fc.tuple(whole, fc.bigInt({ min: 1n, max: 10n ** 9n })).map(([n, d]) => Rational.of(n, d));

describe('fractions', () => {
  test('a third three times is one, and 0.1 + 0.2 is 0.3', () => {
    expect(Rational.of(1, 3).times(3).equals(1)).toBe(true);
    expect(decimal('0.1').plus(decimal('0.2')).equals(decimal('0.3'))).toBe(true);
  });

  test('equal values have equal parts, whatever they were made of', () => {
    expect(Rational.of(-6, -4)).toEqual(Rational.of(3, 2));
    expect(Rational.of(6, -4).toString()).toBe('-3/2');
  });

  test('addition and multiplication undo subtraction and division', () => {
    fc.assert(
      fc.property(rational, rational, (a, b) => {
        expect(a.plus(b).minus(b)).toEqual(a);
        if (!b.isZero()) expect(a.times(b).dividedBy(b)).toEqual(a);
        expect(a.compare(b)).toBe(-b.compare(a) + 0);
        expect(smaller(a, b).isAtMost(greater(a, b))).toBe(true);
      }),
    );
  });

  test('refuses a zero divisor, an unsafe number and an unprinted document', () => {
    expect(() => Rational.one.dividedBy(0)).toThrow(RangeError);
    expect(() => Rational.of(0.5)).toThrow(RangeError);
    expect(() => Rational.of(2 ** 53)).toThrow(RangeError);
    expect(() => JSON.stringify({ amount: Rational.one })).toThrow(TypeError);
  });

  test('floors down, cuts towards zero, rounds a half away from zero', () => {
    const parts = (text: string) => [decimal(text).floor(), decimal(text).truncated(), decimal(text).rounded()];
    expect(parts('2.5')).toEqual([2n, 2n, 3n]);
    expect(parts('-2.5')).toEqual([-3n, -2n, -3n]);
    expect(parts('-2')).toEqual([-2n, -2n, -2n]);
    expect(parts('-0.4')).toEqual([-1n, 0n, 0n]);
  });
});

describe('decimal text', () => {
  test.each([
    ['0.125', 2, '0.13'],
    ['-0.125', 2, '-0.13'],
    ['0.124999999999', 2, '0.12'],
    ['-0.004', 2, '0.00'],
    ['0.995', 2, '1.00'],
    ['1234567890123456.99', 2, '1234567890123456.99'],
    ['7', 0, '7'],
    ['7.5', 0, '8'],
    ['0.000001', 6, '0.000001'],
  ])('%s with %i places is %s', (text, places, printed) => {
    expect(formatDecimal(decimal(text), places)).toBe(printed);
  });

  test('what is printed reads back equal', () => {
    fc.assert(
      fc.property(whole, fc.integer({ min: 0, max: 12 }), (units, places) => {
        const value = Rational.of(units, 10n ** BigInt(places));
        expect(readDecimal(formatDecimal(value, places))).toEqual(value);
        expect(readDecimal(formatPlain(value, places))).toEqual(value);
      }),
    );
  });

  test('rounding moves a value by half a unit at most', () => {
    fc.assert(
      fc.property(rational, (value) => {
        expect(roundToFen(value).minus(value).absolute().isAtMost(Rational.of(1, 200))).toBe(true);
      }),
    );
  });

  test.each(['', '-', '+1', '1.', '.5', '1e3', '1,000', ' 1', '1 ', '１', '0x1', 'NaN', '--1'])('does not read "%s"', (text) => {
    expect(readDecimal(text)).toBeUndefined();
  });
});

describe('largest remainder', () => {
  test('equal remainders: the earlier gets the unit', () => {
    expect(apportion(100n, [Rational.one, Rational.one, Rational.one])).toEqual([34n, 33n, 33n]);
    expect(apportion(2n, [Rational.of(3), Rational.of(1), Rational.of(1)])).toEqual([1n, 1n, 0n]);
  });

  test('the parts always add up, and none is a unit away from its share', () => {
    const weights = fc.array(fc.nat(10_000), { minLength: 1, maxLength: 30 }).filter((list) => list.some((weight) => weight > 0));
    fc.assert(
      fc.property(fc.nat(1_000_000), weights, (units, list) => {
        const parts = apportion(
          BigInt(units),
          list.map((weight) => Rational.of(weight)),
        );
        const total = list.reduce((sum, weight) => sum + weight, 0);
        expect(parts.reduce((sum, part) => sum + part, 0n)).toBe(BigInt(units));
        for (const [index, part] of parts.entries()) {
          const share = Rational.of(units)
            .times(list[index] ?? 0)
            .dividedBy(total);
          expect(share.minus(part).absolute().isLessThan(1)).toBe(true);
          if (list[index] === 0) expect(part).toBe(0n);
        }
      }),
    );
  });
});

describe('roots and logarithms', () => {
  test('a root that is a fraction is exact', () => {
    expect(nthRoot(decimal('1.728'), 3)).toEqual(decimal('1.2'));
    expect(squareRoot(Rational.of(4, 9))).toEqual(Rational.of(2, 3));
    expect(nthRoot(Rational.zero, 10)).toEqual(Rational.zero);
  });

  test('known digits', () => {
    expect(formatDecimal(squareRoot(Rational.of(2)), 50)).toBe('1.41421356237309504880168872420969807856967187537695');
    expect(formatDecimal(naturalLogarithm(Rational.of(2)), 50)).toBe('0.69314718055994530941723212145817656807550013436026');
    expect(formatDecimal(naturalLogarithm(Rational.of(10)), 40)).toBe('2.3025850929940456840179914546843642076011');
    expect(naturalLogarithm(Rational.one).isZero()).toBe(true);
  });

  test('a power undoes a root, and the logarithm of a product is the sum', () => {
    const positive = fc
      .tuple(fc.bigInt({ min: 1n, max: 10n ** 12n }), fc.bigInt({ min: 1n, max: 10n ** 12n }))
      .map(([n, d]) => Rational.of(n, d));
    const nearly = (a: Rational, b: Rational) =>
      a
        .minus(b)
        .absolute()
        .isAtMost(Rational.of(1, 10n ** 40n));
    fc.assert(
      fc.property(positive, positive, fc.integer({ min: 1, max: 10 }), (a, b, n) => {
        const root = nthRoot(a.toPower(n), n);
        expect(root).toEqual(a);
        expect(nearly(naturalLogarithm(a.times(b)), naturalLogarithm(a).plus(naturalLogarithm(b)))).toBe(true);
      }),
      { numRuns: 50 },
    );
  });
});
