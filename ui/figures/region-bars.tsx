// Regions compared by bars, as a table that is read without seeing the bars; with targets as marks.
import { readDecimal } from '../decimal.ts';
import { completedShare, UNKNOWN } from '../format.ts';
import { AppLink } from '../link.tsx';
import './figures.css';

export interface RegionBar {
  readonly code: string;
  readonly name: string;
  /** Decimal string; null where unknown. */
  readonly value: string | null;
  readonly target?: string | null;
  /** In words: 增长12.3%. */
  readonly change?: string;
  readonly href?: string;
}

export interface RegionBarsProps {
  readonly title: string;
  readonly unit: string;
  readonly rows: readonly RegionBar[];
  /** How a value is written: `(v) => formatYuanIn('亿元', v)`. */
  readonly format: (value: string | null) => string;
  /** Puts the place (位次) before each name; rows are taken in the order given. */
  readonly isRanked?: boolean;
  readonly changeTitle?: string;
}

/** Width in percent of the longest; floats are good enough for a bar. */
export function barShare(value: string | null | undefined, most: number): number {
  if (value === null || value === undefined || !readDecimal(value) || most <= 0) return 0;
  return Math.max(0, Math.min(100, (Number(value) / most) * 100));
}

/** Places with ties: equal values share a place and the next one skips. Unknown has no place. */
export function placesOf(rows: readonly { readonly value: string | null }[]): (number | null)[] {
  let place = 0;
  let last: string | null = null;
  return rows.map((row, index) => {
    if (row.value === null) return null;
    if (row.value !== last) place = index + 1;
    last = row.value;
    return place;
  });
}

/** The bar leads where its name does; whoever reads by ear or keyboard has the name. */
function Bar({ row, most, format }: { row: RegionBar; most: number; format: RegionBarsProps['format'] }) {
  const track = (
    <div className="kc-bar-track" aria-hidden="true">
      <i style={{ width: `${barShare(row.value, most)}%` }} />
      {row.target !== undefined && row.target !== null && (
        <b style={{ left: `${barShare(row.target, most)}%` }} title={`目标 ${format(row.target)}`} />
      )}
    </div>
  );
  return row.href === undefined ? (
    track
  ) : (
    <AppLink href={row.href} tabIndex={-1} aria-hidden="true">
      {track}
    </AppLink>
  );
}

export function RegionBars({ title, unit, rows, format, isRanked = false, changeTitle = '同比' }: RegionBarsProps) {
  const most = Math.max(0, ...rows.flatMap((row) => [row.value, row.target ?? null]).map((value) => (value === null ? 0 : Number(value))));
  const places = placesOf(rows);
  const hasTarget = rows.some((row) => row.target !== undefined);
  const hasChange = rows.some((row) => row.change !== undefined);
  return (
    <div className="kc-bars-scroll">
      <table className="kc-bars">
        <caption>
          {title}
          <span className="kc-unit">（{unit}）</span>
        </caption>
        <thead>
          <tr>
            {isRanked && <th scope="col">位次</th>}
            <th scope="col">地区</th>
            <th scope="col" className="kc-num">
              数值
            </th>
            <td className="kc-bar-cell" />
            {hasTarget && (
              <th scope="col" className="kc-num">
                目标完成
              </th>
            )}
            {hasChange && (
              <th scope="col" className="kc-num">
                {changeTitle}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={row.code}>
              {isRanked && <td className="kc-bar-place">{places[index] ?? UNKNOWN}</td>}
              <th scope="row">{row.href ? <AppLink href={row.href}>{row.name}</AppLink> : row.name}</th>
              <td className="kc-num">{row.href ? <AppLink href={row.href}>{format(row.value)}</AppLink> : format(row.value)}</td>
              <td className="kc-bar-cell">
                <Bar row={row} most={most} format={format} />
              </td>
              {hasTarget && <td className="kc-num">{completedShare(row.value, row.target)}</td>}
              {hasChange && <td className="kc-num">{row.change ?? UNKNOWN}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
