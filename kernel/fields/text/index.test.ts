// Lines of text, long texts and texts of a fixed form.
import { Value } from 'typebox/value';
import { describe, expect, test } from 'vitest';
import type { Field } from '../field.ts';
import { longText } from '../long-text/index.ts';
import { text } from './index.ts';

const title: Field<string> = { kind: 'text', label: '项目名称', maxLength: 5 };

describe('a line of text', () => {
  test('is tidied of blanks and of what cannot be seen', () => {
    expect(text.parse('  新\u200b型 \n 材\u0000料 ', title)).toEqual({ value: '新型 材料' });
  });
  test('counts a rare character once', () => {
    expect(text.parse('𠮷𠮷𠮷𠮷𠮷', title)).toEqual({ value: '𠮷𠮷𠮷𠮷𠮷' });
    expect(text.parse('一二三四五六', title)).toEqual({ problem: '项目名称最多 5 个字，现为 6 个字，请精简' });
  });
  test('blanks alone are no answer, and what the database cannot keep is refused', () => {
    expect(Value.Check(text.schema(title), '   ')).toBe(false);
    expect(text.problem?.('a\0b', title)).toBe('项目名称含有无法保存的字符，请删去后重新填写');
    expect(text.problem?.('a\ud800', title)).toBe('项目名称含有无法保存的字符，请删去后重新填写');
  });
});

describe('a telephone number', () => {
  const phone: Field<string> = { kind: 'text', label: '电话', pattern: 'phone' };
  test.each([
    ['13000000001', '13000000001'],
    ['+86 130 0000 0001', '13000000001'],
    ['130-0000-0001', '13000000001'],
    ['0791-12345678', '0791-12345678'],
    ['（0791）12345678', '0791-12345678'],
    ['079112345678', '0791-12345678'],
    ['01012345678', '010-12345678'],
    ['0791—1234567-801', '0791-1234567-801'],
    ['4001234567', '400-123-4567'],
  ])('%s is %s', (raw, value) => {
    expect(text.parse(raw, phone)).toEqual({ value });
  });
  test.each(['12345', '12000000001', '12345678', '130000000012'])('%s is none', (raw) => {
    expect(text.parse(raw, phone)).toHaveProperty('problem');
  });
});

describe('an identifier', () => {
  test("a resident's number with a wrong check character or day is refused", () => {
    const id: Field<string> = { kind: 'text', label: '身份证号', pattern: 'resident-id', personal: true };
    expect(text.parse('11010519491231002x', id)).toEqual({ value: '11010519491231002X' });
    expect(text.parse('110105194912310021', id)).toEqual({ problem: '身份证号校验位不符，请核对证件，逐位检查' });
    expect(text.parse('110105194902310021', id)).toEqual({ problem: '身份证号第 7 至 14 位“19490231”不是存在的日期，请核对证件' });
  });
  test('a credit code with a wrong check character is a warning only', () => {
    const code: Field<string> = { kind: 'text', label: '统一社会信用代码', pattern: 'uscc' };
    expect(text.parse('91350100m000100y43', code)).toEqual({ value: '91350100M000100Y43' });
    expect(text.warning?.('91350100M000100Y43', code)).toBeNull();
    expect(text.parse('91350100M000100Y4X', code)).toEqual({ value: '91350100M000100Y4X' });
    expect(text.warning?.('91350100M000100Y4X', code)).toBe('统一社会信用代码第 18 位校验不符，应为 3；请核对营业执照');
    expect(text.parse('9135010OM000100Y43', code)).toHaveProperty('problem');
  });
});

test('a long text keeps its lines', () => {
  const field: Field<string> = { kind: 'long-text', label: '项目简介' };
  expect(longText.parse('\r\n第一段  \r\n  第二段\t完\r\n\r\n', field)).toEqual({ value: '第一段\n  第二段 完' });
});
