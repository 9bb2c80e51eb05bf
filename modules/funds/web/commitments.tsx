// Commitments: which wait for a budget line, what may be paid and until when; lines assigned and payments proposed for many at once.
import { useQuery } from '@tanstack/react-query';
import { call } from '#ui/api.ts';
import { formatMoney } from '#ui/format.ts';
import { type BulkAction, type ListFilter, ListPage, type Selection } from '#ui/list/list-page.tsx';
import { ErrorState, PageSkeleton } from '#ui/page/states.tsx';
import { Status } from '#ui/page/status.tsx';
import { useMay, useSession } from '#ui/session.ts';
import { listQuery } from '#ui/url-state.ts';
import { commitmentStatuses } from '../model/words.ts';
import type { CommitmentPage, CommitmentView, Done, FundsKnown } from '../wire.ts';
import { AskPanel } from './ask-panel.tsx';
import { CommitmentPanel } from './commitment-parts.tsx';
import { knownQuery } from './queries.ts';
import { assignFields, toneOf } from './words.ts';

const rowsOf = (selection: Selection<CommitmentView>): readonly CommitmentView[] => (selection.kind === 'rows' ? selection.rows : []);
const total = (rows: readonly CommitmentView[], of: (row: CommitmentView) => string): string =>
  formatMoney(rows.reduce((sum, row) => sum + Number(of(row)), 0));

function PayBy({ row }: { row: CommitmentView }) {
  if (row.payBy === null) return <span className="kc-unknown">—</span>;
  return row.isLate ? <Status tone="bad">{row.payBy} 已逾期</Status> : <span>{row.payBy}</span>;
}

function assigning(known: FundsKnown): BulkAction<CommitmentView> {
  return {
    key: 'assign',
    label: '落实指标',
    consequence: (selection) => `将为 ${selection.count} 笔承诺落实指标`,
    run: () => Promise.reject(new Error('Lines are assigned in a panel')),
    ask: (selection, close) => {
      const waiting = rowsOf(selection).filter(({ status }) => status === 'waiting');
      return (
        <AskPanel
          title="落实预算指标"
          consequence={`将为 ${waiting.length} 笔待落实的承诺共${total(waiting, (row) => row.amount)}落实同一指标；指标余额不足时全部不办。`}
          send="落实"
          fields={assignFields(known)}
          run={async ({ line, fromReserved }) => {
            const commitments = waiting.map(({ id, version }) => ({ id, version }));
            return (
              await call<Done>('POST', '/funds/commitment-lines', { body: { line, fromReserved: fromReserved === true, commitments } })
            ).says;
          }}
          onClose={close}
        />
      );
    },
  };
}

const proposing: BulkAction<CommitmentView> = {
  key: 'propose',
  label: '提出拨付',
  consequence: (selection) => {
    const rows = rowsOf(selection).filter(({ payable }) => Number(payable) > 0);
    return `将对 ${rows.length} 笔已到付款条件的承诺提出拨付，共${total(rows, (row) => row.payable)}，由局领导审定`;
  },
  run: async (selection) => {
    const payments = rowsOf(selection)
      .filter(({ payable }) => Number(payable) > 0)
      .flatMap((row) =>
        row.parts.filter(({ dueOn, rest }) => dueOn !== null && Number(rest) > 0).map(({ no }) => ({ commitment: row.id, part: no })),
      );
    if (payments.length === 0) return '所选承诺都没有可支付的分期。';
    return (await call<Done>('POST', '/funds/payments', { body: { payments } })).says;
  },
};

const filtersFor = (known: FundsKnown): readonly ListFilter[] => [
  { key: 'text', label: '单位、用途、受理编号', kind: 'text', pinned: true },
  {
    key: 'programme',
    label: '事项',
    kind: 'choice',
    pinned: true,
    options: known.programmes.map(({ id, name }) => ({ value: id, label: name })),
  },
  { key: 'status', label: '状态', kind: 'choice', options: Object.entries(commitmentStatuses).map(([value, label]) => ({ value, label })) },
  { key: 'line', label: '预算指标', kind: 'choice', options: known.lines.map(({ id, name }) => ({ value: id, label: name })) },
  { key: 'payable', label: '可支付', kind: 'yes-no' },
];

export default function Commitments() {
  const session = useSession();
  const known = useQuery(knownQuery);
  const mayManage = useMay('funds/budget:manage');
  const mayPropose = useMay('funds/payment:propose');
  if (known.error) return <ErrorState error={known.error} onRetry={() => void known.refetch()} />;
  if (known.data === undefined || session === null) return <PageSkeleton />;
  const bulk = [...(mayPropose ? [proposing] : []), ...(mayManage ? [assigning(known.data)] : [])];
  return (
    <ListPage<CommitmentView>
      name="funds.commitments"
      title="资金承诺"
      counter="笔"
      columns={[
        { key: 'partyName', title: '单位', value: (row) => row.partyName, sortable: true, width: 220 },
        { key: 'purpose', title: '用途', value: (row) => row.purpose, width: 190 },
        {
          key: 'status',
          title: '状态',
          kind: 'status',
          render: (row) => <Status tone={toneOf[row.status] ?? 'plain'}>{row.statusName}</Status>,
        },
        { key: 'amount', title: '承诺', kind: 'money', value: (row) => row.amount, sortable: true },
        { key: 'paid', title: '已付', kind: 'money', value: (row) => row.paid },
        { key: 'payable', title: '可支付', kind: 'money', value: (row) => row.payable },
        { key: 'payBy', title: '应付至', render: (row) => <PayBy row={row} /> },
        { key: 'line', title: '预算指标', value: (row) => row.lineName },
        { key: 'region', title: '县区', value: (row) => row.regionName, hidden: true },
        { key: 'programme', title: '事项', value: (row) => row.programmeName, hidden: true },
        { key: 'caseNumber', title: '受理编号', value: (row) => row.caseNumber, hidden: true },
        { key: 'promisedOn', title: '承诺日期', kind: 'day', value: (row) => row.promisedOn, sortable: true, hidden: true },
      ]}
      filters={filtersFor(known.data)}
      views={[
        { key: 'payable', label: '可支付', filters: { payable: 'yes' } },
        { key: 'waiting', label: '待落实指标', filters: { status: ['waiting'] } },
        { key: 'active', label: '履行中', filters: { status: ['active'] } },
        { key: 'settled', label: '已结清', filters: { status: ['settled'] } },
        { key: 'all', label: '全部', filters: {} },
      ]}
      fetchCounts={(signal) => call('GET', '/funds/commitment-counts', { signal })}
      defaultSort={{ key: 'promisedOn', direction: 'desc' }}
      rowKey={(row) => row.id}
      fetchPage={({ signal, ...request }) => call<CommitmentPage>('GET', '/funds/commitments', { query: listQuery(request), signal })}
      panelTitle={(_key, row) => row?.partyName ?? '资金承诺'}
      renderPanel={(id) => <CommitmentPanel key={id} id={id} />}
      {...(bulk.length > 0 ? { bulkActions: bulk } : {})}
      empty={{ title: '没有资金承诺', how: '办件签约或审定资助后，资金承诺会自动出现在这里。' }}
    />
  );
}
