// Reads what people write in cells: numbers with commas and units, days in many forms, credit codes that became numbers, dashes for nothing.
import type { Cell } from './cell.ts';
import { shiftDecimal } from './decimal-text.ts';
import { serialDateText } from './serial-date.ts';
import { exponentBetween } from './units.ts';

/** The value (null when the cell says nothing), or what is wrong and how to mend it. */
export type Reading<T> = { readonly value: T | null } | { readonly problem: string };

const blanks = new Set(['', '-', '--', '---', '—', '——', '–', '−', '/', '//', '\\', 'n/a', 'na', 'null', '#n/a', '空']);

/** Text as meant: full-width letters and digits made plain, odd blanks made plain and trimmed, the apostrophe that defuses a formula taken off. */
export function cleanText(text: string): string {
  const plain = text
    .normalize('NFKC')
    .replaceAll(/[\u200b-\u200f\u2028-\u202e\u2060\ufeff]/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
  return /^'[=+\-@]/.test(plain) ? plain.slice(1) : plain;
}

/** Does a text stand for nothing: a dash, a slash, n/a? */
export function isBlankText(text: string): boolean {
  return blanks.has(cleanText(text).toLowerCase());
}

const problemOf = (cell: Cell): string | undefined => {
  if (cell.kind === 'error') return `单元格是错误值 ${cell.text}，请改正公式或填写数值`;
  if (cell.kind === 'uncalculated') return '公式没有计算结果，请在 Excel 中打开、重新计算并保存，或改填数值';
  return undefined;
};

/** Runs a reader on the clean text of a cell that says something. */
function reading<T>(cell: Cell | undefined, read: (text: string, cell: Cell) => Reading<T>): Reading<T> {
  if (cell === undefined) return { value: null };
  const problem = problemOf(cell);
  if (problem !== undefined) return { problem };
  return isBlankText(cell.text) ? { value: null } : read(cleanText(cell.text), cell);
}

export function readText(cell: Cell | undefined): Reading<string> {
  return reading<string>(cell, (text) => ({ value: text }));
}

/** Words as they were written, line ends and full-width punctuation included: for texts that are kept and not compared. */
export function readWritten(cell: Cell | undefined): Reading<string> {
  return reading<string>(cell, (_clean, { text }) => ({ value: text.replace(/^'(?=[=+\-@])/, '').trim() }));
}

/** The name of an organisation: brackets full-width and no blanks between Chinese characters, as on its licence. */
export function organisationName(text: string): string {
  return cleanText(text)
    .replaceAll('(', '（')
    .replaceAll(')', '）')
    .replaceAll(/(?<=[\u3400-\u9fff（）])\s+|\s+(?=[\u3400-\u9fff（）])/g, '');
}

export function readOrganisationName(cell: Cell | undefined): Reading<string> {
  return reading<string>(cell, (text) => ({ value: organisationName(text) }));
}

const amountForm = /^([+-]?)(\d{1,3}(?:,\d{3})+|\d+)?(\.\d+)?(e[+-]?\d+)?(.*)$/i;

function readAmount(text: string, unit: string): Reading<string> {
  // (1,234.50) is how accountants write a negative number.
  const inBrackets = /^\((.+)\)$/.exec(text)?.[1];
  const [, sign, whole = '', fraction = '', exponent = '', rest = ''] = amountForm.exec((inBrackets ?? text).replace(/^[¥￥]/, '')) ?? [];
  if (whole === '' && fraction === '') return { problem: `“${text}”不是数字` };
  const digits = shiftDecimal(`${whole.replaceAll(',', '') || '0'}${fraction}`, exponent === '' ? 0 : Number(exponent.slice(1)));
  const written = rest.trim();
  const places = written === '' ? 0 : exponentBetween(written, unit);
  if (places === undefined) return { problem: `“${text}”不是确切的数字，请只填数字${unit === '' ? '' : `（单位：${unit}）`}` };
  const value = shiftDecimal(digits, places);
  return { value: (sign === '-') !== (inBrackets !== undefined) && value !== '0' ? `-${value}` : value };
}

/**
 * A number as exact decimal text in `unit` (元, %, 人, or none). `exponent` is what the column's header adds: 4 for a column in
 * 万元. A unit in the cell itself wins: 300万 in a column of 元. 5% in a column without unit is 0.05.
 */
export function readDecimal(cell: Cell | undefined, unit = '', exponent = 0): Reading<string> {
  return reading<string>(cell, (text, { number, kind }) => {
    if (kind === 'date') return { problem: `“${text}”被存为日期，请把单元格格式改为数值后重填` };
    // A cell that shows 5% holds 0.05 and carries its own unit, whatever the header says.
    if (number !== undefined && !text.endsWith('%')) return { value: shiftDecimal(number, exponent) };
    const result = readAmount(text, unit);
    const hasOwnUnit = !/[\d.,)\]]$/.test(text);
    if ('problem' in result || result.value === null || hasOwnUnit) return result;
    return { value: shiftDecimal(result.value, exponent) };
  });
}

export function readInteger(cell: Cell | undefined, unit = '', exponent = 0): Reading<string> {
  const result = readDecimal(cell, unit, exponent);
  if ('problem' in result || result.value === null || !result.value.includes('.')) return result;
  return { problem: `“${result.value}”应为整数` };
}

function existing(year: string, month: string, day: string): string | undefined {
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const time = Date.parse(`${text}T00:00:00Z`);
  return Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== text ? undefined : text;
}

const dayForms = [
  /^(\d{4})-(\d{1,2})-(\d{1,2})(?: \d{1,2}:\d{2}(?::\d{2})?)?$/,
  /^(\d{4})[./](\d{1,2})[./](\d{1,2})\.?$/,
  /^(\d{4}) ?年 ?(\d{1,2}) ?月 ?(\d{1,2}) ?[日号]?$/,
  /^(\d{4})(\d{2})(\d{2})$/,
] as const;

/** A day: a date cell, 20230201, 2023.2.1, 2023/2/1, 2023年2月1日, or the bare serial number of a cell that lost its date format. */
export function readDay(cell: Cell | undefined, is1904 = false): Reading<string> {
  return reading<string>(cell, (text, { number }) => {
    for (const form of dayForms) {
      const [, year, month, day] = form.exec(text) ?? [];
      if (year === undefined || month === undefined || day === undefined) continue;
      const value = existing(year, month, day);
      return value === undefined ? { problem: `“${text}”不是存在的日期` } : { value };
    }
    // Serial numbers from 1954 to 2091; smaller ones are more likely years or mistakes than days.
    const serial = Number(number ?? Number.NaN);
    const value = serial >= 20_000 && serial < 70_000 ? serialDateText(Math.floor(serial), is1904) : undefined;
    return value === undefined ? { problem: `“${text}”不是日期，请按 2023-02-01 的形式填写` } : { value };
  });
}

/** Letters and digits of a code kept as text: credit code, certificate number, phone. */
export function readCode(cell: Cell | undefined): Reading<string> {
  return reading<string>(cell, (text, { number }) => {
    // A double keeps fifteen digits: longer codes typed as numbers have lost their end, and leading zeros are gone.
    if (number !== undefined && number.replace('.', '').length > 15) {
      return { problem: '编号被存为数字（科学计数），末尾数字已丢失。请把该列单元格格式设为“文本”后重新填写' };
    }
    if (/^\d(\.\d+)?e\+\d+$/i.test(text)) return { problem: `“${text}”是科学计数形式，编号已丢失。请把该列设为“文本”后重新填写` };
    return { value: text.replaceAll(' ', '').toUpperCase() };
  });
}
