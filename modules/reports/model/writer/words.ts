// Figures and times as official papers write them: every amount, change, share and place comes from the calculation of figures in official texts.
import { numberStyle } from '#kernel/calculations/number-style/calculation.ts';
import { addDays } from '#kernel/declare/calendar.ts';
import { decimal, formatPlain } from '#kernel/exact/decimal.ts';
import { Rational } from '#kernel/exact/rational.ts';

export interface Span {
  readonly from: string;
  readonly to: string;
}

const item = (given: Readonly<Record<string, unknown>>): { text: string | null; texts?: string[] | null } =>
  (numberStyle.evaluate({ items: [given] }) as { items: { text: string | null; texts?: string[] }[] }).items[0] ?? { text: null };

const fen = (value: Rational): string => formatPlain(value, 2);
const exact = (value: Rational): string => formatPlain(value, 12);

/** One value alone: 455家, 23.45%, 1.20亿元. */
export function valueText(value: Rational, unit: string): string {
  if (unit === '元') return item({ kind: 'AMOUNT', value: fen(value) }).text ?? '';
  if (unit === '%') return `${formatPlain(value.times(100), 2)}%`;
  return unit === '位' ? `第${formatPlain(value, 0)}位` : `${formatPlain(value, 2)}${unit}`;
}

/** Amounts of a row or column in one unit, whatever rounding leaves of the small ones. */
export const amountsInOneUnit = (values: readonly Rational[]): readonly string[] =>
  values.length === 0 ? [] : (item({ kind: 'COMPARISON', values: values.map(fen) }).texts ?? []);

/** Amounts of one sentence in one unit; a first one that would be printed as nothing keeps its own and stands alone. */
export function amountsTogether(values: readonly Rational[]): readonly (string | null)[] {
  const [first] = values;
  if (first === undefined) return [];
  const texts = amountsInOneUnit(values);
  const isLost = (text: string | undefined, value: Rational): boolean =>
    text !== undefined && /^-?0(\.0+)?[亿万]/.test(text) && !value.isZero();
  if (isLost(texts[0], first)) return [valueText(first, '元'), ...values.slice(1).map(() => null)];
  return values.map((value, at) => (isLost(texts[at], value) ? null : (texts[at] ?? null)));
}

/** 同比增长7.57%, 同比持平, and 同比增加5家 where the base is not positive. */
export const growthText = (now: Rational, before: Rational, unit: string): string =>
  item({
    kind: 'GROWTH',
    current: exact(now),
    previous: exact(before),
    basis: '同比',
    measure: unit === '元' ? 'MONEY' : 'COUNT',
    unitName: unit === '元' ? null : unit,
  }).text ?? '';

/** 提高0.14个百分点, 下降…, 持平. */
export const pointsText = (now: Rational, before: Rational): string =>
  item({ kind: 'SHARE_CHANGE', from: exact(before), to: exact(now) }).text ?? '';

export const shareText = (part: Rational, whole: Rational, scope: string): string =>
  item({ kind: 'SHARE', part: exact(part), whole: exact(whole), scope }).text ?? '';

/** Competition rank; equal values share a place and say so. */
export function rankText(own: Rational, others: readonly Rational[], scope: string): { text: string; place: number } | undefined {
  const found = item({ kind: 'RANK', value: exact(own), others: others.map(exact), scope }) as {
    text: string | null;
    rank?: number;
    tied?: boolean;
  };
  if (found.text === null || found.rank === undefined) return undefined;
  return { text: found.tied === true ? found.text.replace('第', '并列第') : found.text, place: found.rank };
}

const factors: Readonly<Record<string, Rational>> = { 亿元: Rational.of(100_000_000), 万元: Rational.of(10_000), '%': Rational.of(1, 100) };

/** The number that a phrase prints, in base units: 下降5% is −0.05, 1.20亿元 is 120000000; points stay points. Null where it prints none. */
export function writtenValue(text: string): string | null {
  const found = /(-?\d+(?:\.\d+)?)(亿元|万元|%)?/.exec(text);
  if (found === null) return null;
  const [, number = '', unit] = found;
  const value = decimal(number).times(unit === undefined ? Rational.one : (factors[unit] ?? Rational.one));
  return formatPlain(/下降|减少/.test(text) ? value.negated() : value, 12);
}

const isMonthEnd = (day: string): boolean => addDays(day, 1).endsWith('-01');
const parts = (day: string): [number, number, number] => day.split('-').map(Number) as [number, number, number];
const isYearStart = ({ from }: Span): boolean => from.endsWith('-01-01');

/** 截至2025年底, 截至2025年6月底, 截至2025年11月29日. */
export function upTo(day: string): string {
  const [year, month, date] = parts(day);
  if (month === 12 && date === 31) return `截至${year}年底`;
  return isMonthEnd(day) ? `截至${year}年${month}月底` : `截至${year}年${month}月${date}日`;
}

/** 2025年, 2025年上半年, 2025年1至11月. */
export function during(span: Span): string {
  const [year, month, date] = parts(span.to);
  if (isYearStart(span) && month === 12 && date === 31) return `${year}年`;
  if (isYearStart(span) && month === 6 && date === 30) return `${year}年上半年`;
  if (isYearStart(span) && isMonthEnd(span.to)) return month === 1 ? `${year}年1月` : `${year}年1至${month}月`;
  const [fromYear, fromMonth, fromDate] = parts(span.from);
  return `${fromYear}年${fromMonth}月${fromDate}日至${fromYear === year ? '' : `${year}年`}${month}月${date}日`;
}

/** What an office calls its own place: 全市, 全县, 全区. */
export const wholePlace = (regionName: string): string => `全${/[省市县区旗州盟]$/.exec(regionName)?.[0] ?? '区'}`;

/** The greatest round number (1, 2 or 5 and noughts) that was passed between two values; undefined where none was. */
export function milestonePassed(before: Rational, now: Rational, unit: string): { value: Rational; text: string } | undefined {
  const step = unit === '元' ? Rational.of(100_000_000) : Rational.of(100);
  if (unit === '%' || !before.isPositive() || !now.isAtLeast(step)) return undefined;
  const digits = now.floor().toString().length;
  for (let power = digits - 1; power >= 0; power -= 1) {
    for (const first of [5, 2, 1]) {
      const value = Rational.of(BigInt(first) * 10n ** BigInt(power));
      if (!value.isAtLeast(step) || value.isMoreThan(now)) continue;
      if (!before.isLessThan(value)) return undefined;
      const text = unit === '元' ? `${formatPlain(value.dividedBy(step), 0)}亿元` : `${formatPlain(value, 0)}${unit}`;
      return { value, text };
    }
  }
  return undefined;
}

const digits = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
/** 一 to 九十九. */
export const chineseNumber = (value: number): string => {
  const [tens, ones] = [Math.floor(value / 10), value % 10];
  return tens === 0 ? (digits[ones] ?? '') : `${tens === 1 ? '' : digits[tens]}十${digits[ones]}`;
};

/** Each once, with semicolons between. */
export const distinct = (texts: readonly string[]): string => [...new Set(texts)].join('；');
