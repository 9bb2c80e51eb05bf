// A small ledger for tests: numbers by measure, place and year become the ground that the writer stands on, through the product's own evaluation.

import { difference, type Formula, type Indicator, ratio, stock, sum } from '#kernel/declare/indicator.ts';
import { decimal } from '#kernel/exact/decimal.ts';
import { Rational } from '#kernel/exact/rational.ts';
import { type Cumulative, evaluate, type Territory } from '#modules/figures/contract.ts';
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

export const indicators: readonly Indicator[] = [
  one('firms', '高新技术企业总数', '家', stock(m.firms), ['高企数量']),
  one('labs', '重点实验室数', '家', stock(m.labs)),
  one('filed', '高新技术企业申报数', '家', sum(m.filed)),
  one('contracts', '技术合同成交额', '元', sum(m.contracts)),
  one('fiscal', '财政科技支出', '元', sum(m.paid)),
  one('rate', '高新技术企业认定通过率', '%', ratio(sum(m.granted), sum(m.filed))),
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
  readonly aims: Readonly<Record<string, { readonly value: string; readonly bound: string; readonly year: number }>>;
  readonly firstDay: string | undefined;
}

const opened = (value: Rational, region: string, parts: readonly Opened[] = []): Opened => ({ value: { known: value }, region, parts });

/** Three quarters, in whole things. */
const byJune = (value: Rational): Rational => Rational.of(value.times(Rational.of(3, 4)).floor());

function groundOf({ values, province, aims, firstDay }: LedgerNumbers, hasLate = false): Ground {
  const isStock = (id: string): boolean => Object.values(m).find((candidate) => candidate.id === id)?.kind === 'stock';
  const cumulative: Cumulative = (id, region, day) => {
    const years = values[id]?.[region] ?? {};
    // Flows happen on the last day of June: a half year has what the year has; or most of them then, and the rest in December.
    const upTo = Object.entries(years).filter(([year]) => `${year}-06-30` <= day);
    if (isStock(id)) return decimal(upTo.at(-1)?.[1] ?? '0');
    return Rational.sum(upTo.map(([year, value]) => (!hasLate || `${year}-12-20` <= day ? decimal(value) : byJune(decimal(value)))));
  };
  const territory: Territory = { root, counties };
  const indicatorOf = (formula: Formula) => indicators.find((indicator) => JSON.stringify(indicator.formula) === JSON.stringify(formula));
  const ground: Ground = {
    root,
    open(formula, region, span) {
      if (region === root && (formula.kind === 'share-of-parent' || formula.kind === 'rank')) {
        const own = evaluate(formula.of, root, span, territory, cumulative);
        const known = province[indicatorOf(formula.of)?.id ?? ''];
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
      return evaluate(formula, region, span, territory, cumulative);
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
    known: null,
    ...rest,
  };
};
