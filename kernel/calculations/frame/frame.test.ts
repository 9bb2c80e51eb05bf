// The frame reads what is declared, names what is wrong by code and path, and keeps unknown apart from everything else.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  addMonths,
  addYears,
  all,
  any,
  asRatio,
  bands,
  calculation,
  calendarYear,
  type Day,
  date,
  dec,
  decBetween,
  decimal,
  type Field,
  flag,
  formatDay,
  formatMoment,
  fracBetween,
  InputProblem,
  inputSchemaOf,
  int,
  intBetween,
  isWithinYears,
  key,
  listOf,
  mapOf,
  money,
  month,
  not,
  optional,
  orNull,
  pointsIn,
  quotient,
  ratio,
  ratioAtLeast,
  ratioAtMost,
  readDay,
  readMoment,
  record,
  required,
  type Status,
  signedDec,
  signedMoney,
  sumOf,
  text,
  textLike,
  time,
  weekdayOf,
  withDefault,
  words,
} from './index.ts';

/** What reading one value as one field gives: `CODE path`, or 'ok'. */
function reading(field: Field<unknown>, value: unknown): string {
  const probe = calculation({
    id: 'probe',
    name: '试',
    basis: ['试'],
    method: [],
    input: { value: field },
    parameters: {},
    evaluate: () => ({}),
  });
  try {
    probe.evaluate({ value });
    return 'ok';
  } catch (problem) {
    if (!(problem instanceof InputProblem)) throw problem;
    return `${problem.code} ${problem.path}`;
  }
}

const one = optional('甲', record({ id: key('号'), size: optional('大小', int) }));

describe('values', () => {
  test.each<[string, Field<unknown>, unknown, string]>([
    ['money', optional('金额', money), '1234567890123456.99', 'ok'],
    ['money, 17 digits', optional('金额', money), '12345678901234567', 'FORMAT value'],
    ['money, three decimals', optional('金额', money), '1.234', 'FORMAT value'],
    ['money as a number', optional('金额', money), 5, 'TYPE value'],
    ['money, empty', optional('金额', money), '', 'FORMAT value'],
    ['money, negative', optional('金额', money), '-0.01', 'RANGE value'],
    ['money, minus zero', optional('金额', money), '-0', 'ok'],
    ['signed money', optional('金额', signedMoney), '-5.5', 'ok'],
    ['money with a line end', optional('金额', money), '5\n', 'FORMAT value'],
    ['decimal', optional('数', dec), '0.123456789012', 'ok'],
    ['decimal, 13 places', optional('数', dec), '0.1234567890123', 'FORMAT value'],
    ['signed decimal', optional('数', signedDec), '-1', 'ok'],
    ['decimal in range', optional('数', decBetween('0', '100')), '100', 'ok'],
    ['decimal out of range', optional('数', decBetween('0', '100')), '100.01', 'RANGE value'],
    ['ratio', optional('比例', ratio), '1.000001', 'RANGE value'],
    ['ratio in percent', optional('比例', ratio), '5%', 'FORMAT value'],
    ['fraction', optional('比例', fracBetween('0', '1')), '2/3', 'ok'],
    ['fraction of zero', optional('比例', fracBetween('0', '1')), '2/0', 'FORMAT value'],
    ['fraction too great', optional('比例', fracBetween('1/9', '9')), '1/10', 'RANGE value'],
    ['fraction of fractions', optional('比例', fracBetween('0', '1')), '0.5/2', 'FORMAT value'],
    ['whole number', optional('个数', int), 1_000_000_000_000, 'ok'],
    ['whole number too great', optional('个数', int), 1_000_000_000_001, 'RANGE value'],
    ['whole number, infinite', optional('个数', int), Number.POSITIVE_INFINITY, 'RANGE value'],
    ['whole number with a fraction', optional('个数', int), 1.5, 'TYPE value'],
    ['whole number as text', optional('个数', int), '1', 'TYPE value'],
    ['whole number, negative', optional('个数', int), -1, 'RANGE value'],
    ['whole number in range', optional('个数', intBetween(1, 9)), 10, 'RANGE value'],
    ['year', optional('年', calendarYear), 1948, 'RANGE value'],
    ['day', optional('日', date), '2024-02-29', 'ok'],
    ['day that does not exist', optional('日', date), '2025-02-29', 'FORMAT value'],
    ['day in short', optional('日', date), '2025-2-9', 'FORMAT value'],
    ['month', optional('月', month), '202513', 'FORMAT value'],
    ['time', optional('时刻', time), '2025-05-20T23:59:59+08:00', 'ok'],
    ['time of another zone', optional('时刻', time), '2025-05-20T23:59:59Z', 'FORMAT value'],
    ['time that does not exist', optional('时刻', time), '2025-05-20T24:00:00+08:00', 'FORMAT value'],
    ['flag', optional('是否', flag), 'true', 'TYPE value'],
    ['text', optional('文', text), '', 'FORMAT value'],
    ['text of blanks', optional('文', text), ' ', 'ok'],
    ['form', optional('文', textLike(/^\d{6}$/, '六位数字')), '36010', 'FORMAT value'],
    ['word', optional('词', words({ A: '甲', B: '乙' })), 'C', 'VALUE value'],
    ['word of every object', optional('词', words({ A: '甲' })), 'toString', 'VALUE value'],
    ['word as a number', optional('词', words({ A: '甲' })), 1, 'TYPE value'],
    ['absent and optional', optional('文', text), null, 'ok'],
    ['absent and required', required('文', text), null, 'MISSING value'],
    ['record as a list', one, [], 'TYPE value'],
    ['key missing', one, {}, 'MISSING value.id'],
    ['list as a record', optional('表', listOf(text)), {}, 'TYPE value'],
    ['null in a list', optional('表', listOf(text)), ['a', null], 'TYPE value[1]'],
    ['unknown in a list', optional('表', listOf(orNull(text))), ['a', null], 'ok'],
    ['list too long', optional('表', listOf(text, { to: 1 })), ['a', 'b'], 'RANGE value'],
    ['list in a list', optional('表', listOf(listOf(int))), [[1], [2, -3]], 'RANGE value[1][1]'],
    ['map', optional('表', mapOf(int)), { a: 1, b: null, c: -1 }, 'RANGE value.c'],
    ['closed record', optional('表', record({ a: optional('甲', int) }, { closed: true })), { b: 1 }, 'VALUE value.b'],
    ['open record', optional('表', record({ a: optional('甲', int) })), { b: 1 }, 'ok'],
  ])('%s', (_name, field, value, expected) => {
    expect(reading(field, value)).toBe(expected);
  });
});

describe('contradictions', () => {
  const rows = required('行', listOf(record({ id: key('号'), size: optional('大小', int) })));

  test('a key that occurs twice is a conflict', () => {
    expect(reading(rows, [{ id: 'a' }, { id: 'b' }, { id: 'a' }])).toBe('CONFLICT value[2].id');
  });

  test('any other problem goes before a conflict', () => {
    expect(reading(rows, [{ id: 'a' }, { id: 'a' }, { id: 'b', size: -1 }])).toBe('RANGE value[2].size');
  });

  const checked = calculation({
    id: 'probe',
    name: '试',
    basis: ['试'],
    method: [],
    input: { rows },
    parameters: { limit: withDefault('上限', int, 3), rate: optional('比例', ratio) },
    check(_input, { limit }, reading) {
      if (limit > 9) reading.fail('RANGE', 'parameters.limit', '过大');
    },
    evaluate: (_input, { limit }) => ({ limit }),
  });
  const problemOf = (document: unknown): string => {
    try {
      return JSON.stringify(checked.evaluate(document));
    } catch (problem) {
      return problem instanceof InputProblem ? `${problem.code} ${problem.path}` : String(problem);
    }
  };

  test('even one that only the calculation knows', () => {
    expect(problemOf({ rows: [{ id: 'a' }, { id: 'a' }], parameters: { limit: 10 } })).toBe('RANGE parameters.limit');
  });

  test('parameters: defaults for absent and null, no other names, an object', () => {
    expect(problemOf({ rows: [] })).toBe('{"limit":3}');
    expect(problemOf({ rows: [], parameters: null })).toBe('{"limit":3}');
    expect(problemOf({ rows: [], parameters: { limit: null } })).toBe('{"limit":3}');
    expect(problemOf({ rows: [], parameters: { limt: 4 } })).toBe('VALUE parameters.limt');
    expect(problemOf({ rows: [], parameters: { rate: '2' } })).toBe('RANGE parameters.rate');
    expect(problemOf({ rows: [], parameters: [] })).toBe('TYPE parameters');
    expect(problemOf([])).toBe('TYPE ');
    expect(problemOf(null)).toBe('TYPE ');
  });

  test('the JSON Schema names what is required, what has a default and that parameters are closed', () => {
    expect(inputSchemaOf(checked)).toMatchObject({
      required: ['rows'],
      properties: {
        rows: { type: 'array', items: { type: 'object', required: ['id'] } },
        parameters: { anyOf: [{ additionalProperties: false, properties: { limit: { default: 3 } } }, { type: 'null' }] },
      },
    });
  });
});

describe('three-valued rules', () => {
  const status = fc.constantFrom<Status>('met', 'unmet', 'unknown');

  test('the order of parts is irrelevant, and OR is AND turned round', () => {
    fc.assert(
      fc.property(fc.array(status), (parts) => {
        expect(all(...[...parts].reverse())).toBe(all(...parts));
        expect(any(...parts)).toBe(not(all(...parts.map(not))));
      }),
    );
  });

  test('learning what was unknown never overturns what was decided', () => {
    fc.assert(
      fc.property(fc.array(status), fc.constantFrom<Status>('met', 'unmet'), (parts, learnt) => {
        const later = parts.map((part) => (part === 'unknown' ? learnt : part));
        for (const combine of [all, any]) if (combine(...parts) !== 'unknown') expect(combine(...later)).toBe(combine(...parts));
      }),
    );
  });

  test('unknown is not zero: a sum with it is unknown, a ratio over it too, a ratio over zero is unmet', () => {
    expect(sumOf([1, null])).toBeNull();
    expect(sumOf(null)).toBeNull();
    expect(sumOf([])?.isZero()).toBe(true);
    expect(ratioAtLeast(quotient(null, 2), 0)).toBe('unknown');
    expect(ratioAtLeast(quotient(1, null), 0)).toBe('unknown');
    for (const numerator of [null, 0, 1]) {
      expect(ratioAtLeast(quotient(numerator, 0), 0)).toBe('unmet');
      expect(ratioAtMost(quotient(numerator, 0), 0)).toBe('unmet');
      expect(asRatio(quotient(numerator, 0))).toBeNull();
    }
  });

  test('a limit belongs to the band above it', () => {
    const table = bands([
      ['0.3', 20],
      ['0.25', 16],
    ]);
    expect(['0.3', '0.299999999999', '0.25', '0.249999999999'].map((x) => pointsIn(table, decimal(x), 0))).toEqual([20, 16, 16, 0]);
  });
});

describe('days', () => {
  const day = (written: string): Day => readDay(written) ?? (Number.NaN as Day);

  test.each([
    ['2025-01-31', 1, '2025-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2025-03-31', -1, '2025-02-28'],
    ['2025-12-31', 2, '2026-02-28'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2025-01-15', -13, '2023-12-15'],
  ])('%s and %i months is %s', (from, months, to) => {
    expect(formatDay(addMonths(day(from), months))).toBe(to);
  });

  test('within five years includes both ends', () => {
    const asOf = day('2025-08-01');
    expect(['2020-07-31', '2020-08-01', '2025-08-01', '2025-08-02'].map((x) => isWithinYears(day(x), 5, asOf))).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect(isWithinYears(day('0001-01-01'), 1_000_000_000_000, asOf)).toBe(true);
  });

  test('days and moments print as they were read, and agree with the calendar of the platform', () => {
    fc.assert(
      fc.property(fc.integer({ min: -700_000, max: 2_900_000 }), (days) => {
        const written = new Date(days * 86_400_000).toISOString().slice(0, 10);
        expect(formatDay(days as Day)).toBe(written);
        expect(readDay(written)).toBe(days);
        expect(weekdayOf(days as Day)).toBe(((new Date(days * 86_400_000).getUTCDay() + 6) % 7) + 1);
        expect(addYears(addDays(days as Day, 0), 0)).toBe(days);
      }),
    );
    const moment = readMoment('2025-05-20T10:09:59+08:00');
    expect(moment && formatMoment(moment)).toBe('2025-05-20T10:09:59+08:00');
  });
});
