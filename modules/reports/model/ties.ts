// Suggests which indicator of the catalogue a figure belongs to, by names, aliases and the reader's lexicon; a person decides.

import type { Formula, Indicator } from '#kernel/declare/indicator.ts';
import { type Meaning, meaningOf } from '#kernel/declare/indicator-names.ts';
import type { Catalogue } from '#kernel/declare/system.ts';
import type { Facts } from './facts.ts';
import { indicatorNamed } from './reader/lexicon/indicators.ts';

export interface Tie {
  readonly indicator: string;
  /** True where the name says it; false where only the reader's lexicon saw a likeness. */
  readonly isSure: boolean;
}

type Shape = 'stock' | 'sum' | 'change' | 'growth' | 'ratio' | 'difference';

/** Shares of the parent and ranks are left to a person: which parent, among whom, no name tells. */
const shapeOf = (formula: Formula): Shape | undefined =>
  formula.kind === 'share-of-parent' || formula.kind === 'rank' || formula.kind === 'observed' ? undefined : formula.kind;

/** The shape of formula whose value such a figure can be. */
function shapeOfFacts({ kind, measure, unit, status }: Facts): Shape | undefined {
  if (status === 'requirement') return undefined;
  if (kind === 'yoy_growth') return 'growth';
  if (kind === 'ratio' || kind === 'share') return 'ratio';
  if (kind === 'change') return (measure === 'net_change' || measure === 'difference') && unit !== '个百分点' ? 'change' : undefined;
  if (kind !== 'level' && kind !== 'target') return undefined;
  if (measure === 'stock' || measure === 'cumulative') return 'stock';
  if (measure === 'flow' || measure === 'new') return 'sum';
  if (measure === 'net_change') return 'change';
  return measure === 'rate' ? 'ratio' : undefined;
}

const isMoney = (unit: string): boolean => unit.endsWith('元');
const isPart = (unit: string): boolean => unit === '%' || unit === '‰';

/** Money with money, shares with shares, and any measure word with any other: 家 and 户 count the same things. */
function unitsAgree(indicator: string, figure: string | null): boolean {
  if (figure === null) return !isMoney(indicator) && !isPart(indicator);
  return isMoney(indicator) === isMoney(figure) && isPart(indicator) === isPart(figure) && (figure === '位') === (indicator === '位');
}

const ENDINGS: Readonly<Record<Shape, RegExp>> = {
  stock: /(?:总数|总量|数量|数|量)$/,
  sum: /(?:总数|总量|数量|数|量)$/,
  change: /(?:净增数|净增量|净增|新增数|增量|增加数)$/,
  growth: /(?:同比)?(?:增速|增长率|增幅)$/,
  ratio: /$/,
  difference: /$/,
};

const plain = (name: string): string => name.normalize('NFKC').replace(/[\s()（）“”"]/g, '');

/** The thing itself, without what the shape adds to its name. */
const bareName = (name: string, shape: Shape): string =>
  plain(name)
    .replace(shape === 'change' ? /^净增加?/ : /^$/, '')
    .replace(ENDINGS[shape], '')
    .replace(ENDINGS.stock, '');

/** 申报高新技术企业 and 高新技术企业申报数 say the same in another order. */
const unordered = (name: string): string => [...name].sort().join('');

const keysOf = (name: string, shape: Shape): readonly string[] => {
  const bare = bareName(name, shape);
  return bare === '' ? [] : [`${shape}|name|${bare}`, `${shape}|bag|${unordered(bare)}`];
};

const lexiconOf = (name: string, shape: Shape): string | undefined =>
  (indicatorNamed(plain(name)) ?? indicatorNamed(bareName(name, shape)))?.id;

export interface TieIndex {
  tie(facts: Facts, lexiconId: string | null): Tie | null;
}

/** Names under which the thing that an indicator counts is known: its own, its measures', and those of plain indicators of the same measure. */
function namesOf(indicator: Indicator, catalogue: Catalogue): readonly string[] {
  const own = [indicator.name, ...(indicator.aliases ?? [])];
  const { formula } = indicator;
  const of = formula.kind === 'growth' ? formula.of : formula;
  if (of.kind !== 'stock' && of.kind !== 'sum' && of.kind !== 'change') return own;
  const measure = catalogue.measures.get(of.measure);
  const counted = measure === undefined ? [] : [measure.name, ...(measure.aliases ?? [])];
  const sisters = [...catalogue.indicators.values()].filter(
    ({ formula: other }) => (other.kind === 'stock' || other.kind === 'sum') && other.measure === of.measure,
  );
  return [...own, ...counted, ...sisters.flatMap((sister) => [sister.name, ...(sister.aliases ?? [])])];
}

const NATURES = { stock: 'stock', cumulative: 'stock', flow: 'flow', new: 'new', rate: 'rate', share: 'rate' } as const;
type Natured = keyof typeof NATURES;
const isNatured = (measure: string): measure is Natured => measure in NATURES;

/** What is only ever published (产值, GDP, 专利授权量): by its own names, never by likeness; growth, ranks and parts of it are readings, not values. */
function publishedTie(catalogue: Catalogue, meaning: Meaning, { indicator: name, kind, measure, unit, status }: Facts): Tie | null {
  if (status === 'requirement' || unit === null || !['level', 'target', 'ratio', 'share'].includes(kind) || !isNatured(measure))
    return null;
  // A name may keep the verb behind it: 地区生产总值完成.
  const meant = meaning(name.replace(/(?:完成|实现|达到|累计)$/, ''), unit, NATURES[measure]);
  if (meant === undefined || !meant.isSure || meant.reading !== 'value' || !catalogue.published.has(meant.indicator.id)) return null;
  return unitsAgree(meant.indicator.unit, unit) ? { indicator: meant.indicator.id, isSure: true } : null;
}

export function tieIndexOf(catalogue: Catalogue): TieIndex {
  const meaning = meaningOf(catalogue);
  const found = new Map<string, Set<string>>();
  const add = (key: string, id: string): void => {
    found.set(key, (found.get(key) ?? new Set()).add(id));
  };
  for (const indicator of catalogue.indicators.values()) {
    const shape = shapeOf(indicator.formula);
    if (shape === undefined) continue;
    for (const name of namesOf(indicator, catalogue)) {
      for (const key of keysOf(name, shape)) add(key, indicator.id);
      const lexicon = lexiconOf(name, shape);
      if (lexicon !== undefined) add(`${shape}|lexicon|${lexicon}`, indicator.id);
    }
  }
  /** A key that leads to two indicators leads nowhere. */
  const only = (key: string, unit: string | null): string | undefined => {
    const ids = [...(found.get(key) ?? [])].filter((id) => unitsAgree(catalogue.indicators.get(id)?.unit ?? '', unit));
    return ids.length === 1 ? ids[0] : undefined;
  };
  return {
    tie: (facts, lexiconId) => {
      const shape = shapeOfFacts(facts);
      if (shape === undefined) return publishedTie(catalogue, meaning, facts);
      for (const key of keysOf(facts.indicator, shape)) {
        const indicator = only(key, facts.unit);
        if (indicator !== undefined) return { indicator, isSure: true };
      }
      const exact = lexiconOf(facts.indicator, shape);
      // What is new in a period is not what there is, though both bear one name.
      const lexicon = facts.measure === 'new' ? null : (exact ?? lexiconId);
      const indicator = lexicon === null ? undefined : only(`${shape}|lexicon|${lexicon}`, facts.unit);
      const likely = indicator === undefined ? null : { indicator, isSure: exact !== undefined };
      return likely?.isSure === true ? likely : (publishedTie(catalogue, meaning, facts) ?? likely);
    },
  };
}
