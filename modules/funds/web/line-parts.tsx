// Parts of a budget line: its money as a bar and as numbers that open their entries, the months, and the journal.
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { formatMoney, formatPercent, formatYuanIn } from '#ui/format.ts';
import { AppLink } from '#ui/link.tsx';
import { EmptyState, ErrorState, TableSkeleton } from '#ui/page/states.tsx';
import { Section } from '#ui/record/fact-list.tsx';
import type { JournalView, LineDetail, LineView } from '../wire.ts';
import { journalQuery, lineQuery } from './queries.ts';
import './funds.css';

const wan = (yuan: string): string => formatYuanIn('万元', yuan);

function shareOf(part: string, line: LineView): string {
  const whole = Number(line.budget) + Number(line.adjusted);
  return whole > 0 ? `${Math.min(100, (Number(part) / whole) * 100)}%` : '0%';
}

const shownPockets = [
  { pocket: 'free', label: '可用', of: (line: LineView) => line.free },
  { pocket: 'reserved', label: '预留', of: (line: LineView) => line.reserved },
  { pocket: 'committed', label: '承诺未付', of: (line: LineView) => line.committed },
  { pocket: 'paid', label: '已付', of: (line: LineView) => line.paid },
] as const;

export function LineMoney({ line, onOpen }: { line: LineView; onOpen?: (pocket: string) => void }) {
  return (
    <Section title="执行情况" note={`${line.year}年 · ${line.documentNo}`}>
      <ul className="fd-numbers">
        <li>
          预算 <b>{formatMoney(line.budget)}</b>
          {Number(line.adjusted) !== 0 && <>，调整 {formatMoney(line.adjusted)}</>}
        </li>
        {shownPockets.map(({ pocket, label, of }) => (
          <li key={pocket}>
            {label}{' '}
            {onOpen ? (
              <button type="button" onClick={() => onOpen(pocket)} aria-label={`${label}${formatMoney(of(line))}，看由哪些凭证构成`}>
                {formatMoney(of(line))}
              </button>
            ) : (
              <b>{formatMoney(of(line))}</b>
            )}
          </li>
        ))}
      </ul>
      <div className="fd-bar" aria-hidden="true">
        <span className="fd-paid" style={{ width: shareOf(line.paid, line) }} />
        <span className="fd-committed" style={{ width: shareOf(line.committed, line) }} />
        <span className="fd-reserved" style={{ width: shareOf(line.reserved, line) }} />
        <i className="fd-time" style={{ left: `${Number(line.timeRate) * 100}%` }} />
      </div>
      <p className="fd-note">
        支付进度 {formatPercent(line.payRate)}，时间进度 {formatPercent(line.timeRate)}
        {line.light === 'RED' ? '：支付明显滞后于时间进度，请核对到期未付的承诺。' : '。'}自 {line.freezesOn} 起冻结，不再安排新的支出。
      </p>
    </Section>
  );
}

export function LineMonths({ months }: { months: LineDetail['months'] }) {
  if (months.length === 0) return null;
  return (
    <Section title="逐月执行" note="单位：万元">
      <div className="fd-scroll">
        <table className="fd-table">
          <thead>
            <tr>
              <th scope="col">月份</th>
              <th scope="col" className="fd-num">
                新增承诺
              </th>
              <th scope="col" className="fd-num">
                当月支付
              </th>
              <th scope="col" className="fd-num">
                累计支付
              </th>
            </tr>
          </thead>
          <tbody>
            {months.map((month) => (
              <tr key={month.month}>
                <th scope="row">{month.month}</th>
                <td className="fd-num">{wan(month.committed)}</td>
                <td className="fd-num">{wan(month.paid)}</td>
                <td className="fd-num">{wan(month.totalPaid)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  );
}

function Entry({ row }: { row: JournalView['rows'][number] }) {
  return (
    <tr>
      <td>{row.day}</td>
      <td>{row.kindName}</td>
      <td>
        {row.fromName} → {row.toName}
      </td>
      <td className="fd-num">{formatYuanIn('元', row.amount)}</td>
      <td>{row.documentNo}</td>
      <td>
        {row.partyName}
        {row.caseId !== null && (
          <>
            {' '}
            <AppLink href={`/casework/cases/${row.caseId}`}>{row.caseNumber ?? '查看办件'}</AppLink>
          </>
        )}
        {row.paymentNumber !== null && row.paymentNumber !== row.documentNo && <> {row.paymentNumber}</>}
        {row.note !== '' && <div className="fd-note">{row.note}</div>}
      </td>
      <td>{row.by}</td>
    </tr>
  );
}

export function Journal({ line, pocket }: { line: string; pocket: string | undefined }) {
  const [before, setBefore] = useState<string | undefined>();
  const query = useQuery(journalQuery(line, pocket, before));
  if (query.error) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  if (query.data === undefined) return <TableSkeleton rows={6} />;
  if (query.data.rows.length === 0) return <EmptyState title="没有凭证" how="该项余额还没有发生过变动。" />;
  const { next } = query.data;
  return (
    <>
      <div className="fd-scroll">
        <table className="fd-table">
          <thead>
            <tr>
              <th scope="col">日期</th>
              <th scope="col">类型</th>
              <th scope="col">来去</th>
              <th scope="col" className="fd-num">
                金额（元）
              </th>
              <th scope="col">文号或依据</th>
              <th scope="col">单位与办件</th>
              <th scope="col">经办</th>
            </tr>
          </thead>
          <tbody>
            {query.data.rows.map((row) => (
              <Entry key={row.id} row={row} />
            ))}
          </tbody>
        </table>
      </div>
      <div className="fd-buttons">
        {before !== undefined && (
          <button type="button" className="kc-button" onClick={() => setBefore(undefined)}>
            回到最新
          </button>
        )}
        {next !== null && (
          <button type="button" className="kc-button" onClick={() => setBefore(next)}>
            更早的凭证
          </button>
        )}
      </div>
    </>
  );
}

export function LinePanel({ id }: { id: string }) {
  const query = useQuery(lineQuery(id));
  if (query.error) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  if (query.data === undefined) return <TableSkeleton rows={6} />;
  return (
    <>
      <LineMoney line={query.data} />
      <LineMonths months={query.data.months} />
    </>
  );
}
