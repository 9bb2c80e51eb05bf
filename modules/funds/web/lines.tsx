// Budget lines by year: what was given, what is spoken for, what is left, and payment against time.
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '#ui/api.ts';
import { formatPercent } from '#ui/format.ts';
import { type ListFilter, ListPage } from '#ui/list/list-page.tsx';
import { ErrorState, PageSkeleton } from '#ui/page/states.tsx';
import { Status } from '#ui/page/status.tsx';
import { useMay, useSession } from '#ui/session.ts';
import { listQuery } from '#ui/url-state.ts';
import type { Done, FundsKnown, LinePage, LineView } from '../wire.ts';
import { AskPanel } from './ask-panel.tsx';
import { LinePanel } from './line-parts.tsx';
import { knownQuery } from './queries.ts';
import { lineFields } from './words.ts';

function Light({ line }: { line: LineView }) {
  if (line.light === null) return <span className="kc-unknown">—</span>;
  return line.light === 'RED' ? <Status tone="bad">支付滞后</Status> : <Status tone="good">进度正常</Status>;
}

const filtersFor = (known: FundsKnown): readonly ListFilter[] => [
  { key: 'text', label: '指标名称、文号', kind: 'text', pinned: true },
  {
    key: 'source',
    label: '资金来源',
    kind: 'choice',
    pinned: true,
    options: known.sources.map(({ code, name }) => ({ value: code, label: name })),
  },
  { key: 'programme', label: '默认用于', kind: 'choice', options: known.programmes.map(({ id, name }) => ({ value: id, label: name })) },
  { key: 'year', label: '年度', kind: 'choice', options: yearsOf(known).map((year) => ({ value: year, label: `${year}年` })) },
];

function yearsOf(known: FundsKnown): readonly string[] {
  const year = Number(known.today.slice(0, 4));
  return [year + 1, year, year - 1, year - 2].map(String);
}

function Opening({ known, onClose }: { known: FundsKnown; onClose: () => void }) {
  const counties = useQuery({
    queryKey: ['registry', 'known-regions'],
    queryFn: async ({ signal }) =>
      (await call<{ regions: { code: string; name: string }[] }>('GET', '/registry/known', { signal })).regions,
  });
  return (
    <AskPanel
      title="登记预算指标"
      consequence="按指标文件登记；此后的调整只能凭文件办理，每一笔都留下凭证。"
      send="登记"
      fields={lineFields(known, counties.data ?? [])}
      initial={{ year: known.today.slice(0, 4), source: 'CITY' }}
      run={async ({ year, ...entries }) => (await call<Done>('POST', '/funds/lines', { body: { ...entries, year: Number(year) } })).says}
      onClose={onClose}
    />
  );
}

export default function Lines() {
  const session = useSession();
  const known = useQuery(knownQuery);
  const mayManage = useMay('funds/budget:manage');
  const [isOpening, setOpening] = useState(false);
  if (known.error) return <ErrorState error={known.error} onRetry={() => void known.refetch()} />;
  if (known.data === undefined || session === null) return <PageSkeleton />;
  const [, year = '', last = ''] = yearsOf(known.data);
  return (
    <>
      <ListPage<LineView>
        name="funds.lines"
        title="预算指标"
        counter="条"
        columns={[
          { key: 'name', title: '指标名称', value: (row) => row.name, sortable: true, width: 200 },
          { key: 'source', title: '来源', value: (row) => row.sourceName },
          { key: 'region', title: '归属', value: (row) => row.regionName, hidden: session.scope === 'regions' },
          { key: 'light', title: '进度', kind: 'status', render: (row) => <Light line={row} /> },
          { key: 'budget', title: '预算', kind: 'money', value: (row) => row.budget },
          { key: 'adjusted', title: '调整', kind: 'money', value: (row) => row.adjusted, hidden: true },
          { key: 'reserved', title: '预留', kind: 'money', value: (row) => row.reserved, phone: false },
          { key: 'committed', title: '承诺未付', kind: 'money', value: (row) => row.committed, sortable: true, phone: false },
          { key: 'paid', title: '已付', kind: 'money', value: (row) => row.paid, sortable: true },
          { key: 'free', title: '可用', kind: 'money', value: (row) => row.free, sortable: true },
          { key: 'payRate', title: '支付进度', kind: 'percent', value: (row) => row.payRate },
          { key: 'timeRate', title: '时间进度', render: (row) => formatPercent(row.timeRate), hidden: true },
          { key: 'documentNo', title: '指标文号', value: (row) => row.documentNo, hidden: true },
          { key: 'programme', title: '默认用于', value: (row) => row.programmeName, hidden: true },
          { key: 'year', title: '年度', value: (row) => row.year, hidden: true },
        ]}
        filters={filtersFor(known.data)}
        views={[
          { key: 'this', label: `${year}年`, filters: { year: [year] } },
          { key: 'last', label: `${last}年`, filters: { year: [last] } },
          { key: 'all', label: '全部年度', filters: {} },
        ]}
        defaultSort={{ key: 'name', direction: 'asc' }}
        rowKey={(row) => row.id}
        rowHref={(row) => `/funds/lines/${row.id}`}
        fetchPage={({ signal, ...request }) => call<LinePage>('GET', '/funds/lines', { query: listQuery(request), signal })}
        panelTitle={(_key, row) => row?.name ?? '预算指标'}
        renderPanel={(id) => <LinePanel key={id} id={id} />}
        actions={
          mayManage && (
            <button type="button" className="kc-button kc-button-main" onClick={() => setOpening(true)}>
              登记指标
            </button>
          )
        }
        empty={{ title: '没有预算指标', how: '收到指标文件后在“登记指标”中录入，资金承诺才能落实和支付。' }}
      />
      {isOpening && <Opening known={known.data} onClose={() => setOpening(false)} />}
    </>
  );
}
