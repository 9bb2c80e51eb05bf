// How kinds, measures, bounds, states and periods of a reading are called on screen.
import type { Bound, Kind, Measure, Status } from './reader/reading.ts';

export const kindWords: Readonly<Record<Kind, string>> = {
  level: '数量',
  yoy_growth: '增速',
  share: '占比',
  rank: '位次',
  change: '变化量',
  target: '目标',
  ratio: '比率',
  threshold: '门槛',
  multiple: '倍数',
};

export const measureWords: Readonly<Record<Measure, string>> = {
  stock: '期末存量',
  flow: '期内发生',
  new: '期内新增',
  net_change: '净增减',
  cumulative: '累计',
  rate: '比率',
  share: '占比',
  rank: '位次',
  difference: '差额',
  set_size: '清单个数',
  rule: '规定数',
};

export const boundWords: Readonly<Record<Bound, string>> = {
  exact: '确数',
  approx: '约',
  more_than: '超过',
  at_least: '不少于',
  just_under: '近',
  less_than: '不足',
  at_most: '不超过',
};

export const statusWords: Readonly<Record<Status, string>> = {
  actual: '实际',
  estimate: '预计',
  target: '目标',
  plan: '计划',
  requirement: '规定',
};

/** 2021年, 2020年上半年, 2021年前三季度, 2021—2025年; what is not one of these stays as the text has it. */
export function periodWords(period: string | null): string {
  if (period === null || period === '') return '时期不明';
  if (/^\d{4}Q1-Q3$/.test(period)) return `${period.slice(0, 4)}年前三季度`;
  const match = /^(\d{4})(?:(H|Q)([1-4])|-(\d{2}|\d{4}))?$/.exec(period);
  if (match === null) return period;
  const [, year = '', part, number = '', until] = match;
  if (part === 'H') return `${year}年${number === '1' ? '上' : '下'}半年`;
  if (part === 'Q') return `${year}年第${'一二三四'.charAt(Number(number) - 1)}季度`;
  if (until === undefined) return `${year}年`;
  return until.length === 2 ? `${year}年${Number(until)}月` : `${year}—${until}年`;
}

/** 年初, half years and the like: what a person may type for a period, in the reader's own form where it is one of its forms. */
export function periodTyped(text: string): string | null {
  const plain = text.trim().replace(/[—–~～至]/g, '-');
  if (plain === '') return null;
  const year = /^(\d{4})年?$/.exec(plain)?.[1];
  if (year !== undefined) return year;
  const half = /^(\d{4})年?(上|下)半年$/.exec(plain);
  if (half !== null) return `${half[1]}H${half[2] === '上' ? 1 : 2}`;
  const quarter = /^(\d{4})年?第?([一二三四1-4])季度$/.exec(plain);
  if (quarter !== null) return `${quarter[1]}Q${'一二三四'.indexOf(quarter[2] ?? '') + 1 || quarter[2]}`;
  const three = /^(\d{4})年?前三季度$/.exec(plain)?.[1];
  if (three !== undefined) return `${three}Q1-Q3`;
  if (/^\d{4}年\d{1,2}-\d{1,2}月$/.test(plain)) return plain;
  const span = /^(\d{4})年?-(\d{4})年?$/.exec(plain);
  return span === null ? text.trim() : `${span[1]}-${span[2]}`;
}
