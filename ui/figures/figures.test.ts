// Charts and ranks say what is known and leave a gap for what is not.
import { expect, test } from 'vitest';
import { light, series } from '../tokens.ts';
import { trendOption } from './chart-option.ts';
import { placeChange } from './rank-table.tsx';
import { barShare, placesOf } from './region-bars.tsx';
import { sparkPaths } from './spark-path.ts';

test('a line is broken where a value is unknown', () => {
  const { paths, end } = sparkPaths(['1', '2', null, '4', '5'], 120, 32);
  expect(paths).toHaveLength(2);
  expect(end?.y).toBe(3);
  expect(sparkPaths([null, null], 120, 32)).toEqual({ paths: [], end: undefined });
  expect(sparkPaths(['7', '7'], 120, 32).end?.y).toBe(16);
});

test('equal values share a place, the next one skips, and the unknown has none', () => {
  expect(placesOf([{ value: '9' }, { value: '5' }, { value: '5' }, { value: '1' }, { value: null }])).toEqual([1, 2, 2, 4, null]);
  expect([placeChange(3, 5), placeChange(5, 3), placeChange(2, 2), placeChange(2, null)]).toEqual(['上升 2 位', '下降 2 位', '持平', '—']);
});

test('a bar is never longer than its track and an unknown value has none', () => {
  expect([barShare('50', 100), barShare('500', 100), barShare('-5', 100), barShare(null, 100), barShare('5', 0)]).toEqual([
    50, 100, 0, 0, 0,
  ]);
});

test('a chart keeps unknown values as gaps and marks the target once', () => {
  const option = trendOption(
    {
      labels: ['1月', '2月'],
      unit: '亿元',
      series: [
        { name: '今年', values: ['1.5', null] },
        { name: '去年', values: ['1', '2'] },
      ],
      target: { name: '目标', value: '3' },
    },
    light,
    series.light,
    'sans-serif',
  );
  expect(option.series.map((one) => one.data)).toEqual([
    [1.5, null],
    [1, 2],
  ]);
  expect(option.series.filter((one) => 'markLine' in one)).toHaveLength(1);
});
