// Numbers and days as officials write them: 111.77亿元, 提高0.14个百分点, 居全省第3位, 2026年3月1日. Unknown is a dash, never zero.
import { compare, type Decimal, divide, grouped, readDecimal, round, shift, subtract } from './decimal.ts';

export type Amount = string | number | null | undefined;

/** What stands where a value is not known. */
export const UNKNOWN = '—';

function decimalOf(value: Amount): Decimal | undefined {
  if (value === null || value === undefined) return undefined;
  if (typeof value === 'number' && !Number.isInteger(value)) return readDecimal(value.toFixed(6));
  return readDecimal(String(value));
}

function trimmed(text: string): string {
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}

/** A count with commas, decimals as given or fixed by `places`: `1,234`. */
export function formatNumber(value: Amount, places?: number): string {
  const decimal = decimalOf(value);
  if (!decimal) return UNKNOWN;
  return grouped(places === undefined ? trimmed(round(decimal, decimal.scale)) : round(decimal, places));
}

/** Yuan in a fixed unit for table columns, without the unit, which stands in the header: `12,345.60`. */
export function formatYuanIn(unit: '元' | '万元' | '亿元', yuan: Amount, places = 2): string {
  const decimal = decimalOf(yuan);
  if (!decimal) return UNKNOWN;
  const power = unit === '元' ? 0 : unit === '万元' ? 4 : 8;
  return grouped(round({ digits: decimal.digits, scale: decimal.scale + power }, places));
}

const YI: Decimal = { digits: 100_000_000n, scale: 0 };
const WAN: Decimal = { digits: 10_000n, scale: 0 };
const size = (d: Decimal): Decimal => ({ digits: d.digits < 0n ? -d.digits : d.digits, scale: d.scale });

/** Yuan in the unit that reads best, in a sentence: `111.77亿元`, `26.5万元`, `980元`. */
export function formatMoney(yuan: Amount): string {
  const decimal = decimalOf(yuan);
  if (!decimal) return UNKNOWN;
  const unit = compare(size(decimal), YI) >= 0 ? '亿元' : compare(size(decimal), WAN) >= 0 ? '万元' : '元';
  return trimmed(formatYuanIn(unit, yuan).split(',').join('')) + unit;
}

/** A number split from its unit, for large figures: `{ number: '111.77', unit: '亿元' }`. */
export function splitMoney(yuan: Amount): { number: string; unit: string } {
  const match = /^([-\d.]+)(\D+)$/.exec(formatMoney(yuan));
  return match?.[1] !== undefined && match[2] !== undefined ? { number: match[1], unit: match[2] } : { number: UNKNOWN, unit: '' };
}

/** A fraction as percent, two digits, no idle zeros: `0.0314` → `3.14%`. */
export function formatPercent(fraction: Amount, places = 2): string {
  const decimal = decimalOf(fraction);
  if (!decimal) return UNKNOWN;
  return `${trimmed(round({ digits: decimal.digits * 100n, scale: decimal.scale }, places))}%`;
}

/** A fraction as percent with all its digits, so that a column lines up: `0.1` → `10.00%`. */
export function formatShare(fraction: Amount, places = 2): string {
  const decimal = decimalOf(fraction);
  return decimal ? `${round({ digits: decimal.digits * 100n, scale: decimal.scale }, places)}%` : UNKNOWN;
}

/** The change between two shares: `提高0.14个百分点`. */
export function pointChange(now: Amount, before: Amount): string {
  const [a, b] = [decimalOf(now), decimalOf(before)];
  if (!a || !b) return UNKNOWN;
  const difference = subtract(a, b);
  const points = trimmed(round(size({ digits: difference.digits * 100n, scale: difference.scale }), 2));
  if (points === '0') return '持平';
  return `${difference.digits > 0n ? '提高' : '下降'}${points}个百分点`;
}

/** The growth of a figure: `增长12.3%`; from zero or less nothing can be said in percent. */
export function growth(now: Amount, before: Amount, places = 1): string {
  const [a, b] = [decimalOf(now), decimalOf(before)];
  if (!a || !b) return UNKNOWN;
  if (b.digits <= 0n) return '基数为零或负，不计增速';
  const share = divide(subtract(a, b), b, places + 4);
  if (!share) return UNKNOWN;
  const text = trimmed(round(size({ digits: share.digits * 100n, scale: share.scale }), places));
  if (text === '0') return '持平';
  return `${share.digits > 0n ? '增长' : '下降'}${text}%`;
}

/** `居全省第3位`, `居全市第1位`. */
export function rank(place: number | null | undefined, among = '全省'): string {
  return place === null || place === undefined ? UNKNOWN : `居${among}第${place}位`;
}

/** How far a target is met: `86.2%`, `109.1%`. */
export function completedShare(actual: Amount, target: Amount): string {
  const [a, t] = [decimalOf(actual), decimalOf(target)];
  if (!a || !t || t.digits <= 0n) return UNKNOWN;
  const share = divide(a, t, 6);
  return share ? `${trimmed(round({ digits: share.digits * 100n, scale: share.scale }, 1))}%` : UNKNOWN;
}

const DAY = /^(\d{4})-(\d{2})-(\d{2})/;

/** In text: `2026年3月1日`. */
export function formatDayText(day: string | null | undefined): string {
  const match = DAY.exec(day ?? '');
  return match ? `${match[1]}年${Number(match[2])}月${Number(match[3])}日` : UNKNOWN;
}

/** In tables: `2026-03-01`. */
export function formatDay(day: string | null | undefined): string {
  return DAY.exec(day ?? '')?.[0] ?? UNKNOWN;
}

const CLOCK = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** An instant at Shanghai's clock: `2026-03-01 10:32`. */
export function formatInstant(instant: string | Date | null | undefined): string {
  if (instant === null || instant === undefined) return UNKNOWN;
  const date = typeof instant === 'string' ? new Date(instant) : instant;
  if (Number.isNaN(date.getTime())) return UNKNOWN;
  const part = Object.fromEntries(CLOCK.formatToParts(date).map(({ type, value }) => [type, value]));
  return `${part.year}-${part.month}-${part.day} ${part.hour}:${part.minute}`;
}

/** `10:32` of an instant at Shanghai's clock. */
export function formatClock(instant: string | Date): string {
  return formatInstant(instant).slice(11);
}

export function formatBytes(bytes: number): string {
  if (bytes < 1024) return `${bytes} 字节`;
  if (bytes < 1024 * 1024) return `${(bytes / 1024).toFixed(0)} KB`;
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}

/** Percent typed by a person to the fraction on the wire: `3.14` → `0.0314`. */
export function fractionOfPercent(percent: string): string | undefined {
  return shift(percent, -2);
}

export function percentOfFraction(fraction: string): string | undefined {
  return shift(fraction, 2);
}
