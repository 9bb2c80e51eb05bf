// Indicators whose values are published elsewhere and given as observations: what each counts, who publishes it, and for which year.
import type { Formula, Indicator } from './indicator.ts';
import type { Domain } from './system.ts';

/** `stock`: at the end of a year. `flow`: within a year. `rate`: a fraction. `index`: a number of points. */
export type Nature = 'stock' | 'flow' | 'rate' | 'index';

/** When the value of a year becomes known: within the year and soon after, or with the statistics of the year after. */
export type Timing = 'same-year' | 'lags-a-year';

export const timingText: Readonly<Record<Timing, string>> = { 'same-year': '当年公布当年数', 'lags-a-year': '次年公布上年数' };

export interface PublishedIndicator extends Indicator {
  readonly domain: Domain;
  readonly nature: Nature;
  readonly publisher: string;
  readonly timing: Timing;
  /** Two indicators by this name that count differently are told apart by it. */
  readonly calibre?: string;
  /** What others are measured by, such as output and population: no result of the bureau's own work. */
  readonly isBackground?: boolean;
}

export interface Publishing {
  readonly publisher: string;
  readonly timing?: Timing;
  readonly direction?: Indicator['direction'];
  readonly calibre?: string;
  readonly isBackground?: boolean;
  /** How it follows from others where nobody has published it: indicators by id, as `observed`. */
  readonly formula?: Formula;
}

/** The value that was published for a region and a year. */
export const observed = (indicator: string): Formula => ({ kind: 'observed', indicator });

const split = (names: string): readonly string[] => names.split(' ').filter((name) => name !== '');

/** Makes the indicators of one domain that one office publishes; `aliases` are set apart by spaces. */
export const publishing =
  (domain: Domain, usual: Publishing) =>
  (
    id: string,
    name: string,
    unit: string,
    nature: Nature,
    definition: string,
    aliases = '',
    own: Partial<Publishing> = {},
  ): PublishedIndicator => ({
    timing: 'same-year',
    direction: 'up',
    formula: observed(id),
    ...usual,
    ...own,
    id,
    name,
    aliases: split(aliases),
    unit,
    nature,
    domain,
    definition,
  });

export const levelNames = { national: '国家级', provincial: '省级', municipal: '市级' } as const;
export type Level = keyof typeof levelNames;

/** Ways to write a level before the name of a carrier: 省级重点实验室, 省重点实验室. */
const shortLevels: Readonly<Record<Level, string>> = { national: '国家', provincial: '省', municipal: '市' };

/** What is counted by level: how many there are at the end of the year, and how many are new in it, over all levels and at each. */
export function byLevel(
  make: ReturnType<typeof publishing>,
  id: string,
  thing: string,
  unit: string,
  levels: readonly Level[],
  aliases = '',
): readonly PublishedIndicator[] {
  const others = split(aliases);
  const pair = (at: string, prefixes: readonly string[], says: string): readonly PublishedIndicator[] => {
    const names = prefixes.flatMap((prefix) => [thing, ...others].map((other) => `${prefix}${other}`));
    const [first = thing] = names;
    const fresh = names.flatMap((name) => [`新增${name}`, `新认定${name}`, `新备案${name}`, `认定${name}`]);
    return [
      make(at, `${first}数`, unit, 'stock', `年末有效的${says}${thing}`, names.join(' ')),
      make(`${at}-new`, `新增${first}数`, unit, 'flow', `年内新认定（备案）的${says}${thing}`, fresh.join(' ')),
    ];
  };
  return [
    ...pair(id, [''], '各级'),
    ...levels.flatMap((level) => pair(`${id}-${level}`, [levelNames[level], shortLevels[level]], levelNames[level])),
  ];
}
