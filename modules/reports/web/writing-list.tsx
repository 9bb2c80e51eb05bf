// Our own work reports: drafts being written and those that were signed, and the form that begins one.
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { call } from '#ui/api.ts';
import { formatInstant } from '#ui/format.ts';
import { AppLink, useGo } from '#ui/link.tsx';
import { PageHead } from '#ui/page/page-head.tsx';
import { EmptyState, ErrorState, TableSkeleton } from '#ui/page/states.tsx';
import { Status } from '#ui/page/status.tsx';
import { useMay, useSession } from '#ui/session.ts';
import { type ReportKind, reportKinds } from '../model/writer/shapes.ts';
import type { WorkDone, WorkList, WorkView } from '../model/writer/work-shapes.ts';
import './writing.css';

const lastYear = new Date().getFullYear() - 1;

/** Last year first: its report is due. */
const years = [0, 1, -1, -2, -3, -4].map((step) => lastYear + step);

function Begin({ counties, rows, onClose }: Pick<WorkList, 'counties' | 'rows'> & { onClose: () => void }) {
  const session = useSession();
  const go = useGo();
  const root = session?.root;
  const isCounty = session?.scope === 'regions';
  const [kind, setKind] = useState<ReportKind>(isCounty ? 'county' : 'annual');
  const [chosen, setChosen] = useState<number | null>(null);
  const [county, setCounty] = useState(counties[0]?.code ?? '');
  const region = kind === 'county' || isCounty ? county : (root?.code ?? '');
  const isWritten = (year: number): boolean => rows.some((row) => row.kind === kind && row.region === region && row.year === year);
  const year = chosen ?? years.find((one) => !isWritten(one)) ?? lastYear;
  const [failure, setFailure] = useState<unknown>(null);
  const [isBusy, setBusy] = useState(false);
  const begin = async (event: FormEvent) => {
    event.preventDefault();
    setFailure(null);
    setBusy(true);
    try {
      const { id } = await call<WorkDone>('POST', '/reports/own', { body: { year, kind, region } });
      go(`/reports/write/${id}`);
    } catch (error) {
      setFailure(error);
      setBusy(false);
    }
  };
  return (
    <form className="wr-begin" aria-label="起草报告" onSubmit={(event) => void begin(event)}>
      <label>
        种类
        <select className="kc-input" value={kind} onChange={(event) => setKind(event.target.value as ReportKind)}>
          {(Object.keys(reportKinds) as ReportKind[])
            .filter((one) => (isCounty ? one !== 'annual' : one !== 'county' || counties.length > 0))
            .map((one) => (
              <option key={one} value={one}>
                {reportKinds[one]}
              </option>
            ))}
        </select>
      </label>
      <label>
        年度
        <select className="kc-input" value={year} onChange={(event) => setChosen(Number(event.target.value))}>
          {years
            .toSorted((a, b) => b - a)
            .map((one) => (
              <option key={one} value={one}>
                {one}年{isWritten(one) ? '（已起草）' : ''}
              </option>
            ))}
        </select>
      </label>
      {(kind === 'county' || isCounty) && (
        <label>
          县区
          <select className="kc-input" value={county} onChange={(event) => setCounty(event.target.value)}>
            {counties.map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </select>
        </label>
      )}
      <button type="submit" className="kc-button kc-button-main" disabled={isBusy}>
        {isBusy ? '正在由台账生成…' : '按台账起草'}
      </button>
      <button type="button" className="kc-button" onClick={onClose}>
        取消
      </button>
      {failure !== null && <ErrorState error={failure} />}
    </form>
  );
}

function Row({ row }: { row: WorkView }) {
  return (
    <tr>
      <td>
        <AppLink href={`/reports/write/${row.id}`}>{row.title}</AppLink>
        {row.number !== null && <small>{row.number}</small>}
      </td>
      <td className="wr-wide">{row.kindName}</td>
      <td>{row.status === 'signed' ? <Status tone="good">已签发</Status> : <Status tone="wait">起草中</Status>}</td>
      <td>
        {row.status === 'signed' ? `${row.signedBy} ${formatInstant(row.signedAt)}` : `${row.updatedBy} ${formatInstant(row.updatedAt)}`}
      </td>
    </tr>
  );
}

export default function WritingList() {
  const mayWrite = useMay('reports/report:write');
  const [isBeginning, setBeginning] = useState(false);
  const query = useQuery({
    queryKey: ['reports', 'work'],
    queryFn: ({ signal }) => call<WorkList>('GET', '/reports/own', { signal }),
  });
  const begin = (
    <button type="button" className="kc-button kc-button-main" onClick={() => setBeginning(true)}>
      起草报告
    </button>
  );
  const rows = query.data?.rows ?? [];
  return (
    <div className="kc-page">
      <PageHead
        title="工作报告"
        lead="由台账写出年度、半年和县区工作报告：每个数据都能打开到记录，签发后文字和数据一并固定。"
        actions={mayWrite && !isBeginning ? begin : undefined}
      />
      {isBeginning && query.isSuccess && <Begin counties={query.data.counties} rows={rows} onClose={() => setBeginning(false)} />}
      {query.isPending && <TableSkeleton rows={4} />}
      {query.isError && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      {query.isSuccess && rows.length === 0 && (
        <EmptyState
          title="还没有工作报告"
          how={mayWrite ? <>选定年度，章节和数据由台账生成，再补写文字。{!isBeginning && begin}</> : '经办起草后会出现在这里。'}
        />
      )}
      {rows.length > 0 && (
        <div className="kc-scroll">
          <table className="wr-table">
            <thead>
              <tr>
                <th>名称</th>
                <th className="wr-wide">种类</th>
                <th>状态</th>
                <th>最近</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <Row key={row.id} row={row} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </div>
  );
}
