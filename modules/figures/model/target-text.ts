// A target as an official document says it: 突破500家, 500家以上, 达到1.2亿元; amounts follow the calculation for figures in official texts.
import { numberStyle } from '#kernel/calculations/number-style/calculation.ts';
import { decimal, formatPlain } from '#kernel/exact/decimal.ts';

/** The text of one item of the calculation of official figures; a dash for what is not known. */
export function officialText(item: Readonly<Record<string, unknown>>): string {
  const { items } = numberStyle.evaluate({ items: [item] }) as { items: { text: string | null }[] };
  return items[0]?.text ?? '—';
}

/** A value in base unit (yuan, fractions for percent) with its unit. */
export function figureText(value: string | null, unit: string): string {
  if (value === null) return '—';
  if (unit === '元') return officialText({ kind: 'AMOUNT', value: formatPlain(decimal(value), 2) });
  if (unit === '%') return `${formatPlain(decimal(value).times(100), 2)}%`;
  return unit === '位' ? `第${value}位` : `${formatPlain(decimal(value), 2)}${unit}`;
}

/** 以上 and 左右 stand behind the figure, all other words before it. */
export function targetText(value: string | null, unit: string, bound: string | null): string {
  const text = figureText(value, unit);
  if (value === null || bound === null) return text;
  return bound === '以上' || bound === '左右' ? `${text}${bound}` : `${bound}${text}`;
}
