// From a number to what made it: the formula with its parts, the ledger entries of a part, and the record of an entry.
import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { formatDay } from '../format.ts';
import { AppLink } from '../link.tsx';
import { ErrorState, TableSkeleton } from '../page/states.tsx';
import { useSearchState } from '../use-search.ts';
import './figures.css';

export interface FormulaPart {
  readonly key: string;
  readonly label: string;
  /** Formatted with its unit: `111.77亿元`. */
  readonly value: string;
  /** What stands before it in the formula: ＋, －, ÷; absent for the first. */
  readonly sign?: string;
  /** False for a part with no entries of its own, such as a constant of the plan. */
  readonly hasEntries?: boolean;
}

export interface LedgerEntry {
  readonly id: string;
  readonly day: string;
  readonly region: string;
  /** Enterprise or institute concerned. */
  readonly party?: string | null;
  /** Formatted, signed where it takes away. */
  readonly value: string;
  /** What made it: 证书 GR2026…, 导入 2025年统计公报. */
  readonly source: string;
  readonly href?: string;
  /** This entry takes back another, or has been taken back. */
  readonly correction?: string;
}

export interface EntriesPage {
  readonly rows: readonly LedgerEntry[];
  readonly next: string | null;
  readonly total: number;
}

export interface DrilldownProps {
  /** Names the figure in the query cache, with its region and day. */
  readonly name: string;
  readonly title: string;
  readonly value: string;
  /** The formula in words: 有效期内高新技术企业数＝期初存量＋本期认定－本期到期. */
  readonly formula: string;
  readonly parts: readonly FormulaPart[];
  /** Definition, source and time of the figure. */
  readonly note?: ReactNode;
  readonly fetchEntries: (part: string, after: string | undefined, signal: AbortSignal) => Promise<EntriesPage>;
  /** Offers to correct an entry that still stands; absent for those who may not. */
  readonly onCorrect?: ((entry: LedgerEntry) => void) | undefined;
}

/** The entries of one part, page by page, each with its record. */
export function Entries({
  name,
  part,
  fetchEntries,
  onCorrect,
}: Pick<DrilldownProps, 'name' | 'fetchEntries' | 'onCorrect'> & { part: FormulaPart }) {
  const query = useInfiniteQuery({
    queryKey: ['entries', name, part.key],
    queryFn: ({ pageParam, signal }) => fetchEntries(part.key, pageParam, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page: EntriesPage) => page.next ?? undefined,
  });
  if (query.isPending) return <TableSkeleton rows={5} />;
  if (query.isError) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  const rows = query.data.pages.flatMap((page) => page.rows);
  const total = query.data.pages[0]?.total ?? 0;
  return (
    <>
      <p className="kc-drill-total">
        {part.label}：共 {total.toLocaleString('en')} 条记录
      </p>
      <table className="kc-bars kc-drill-entries">
        <thead>
          <tr>
            <th scope="col">日期</th>
            <th scope="col">地区</th>
            <th scope="col">来源</th>
            <th scope="col" className="kc-num">
              数值
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <td className="kc-nowrap">{formatDay(row.day)}</td>
              <td>{row.region}</td>
              <td>
                {row.party && <div>{row.party}</div>}
                {row.href ? <AppLink href={row.href}>{row.source}</AppLink> : row.source}
                {row.correction && <small className="kc-drill-correction">{row.correction}</small>}
              </td>
              <td className="kc-num">
                {row.value}
                {onCorrect && row.correction === undefined && (
                  <button
                    type="button"
                    className="kc-button kc-button-bare"
                    onClick={() => onCorrect(row)}
                    aria-label={`更正 ${row.day} 的记录`}
                  >
                    更正
                  </button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {query.hasNextPage && (
        <button type="button" className="kc-button" disabled={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {query.isFetchingNextPage ? '正在载入…' : `再看 ${Math.min(50, total - rows.length)} 条`}
        </button>
      )}
    </>
  );
}

export function Drilldown({ name, title, value, formula, parts, note, fetchEntries, onCorrect }: DrilldownProps) {
  const [search, change] = useSearchState();
  const open = parts.find((part) => part.key === search.part && part.hasEntries !== false);
  return (
    <div className="kc-drill">
      <p className="kc-drill-head">
        {title} <b>{value}</b>
      </p>
      <p className="kc-drill-formula">{formula}</p>
      <ol className="kc-drill-parts">
        {parts.map((part) => (
          <li key={part.key} className={part === open ? 'kc-drill-part kc-drill-open' : 'kc-drill-part'}>
            <span className="kc-drill-sign">{part.sign ?? ''}</span>
            <span className="kc-drill-label">{part.label}</span>
            <b>{part.value}</b>
            {part.hasEntries === false ? (
              <span className="kc-drill-look" />
            ) : (
              <button
                type="button"
                className="kc-drill-look"
                aria-expanded={part === open}
                onClick={() => change({ part: part === open ? undefined : part.key }, { replace: true })}
              >
                {part === open ? '收起' : '看明细'}
              </button>
            )}
          </li>
        ))}
      </ol>
      {open && <Entries key={open.key} name={name} part={open} fetchEntries={fetchEntries} onCorrect={onCorrect} />}
      {note && <div className="kc-drill-note">{note}</div>}
    </div>
  );
}
