// Every version of one value from outside: what was recorded, by whom, when, from which document, and why it was changed.
import { useQuery } from '@tanstack/react-query';
import { formatInstant } from '#ui/format.ts';
import { SidePanel } from '#ui/page/side-panel.tsx';
import { EmptyState, ErrorState, TableSkeleton } from '#ui/page/states.tsx';
import { Status } from '#ui/page/status.tsx';
import { type OutsideValueView, revisionsQuery } from './target-queries.ts';
import { valueText } from './value-text.ts';

interface Props {
  readonly name: string;
  readonly region: string;
  readonly year: number;
  /** Absent where the reader may not record. */
  readonly onRevise?: () => void;
  readonly onClose: () => void;
}

function Version({ row, stands }: { row: OutsideValueView; stands: boolean }) {
  return (
    <li className={stands ? 'ou-stands' : undefined}>
      <div className="ou-version">
        <b className="kc-num">{row.isWithdrawn ? '已撤回' : valueText({ unit: row.unit }, row.value)}</b>
        {stands ? <Status tone={row.isWithdrawn ? 'off' : 'good'}>现行</Status> : <Status tone="off">已被修订</Status>}
      </div>
      <p>来源：{row.documentName}</p>
      {row.reason !== null && row.reason !== '' && <p>修订原因：{row.reason}</p>}
      <small>
        {formatInstant(row.recordedAt)} {row.recordedBy}登记
      </small>
    </li>
  );
}

export function Revisions({ name, region, year, onRevise, onClose }: Props) {
  const query = useQuery(revisionsQuery({ name, region, year }));
  const rows = query.data?.rows ?? [];
  const place = rows[0]?.regionName ?? '';
  return (
    <SidePanel
      title={`${place}${year}年${name}`}
      width={460}
      onClose={onClose}
      footer={
        onRevise && (
          <button type="button" className="kc-button" onClick={onRevise}>
            登记修订
          </button>
        )
      }
    >
      {query.isError && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending && <TableSkeleton rows={3} />}
      {query.data !== undefined && rows.length === 0 && (
        <EmptyState title="没有直接登记这个地区这一年的数" how="各县区都登记了的，全市按县区合计；要补的，请在“外部数据”中登记。" />
      )}
      {rows.length > 0 && (
        <>
          <p className="kc-figures-note">共登记 {rows.length} 次，新的在前；原值不会被覆盖，报告和指数仍可按当时的数复核。</p>
          <ol className="ou-versions" aria-label="历次登记">
            {rows.map((row, at) => (
              <Version key={row.recordedAt + row.value} row={row} stands={at === 0} />
            ))}
          </ol>
        </>
      )}
    </SidePanel>
  );
}
