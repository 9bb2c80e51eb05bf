// A table of ranks: places, values and how both have changed.
import type { ReactNode } from 'react';
import { UNKNOWN } from '../format.ts';
import { AppLink } from '../link.tsx';
import './figures.css';

export interface RankColumn<Row> {
  readonly key: string;
  readonly title: string;
  readonly unit?: string;
  readonly isNumber?: boolean;
  readonly render: (row: Row) => ReactNode;
}

export interface RankTableProps<Row> {
  readonly title: string;
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly name: (row: Row) => string;
  readonly place: (row: Row) => number | null;
  /** Place in the period before, for the arrow. */
  readonly placeBefore?: (row: Row) => number | null;
  readonly href?: (row: Row) => string;
  readonly columns: readonly RankColumn<Row>[];
  /** Row to be found at once: one's own region. */
  readonly isOwn?: (row: Row) => boolean;
}

/** `上升 2 位`, `下降 1 位`, `持平`. */
export function placeChange(now: number | null, before: number | null): string {
  if (now === null || before === null) return UNKNOWN;
  if (now === before) return '持平';
  return now < before ? `上升 ${before - now} 位` : `下降 ${now - before} 位`;
}

export function RankTable<Row>({ title, rows, rowKey, name, place, placeBefore, href, columns, isOwn }: RankTableProps<Row>) {
  return (
    <div className="kc-bars-scroll">
      <table className="kc-bars kc-ranks">
        <caption>{title}</caption>
        <thead>
          <tr>
            <th scope="col">位次</th>
            {placeBefore && <th scope="col">较上期</th>}
            <th scope="col">名称</th>
            {columns.map((column) => (
              <th key={column.key} scope="col" className={column.isNumber ? 'kc-num' : ''}>
                {column.title}
                {column.unit && <span className="kc-unit">（{column.unit}）</span>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)} className={isOwn?.(row) ? 'kc-rank-own' : ''}>
              <td className="kc-bar-place">{place(row) ?? UNKNOWN}</td>
              {placeBefore && <td>{placeChange(place(row), placeBefore(row))}</td>}
              <th scope="row">{href ? <AppLink href={href(row)}>{name(row)}</AppLink> : name(row)}</th>
              {columns.map((column) => (
                <td key={column.key} className={column.isNumber ? 'kc-num' : ''}>
                  {column.render(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
