// Numbers as officials write them.
import { expect, test } from 'vitest';
import {
  completedShare,
  formatDay,
  formatDayText,
  formatInstant,
  formatMoney,
  formatNumber,
  formatPercent,
  formatYuanIn,
  fractionOfPercent,
  growth,
  percentOfFraction,
  pointChange,
  rank,
  splitMoney,
  UNKNOWN,
} from './format.ts';

test('money is told in the unit that reads best, exactly', () => {
  expect(formatMoney('11177000000')).toBe('111.77亿元');
  expect(formatMoney('265000')).toBe('26.5万元');
  expect(formatMoney('980')).toBe('980元');
  expect(formatMoney('-265000.00')).toBe('-26.5万元');
  expect(formatMoney('99999999999999999.99')).toBe('1000000000亿元');
  expect(splitMoney('11177000000')).toEqual({ number: '111.77', unit: '亿元' });
});

test('unknown is a dash and never zero', () => {
  for (const format of [formatMoney, formatNumber, formatPercent]) {
    expect(format(null)).toBe(UNKNOWN);
    expect(format(undefined)).toBe(UNKNOWN);
    expect(format('不详')).toBe(UNKNOWN);
  }
  expect(formatMoney('0')).toBe('0元');
  expect(growth('5', null)).toBe(UNKNOWN);
});

test('a table column holds yuan in one unit with commas', () => {
  expect(formatYuanIn('万元', '123456789.00')).toBe('12,345.68');
  expect(formatYuanIn('元', '1234567.5')).toBe('1,234,567.50');
  expect(formatNumber('1234567')).toBe('1,234,567');
  expect(formatNumber(1204)).toBe('1,204');
});

test('half rounds away from zero on both sides', () => {
  expect(formatNumber('0.125', 2)).toBe('0.13');
  expect(formatNumber('-0.125', 2)).toBe('-0.13');
  expect(formatNumber('1.005', 2)).toBe('1.01');
});

test('shares are percents and their change is percentage points', () => {
  expect(formatPercent('0.0314')).toBe('3.14%');
  expect(formatPercent('0.1')).toBe('10%');
  expect(formatPercent('1')).toBe('100%');
  expect(pointChange('0.0264', '0.0250')).toBe('提高0.14个百分点');
  expect(pointChange('0.02', '0.025')).toBe('下降0.5个百分点');
  expect(pointChange('0.02', '0.02')).toBe('持平');
});

test('growth and targets are sentences, and nothing is said over a base of zero', () => {
  expect(growth('112.3', '100')).toBe('增长12.3%');
  expect(growth('90', '100')).toBe('下降10%');
  expect(growth('90', '0')).toBe('基数为零或负，不计增速');
  expect([completedShare('86', '100'), completedShare('12', '11'), completedShare('1', '0')]).toEqual(['86%', '109.1%', UNKNOWN]);
  expect(rank(3)).toBe('居全省第3位');
});

test('days read as text in sentences and as digits in tables', () => {
  expect(formatDayText('2026-03-01')).toBe('2026年3月1日');
  expect(formatDay('2026-03-01')).toBe('2026-03-01');
  expect(formatInstant('2026-03-01T02:32:00Z')).toBe('2026-03-01 10:32');
  expect(formatDayText(null)).toBe(UNKNOWN);
});

test('a percent typed becomes a fraction without a float', () => {
  expect(fractionOfPercent('3.14')).toBe('0.0314');
  expect(percentOfFraction('0.0314')).toBe('3.14');
  expect(percentOfFraction('0.1')).toBe('10');
  expect(fractionOfPercent('abc')).toBeUndefined();
});
