// The chart library, cut to what is used and drawn as SVG so that it prints sharp; loaded only where a chart stands.
import { BarChart, LineChart } from 'echarts/charts';
import { GridComponent, LegendComponent, MarkLineComponent, TooltipComponent } from 'echarts/components';
import { type EChartsCoreOption, init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';

use([BarChart, LineChart, GridComponent, LegendComponent, MarkLineComponent, TooltipComponent, SVGRenderer]);

export interface ChartEngineProps {
  readonly option: EChartsCoreOption;
  readonly height: number;
  /** A point was clicked, told by its series and its label. */
  readonly onOpen?: ((series: number, label: number) => void) | undefined;
}

export default function ChartEngine({ option, height, onOpen }: ChartEngineProps) {
  const place = useRef<HTMLDivElement>(null);
  // Another function on each drawing of the page is no reason to make the chart anew.
  const open = useRef(onOpen);
  open.current = onOpen;
  useEffect(() => {
    const box = place.current;
    if (!box) return;
    const chart = init(box, undefined, { renderer: 'svg' });
    chart.setOption(option);
    chart.on('click', ({ seriesIndex, dataIndex }) => {
      if (seriesIndex !== undefined) open.current?.(seriesIndex, dataIndex);
    });
    // On paper the box is narrower than on the screen: with a view box the drawing shrinks with it. Where the browser still tells of the
    // new width, no frame is drawn any more before the sheet is taken, so the drawing is made at once.
    const frame = () => box.querySelector('svg')?.setAttribute('viewBox', `0 0 ${chart.getWidth()} ${chart.getHeight()}`);
    const watch = new ResizeObserver(() => {
      chart.resize();
      chart.getZr().flush();
      frame();
    });
    frame();
    watch.observe(box);
    return () => {
      watch.disconnect();
      chart.dispose();
    };
  }, [option]);
  return <div ref={place} className="kc-chart-box" style={{ height }} />;
}
