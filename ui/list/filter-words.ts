// Says a filter's value in words for its chip: "地区：澜东区、澜西区", "收入：2,000万元以上".
import { grouped } from '../decimal.ts';
import { type FilterValue, isRange } from '../url-state.ts';
import type { ListFilter } from './list-types.ts';

function rangeWords(from: string | null, to: string | null, unit: string): string {
  if (from !== null && to !== null) return `${from} 至 ${to}${unit}`;
  if (from !== null) return `${from}${unit} 起`;
  return to === null ? '' : `至 ${to}${unit}`;
}

function numberWords(from: string | null, to: string | null, unit: string): string {
  const [low, high] = [from === null ? null : grouped(from), to === null ? null : grouped(to)];
  if (low !== null && high !== null) return `${low}–${high}${unit}`;
  if (low !== null) return `${low}${unit}及以上`;
  return high === null ? '' : `${high}${unit}及以下`;
}

export function filterWords(filter: ListFilter, value: FilterValue): string {
  if (typeof value === 'string') {
    if (filter.kind === 'yes-no') return value === 'yes' ? '是' : '否';
    return value;
  }
  if (isRange(value)) {
    const words = filter.kind === 'number-range' ? numberWords : rangeWords;
    return words(value.from, value.to, filter.unit ?? '');
  }
  const labels = value.map((item) => filter.options?.find((option) => option.value === item)?.label ?? item);
  return labels.length <= 2 ? labels.join('、') : `${labels.slice(0, 2).join('、')}等 ${labels.length} 项`;
}
