// The audit trail: who did what, when; and whether every line still stands as it was written.
import { useQuery } from '@tanstack/react-query';
import { call } from '#ui/api.ts';
import { formatInstant, formatNumber } from '#ui/format.ts';
import { type ListColumn, ListPage, type PageRequest } from '#ui/list/list-page.tsx';
import { ErrorState, Notice } from '#ui/page/states.tsx';
import { FactList, Section } from '#ui/record/fact-list.tsx';
import { isRange } from '#ui/url-state.ts';
import type { PageView, TrailLineView } from '../wire.ts';
import { verificationQuery } from './queries.ts';
import './accounts.css';

const columns: readonly ListColumn<TrailLineView>[] = [
  { key: 'sentence', title: '事项', value: (row) => row.sentence, width: 480 },
  { key: 'at', title: '时间', kind: 'instant', value: (row) => row.at, phone: true },
  { key: 'name', title: '操作人', value: (row) => row.name, phone: true },
  { key: 'office', title: '机构', value: (row) => row.office, phone: true },
  { key: 'seq', title: '序号', kind: 'number', value: (row) => row.seq },
];

function queryOf({ filters, after, limit }: PageRequest) {
  const days = filters.day !== undefined && isRange(filters.day) ? filters.day : { from: null, to: null };
  return {
    text: typeof filters.text === 'string' ? filters.text : undefined,
    account: typeof filters.account === 'string' ? filters.account : undefined,
    from: days.from,
    until: days.to,
    after,
    limit,
  };
}

function Verification() {
  const { data, error, isFetching, refetch } = useQuery(verificationQuery);
  return (
    <div className="ac-section-gap">
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {isFetching && <Notice title="正在逐条校验">记录多时需要一两分钟，可以离开本页。</Notice>}
      {data && !isFetching && data.holds && (
        <Notice tone="good" title={`${formatNumber(data.lines)} 条审计记录完整`}>
          从第一条到链尾逐条核对了 SM3 摘要和前后衔接，链尾封签与本系统密钥相符。
        </Notice>
      )}
      {data?.broken && !isFetching && (
        <Notice tone="bad" title={data.broken.message}>
          第 {data.broken.seq} 条之前的 {formatNumber(data.lines)} 条完整。请保留现场，与最近的备份比对，并按网络安全事件报告。
        </Notice>
      )}
    </div>
  );
}

function LinePanel({ line }: { line: TrailLineView | undefined }) {
  if (line === undefined) return <Notice title="这条记录不在当前页">请调整筛选后再查看。</Notice>;
  return (
    <>
      <FactList
        columns={1}
        facts={[
          { label: '序号', value: line.seq },
          { label: '时间', value: formatInstant(line.at) },
          { label: '操作人', value: line.name, note: line.office },
          { label: '事项', value: line.sentence },
          { label: '对象', value: line.subjectId, note: line.subjectKind },
        ]}
      />
      <Section title="明细">
        <pre className="ac-detail">{JSON.stringify(line.detail, null, 2)}</pre>
      </Section>
    </>
  );
}

export default function Trail() {
  const { isFetching, refetch } = useQuery(verificationQuery);
  return (
    <ListPage<TrailLineView>
      name="accounts.trail"
      title="审计记录"
      counter="条"
      lead="只能追加，不能更改或删除；至少保存三年。"
      columns={columns}
      filters={[
        { key: 'text', label: '事项中的字词', kind: 'text', pinned: true },
        { key: 'day', label: '日期', kind: 'date-range', pinned: true },
        { key: 'account', label: '操作账户编号', kind: 'text' },
      ]}
      rowKey={(row) => row.seq}
      fetchPage={(request) => call<PageView<TrailLineView>>('GET', '/accounts/trail', { query: queryOf(request), signal: request.signal })}
      renderPanel={(_, row) => <LinePanel line={row} />}
      panelTitle={(seq) => `第 ${seq} 条`}
      summary={() => <Verification />}
      actions={
        <button type="button" className="kc-button kc-button-main" disabled={isFetching} onClick={() => void refetch()}>
          {isFetching ? '正在校验…' : '校验完整性'}
        </button>
      }
      empty={{ title: '还没有审计记录', how: '登录、更改和查看敏感信息都会记录在这里。' }}
    />
  );
}
