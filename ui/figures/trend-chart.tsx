// A trend over periods, as a chart and, for those who want the numbers, as a table.
import { lazy, Suspense, useMemo } from 'react';
import { formatNumber } from '../format.ts';
import { paletteOf, useThemeMode } from '../theme-mode.ts';
import { series as colours, fonts } from '../tokens.ts';
import { type TrendData, trendOption } from './chart-option.ts';
import './figures.css';

export type { TrendData, TrendSeries } from './chart-option.ts';

const ChartEngine = lazy(() => import('./chart-engine.tsx'));

export interface TrendChartProps {
  readonly title: string;
  /** What the chart says, in one sentence; read out instead of the picture. */
  readonly says?: string;
  readonly data: TrendData;
  readonly height?: number;
  /** Size of the type in pixels: larger on a wall, where nobody opens the table below. */
  readonly size?: number;
  /** Opens what is behind a point; the page offers the same by link, for those who don't use a mouse. */
  readonly onOpen?: (series: number, label: number) => void;
}

export function TrendChart({ title, says, data, height = 240, size, onOpen }: TrendChartProps) {
  const mode = useThemeMode();
  const option = useMemo(() => trendOption(data, paletteOf(mode), colours[mode], fonts.text, size), [data, mode, size]);
  return (
    <figure className="kc-chart kc-keep">
      <figcaption>
        <b>{title}</b>
        {says && <span>{says}</span>}
      </figcaption>
      <div aria-hidden="true">
        <Suspense fallback={<div className="kc-chart-wait" style={{ height }} />}>
          <ChartEngine option={option} height={height} onOpen={onOpen} />
        </Suspense>
      </div>
      <details className="kc-chart-data kc-no-print">
        <summary>查看数据</summary>
        <table className="kc-bars">
          <thead>
            <tr>
              <th scope="col">时期</th>
              {data.series.map((one) => (
                <th key={one.name} scope="col" className="kc-num">
                  {one.name}
                  <span className="kc-unit">（{data.unit}）</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {data.labels.map((label, index) => (
              <tr key={label}>
                <th scope="row">{label}</th>
                {data.series.map((one) => (
                  <td key={one.name} className="kc-num">
                    {formatNumber(one.values[index] ?? null, data.places)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  );
}
