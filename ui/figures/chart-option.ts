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

function seriesOption(data: TrendData, index: number, palette: Palette, colour: string, size: number) {
  const one = data.series[index];
  const isFirst = index === 0;
  const target = data.target;
  return {
    name: one?.name,
    type: one?.kind ?? 'line',
    data: one?.values.map(drawn) ?? [],
    barMaxWidth: (22 * size) / 12,
    symbolSize: (5 * size) / 12,
    lineStyle: { width: ((isFirst ? 2 : 1.5) * size) / 12 },
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
              fontSize: size,
              position: 'insideEndTop',
            },
            data: [{ yAxis: drawn(target.value) ?? 0 }],
          },
        }
      : {}),
  };
}

/** `size`: of the type, in pixels; larger on a wall. */
export function trendOption(data: TrendData, palette: Palette, colours: readonly string[], font: string, size = 12) {
  const text = { color: palette.soft, fontFamily: font, fontSize: size };
  const line = size / 12;
  return {
    animation: false,
    textStyle: text,
    grid: { left: 8, right: 16, top: data.series.length > 1 && line === 1 ? 52 : 32 * line, bottom: 4, containLabel: true },
    legend: data.series.length > 1 ? { top: 0, right: 0, itemWidth: 14 * line, itemHeight: 8 * line, textStyle: text } : undefined,
    tooltip: {
      trigger: 'axis',
      confine: true,
      transitionDuration: 0,
      backgroundColor: palette.surface,
      borderColor: palette.hairline,
      textStyle: { ...text, color: palette.ink },
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
      nameTextStyle: { ...text, align: 'left', padding: [0, 0, 0, -24 * line] },
      splitNumber: 4,
      axisLabel: text,
      splitLine: { lineStyle: { color: palette.hairline } },
    },
    series: data.series.map((_, index) => seriesOption(data, index, palette, colours[index % colours.length] ?? palette.action, size)),
  };
}
