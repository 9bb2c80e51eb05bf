// Warnings of the cockpit, out of the ledger: what runs out, a stock that will shrink, a rate that falls, counties behind time.
import { addDays } from '#kernel/declare/calendar.ts';
import type { Formula } from '#kernel/declare/indicator.ts';
import { formatPlain } from '#kernel/exact/decimal.ts';
import type { ActionContext } from '#platform/http/action.ts';
import { entriesHref } from '../model/addresses.ts';
import type { Warning } from '../model/cockpit-shapes.ts';
import {
  behindWarnings,
  type Expiring,
  expiryWarnings,
  fallWarning,
  type Leaving,
  leavingWarnings,
  type PartFigure,
  shrinkWarning,
} from '../model/cockpit-warnings.ts';
import { type Evaluated, yearBefore } from '../model/evaluate.ts';
import type { FiguresSetting } from '../setting.ts';
import { readLeaving } from '../store/read-ahead.ts';
import type { Scene } from './cockpit.ts';

/** Days ahead in which a title that runs out is told. */
const expiryDays = 90;
const mostCounties = 4;

interface Ahead {
  readonly expiring: readonly Expiring[];
  readonly leaving: readonly Leaving[];
}

/** What titles and registers lose between two days. */
async function aheadOf(context: ActionContext, setting: FiguresSetting, regions: readonly string[], until: string): Promise<Ahead> {
  const titled = setting.catalogue.programmes.flatMap(({ stocks: own = [] }) => own);
  const ofTitles = new Set(titled.map(({ measure }) => measure.id));
  const others = [...setting.catalogue.measures.values()].filter(({ id, kind }) => kind === 'stock' && !ofTitles.has(id));
  const from = addDays(context.today, 1);
  const asked = [...ofTitles, ...others.map(({ id }) => id)];
  const counts = await readLeaving(context.db, context.actor.root, asked, regions, from, until);
  return {
    expiring: titled.map(({ measure, title }) => ({
      title: title.id,
      titleName: title.name,
      unit: measure.unit,
      count: counts.get(measure.id) ?? '0',
    })),
    leaving: others.map(({ id, name, unit }) => ({ measure: id, name, unit, count: counts.get(id) ?? '0' })),
  };
}

/** The sums of a ratio, each in the unit of its measure. */
function partsOf({ parts }: Evaluated, setting: FiguresSetting): PartFigure[] {
  return parts.map(({ formula, value }) => ({
    value: 'known' in value ? formatPlain(value.known, 12) : null,
    unit: 'measure' in formula ? (setting.catalogue.measures.get(formula.measure)?.unit ?? '') : '',
  }));
}

const measureOf = (formula: Formula): string => ('measure' in formula ? formula.measure : '');

export async function warningsFor(context: ActionContext, setting: FiguresSetting, scene: Scene): Promise<Warning[]> {
  const { indicators, value, open, region, period, year, lines, today } = scene;
  const [from, until, yearEnd] = [addDays(today, 1), addDays(today, expiryDays), `${year}-12-31`];
  const counties = setting.countiesOf(context.actor.root);
  // What belongs to the whole city is registered under its own code.
  const regions = region === context.actor.root ? [...counties, region] : [region];
  const { expiring, leaving } = await aheadOf(context, setting, regions, until);
  const end = { from: `${year}-01-01`, to: yearEnd };
  return [
    ...expiryWarnings(expiring, from, until, expiryDays),
    ...leavingWarnings(leaving, region, from, until, expiryDays),
    ...indicators
      .filter(({ formula }) => formula.kind === 'stock')
      .flatMap((indicator) => {
        const href = entriesHref(measureOf(indicator.formula), from, yearEnd, region);
        return shrinkWarning(indicator, value(indicator.formula, region, period), value(indicator.formula, region, end), year, href);
      }),
    ...indicators
      .filter(({ formula }) => formula.kind === 'ratio')
      .flatMap((indicator) => {
        const [now, last] = [period, yearBefore(period)].map((days) => open(indicator.formula, region, days));
        if (now === undefined || last === undefined) return [];
        return fallWarning(indicator, now.value, last.value, year, [partsOf(now, setting), partsOf(last, setting)]);
      }),
    ...behindWarnings(lines, year, mostCounties),
  ];
}
