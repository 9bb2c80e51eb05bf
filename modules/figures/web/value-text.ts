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

/** Factor for charts: percents are drawn as points, money in 万元. */
export function chartValue({ unit }: Unit, { value }: ValueView): string | null {
  if (value === null) return null;
  if (unit === '%') return String(Number(value) * 100);
  return unit === '元' ? String(Number(value) / 10_000) : value;
}

export const chartUnit = ({ unit }: Unit): string => (unit === '元' ? '万元' : unit);

/** 比上年同期增长12.3% for quantities, 提高0.14个百分点 for shares. */
export function againstLastYear({ unit }: Unit, row: RegionValue): string | null {
  const { value, lastYear } = row;
  if (unit === '位' || value.value === null || lastYear.value === null) return null;
  const words = unit === '%' ? pointChange(value.value, lastYear.value) : growth(value.value, lastYear.value);
  return /^(增长|下降|提高|持平)/.test(words) ? `比上年同期${words}` : `上年同期为${valueText({ unit }, lastYear.value)}，不计增速`;
}

export const isPlain = ({ unit }: Unit): boolean => unit !== '%' && unit !== '位';
