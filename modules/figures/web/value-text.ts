// Values of indicators as people read them: money, percent, places and counts, and the words that compare them.
import { formatMoney, formatNumber, formatPercent, growth, pointChange, splitMoney, UNKNOWN } from '#ui/format.ts';
import type { IndicatorView, RegionValue, ValueView } from '../wire.ts';

type Unit = Pick<IndicatorView, 'unit'>;

export function valueText({ unit }: Unit, value: string | null): string {
  if (value === null) return UNKNOWN;
  if (unit === '元') return formatMoney(value);
  if (unit === '%') return formatPercent(value);
  return unit === '位' ? `第${formatNumber(value)}位` : formatNumber(value);
}

/** Number and unit apart, for large figures. */
export function splitValue({ unit }: Unit, value: string | null): { number: string; unit: string } {
  if (value === null) return { number: UNKNOWN, unit: '' };
  if (unit === '元') return splitMoney(value);
  if (unit === '%') return { number: formatPercent(value).slice(0, -1), unit: '%' };
  return { number: formatNumber(value), unit };
}

/** How a chart is scaled: percents as points, money in 亿元 where that is readable, otherwise in 万元. */
export interface ChartScale {
  readonly unit: string;
  readonly places: number;
  readonly of: (value: ValueView) => string | null;
}

const yi = 100_000_000;

export function chartScale({ unit }: Unit, all: readonly ValueView[]): ChartScale {
  const scaled = (factor: number) => (value: ValueView) => (value.value === null ? null : String(Number(value.value) * factor));
  if (unit === '%') return { unit, places: 2, of: scaled(100) };
  if (unit !== '元') return { unit, places: 0, of: ({ value }) => value };
  const isLarge = all.some(({ value }) => Math.abs(Number(value ?? '0')) >= 10 * yi);
  return isLarge ? { unit: '亿元', places: 2, of: scaled(1 / yi) } : { unit: '万元', places: 0, of: scaled(1 / 10_000) };
}

/** 比上年同期增长12.3% for quantities, 提高0.14个百分点 for shares. */
export function againstLastYear({ unit }: Unit, row: RegionValue): string | null {
  const { value, lastYear } = row;
  if (unit === '位' || value.value === null || lastYear.value === null) return null;
  const words = unit === '%' ? pointChange(value.value, lastYear.value) : growth(value.value, lastYear.value);
  return /^(增长|下降|提高|持平)/.test(words) ? `比上年同期${words}` : `上年同期为${valueText({ unit }, lastYear.value)}，不计增速`;
}

export const isPlain = ({ unit }: Unit): boolean => unit !== '%' && unit !== '位';
