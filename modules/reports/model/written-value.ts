// Values as people write them (111.77亿元, 27.45%, 第3位) and as the ledger keeps them (exact, in base units), both ways without loss.
import { formatPlain, readDecimal } from '#kernel/exact/decimal.ts';
import type { Rational } from '#kernel/exact/rational.ts';
import type { Facts } from './facts.ts';

export interface Written {
  readonly number: string;
  readonly unit: string;
}

const PLACES = 24;
const SCALES: readonly (readonly [word: string, power: number])[] = [
  ['万亿', 12],
  ['亿', 8],
  ['万', 4],
];
const PARTS: Readonly<Record<string, number>> = { '%': 2, '％': 2, '‰': 3 };

const tenTo = (power: number): bigint => 10n ** BigInt(power);

function shifted(value: Rational, power: number): string {
  return formatPlain(power >= 0 ? value.times(tenTo(power)) : value.dividedBy(tenTo(-power)), PLACES);
}

/** In the unit in which the document itself writes it, so that the eye finds the same digits in both. */
export function writtenValue(facts: Pick<Facts, 'exact' | 'unit'>, raw: string): Written {
  const unit = facts.unit ?? '';
  const value = readDecimal(facts.exact);
  if (value === undefined) return { number: facts.exact, unit };
  const parts = PARTS[unit];
  if (parts !== undefined) return { number: shifted(value, parts), unit };
  const [word, power] = SCALES.find(([scale]) => raw.includes(scale)) ?? ['', 0];
  return { number: shifted(value, -power), unit: `${word}${unit}` };
}

export interface Typed {
  readonly exact: string;
  readonly unit: string | null;
}

const tidy = (text: string): string => text.normalize('NFKC').replace(/[\s,，]/g, '');

/** What a person typed, exactly; or what is wrong with it, in words. */
export function typedValue(number: string, unit: string): Typed | { readonly problem: string } {
  const value = readDecimal(tidy(number).replace(/^[－—–−]/, '-'));
  if (value === undefined) return { problem: `“${number.trim()}”不是数：请只填数字，如 111.77；负数前加“-”` };
  const base = unit.trim();
  if (base.length > 20) return { problem: '单位过长：请填写不超过20个字的单位' };
  const parts = PARTS[base];
  if (parts !== undefined) return { exact: shifted(value, -parts), unit: base === '‰' ? '‰' : '%' };
  const scale = SCALES.find(([word]) => base.startsWith(word));
  if (scale === undefined) return { exact: shifted(value, 0), unit: base === '' ? null : base };
  const rest = base.slice(scale[0].length);
  return { exact: shifted(value, scale[1]), unit: rest === '' ? null : rest };
}

/** Thousands parted by commas. */
const grouped = (number: string): string => {
  const [whole = '', fraction] = number.split('.');
  const body = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',');
  return fraction === undefined ? body : `${body}.${fraction}`;
};

const BOUNDS: Readonly<Record<Facts['bound'], string>> = {
  exact: '',
  approx: '约',
  more_than: '超过',
  at_least: '不少于',
  just_under: '近',
  less_than: '不足',
  at_most: '不超过',
};

/** 增长, 下降, 提高, 减少: how a difference is said; empty for what is no difference. */
function movement({ kind, unit, exact, indicator }: Facts): string {
  const falls = exact.startsWith('-');
  // 高于全省 is no change over time.
  if (kind === 'change' && indicator.endsWith('之差')) return falls ? '低' : '高';
  if (kind === 'yoy_growth') return falls ? '下降' : '增长';
  if (kind !== 'change') return '';
  if (unit === '个百分点') return falls ? '降低' : '提高';
  return falls ? '减少' : '增加';
}

/** A value in words that can be checked against the text at a glance: 超过2,600万元, 下降41.25%, 第3位. */
export function valueWords(facts: Facts, raw: string): string {
  const { number, unit } = writtenValue(facts, raw);
  const bound = BOUNDS[facts.bound];
  if (facts.kind === 'rank' && !number.startsWith('-')) return `${bound}第${grouped(number)}${unit === '' ? '位' : unit}`;
  const moved = movement(facts);
  return `${moved}${bound}${grouped(moved === '' ? number : number.replace(/^-/, ''))}${unit}`;
}

/** A number as the program holds it, written without an exponent: half a unit of the last place may be very small or large. */
export function plainNumeral(value: number): string {
  const match = /^(-?)(\d)(?:\.(\d+))?e([+-]\d+)$/.exec(value.toExponential());
  if (match === null) return String(value);
  const [, sign = '', first = '', rest = '', exponent = '0'] = match;
  const digits = BigInt(first + rest);
  const power = Number(exponent) - rest.length;
  if (power >= 0) return `${sign}${digits * tenTo(power)}`;
  const text = digits.toString().padStart(1 - power, '0');
  return `${sign}${text.slice(0, power)}.${text.slice(power)}`.replace(/\.?0+$/, '');
}
