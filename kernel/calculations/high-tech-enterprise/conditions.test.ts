// Deciding alone says what the findings say, for known and unknown facts, whole numbers and fractions alike.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Rational } from '../../exact/rational.ts';
import { all, type Status } from '../frame/index.ts';
import { conditionFindings, meetsConditions } from './conditions.ts';

const unknown = { nil: null, freq: 20 };
const status = fc.constantFrom<Status>('met', 'met', 'met', 'unmet', 'unknown');
const amount = fc.option(
  fc.oneof(
    fc.integer({ min: 0, max: 300_000_000 }),
    fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER }),
    fc.tuple(fc.bigInt({ min: 0n, max: 10n ** 18n }), fc.bigInt({ min: 1n, max: 100n })).map(([n, d]) => Rational.of(n, d)),
  ),
  unknown,
);
const facts = fc.record({
  days: fc.option(fc.integer({ min: 300, max: 2000 }), unknown),
  coreRight: status,
  technicalField: fc.constant(null),
  field: fc.option(fc.integer({ min: 1, max: 9 }), unknown),
  scienceStaff: fc.option(fc.integer({ min: 0, max: 500 }), unknown),
  averageStaff: amount,
  rd: amount,
  sales: amount,
  domesticRd: amount,
  lastSales: amount,
  highTechIncome: amount,
  totalIncome: amount,
  violation: status,
});

test('the decision is what all findings come to', () => {
  fc.assert(
    fc.property(facts, (given) => {
      expect(meetsConditions(given)).toBe(all(...conditionFindings(given).map((finding) => finding.status)));
    }),
    { numRuns: 2000 },
  );
});
