// A small ledger for tests: numbers by measure, place and year become the ground that the writer stands on, through the product's own evaluation.

import { difference, type Formula, type Indicator, measuresOf, ratio, stock, sum } from '#kernel/declare/indicator.ts';
import { observed, type PublishedIndicator } from '#kernel/declare/published-indicator.ts';
import { decimal } from '#kernel/exact/decimal.ts';
import { Rational } from '#kernel/exact/rational.ts';
import { type Cumulative, evaluate, type Period, type Territory } from '#modules/figures/contract.ts';
import type { Composing } from './compose.ts';
import type { Ground, Opened } from './standing.ts';

const measure = (id: string, kind: 'flow' | 'stock', unit: string) => ({ id, name: id, kind, unit, definition: id });
const one = (id: string, name: string, unit: string, formula: Formula, aliases: readonly string[] = []): Indicator => ({
  id,
  name,
  aliases,
  unit,
  formula,
  direction: 'up',
  definition: name,
});

const m = {
  firms: measure('firms', 'stock', '家'),
  labs: measure('labs', 'stock', '家'),
  filed: measure('filed', 'flow', '家'),
  granted: measure('granted', 'flow', '家'),
  contracts: measure('contracts', 'flow', '元'),
  paid: measure('paid', 'flow', '元'),
};

const told = (id: string, name: string, unit: string, nature: 'flow' | 'rate', formula: Formula): PublishedIndicator => ({
  ...one(id, name, unit, formula),
  ...{ domain: 'rnd-statistics', nature, publisher: '统计部门', timing: 'lags-a-year' },
});
const published = {
  research: told('research', '全社会研发经费支出', '元', 'flow', observed('research')),
  output: { ...told('output', '地区生产总值', '元', 'flow', observed('output')), isBackground: true },
  intensity: told('intensity', '研发投入强度', '%', 'rate', { kind: 'ratio', part: observed('research'), whole: observed('output') }),
};

export const indicators: readonly Indicator[] = [
  one('firms', '高新技术企业总数', '家', stock(m.firms), ['高企数量']),
  one('labs', '重点实验室数', '家', stock(m.labs)),
  one('filed', '高新技术企业申报数', '家', sum(m.filed)),
  one('contracts', '技术合同成交额', '元', sum(m.contracts)),
  one('fiscal', '财政科技支出', '元', sum(m.paid)),
  one('rate', '高新技术企业认定通过率', '%', ratio(sum(m.granted), sum(m.filed))),
  published.research,
  published.intensity,
  one('gap', '科技项目净收益', '元', difference(sum(m.contracts), sum(m.paid))),
];

export const root = '990100';
export const counties = ['990171', '990104', '990105'];
const names: Readonly<Record<string, string>> = { '990100': '澜江市', '990171': '高新区', '990104': '澜东区', '990105': '云溪县' };

export interface LedgerNumbers {
  /** Stock at the end of a year, or flow within it: measure → place → year → decimal. */
  readonly values: Readonly<Record<string, Readonly<Record<string, Readonly<Record<number, string>>>>>>;
  /** Other cities' values and what else there is in the province, by indicator. */
  readonly province: Readonly<Record<string, { readonly others: readonly string[]; readonly rest: string }>>;
  /** What was published of places: research and output by place and year. */
  readonly published: Readonly<Record<string, Readonly<Record<string, Readonly<Record<number, string>>>>>>;
  readonly aims: Readonly<Record<string, { readonly value: string; readonly bound: string; readonly year: number }>>;
  readonly firstDay: string | undefined;
}

const opened = (value: Rational, region: string, parts: readonly Opened[] = []): Opened => ({ value: { known: value }, region, parts });

/** Three quarters, in whole things. */
const byJune = (value: Rational): Rational => Rational.of(value.times(Rational.of(3, 4)).floor());

const province = '990000';
const sisters = ['990200', '990300'];
export const publishedPlaces = [root, province, ...sisters];

/** Published values are known of whole years only. */
const observationsOf = (values: LedgerNumbers['published']) => ({
  isTold: ({ kind }: Formula) => kind === 'observed',
  seen(formula: Formula, region: string, { from, to }: Period) {
    const isYear = from.endsWith('-01-01') && to.endsWith('-12-31');
    const value = formula.kind === 'observed' && isYear ? values[formula.indicator]?.[region]?.[Number(to.slice(0, 4))] : undefined;
    return value === undefined ? undefined : { value: decimal(value), document: '统计公报' };
  },
  definition: (id: string) => (id === 'intensity' ? published.intensity.formula : undefined),
});

function groundOf({ values, province: above, published: told, aims, firstDay }: LedgerNumbers, hasLate = false): Ground {
  const isStock = (id: string): boolean => Object.values(m).find((candidate) => candidate.id === id)?.kind === 'stock';
  const cumulative: Cumulative = (id, region, day) => {
    const years = values[id]?.[region] ?? {};
    // Flows happen on the last day of June: a half year has what the year has; or most of them then, and the rest in December.
    const upTo = Object.entries(years).filter(([year]) => `${year}-06-30` <= day);
    if (isStock(id)) return decimal(upTo.at(-1)?.[1] ?? '0');
    return Rational.sum(upTo.map(([year, value]) => (!hasLate || `${year}-12-20` <= day ? decimal(value) : byJune(decimal(value)))));
  };
  const territory: Territory = { root, counties, parent: province, sisters };
  const observations = observationsOf(told);
  const indicatorOf = (formula: Formula) => indicators.find((indicator) => JSON.stringify(indicator.formula) === JSON.stringify(formula));
  const ground: Ground = {
    root,
    open(formula, region, span) {
      const isCounted = !('of' in formula) || measuresOf(formula.of).length > 0;
      if (isCounted && region === root && (formula.kind === 'share-of-parent' || formula.kind === 'rank')) {
        const own = evaluate(formula.of, root, span, territory, cumulative);
        const known = above[indicatorOf(formula.of)?.id ?? ''];
        if (known === undefined || !('known' in own.value)) return { value: { unknown: '没有全省数据' }, region, parts: [] };
        if (formula.kind === 'share-of-parent') {
          const whole = Rational.sum([own.value.known, decimal(known.rest), ...known.others.map(decimal)]);
          return whole.isZero()
            ? { value: { unknown: '分母为零' }, region, parts: [] }
            : opened(own.value.known.dividedBy(whole), region, [own, opened(whole, '990000')]);
        }
        const others = known.others.map((value, at) => opened(decimal(value), `99${at + 2}00`));
        return opened(Rational.one, region, [own, ...others]);
      }
      return evaluate(formula, region, span, territory, cumulative, observations);
    },
    firstDay: () => firstDay,
    aim: (id, region, year) => {
      const aim = aims[id];
      return aim === undefined || region !== root || aim.year !== year
        ? undefined
        : { value: decimal(aim.value), bound: aim.bound, document: '目标文件' };
    },
    inWords: () => '公式',
    sourceOf: () => '台账',
    regionName: (code) => names[code] ?? code,
    place: (name) => {
      const code = Object.entries(names).find(([, own]) => own === name)?.[0];
      return code === undefined ? (name === '老城县' ? { gone: '老城县已并入高新区' } : undefined) : { code };
    },
  };
  return ground;
}

export const composingOf = (
  numbers: LedgerNumbers,
  more: Partial<Composing> & { year?: number; isHalf?: boolean; until?: string } = {},
): Composing => {
  const { year = 2025, isHalf = false, until, ...rest } = more;
  const span = { from: `${year}-01-01`, to: until ?? (isHalf ? `${year}-06-30` : `${year}-12-31`) };
  return {
    scene: { ground: groundOf(numbers, until !== undefined), region: root, span, year },
    title: `澜江市科学技术局${year}年${isHalf ? '上半年' : ''}工作报告`,
    outline: [],
    texts: new Map(),
    indicators: new Map(indicators.map((indicator) => [indicator.id, indicator])),
    counties,
    aimYear: isHalf ? year : year + 1,
    known: null,
    ...rest,
  };
};
