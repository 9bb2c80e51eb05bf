// What the cockpit says of a figure: against target, time and last year, each with the way to where it is shown; and where a movement leads.
import type { Comparison } from '#ui/figures/big-figure.tsx';
import type { TrendData } from '#ui/figures/trend-chart.tsx';
import { completedShare, formatPercent, growth, pointChange, UNKNOWN } from '#ui/format.ts';
import type { Tone } from '#ui/page/status.tsx';
import { entriesHref } from '../model/addresses.ts';
import type { Cockpit, CountyFigure, MainFigure, Movement, Warning } from '../model/cockpit-shapes.ts';
import { saidTarget, withUnit } from './target-words.tsx';
import { chartScale } from './value-text.ts';

export const lightTone = { GREEN: 'good', YELLOW: 'warn', RED: 'bad' } as const;
const lightWord = { GREEN: '达到', YELLOW: '略低于', RED: '落后于' } as const;

/** A plan by months asks for something else than the share of the year that has passed; it is said, or the light could not be understood. */
export function lightWords({ light, expected }: Pick<MainFigure, 'light' | 'expected'>): string | null {
  if (light === null) return null;
  return expected === null ? `${lightWord[light]}时间进度` : `${lightWord[light]}分月计划的${formatPercent(expected, 1)}`;
}

export function lastYearWords({ unit, value, lastYear }: Pick<MainFigure, 'unit' | 'value' | 'lastYear'>): string | null {
  if (value === null || lastYear === null) return null;
  const words = unit === '%' ? pointChange(value, lastYear) : growth(value, lastYear);
  return /^(增长|下降|提高|持平)/.test(words) ? `比上年同期${words}` : `上年同期为${withUnit(unit, lastYear)}`;
}

export function targetWords({ unit, target, bound, value, completion }: MainFigure): string | null {
  if (target === null) return null;
  const done = unit === '%' ? (completion === null ? UNKNOWN : formatPercent(completion, 1)) : completedShare(value, target);
  return `目标${saidTarget(unit, target, bound)}${done === UNKNOWN || value === null ? '' : `，完成${done}`}`;
}

export function comparisonsOf(figure: MainFigure, year: number): Comparison[] {
  const { why, light, plan, indicator } = figure;
  const [target, pace, last] = [targetWords(figure), lightWords(figure), lastYearWords(figure)];
  const toPlan = plan === null ? {} : { href: `/figures/targets/${plan}` };
  return [
    ...(why === null ? [] : [{ text: why, tone: 'off' as const }]),
    ...(target === null ? [] : [{ text: target, ...toPlan }]),
    ...(pace === null || light === null ? [] : [{ text: pace, tone: lightTone[light], ...toPlan }]),
    ...(last === null ? [] : [{ text: last, href: `/figures/${indicator}?year=${year - 1}` }]),
  ];
}

/** Unknown last. */
export const byValue = (a: { value: string | null }, b: { value: string | null }): number =>
  Number(b.value ?? Number.NEGATIVE_INFINITY) - Number(a.value ?? Number.NEGATIVE_INFINITY);

export function changeWords(unit: string, { value, lastYear }: Pick<CountyFigure, 'value' | 'lastYear'>): string {
  if (value === null || lastYear === null) return '—';
  return unit === '%' ? pointChange(value, lastYear) : growth(value, lastYear).replace('基数为零或负，不计增速', '—');
}

export const chosenOf = (cockpit: Cockpit): MainFigure | undefined =>
  cockpit.figures.find((figure) => figure.indicator === cockpit.compared) ?? cockpit.figures[0];

/** Year by year, or this year's months beside those of the last, with the target as a line. */
export function courseData({ course, year }: Cockpit, { name, unit, target }: MainFigure): TrendData {
  const values = [...course.now, ...course.before, target].map((value) => ({ value, why: null }));
  const scale = chartScale({ unit }, values);
  const of = (value: string | null) => scale.of({ value, why: null });
  const isByYear = course.before.length === 0;
  const aim = of(target);
  return {
    labels: course.labels,
    unit: scale.unit,
    places: scale.places,
    series: isByYear
      ? [{ name, kind: 'bar', values: course.now.map(of) }]
      : [
          { name: `${year}年`, kind: 'bar', values: course.now.map(of) },
          { name: `${year - 1}年`, kind: 'line', values: course.before.map(of) },
        ],
    ...(aim === null ? {} : { target: { name: '目标', value: aim } }),
  };
}

/** What a movement is called leads to what it is part of; its numbers lead to the entries. */
export function movementHref(movement: Movement, cockpit: Cockpit): string {
  const { indicator, submissionsOf } = movement;
  const { weekFrom, asOf, year } = cockpit;
  if (submissionsOf !== null) return `/casework/cases?view=custom&programme=${submissionsOf}&submitted=${weekFrom}..${asOf}`;
  if (indicator !== null) return `/figures/${indicator}?year=${year}&month=${asOf.slice(5, 7)}`;
  return entriesOf(movement, cockpit, weekFrom, asOf);
}

export const entriesOf = ({ measure }: Movement, { region }: Cockpit, from: string, to: string): string =>
  entriesHref(measure, from, to, region);

export const warningKinds: Readonly<Record<Warning['kind'], readonly [Tone, string]>> = {
  expiry: ['warn', '到期'],
  shrink: ['warn', '总量'],
  fall: ['bad', '下滑'],
  'city-behind': ['bad', '落后'],
  behind: ['warn', '县区'],
};
