// The leader's cockpit in one reading: main figures, counties compared, the week's movements and warnings, all out of the ledger.
import { Type } from 'typebox';
import { addDays, addMonths } from '#kernel/declare/calendar.ts';
import type { Formula, Indicator } from '#kernel/declare/indicator.ts';
import type { Programme } from '#kernel/declare/programme.ts';
import { formatPlain } from '#kernel/exact/decimal.ts';
import { type Action, type ActionContext, action } from '#platform/http/action.ts';
import { findRegion } from '#vocabularies/regions/regions.ts';
import { Cockpit, type Course, type MainFigure, type Movement } from '../model/cockpit-shapes.ts';
import { type Period, type Value, yearBefore } from '../model/evaluate.ts';
import type { BoardLine } from '../model/target-shapes.ts';
import { timeProgress } from '../model/time-progress.ts';
import type { FiguresSetting } from '../setting.ts';
import { isPublished, newestYear, wholeYear } from './catalogue-indicator.ts';
import { warningsFor } from './cockpit-warnings.ts';
import { type Answers, type Asked, answersOf, yearUpTo } from './evaluator.ts';
import { boardOf } from './target-board.ts';

const mostFigures = 8;
/** Of them those that an office publishes. */
const mostPublished = 2;
/** Years of a published indicator in its course. */
const courseYears = 6;

const shown = (value: Value): string | null => ('known' in value ? formatPlain(value.known, 12) : null);

export interface Scene extends Answers {
  readonly today: string;
  readonly year: number;
  readonly region: string;
  readonly period: Period;
  readonly lines: readonly BoardLine[];
  readonly indicators: readonly Indicator[];
}

const monthEnds = (today: string): Period[] =>
  Array.from({ length: 12 }, (_, i) => {
    const end = i === 11 ? today : addDays(addMonths(`${today.slice(0, 7)}-01`, i - 10), -1);
    return { from: `${end.slice(0, 4)}-01-01`, to: end };
  });

const weeks = (today: string): readonly [Period, Period] => [
  { from: addDays(today, -6), to: today },
  { from: addDays(today, -13), to: addDays(today, -7) },
];

/** With a target first, in the order of the catalogue; of those without, what can be told of the whole. */
function mainIndicators(setting: FiguresSetting, lines: readonly BoardLine[]): Indicator[] {
  const all = [...setting.catalogue.indicators.values()];
  const published = [...setting.catalogue.published.values()];
  const told = (formula: Formula): boolean => formula.kind !== 'rank' && formula.kind !== 'share-of-parent';
  const aimed = new Set(lines.map(({ indicator }) => indicator));
  const own = [...all.filter(({ id }) => aimed.has(id)), ...all.filter(({ id }) => !aimed.has(id))].filter(({ formula }) => told(formula));
  const given = published.filter(({ id }) => aimed.has(id)).slice(0, mostPublished);
  return [...own.slice(0, mostFigures - given.length), ...given];
}

function figureOf({ lines, region, period, value, today, year }: Scene, indicator: Indicator): MainFigure {
  const line = lines.find((one) => one.indicator === indicator.id);
  const progress = line === undefined ? undefined : (line.rows.find((row) => row.region === region) ?? line.city);
  const own = isPublished(indicator) ? wholeYear(year) : period;
  const now = value(indicator.formula, region, own);
  const last = isPublished(indicator) ? wholeYear(year - 1) : yearBefore(period);
  return {
    indicator: indicator.id,
    name: indicator.name,
    unit: indicator.unit,
    definition: indicator.definition,
    value: shown(now),
    why: 'unknown' in now ? (progress?.why ?? now.unknown) : null,
    lastYear: shown(value(indicator.formula, region, last)),
    target: progress?.target ?? null,
    bound: progress?.bound ?? null,
    completion: progress?.completion ?? null,
    light: progress?.light ?? null,
    plan: line?.plan ?? null,
    expected: line?.hasMonths === true ? line.timeProgress : null,
    // What is counted from the first of January would fall back at the turn of the year.
    trend: (isPublished(indicator) ? [] : monthEnds(today))
      .filter(({ to }) => indicator.formula.kind === 'stock' || to >= period.from)
      .map((month) => shown(value(indicator.formula, region, month))),
  };
}

/** Ends of all months of a year. */
const monthsOf = (year: number): Period[] =>
  Array.from({ length: 12 }, (_, i) => ({ from: `${year}-01-01`, to: addDays(addMonths(`${year}-01-01`, i + 1), -1) }));

/** Of this year what has passed of it: the running month up to today, those to come not at all. */
const passedOf = (year: number, today: string): Period[] =>
  monthsOf(year)
    .filter(({ to }) => to.slice(0, 7) <= today.slice(0, 7))
    .map(({ from, to }) => ({ from, to: to < today ? to : today }));

const courseOfYears = (year: number): number[] => Array.from({ length: courseYears }, (_, i) => year - courseYears + 1 + i);

/** Periods that the course of an indicator asks for. */
function courseAsks(indicator: Indicator, year: number, today: string): Asked[] {
  const periods = isPublished(indicator) ? courseOfYears(year).map(wholeYear) : [...passedOf(year, today), ...monthsOf(year - 1)];
  return periods.map((period) => ({ formula: indicator.formula, period }));
}

function courseOf({ region, value, today, year }: Scene, indicator: Indicator): Course {
  const at = (period: Period): string | null => shown(value(indicator.formula, region, period));
  if (isPublished(indicator)) {
    const years = courseOfYears(year);
    return { labels: years.map((one) => `${one}年`), now: years.map((one) => at(wholeYear(one))), before: [] };
  }
  const now = passedOf(year, today).map(at);
  return {
    labels: monthsOf(year).map((_, i) => `${i + 1}月`),
    now: [...now, ...Array.from({ length: 12 - now.length }, () => null)],
    before: monthsOf(year - 1).map(at),
  };
}

const weekFormula = (measure: string): Formula => ({ kind: 'sum', measure });

function movementsOf(setting: FiguresSetting, { today, region, value, indicators }: Scene): Movement[] {
  const [now, before] = weeks(today);
  return [...setting.catalogue.measures.values()].flatMap((measure) => {
    const moved = [now, before].map((week) => value(weekFormula(measure.id), region, week));
    const [thisWeek, weekBefore] = moved.map(shown);
    if (thisWeek == null || weekBefore == null || (thisWeek === '0' && weekBefore === '0')) return [];
    const programme = setting.catalogue.programmes.find(
      (one: Programme) => one.postings?.some((posting) => posting.measure.id === measure.id && posting.verb === 'submit') === true,
    );
    const reads = ({ formula }: Indicator): boolean => 'measure' in formula && formula.measure === measure.id;
    return [
      {
        measure: measure.id,
        name: measure.kind === 'stock' ? `${measure.name}净增` : measure.name,
        unit: measure.unit,
        thisWeek,
        weekBefore,
        indicator: indicators.find(reads)?.id ?? null,
        submissionsOf: measure.unit === '元' ? null : (programme?.id ?? null),
      },
    ];
  });
}

/** Days whose values are compared between the counties: of what is published, the newest year of which anything is known. */
function comparedPeriods({ year, region, period, value }: Scene, indicator: Indicator): readonly [Period, Period] {
  if (!isPublished(indicator)) return [period, yearBefore(period)];
  const newest = newestYear(year, (one) => 'known' in value(indicator.formula, region, wholeYear(one))) ?? year;
  return [wholeYear(newest), wholeYear(newest - 1)];
}

function countiesOf(setting: FiguresSetting, scene: Scene, root: string, indicator: Indicator): Pick<Cockpit, 'counties' | 'comparedYear'> {
  const [now, before] = comparedPeriods(scene, indicator);
  const line = scene.lines.find((one) => one.indicator === indicator.id);
  const comparedYear = Number(now.to.slice(0, 4));
  return {
    comparedYear,
    counties: setting.countiesOf(root).map((county) => ({
      region: county,
      name: setting.regionName(county),
      shortName: setting.shortName?.(county) ?? setting.regionName(county),
      value: shown(scene.value(indicator.formula, county, now)),
      // A target of this year says nothing of a year before.
      target: comparedYear === scene.year ? (line?.rows.find((row) => row.region === county)?.target ?? null) : null,
      lastYear: shown(scene.value(indicator.formula, county, before)),
    })),
  };
}

async function cockpit(context: ActionContext, setting: FiguresSetting, compared: string | undefined): Promise<Cockpit> {
  const { today, actor } = context;
  const year = Number(today.slice(0, 4));
  const region = actor.scope === 'regions' ? (actor.regions[0] ?? actor.root) : actor.root;
  const lines = await boardOf(context, setting, { year, asOf: today, known: null });
  const period = yearUpTo(year, today);
  const indicators = [...setting.catalogue.indicators.values()];
  const mains = mainIndicators(setting, lines);
  const chosen = [...indicators, ...mains].find(({ id }) => id === compared) ?? mains[0];
  const yearEnd = { from: period.from, to: `${year}-12-31` };
  const asked: Asked[] = [
    ...indicators.flatMap(({ formula }) => [period, yearBefore(period), yearEnd].map((one) => ({ formula, period: one }))),
    ...mains.filter((one) => !isPublished(one)).flatMap(({ formula }) => monthEnds(today).map((one) => ({ formula, period: one }))),
    ...mains.filter(isPublished).flatMap(({ formula }) => [year, year - 1].map((one) => ({ formula, period: wholeYear(one) }))),
    ...[...setting.catalogue.measures.keys()].flatMap((measure) =>
      weeks(today).map((one) => ({ formula: weekFormula(measure), period: one })),
    ),
    ...(chosen === undefined ? [] : courseAsks(chosen, year, today)),
  ];
  const answers = await answersOf(context.db, setting, actor.root, asked);
  const scene: Scene = { today, year, region, period, lines, indicators, ...answers };
  return {
    asOf: today,
    at: context.now.toISOString(),
    year,
    region,
    regionName: setting.regionName(region),
    timeProgress: formatPlain(timeProgress(year, today, null), 6),
    isFictional: findRegion(actor.root)?.fictional === true,
    weekFrom: weeks(today)[0].from,
    figures: mains.map((indicator) => figureOf(scene, indicator)),
    compared: chosen?.id ?? '',
    ...(chosen === undefined ? { counties: [], comparedYear: year } : countiesOf(setting, scene, actor.root, chosen)),
    course: chosen === undefined ? { labels: [], now: [], before: [] } : courseOf(scene, chosen),
    movements: movementsOf(setting, scene),
    warnings: await warningsFor(context, setting, scene),
  };
}

export const cockpitActions = (setting: FiguresSetting): Action[] => [
  action({
    id: 'figures.cockpit',
    method: 'GET',
    path: '/figures/cockpit',
    summary: '领导驾驶舱：主要指标、县区比较、本周变化和预警，每项都能打开到记录',
    permission: 'figures/indicator:read',
    query: Type.Object({ compared: Type.Optional(Type.String({ maxLength: 120 })) }),
    reply: Cockpit,
    handle: (context, { query }) => cockpit(context, setting, query.compared),
  }),
];
