// Tests of how cells are read as numbers, days and codes, with the habits that people have in spreadsheets.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Cell } from './cell.ts';
import { addressOf, columnNumber } from './cell.ts';
import { fitsDouble, numberText, shiftDecimal } from './decimal-text.ts';
import { numberShape, serialDateText } from './serial-date.ts';
import { exponentBetween, isUnit } from './units.ts';
import { cleanText, isBlankText, organisationName, readCode, readDay, readDecimal, readInteger, readText } from './values.ts';

const base = { address: 'C12', row: 12, column: 3 } as const;
const text = (value: string): Cell => ({ ...base, kind: 'text', text: value });
const number = (value: string, shown = value): Cell => ({ ...base, kind: 'number', text: shown, number: value });

test.each([
  ['1,234.50', '1234.5'],
  ['１，２３４．５', '1234.5'],
  ['\u00a0 12 ', '12'],
  ['(1,200)', '-1200'],
  ['-0.50', '-0.5'],
  ['¥3,000元', '3000'],
  ['300万', '3000000'],
  ['1.5亿元', '150000000'],
  ['1.2E+3', '1200'],
])('the amount %s is read as %s yuan', (written, value) => {
  expect(readDecimal(text(written), '元')).toEqual({ value });
});

test.each(['', '—', '－', '/', '／', '--', 'N/A', '\u3000'])('“%s” says nothing', (written) => {
  expect(isBlankText(written)).toBe(true);
  expect(readDecimal(text(written), '元')).toEqual({ value: null });
  expect(readText(text(written))).toEqual({ value: null });
});

test.each(['约300', '≥100', '300-500', '三百', '1,23', '12.3.4', '300万美元', '5%'])('“%s” is no exact amount of yuan', (written) => {
  expect(readDecimal(text(written), '元')).toMatchObject({ problem: expect.stringContaining('“') });
});

test('a column in 万元 gives yuan without arithmetic on doubles, and a unit in the cell wins over the header', () => {
  expect(readDecimal(number('1234.56'), '元', 4)).toEqual({ value: '12345600' });
  expect(readDecimal(text('0.000001'), '元', 4)).toEqual({ value: '0.01' });
  expect(readDecimal(text('500元'), '元', 4)).toEqual({ value: '500' });
});

test('a percentage is a fraction unless the column wants per cent, whatever the header says', () => {
  expect(readDecimal(text('5%'))).toEqual({ value: '0.05' });
  expect(readDecimal(number('0.05', '5%'))).toEqual({ value: '0.05' });
  expect(readDecimal(number('0.05', '5%'), '', -2)).toEqual({ value: '0.05' });
  expect(readDecimal(number('5'), '', -2)).toEqual({ value: '0.05' });
  expect(readDecimal(number('0.05', '5%'), '%')).toEqual({ value: '5' });
});

test('a whole number is asked for and got', () => {
  expect(readInteger(number('12'))).toEqual({ value: '12' });
  expect(readInteger(text('12.5'))).toMatchObject({ problem: expect.stringContaining('整数') });
});

test.each([
  ['20230201', '2023-02-01'],
  ['2023.2.1', '2023-02-01'],
  ['2023．２．１', '2023-02-01'],
  ['2023/02/1', '2023-02-01'],
  ['2023年2月1日', '2023-02-01'],
  ['2023-02-01 00:00:00', '2023-02-01'],
])('the day %s is read as %s', (written, value) => {
  expect(readDay(text(written))).toEqual({ value });
});

test('a day as a bare number is read as digits or as a serial number of the file’s date system', () => {
  expect(readDay(number('20230201'))).toEqual({ value: '2023-02-01' });
  expect(readDay(number('45000'))).toEqual({ value: '2023-03-15' });
  expect(readDay(number('43538'), true)).toEqual({ value: '2023-03-15' });
  expect(readDay({ ...base, kind: 'date', text: '2023-03-15 18:00:00' })).toEqual({ value: '2023-03-15' });
  for (const bad of [number('2023'), text('2023年'), text('2023-02-30'), text('上月')]) {
    expect(readDay(bad), bad.text).toMatchObject({ problem: expect.stringContaining('日期') });
  }
});

test('a credit code that became a number is refused, for its end is lost', () => {
  expect(readCode(text(' 91360100ma0a1b2c2p '))).toEqual({ value: '91360100MA0A1B2C2P' });
  expect(readCode(text('９１３６０１００'))).toEqual({ value: '91360100' });
  expect(readCode(number(numberText(9.13601e17)))).toMatchObject({ problem: expect.stringContaining('文本') });
  expect(readCode(text('9.13601E+17'))).toMatchObject({ problem: expect.stringContaining('科学计数') });
  expect(readCode(number('330212'))).toEqual({ value: '330212' });
});

test('an error and a formula that was never calculated are problems, not blanks', () => {
  expect(readDecimal({ ...base, kind: 'error', text: '#REF!' })).toMatchObject({ problem: expect.stringContaining('#REF!') });
  expect(readDecimal({ ...base, kind: 'uncalculated', text: '', isFormula: true })).toMatchObject({
    problem: expect.stringContaining('公式'),
  });
  expect(readDecimal(undefined)).toEqual({ value: null });
});

test('text loses odd blanks and the apostrophe that defused a formula, names their narrow brackets', () => {
  expect(cleanText('\ufeffＡＢＣ\u00a0 １２\u200b')).toBe('ABC 12');
  expect(cleanText("'=1+1")).toBe('=1+1');
  expect(cleanText("'t Zand")).toBe("'t Zand");
  expect(organisationName('澜江 甲 (集团) 有限公司')).toBe('澜江甲（集团）有限公司');
});

test('units of one kind convert by powers of ten, others do not', () => {
  expect([exponentBetween('万元', '元'), exponentBetween('千元', '元'), exponentBetween('亿元', '万元'), exponentBetween('%', '')]).toEqual(
    [4, 3, 4, -2],
  );
  expect([exponentBetween('万人次', '人次'), exponentBetween('平方米', '㎡'), exponentBetween('名', '人')]).toEqual([4, 0, 0]);
  expect([exponentBetween('万美元', '元'), exponentBetween('百分点', ''), exponentBetween('人', '元')]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
  expect(['万元', '%', '千克', '人', '家'].every(isUnit)).toBe(true);
  expect(['服务', '盖章', '必填', '集团', ''].some(isUnit)).toBe(false);
});

test('moving the point back undoes moving it', () => {
  const decimal = fc.tuple(fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n }), fc.integer({ min: 0, max: 6 }));
  fc.assert(
    fc.property(decimal, fc.integer({ min: -8, max: 8 }), ([units, places], shift) => {
      const plain = shiftDecimal(String(units), -places);
      expect(shiftDecimal(shiftDecimal(plain, shift), -shift)).toBe(plain);
    }),
  );
  expect([shiftDecimal('-0.00', 2), shiftDecimal('12.5', 4), shiftDecimal('1', -4)]).toEqual(['0', '125000', '0.0001']);
});

test('fifteen digits of a double are what the person typed', () => {
  expect([numberText(0.1 + 0.2), numberText(1e21), numberText(-1.5e-7), numberText(1234.5599999999999)]).toEqual([
    '0.3',
    '1000000000000000000000',
    '-0.00000015',
    '1234.56',
  ]);
  expect([fitsDouble('123456789012345'), fitsDouble('1234567890123456'), fitsDouble('12345678901234.56')]).toEqual([true, false, false]);
});

test('serial numbers and formats of days are told from other numbers', () => {
  expect([serialDateText(1, false), serialDateText(59, false), serialDateText(60, false), serialDateText(61, false)]).toEqual([
    '1900-01-01',
    '1900-02-28',
    undefined,
    '1900-03-01',
  ]);
  expect([serialDateText(0.5, false), serialDateText(45000.999999, false), serialDateText(-1, false)]).toEqual([
    '12:00:00',
    '2023-03-16',
    undefined,
  ]);
  expect([numberShape(14, undefined), numberShape(31, undefined), numberShape(10, undefined), numberShape(4, undefined)]).toEqual([
    'date',
    'date',
    'percent',
    'plain',
  ]);
  expect(
    ['yyyy"年"m"月"', '[$-804]yyyy/m/d', '[Red]0.00', '"days"0', '0.0%', 'G/通用格式', '[h]:mm', '0.00_);\\(0.00\\)'].map((code) =>
      numberShape(170, code),
    ),
  ).toEqual(['date', 'date', 'plain', 'plain', 'percent', 'plain', 'date', 'plain']);
});

test('addresses and columns stand for each other', () => {
  expect([addressOf(12, 3), addressOf(1, 26), addressOf(1, 27), addressOf(9, 16_384)]).toEqual(['C12', 'Z1', 'AA1', 'XFD9']);
  expect(['A1', 'z', 'AA10', 'XFD1', '12'].map(columnNumber)).toEqual([1, 26, 27, 16_384, 0]);
});
