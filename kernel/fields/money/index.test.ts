// Amounts: read in the unit of the field, exact to the fen.
import { describe, expect, test } from 'vitest';
import type { Field } from '../field.ts';
import { money } from './index.ts';

const income: Field<string> = { kind: 'money', label: '总收入', unit: '万元' };

describe('an amount in 万元', () => {
  test.each([
    ['1,234.5万元', '12345000'],
    ['1234.5', '12345000'],
    ['１，２３４．５', '12345000'],
    ['1 234.5', '12345000'],
    ['12345000元', '12345000'],
    ['0.000001', '0.01'],
    ['111.77亿元', '11177000000'],
    ['3亿', '300000000'],
    ['-20.30', '-203000'],
    ['−20.30', '-203000'],
    ['0', '0'],
    ['-0.00', '0'],
    ['.5', '5000'],
    ['999999999999.999999', '9999999999999999.99'],
  ])('%s is %s yuan', (text, yuan) => {
    expect(money.parse(text, income)).toEqual({ value: yuan });
  });

  test('never rounds: what a fen cannot hold is refused', () => {
    expect(money.parse('0.0000001', income)).toEqual({
      problem: '总收入只能精确到分，“0.0000001”合 0.001 元，请核对后四舍五入填写',
    });
    expect(money.parse('1.005元', income)).toHaveProperty('problem');
  });

  test.each(['1,23', '12,34.5', '约100', '100左右', '100美元', '1e5', '1.2E+8', '1.2.3', '--', '/', '无', '5-6', '¥100', '1000000000000'])(
    'refuses %s',
    (text) => {
      expect(money.parse(text, income)).toHaveProperty('problem');
    },
  );

  test('says what to do about a number in scientific notation', () => {
    expect(money.parse('1.2E+8', income)).toEqual({
      problem: '总收入写成了科学计数法“1.2E+8”，可能已丢失位数，请改填完整数字',
    });
  });

  test('is written without commas and without idle zeros', () => {
    expect(money.format('12345000', income)).toBe('1234.5');
    expect(money.format('12345000.00', income)).toBe('1234.5');
    expect(money.format('0.01', income)).toBe('0.000001');
  });

  test('says its bounds in its own unit', () => {
    const grant: Field<string> = { ...income, label: '申请资金', min: '100000', max: '5000000' };
    expect(money.parse('9.99', grant)).toEqual({ problem: '申请资金不能小于 10万元，现为 9.99万元' });
    expect(money.problem?.('5000000.01', grant)).toBe('申请资金不能大于 500万元，现为 500.000001万元');
    expect(money.problem?.('5000000', grant)).toBeNull();
  });
});

test('an amount may be in yuan or in 亿元', () => {
  const fee: Field<string> = { kind: 'money', label: '会费', unit: '元' };
  expect(money.parse('200.5', fee)).toEqual({ value: '200.5' });
  expect(money.parse('200.5万元', fee)).toEqual({ value: '2005000' });
  const gdp: Field<string> = { kind: 'money', label: '地区生产总值', unit: '亿元' };
  expect(money.format('111770000000', gdp)).toBe('1117.7');
});

test('a unit that is no money is a mistake of the author', () => {
  expect(() => money.parse('1', { kind: 'money', label: '金额', unit: '吨' })).toThrow('cannot be in 吨');
});
