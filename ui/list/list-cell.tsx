// Shows one cell of a list by the kind of its column, and says how that kind is aligned.
import type { ReactNode } from 'react';
import { formatDay, formatInstant, formatNumber, formatShare, formatYuanIn, UNKNOWN } from '../format.ts';
import type { ListColumn } from './list-types.ts';

const NUMERIC = new Set(['number', 'money', 'percent']);

export function isNumeric<Row>(column: ListColumn<Row>): boolean {
  return NUMERIC.has(column.kind ?? 'text');
}

/** The unit that stands in the header: money reads in 万元 unless the column says 元 or 亿元. */
export function unitOf<Row>(column: ListColumn<Row>): string | undefined {
  return column.unit ?? (column.kind === 'money' ? '万元' : undefined);
}

export function cellText<Row>(column: ListColumn<Row>, row: Row): string {
  const value = column.value?.(row);
  if (value === null || value === undefined || value === '') return UNKNOWN;
  switch (column.kind) {
    case 'number':
      return formatNumber(value);
    case 'money': {
      const unit = unitOf(column);
      return formatYuanIn(unit === '元' || unit === '亿元' ? unit : '万元', value);
    }
    case 'percent':
      return formatShare(value);
    case 'day':
      return formatDay(String(value));
    case 'instant':
      return formatInstant(String(value));
    default:
      return String(value);
  }
}

export function cell<Row>(column: ListColumn<Row>, row: Row): ReactNode {
  return column.render ? column.render(row) : cellText(column, row);
}
