// What the chart engine is told for a trend: quiet axes, one strong line, a target as a dashed rule.
import { readDecimal } from '../decimal.ts';
import { formatNumber } from '../format.ts';
import type { Palette } from '../tokens.ts';

export interface TrendSeries {
  readonly name: string;
  /** One for each label; decimal strings, null where unknown. */
  readonly values: readonly (string | null)[];
  readonly kind?: 'line' | 'bar';
}

export interface TrendData {
  /** 2021, 2022 …; 1月, 2月 … */
  readonly labels: readonly string[];
  readonly series: readonly TrendSeries[];
  readonly unit: string;
  readonly target?: { readonly name: string; readonly value: string };
  /** Digits after the point in labels; as given when absent. */
  readonly places?: number;
}

/** The engine draws with floats; the words beside it are written from the decimals. */
function drawn(value: string | null): number | null {
  return value !== null && readDecimal(value) ? Number(value) : null;
}

function seriesOption(data: TrendData, index: number, palette: Palette, colour: string) {
  const one = data.series[index];
  const isFirst = index === 0;
  const target = data.target;
  return {
    name: one?.name,
    type: one?.kind ?? 'line',
    data: one?.values.map(drawn) ?? [],
    barMaxWidth: 22,
    symbolSize: 5,
    lineStyle: { width: isFirst ? 2 : 1.5 },
    itemStyle: { color: colour },
    connectNulls: false,
    ...(isFirst && target
      ? {
          markLine: {
            silent: true,
            symbol: 'none',
            animation: false,
            lineStyle: { type: 'dashed', color: palette.warn, width: 1 },
            label: {
              formatter: `${target.name} ${formatNumber(target.value, data.places)}`,
              color: palette.warn,
              position: 'insideEndTop',
            },
            data: [{ yAxis: drawn(target.value) ?? 0 }],
          },
        }
      : {}),
  };
}

export function trendOption(data: TrendData, palette: Palette, colours: readonly string[], font: string) {
  const text = { color: palette.soft, fontFamily: font, fontSize: 12 };
  return {
    animation: false,
    textStyle: text,
    grid: { left: 8, right: 16, top: data.series.length > 1 ? 52 : 32, bottom: 4, containLabel: true },
    legend: data.series.length > 1 ? { top: 0, right: 0, itemWidth: 14, itemHeight: 8, textStyle: text } : undefined,
    tooltip: {
      trigger: 'axis',
      confine: true,
      transitionDuration: 0,
      backgroundColor: palette.surface,
      borderColor: palette.hairline,
      textStyle: { color: palette.ink, fontFamily: font, fontSize: 12 },
      valueFormatter: (value: unknown) => (typeof value === 'number' ? `${formatNumber(String(value), data.places)} ${data.unit}` : '未知'),
    },
    xAxis: {
      type: 'category',
      data: [...data.labels],
      axisTick: { show: false },
      axisLine: { lineStyle: { color: palette.rule } },
      axisLabel: text,
    },
    yAxis: {
      type: 'value',
      name: data.unit,
      nameTextStyle: { ...text, align: 'left', padding: [0, 0, 0, -24] },
      splitNumber: 4,
      axisLabel: text,
      splitLine: { lineStyle: { color: palette.hairline } },
    },
    series: data.series.map((_, index) => seriesOption(data, index, palette, colours[index % colours.length] ?? palette.action)),
  };
}
