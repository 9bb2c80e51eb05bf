// Tests that the industries are numbered as in the standard and found by codes of any depth.
import { expect, test } from 'vitest';
import { childTerms, codeOfName, searchTerms } from '../vocabulary.ts';
import { divisionOf, industries, industryName, sectionOf } from './industries.ts';

test('there are twenty sections and ninety-seven divisions without a gap', () => {
  const codes = industries.items.map((item) => item.code);
  expect(codes.filter((code) => /^[A-T]$/.test(code)).join('')).toBe('ABCDEFGHIJKLMNOPQRST');
  expect(codes.filter((code) => /^\d\d$/.test(code))).toEqual(Array.from({ length: 97 }, (_, i) => String(i + 1).padStart(2, '0')));
});

test('sections begin where the standard says', () => {
  const first = (section: string) => childTerms(industries, section)[0]?.code;
  expect('ABCDEFGHIJKLMNOPQRST'.split('').map(first).join(' ')).toBe('01 06 13 44 47 51 53 61 63 66 70 71 73 76 80 83 84 86 91 97');
});

test('a class code is shown by its division', () => {
  expect(industryName('3921')).toBe('计算机、通信和其他电子设备制造业');
  expect(industryName('C39')).toBe('计算机、通信和其他电子设备制造业');
  expect(industryName('M')).toBe('科学研究和技术服务业');
  expect([divisionOf('I6510'), sectionOf('6510'), sectionOf('M'), divisionOf('98'), sectionOf('x')]).toEqual([
    '65',
    'I',
    'M',
    undefined,
    undefined,
  ]);
  expect(industryName('9999')).toBe('未知行业（9999）');
});

test('an industry is found by name', () => {
  expect(codeOfName(industries, '医药制造业')).toBe('27');
  expect(codeOfName(industries, '房地产业')).toBeUndefined(); // section and division have the same name
  expect(searchTerms(industries, '软件').map((item) => item.code)).toEqual(['65', 'I', '63', '64']);
});
