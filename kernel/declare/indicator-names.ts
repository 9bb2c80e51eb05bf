// Finds the indicator that a name means and the reading of it: 研发投入占全省比重 is the share of one indicator, not another one.
import type { Indicator } from './indicator.ts';
import type { PublishedIndicator } from './published-indicator.ts';
import type { Catalogue } from './system.ts';

/** What is said of an indicator. Only `value` is entered; the rest follows from values. */
export type Reading = 'value' | 'net-change' | 'growth' | 'share' | 'rank' | 'rank-change' | 'point-change' | 'against-parent' | 'multiple';

export const readingText: Readonly<Record<Reading, string>> = {
  value: '数值',
  'net-change': '净增',
  growth: '增速',
  share: '占上级比重',
  rank: '位次',
  'rank-change': '位次变化',
  'point-change': '比上年提高的百分点',
  'against-parent': '与上级平均之差',
  multiple: '倍数',
};

export const plainName = (name: string): string =>
  name
    .normalize('NFKC')
    .replace(/\([^()]*\)$/, '')
    .replace(/[\s()“”"'·:：、,，及和]/g, '')
    .toLowerCase();

const said: readonly (readonly [RegExp, Reading])[] = [
  [/(?:排位|位次|排名)变化$/, 'rank-change'],
  [/(?:在?全[省国市])?(?:排名|位次|排位)$/, 'rank'],
  [/占全[省市国](?:的)?(?:总量|申报总数)?(?:比重|比例|份额)?$/, 'share'],
  [/与全[省国市](?:平均)?(?:水平)?之差$/, 'against-parent'],
  [/比上年变化$/, 'point-change'],
  [/(?:增长)?倍数$/, 'multiple'],
  [/(?:同比)?(?:增速|增幅|增长率)$/, 'growth'],
  [/(?:净增数|净增|新增数|变化)$/, 'net-change'],
];

/** The name without what a reading adds to it, and the reading. */
export function readingOf(name: string): { readonly bare: string; readonly reading: Reading } {
  const plain = plainName(name);
  for (const [ending, reading] of said) {
    const bare = plain.replace(ending, '');
    if (bare !== plain && bare !== '') return { bare, reading };
  }
  return { bare: plain, reading: 'value' };
}

const endings = /(?:总数|总量|总额|数量|家数|项数|人数|个数|次数|场次|金额|数|量)$/;
const stem = (name: string): string => name.replace(endings, '');

export interface Meant {
  readonly indicator: Indicator;
  readonly reading: Reading;
  /** False where the name only holds the name of the indicator beside other words: a person has to look. */
  readonly isSure: boolean;
}

/** Unit and nature help where a name alone leads to several. */
export type Meaning = (name: string, unit?: string, nature?: PublishedIndicator['nature'] | 'new') => Meant | undefined;

const kindOf = (unit: string): string => (unit.endsWith('元') ? 'money' : ['%', '‰', '个百分点'].includes(unit) ? 'part' : 'count');

const natureOf = (indicator: Indicator): string =>
  'nature' in indicator
    ? String(indicator.nature)
    : indicator.formula.kind === 'stock'
      ? 'stock'
      : indicator.formula.kind === 'ratio'
        ? 'rate'
        : 'flow';

/** Readings that say nothing of the unit of what they are of. */
const freeOfUnit: readonly Reading[] = ['growth', 'share', 'rank', 'rank-change', 'multiple'];

/** Its own names, and those of the measure that it sums or counts. */
function namesOf({ name, aliases = [], formula }: Indicator, measures: Catalogue['measures']): readonly string[] {
  const measure = formula.kind === 'sum' || formula.kind === 'stock' ? measures.get(formula.measure) : undefined;
  return [name, ...aliases, ...(measure === undefined ? [] : [measure.name, ...(measure.aliases ?? [])])];
}

export function meaningOf(catalogue: Pick<Catalogue, 'measures' | 'indicators' | 'published'>): Meaning {
  // A growth or a rank that a system declares is a reading of another indicator.
  const plain = [...catalogue.indicators.values(), ...catalogue.published.values()].filter(
    ({ formula }) => !['growth', 'share-of-parent', 'rank', 'change'].includes(formula.kind),
  );
  const byName = new Map<string, Set<Indicator>>();
  const add = (key: string, indicator: Indicator): void => {
    byName.set(key, (byName.get(key) ?? new Set()).add(indicator));
  };
  for (const indicator of plain) {
    for (const name of namesOf(indicator, catalogue.measures).map(plainName)) {
      add(name, indicator);
      add(stem(name), indicator);
    }
  }
  const held = [...byName.keys()].filter((key) => key.length >= 4).sort((a, b) => b.length - a.length);
  return (name, unit, nature) => {
    const full = plainName(name);
    const { bare, reading } = readingOf(name);
    const fits = (indicator: Indicator, as: Reading): boolean =>
      (unit === undefined || freeOfUnit.includes(as) || kindOf(unit) === kindOf(indicator.unit)) &&
      (nature !== 'new' || natureOf(indicator) !== 'stock');
    const first = (found: Iterable<Indicator> | undefined, as: Reading): Indicator | undefined => {
      const all = [...(found ?? [])].filter((indicator) => fits(indicator, as));
      return all.find((indicator) => natureOf(indicator) === (nature === 'new' ? 'flow' : nature)) ?? all[0];
    };
    for (const [key, as] of [
      [full, 'value'],
      [bare, reading],
      [stem(bare), reading],
    ] as const) {
      const indicator = first(byName.get(key), as);
      if (indicator !== undefined) return { indicator, reading: as, isSure: true };
      const fresh = nature === 'new' ? first(byName.get(`新增${key}`), as) : undefined;
      if (fresh !== undefined) return { indicator: fresh, reading: as, isSure: true };
    }
    for (const key of held) {
      if (!bare.includes(key)) continue;
      const indicator = first(byName.get(key), reading);
      if (indicator !== undefined) return { indicator, reading, isSure: false };
    }
    return undefined;
  };
}
