// Chinese names of relations, verdicts and weights, and numbers as a person reads them.
import { formatPlain } from '#kernel/exact/decimal.ts';
import type { Rational } from '#kernel/exact/rational.ts';
import type { Print, RelationType, Verdict, Weight } from './relation.ts';

export const TYPE_NAMES: Readonly<Record<RelationType, string>> = {
  share: '占比',
  rate: '比率',
  cross: '比率互证',
  growth: '增速',
  change: '增减',
  multiple: '倍数',
  sum: '合计',
  intensity: '强度',
  duplicate: '重复表述',
  rank: '位次',
  subset: '部分与整体',
  list_count: '列举计数',
  target_met: '目标完成',
  target_vs_actual: '目标与实绩',
  implied: '推算',
  implied_total: '推算总量',
  suspicious_copy: '疑似误抄',
  unit_pp: '百分点用法',
  date: '日期先后',
  period: '时段关系',
  threshold: '门槛',
  structure: '层次编号',
  title: '标题名称',
  ledger: '与台账对照',
};

export const VERDICT_NAMES: Readonly<Record<Verdict, string>> = { consistent: '相符', inconsistent: '不符', 'cannot tell': '无法判断' };

export const WEIGHT_NAMES: Readonly<Record<Weight, string>> = {
  error: '数据错误',
  date: '日期问题',
  rounding: '取舍误差',
  wording: '措辞问题',
  layout: '编排问题',
};

const PLACES = 12;

/** For machines: base units, up to twelve places. */
export const numeral = (value: Rational): string => formatPlain(value, PLACES);

const MONEY: readonly (readonly [bigint, string])[] = [
  [100_000_000n, '亿元'],
  [10_000n, '万元'],
];

/** For people: 31.34%, 0.14个百分点, 111.77亿元, 17.77倍. */
export function printed(value: Rational, print: Print): string {
  if (print === 'percent') return `${formatPlain(value.times(100), 2)}%`;
  if (print === 'points') return `${formatPlain(value.times(100), 2)}个百分点`;
  if (print === 'times') return `${formatPlain(value, 2)}倍`;
  if (print === 'money') {
    const [unit, word] = MONEY.find(([size]) => value.absolute().isAtLeast(size)) ?? [1n, '元'];
    return `${formatPlain(value.dividedBy(unit), 4)}${word}`;
  }
  return formatPlain(value, 2);
}
