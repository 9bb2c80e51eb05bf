// The leader's cockpit in one reading: main figures, counties compared, the week's movements and warnings, all out of the ledger.
import { Type } from 'typebox';
import { addDays, addMonths } from '#kernel/declare/calendar.ts';
import type { Formula, Indicator } from '#kernel/declare/indicator.ts';
import type { Programme } from '#kernel/declare/programme.ts';
import { formatPlain } from '#kernel/exact/decimal.ts';
import { type Action, type ActionContext, action } from '#platform/http/action.ts';
import { findRegion } from '#vocabularies/regions/regions.ts';
import { Cockpit, type MainFigure, type Movement, type Warning } from '../model/cockpit-shapes.ts';
import { behindWarnings, type Expiring, expiryWarnings, fallWarning, shrinkWarning } from '../model/cockpit-warnings.ts';
import { type Period, type Value, yearBefore } from '../model/evaluate.ts';
import type { BoardLine } from '../model/target-shapes.ts';
import { timeProgress } from '../model/time-progress.ts';
import type { FiguresSetting } from '../setting.ts';
import { readLeaving } from '../store/read-ahead.ts';
import { isPublished, wholeYear } from './catalogue-indicator.ts';
import { type Asked, type Evaluator, evaluatorOf, yearUpTo } from './evaluator.ts';
import { boardOf } from './target-board.ts';

const mostFigures = 8;
/** Of them those that an office publishes. */
const mostPublished = 2;
/** Days ahead in which a title that runs out is told. */
const expiryDays = 90;
const mostCounties = 4;

const shown = (value: Value): string | null => ('known' in value ? formatPlain(value.known, 12) : null);

interface Scene {
  readonly today: string;
  readonly year: number;
  readonly region: string;
  readonly period: Period;
  readonly lines: readonly BoardLine[];
  readonly indicators: readonly Indicator[];
  readonly value: Evaluator;
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
    // What is counted from the first of January would fall back at the turn of the year.
    trend: (isPublished(indicator) ? [] : monthEnds(today))
      .filter(({ to }) => indicator.formula.kind === 'stock' || to >= period.from)
      .map((month) => shown(value(indicator.formula, region, month))),
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

async function expiringOf(context: ActionContext, setting: FiguresSetting, regions: readonly string[], until: string): Promise<Expiring[]> {
  const stocks = setting.catalogue.programmes.flatMap(({ stocks: own = [] }) => own);
  const leaving = await readLeaving(
    context.db,
    context.actor.root,
    stocks.map(({ measure }) => measure.id),
    regions,
    addDays(context.today, 1),
    until,
  );
  return stocks.map(({ measure, title }) => ({
    title: title.id,
    titleName: title.name,
    unit: measure.unit,
    count: leaving.get(measure.id) ?? '0',
  }));
}

function warningsOf(
  { indicators, value, region, period, year, lines, today }: Scene,
  expiring: readonly Expiring[],
  until: string,
): Warning[] {
  const end = { from: `${year}-01-01`, to: `${year}-12-31` };
  return [
    ...expiryWarnings(expiring, addDays(today, 1), until, expiryDays),
    ...indicators
      .filter(({ formula }) => formula.kind === 'stock')
      .flatMap((indicator) =>
        shrinkWarning(indicator, value(indicator.formula, region, period), value(indicator.formula, region, end), year),
      ),
    ...indicators
      .filter(({ formula }) => formula.kind === 'ratio')
      .flatMap((indicator) =>
        fallWarning(indicator, value(indicator.formula, region, period), value(indicator.formula, region, yearBefore(period)), year),
      ),
    ...behindWarnings(lines, year, mostCounties),
  ];
}

async function cockpit(context: ActionContext, setting: FiguresSetting, compared: string | undefined): Promise<Cockpit> {
  const { today, actor } = context;
  const year = Number(today.slice(0, 4));
  const region = actor.scope === 'regions' ? (actor.regions[0] ?? actor.root) : actor.root;
  const lines = await boardOf(context, setting, { year, asOf: today, known: null });
  const period = yearUpTo(year, today);
  const indicators = [...setting.catalogue.indicators.values()];
  const mains = mainIndicators(setting, lines);
  const yearEnd = { from: period.from, to: `${year}-12-31` };
  const asked: Asked[] = [
    ...indicators.flatMap(({ formula }) => [period, yearBefore(period), yearEnd].map((one) => ({ formula, period: one }))),
    ...mains.filter((one) => !isPublished(one)).flatMap(({ formula }) => monthEnds(today).map((one) => ({ formula, period: one }))),
    ...mains.filter(isPublished).flatMap(({ formula }) => [year, year - 1].map((one) => ({ formula, period: wholeYear(one) }))),
    ...[...setting.catalogue.measures.keys()].flatMap((measure) =>
      weeks(today).map((one) => ({ formula: weekFormula(measure), period: one })),
    ),
  ];
  const value = await evaluatorOf(context.db, setting, actor.root, asked);
  const scene: Scene = { today, year, region, period, lines, indicators, value };
  const until = addDays(today, expiryDays);
  const counties = setting.countiesOf(actor.root);
  const expiring = await expiringOf(context, setting, region === actor.root ? counties : [region], until);
  const chosen = [...indicators, ...mains].find(({ id }) => id === compared) ?? mains[0];
  const line = lines.find((one) => one.indicator === chosen?.id);
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
    counties:
      chosen === undefined
        ? []
        : counties.map((county) => ({
            region: county,
            name: setting.regionName(county),
            value: shown(value(chosen.formula, county, isPublished(chosen) ? wholeYear(year) : period)),
            target: line?.rows.find((row) => row.region === county)?.target ?? null,
            lastYear: shown(value(chosen.formula, county, isPublished(chosen) ? wholeYear(year - 1) : yearBefore(period))),
          })),
    movements: movementsOf(setting, scene),
    warnings: warningsOf(scene, expiring, until),
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
