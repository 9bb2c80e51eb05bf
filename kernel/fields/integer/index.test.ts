// Whole numbers and decimal numbers.
import { describe, expect, test } from 'vitest';
import { decimal } from '../decimal/index.ts';
import type { Field } from '../field.ts';
import { integer } from './index.ts';

describe('a whole number', () => {
  const staff: Field<number> = { kind: 'integer', label: '职工总数', unit: '人', min: '0', max: '100000' };
  test.each([
    ['128', 128],
    ['1,280人', 1280],
    ['１２８ 人', 128],
    ['128.0', 128],
    ['+5', 5],
  ])('%s is %d', (text, value) => {
    expect(integer.parse(text, staff)).toEqual({ value });
  });
  test('says why it refuses', () => {
    expect(integer.parse('12.5', staff)).toEqual({ problem: '职工总数应为整数，现为 12.5，请核对' });
    expect(integer.parse('3万人', staff)).toEqual({ problem: '职工总数的单位是人，“3万人”不能识别，请按人填写，只填数字' });
    expect(integer.parse('-1', staff)).toEqual({ problem: '职工总数不能小于 0人，现为 -1人' });
    expect(integer.parse('百余', staff)).toEqual({ problem: '职工总数应为数字，“百余”不能识别，请只填数字，没有的留空' });
    expect(integer.parse('1234567890123456', { kind: 'integer', label: '数量' })).toEqual({
      problem: '数量最多 15 位数字，现为 16 位，请核对',
    });
  });
});

describe('a decimal number', () => {
  const area: Field<string> = { kind: 'decimal', label: '建筑面积', unit: '平方米', places: 2, min: '0' };
  test('keeps its text exactly, without idle zeros', () => {
    expect(decimal.parse('12,345.60平方米', area)).toEqual({ value: '12345.6' });
    expect(decimal.format('12345.60', area)).toBe('12345.6');
    expect(decimal.parse('0.1', area)).toEqual({ value: '0.1' });
  });
  test('more places than are kept are refused, not rounded', () => {
    expect(decimal.parse('1.005', area)).toEqual({ problem: '建筑面积最多 2 位小数，现为 3 位，请核对' });
    expect(decimal.parse('-0.01', area)).toEqual({ problem: '建筑面积不能小于 0平方米，现为 -0.01平方米' });
  });
});
